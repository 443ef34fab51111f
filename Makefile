# make site    set up, and build the demonstration hub into site/
# make serve   set up, and show it in the browser, rebuilt on every change
# make test    set up, and run every check and test, in a real browser too
# make lint    set up, and run the checks of the code alone
# make torture set up, and edit a hub 10,000 times at random: what is built again must be what is built anew (an hour)
# make look    set up, and take pictures of one page of each template, to be looked at
# make format  lay the code out as the checks want it
# make bench   compare the speed with other site generators (hours; benchmarks/README.md)
# make docs    write docs/fields.md from the record types

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site serve test torture lint look bench format docs browser clean pins

site: $(VENV)/run.done
	$(BIN)/cbsite build

serve: $(VENV)/run.done
	$(BIN)/cbsite serve

test: lint browser
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

torture: $(VENV)/dev.done
	$(BIN)/python -m tests.rebuild.edits --edits 10000

lint: $(VENV)/dev.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/dev.done
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/run.done
	$(BIN)/cbsite schema --guide > docs/fields.md

look: browser
	$(BIN)/python tests/browser/screenshots.py

# What to measure: `make bench BENCH="--pages 100 --tools hugo cbsite-bare"`
bench: browser
	$(BIN)/python -m benchmarks run $(BENCH)

browser: $(VENV)/dev.done
	$(BIN)/python tests/browser/chromium.py

clean:
	rm -rf $(VENV) .cbsite site site.next

# Pins every package with its hashes. Needs uv; run it when pyproject.toml changes.
pins:
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements.txt
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements-dev.txt

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# The packages first, each checked against its hash; then cbsite itself, in place, with no download of its own.
$(VENV)/run.done: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/dev.done: requirements-dev.txt $(VENV)/run.done
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@
