"""One line a finding, for editors, ``grep`` and people who know the rules."""

from __future__ import annotations

from collections import Counter
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
        self._unchecked: Counter[str] = Counter()

    def add(self, checked: Checked) -> str:
        """The findings of a document."""
        for u in checked.unchecked:
            self._unchecked[u.name] += u.count
        paint, lang = self._style.paint, self._style.lang
        source = line(checked.document.source or "-")
        return "".join(
            f"{paint(f'{source}:{f.line}:{f.column}', 'path')}: {paint(word(SEVERITY, f.severity, lang), f.severity)} {f.code} {f.name}"
            f" {line(f.message.text(lang))}\n"
            for f in checked.findings
        )

    def close(self, summary: Summary) -> str:
        """The sums, and what was not checked by rule; the text format says why."""
        rows = list(sums(summary, self._style))
        if self._unchecked:
            counts = ", ".join(f"{count} × {name}" for name, count in self._unchecked.most_common())
            rows.append(self._style.say(f"Chưa kiểm tra được: {counts}.", f"Not checked: {counts}."))
        return "".join(f"{row}\n" for row in rows)
