"""Design tokens from `site.yml`, put into the theme's stylesheet.

The policy of a site bars style in pages, so the tokens stand at the end of the published style.css,
whose address changes with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from cbsite.diagnostics import Report, nearest
from cbsite.read.entry import SiteEntry
from cbsite.records.site import Token
from cbsite.render.contrast import Faint, faint_pairs
from cbsite.render.custom_properties import CustomProperty, custom_properties
from cbsite.render.theme import ASSETS, Theme
from cbsite.render.token_values import value_problem

STYLESHEET = f"{ASSETS}style.css"

_DARK = "(prefers-color-scheme:dark)"


def with_tokens(theme: Theme, site: SiteEntry | None, report: Report) -> Theme:
    """The theme with the hub's tokens in its stylesheet; what is wrong with them goes to the report."""
    tokens = site.record.theme.tokens if site else ()
    if site is None or not tokens:
        return theme
    css = theme.assets.get(STYLESHEET, b"").decode("utf-8", "replace")
    properties = custom_properties(css)
    own = {one.name: one.value for one in properties if not one.condition}
    good = [
        (index, token)
        for index, token in enumerate(tokens)
        if _is_good(site, index, token, tokens[:index], own, report)
    ]
    _check_contrast(site, good, properties, report)
    added = _stylesheet([token for _, token in good], _in_print(properties))
    return replace(theme, assets={**theme.assets, STYLESHEET: f"{css}{added}".encode()})


def _is_good(
    site: SiteEntry,
    index: int,
    token: Token,
    before: tuple[Token, ...],
    own: Mapping[str, str],
    report: Report,
) -> bool:
    """Whether a token can be used; if not, the report says why."""
    at = ("theme", "tokens", index)
    if token.name not in own:
        close = nearest(token.name, own)
        hint = f"Did you mean {close}?" if close else "docs/templates.md lists them."
        message = f"The theme has no token '{token.name}'."
        report.add("E-ENUM", site.span(*at, "name"), message, hint)
        return False
    if any(other.name == token.name for other in before):
        message = f"The token '{token.name}' is given twice."
        report.add("E-VALUE", site.span(*at, "name"), message, "Delete one of the two.")
        return False
    values = [(field, value) for field in ("light", "dark") if (value := getattr(token, field))]
    if not values:
        message = f"The token '{token.name}' is given no value."
        report.add("E-REQ", site.span(*at), message, f"Add  light: '{own[token.name]}'")
    problems = [(field, value_problem(value, own[token.name])) for field, value in values]
    for field, problem in problems:
        if problem:
            report.add("E-VALUE", site.span(*at, field), *problem)
    return bool(values) and not any(problem for _, problem in problems)


def _in_print(properties: Iterable[CustomProperty]) -> set[str]:
    """The tokens that the stylesheet sets again for paper, where its own values stay."""
    return {one.name for one in properties if "print" in one.condition}


def _stylesheet(tokens: Iterable[Token], in_print: set[str]) -> str:
    """The rules that set the tokens: a dark value in dark mode only, a light one in both without it."""
    rules = ["\n/* Tokens from site.yml */"]
    for token in tokens:
        on_screen = token.name in in_print
        if token.light:
            rule = f":root{{--{token.name}:{token.light}}}"
            rules.append(f"@media screen{{{rule}}}" if on_screen else rule)
        if token.dark:
            media = f"screen and {_DARK}" if on_screen else _DARK
            rules.append(f"@media {media}{{:root{{--{token.name}:{token.dark}}}}}")
    return "\n".join((*rules, ""))


def _check_contrast(
    site: SiteEntry,
    tokens: list[tuple[int, Token]],
    properties: Iterable[CustomProperty],
    report: Report,
) -> None:
    """Warn of colours of the hub's that cannot be read well, the worst pair of each token in each mode."""
    light = {one.name: one.value for one in properties if not one.condition}
    dark = light | {one.name: one.value for one in properties if "dark" in one.condition}
    places = {token.name: (index, token) for index, token in tokens}
    for _, token in tokens:
        light |= {token.name: token.light} if token.light else {}
        dark |= {token.name: token.dark or token.light or dark[token.name]}
    for mode, values in (("light", light), ("dark", dark)):
        worst: dict[str, Faint] = {}
        for pair in faint_pairs(values):
            name = pair.text if pair.text in places else pair.ground
            if name in places and (name not in worst or pair.ratio < worst[name].ratio):
                worst[name] = pair
        for name, pair in worst.items():
            index, token = places[name]
            field = mode if getattr(token, mode) else "light" if token.light else "dark"
            report.add(
                "W-CONTRAST",
                site.span("theme", "tokens", index, field),
                f"In {mode} mode, {pair.text} on {pair.ground} has a contrast of {pair.ratio:.2f} to 1. "
                f"Readers need {pair.least:g} to 1.",
                _hint(name, pair, mode, field),
            )


def _hint(name: str, pair: Faint, mode: str, field: str) -> str:
    other = pair.ground_is_dark if name == pair.text else not pair.ground_is_dark
    colour = f"a {'lighter' if other else 'darker'} colour"
    if field != mode:
        return f"Add a line  {mode}:  with {colour} for {mode} mode."
    return f"Choose {colour} for {name}."
