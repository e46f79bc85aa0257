"""The renderers of the output, with the rules and the errors of the command line."""

from __future__ import annotations

import click

from vnreport.output.formats import FORMATS, MissingExtra, Renderer
from vnreport.output.formats import open_renderer as _open

__all__ = ["FORMATS", "Renderer", "open_renderer"]


def open_renderer(name: str, *, lang: str, colour: bool) -> Renderer:
    """A renderer of this format."""
    from vnreport.check.registry import rules

    try:
        return _open(name, lang=lang, colour=colour, rules=rules())
    except MissingExtra as error:
        raise click.UsageError(str(error)) from None
