"""Templates at work. A template sees one value, `page`, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from cbsite.diagnostics import Report, Source, Span
from cbsite.layout.values import FeedValue, PageValue, RedirectValue, SitemapValue, Text
from cbsite.render.bytecode import Bytecode
from cbsite.render.theme import Theme


class Renderer:
    """Renders page values with the templates of a theme."""

    def __init__(self, theme: Theme, compiled: Mapping[str, bytes] | None = None) -> None:
        """`compiled` are templates that were compiled before, as `Bytecode` keeps them."""
        self._theme = theme
        self.bytecode = Bytecode(compiled or {})
        self._environment = jinja2.Environment(
            loader=jinja2.FunctionLoader(self._load),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=self.bytecode,
        )
        # No other names: what they give (`lipsum`, `random`) may differ from build to build.
        everywhere, filters = self._environment.globals, self._environment.filters
        for name in everywhere.keys() - {"range"}:
            del everywhere[name]
        del filters["random"]
        filters["prose"] = _prose

    def render(
        self, value: PageValue | RedirectValue | SitemapValue | FeedValue, report: Report
    ) -> bytes | None:
        """The bytes of one page; None where its template cannot be used (then the report says why)."""
        try:
            return self._environment.get_template(value.template).render(page=value).encode("utf-8")
        except jinja2.TemplateNotFound as error:
            self._problem(
                report, Span(f"templates/{error.name}"), f"The template {error.name} is missing."
            )
        except jinja2.TemplateSyntaxError as error:
            self._problem(
                report,
                self._span(error.filename or value.template, error.lineno),
                f"{error.message}.",
            )
        except RecursionError:
            self._problem(
                report,
                Span(f"templates/{value.template}"),
                "It extends or includes itself, perhaps by way of others.",
            )
        except (jinja2.TemplateError, TypeError, ValueError, LookupError, AttributeError) as error:
            if (place := self._place(error)) is None:
                raise
            self._problem(report, place, f"{error}.")
        return None

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = self._theme.templates.get(name)
        return (source.text, source.path, lambda: True) if source else None

    def _problem(self, report: Report, span: Span, message: str) -> None:
        hint = "Compare it with the default theme's template of the same name, or delete it to use that."
        report.add("E-TEMPLATE", span, f"The template cannot be used: {message}", hint)

    def _place(self, error: Exception) -> Span | None:
        """The template line that an error came from; None where it came from our own code."""
        trace, place, ours = error.__traceback__, None, False
        while trace is not None:
            filename = trace.tb_frame.f_code.co_filename
            template = filename.startswith("templates/")
            place = self._span(filename, trace.tb_lineno) if template else place
            ours = not template
            trace = trace.tb_next
        return place if not ours or isinstance(error, jinja2.TemplateError) else None

    def _span(self, path: str, line: int) -> Span:
        source = self._theme.templates.get(path.removeprefix("templates/"), Source(path, ""))
        return source.whole_line(line)


@jinja2.pass_context
def _prose(context: Context, text: Text) -> Markup:
    """The HTML of a text block, with the blocks inside it rendered by their own templates."""

    def block(index: int) -> str:
        inner = text.blocks[index]
        template = context.environment.get_template(f"parts/blocks/{inner.template}.html")
        return template.render(page=context["page"], block=inner)

    return Markup("".join([part if isinstance(part, str) else block(part) for part in text.parts]))
