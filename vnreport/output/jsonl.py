"""JSON Lines: the published object of a document a line."""

from __future__ import annotations

from collections.abc import Mapping

from vnreport.output.json import check, dump
from vnreport.output.report import Checked, Summary
from vnreport.output.rules import Described
from vnreport.output.text import Style


class Render:
    """A line a document."""

    def __init__(self, style: Style, rules: Mapping[str, Described]) -> None:
        self._lang = style.lang

    def add(self, checked: Checked) -> str:
        """The object of a document."""
        return dump(check(checked, self._lang)) + "\n"

    def close(self, summary: Summary) -> str:
        """Nothing is left."""
        return ""
