"""Stands in for vnreport.output.formats until that is there."""

from __future__ import annotations

from typing import Any

from vnreport.output import json, text
from vnreport.output.report import Checked, Summary

FORMATS = {"text": False, "json": False, "jsonl": False}


class Renderer:
    """One format."""

    def __init__(self, name: str, lang: str, colour: bool) -> None:
        self.name, self.lang, self.style = name, lang, text.Style(lang, colour)
        self.summary = text.Summary()
        self.objects: list[dict[str, Any]] = []

    def add(self, checked: Checked) -> str:
        """Text to print now."""
        self.summary.add(checked.document, checked.findings, checked.unchecked)
        self.summary.checked.update(checked.looked_at)
        if self.name == "text":
            return "".join(text.finding(checked.document, f, self.style) + "\n\n" for f in checked.findings)
        data = json.check(checked.document, checked.findings, checked.unchecked, self.lang)
        if self.name == "jsonl":
            return json.dump(data) + "\n"
        self.objects.append(data)
        return ""

    def close(self, summary: Summary) -> str:
        """The rest."""
        if self.name == "json":
            return json.dump(self.objects, indent=2) + "\n"
        if self.name == "jsonl":
            return ""
        self.summary.failed = len({f.source for f in summary.failures})
        return "\n".join(self.summary.lines(self.style)) + "\n"


def open_renderer(name: str, *, lang: str, colour: bool) -> Renderer:
    """A renderer of this format."""
    return Renderer(name, lang, colour)
