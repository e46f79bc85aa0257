"""An Excel workbook: findings with filters, the documents, what was not checked. All texts are written as text, so none becomes a formula."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import xlsxwriter

from vnreport.document import SEVERITIES, Finding
from vnreport.output.excerpt import excerpt, line
from vnreport.output.labels import LAYER, META, ROLE, SEVERITY, word
from vnreport.output.report import LOOKED_AT, Checked, Summary, others
from vnreport.output.rules import Described
from vnreport.output.text import Style

MAX_ROWS = 1_048_576
MAX_CELL = 32_767
"""Limits of Excel; findings beyond the first go to a further sheet."""

_FINDINGS = (
    ("Tệp", "File", 28), ("Dòng", "Line", 7), ("Cột", "Column", 7), ("Mức", "Severity", 10), ("Mã", "Code", 9), ("Quy tắc", "Rule", 18),
    ("Chỗ bị báo", "Flagged", 28), ("Vì sao", "Why", 50), ("Sửa", "Repair", 40), ("Đối chiếu", "Evidence", 40), ("Cả dòng", "Context", 60),
    ("Độ tin cậy", "Confidence", 10), ("Dấu vết", "Fingerprint", 22),
)  # fmt: skip
_UNCHECKED = (("Tệp", "File", 28), ("Quy tắc", "Rule", 20), ("Lý do", "Reason", 70), ("Số lần", "Count", 8))
_SHADE = {"error": "#FFD6D6", "warning": "#FFF0B3", "info": "#DCEEFF"}


class Render:
    """Rows are written as documents come; the workbook is there at the end."""

    def __init__(self, style: Style, rules: Mapping[str, Described]) -> None:
        self._style = style
        self._out = io.BytesIO()
        # Rows leave the memory once the next one begins; the workbook itself is made at the end.
        self._book = xlsxwriter.Workbook(self._out, {"constant_memory": True})
        self._book.set_properties({"created": datetime(2000, 1, 1), "author": "vnreport"})  # the same findings give the same file
        self._head = self._book.add_format({"bold": True, "bg_color": "#E8E8E8", "bottom": 1, "valign": "top"})
        self._wrap = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._levels = {s: self._book.add_format({"bg_color": c, "valign": "top", "text_wrap": True}) for s, c in _SHADE.items()}
        documents = (
            ("Tệp", "File", 28), (*META["title"], 50), (*META["posted"], 12), *((*SEVERITY[s], 10) for s in reversed(SEVERITIES)),
            ("Không hiện", "Not shown", 11), *((*LAYER[name], 14) for name in LOOKED_AT),
        )  # fmt: skip
        self._findings = self._sheet(style.say("Phát hiện", "Findings"), _FINDINGS)
        self._documents = self._sheet(style.say("Tài liệu", "Documents"), documents)
        self._unchecked = self._sheet(style.say("Chưa kiểm tra", "Not checked"), _UNCHECKED)

    def add(self, checked: Checked) -> str:
        """Write the rows of a document."""
        doc, lang = checked.document, self._style.lang
        source = doc.source or "-"
        for f in checked.findings:
            self._findings.row(self._finding(checked, f, source))
        counts = Counter(f.severity for f in checked.findings)
        title, posted = doc.meta.title or "", doc.meta.posted or ""
        looked_at = [checked.looked_at.get(name, 0) for name in LOOKED_AT]
        self._documents.row([source, title, posted, *(counts[s] for s in reversed(SEVERITIES)), sum(checked.silenced.values()), *looked_at])
        for u in checked.unchecked:
            self._unchecked.row([source, u.name, u.reason.text(lang), u.count])
        return ""

    def close(self, summary: Summary) -> bytes:
        """The workbook."""
        for f in summary.failures:
            self._unchecked.row([f.source, "", f.text(self._style.lang), 1])
        for sheet in (self._findings, self._documents, self._unchecked):
            sheet.close()
        self._book.close()
        return self._out.getvalue()

    def _finding(self, checked: Checked, f: Finding, source: str) -> list[Any]:
        doc, lang, say = checked.document, self._style.lang, self._style.say
        repairs = "\n".join(f"{s.text or say('xóa', 'delete')} – {s.reason.text(lang)}" for s in f.suggestions)
        evidence = "\n".join(f"{word(ROLE, e.role, lang)} “{e.text}” ({say('dòng', 'line')} {doc.locate(e.start)[0]})" for e in others(f))
        level = (word(SEVERITY, f.severity, lang), self._levels[f.severity])
        return [
            source, f.line, f.column, level, f.code, f.name, f.text, f.message.text(lang), repairs, evidence,
            excerpt(doc.text, f.start, f.end, 200)[0], round(f.confidence, 3), f.fingerprint,
        ]  # fmt: skip

    def _sheet(self, name: str, columns: tuple[tuple[str, str, int], ...]) -> _Sheet:
        heads = [(en if self._style.lang == "en" else vi, width) for vi, en, width in columns]
        return _Sheet(self._book, name, [(h[:1].upper() + h[1:], w) for h, w in heads], self._head, self._wrap)


class _Sheet:
    """Rows under a header that stays in sight, with filters; a full sheet is followed by another."""

    def __init__(self, book: Any, name: str, heads: list[tuple[str, int]], bold: Any, wrap: Any) -> None:
        self._book, self._name, self._heads, self._bold, self._wrap = book, name, heads, bold, wrap
        self._number = 0
        self._open()

    def _open(self) -> None:
        self._number += 1
        self._sheet = self._book.add_worksheet(self._name if self._number == 1 else f"{self._name} {self._number}")
        self._sheet.freeze_panes(1, 0)
        for i, (head, width) in enumerate(self._heads):
            self._sheet.set_column(i, i, width)
            self._sheet.write_string(0, i, head, self._bold)
        self._row = 1

    def row(self, values: list[Any]) -> None:
        """Add a row; a pair is a value with its format."""
        if self._row == MAX_ROWS:
            self.close()
            self._open()
        for i, value in enumerate(values):
            value, look = value if isinstance(value, tuple) else (value, self._wrap)
            if isinstance(value, str):
                self._sheet.write_string(self._row, i, cell(value), look)
            else:
                self._sheet.write_number(self._row, i, value, look)
        self._row += 1

    def close(self) -> None:
        """No more rows: the filters know how many there are."""
        self._sheet.autofilter(0, 0, self._row - 1, len(self._heads) - 1)


def cell(text: str) -> str:
    """A text as Excel can hold it: no control characters but line breaks, not longer than a cell.

    Examples
    --------
    >>> cell("một\\x00\\nhai")
    'một·\\nhai'
    """
    clean = "\n".join(line(part) for part in text.split("\n"))
    return clean if len(clean) <= MAX_CELL else clean[: MAX_CELL - 1] + "…"
