"""One line a finding, for editors, ``grep`` and people who know the rules."""

from __future__ import annotations

from collections.abc import Mapping

from vnreport.output.excerpt import line
from vnreport.output.labels import SEVERITY, word
from vnreport.output.report import Checked, Summary
from vnreport.output.rules import Described
from vnreport.output.text import Style, sums


class Render:
    """``path:line:column: severity CODE name message``."""

    def __init__(self, style: Style, rules: Mapping[str, Described]) -> None:
        self._style = style

    def add(self, checked: Checked) -> str:
        """The findings of a document."""
        paint, lang = self._style.paint, self._style.lang
        source = line(checked.document.source or "-")
        return "".join(
            f"{paint(f'{source}:{f.line}:{f.column}', 'path')}: {paint(word(SEVERITY, f.severity, lang), f.severity)} {f.code} {f.name}"
            f" {line(f.message.text(lang))}\n"
            for f in checked.findings
        )

    def close(self, summary: Summary) -> str:
        """The sums."""
        return "".join(f"{row}\n" for row in sums(summary, self._style))
