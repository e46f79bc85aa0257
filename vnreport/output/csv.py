"""CSV (RFC 4180), UTF-8 with a byte-order mark so that Excel reads Vietnamese; a row a finding.

A cell that a spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from vnreport.output.report import Checked, Summary, others
from vnreport.output.rules import Described
from vnreport.output.text import Style

COLUMNS = ("document", "line", "column", "severity", "code", "name", "confidence", "text", "message", "suggestions", "evidence", "fingerprint")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Render:
    """Rows go out as documents come."""

    def __init__(self, style: Style, rules: Mapping[str, Described]) -> None:
        self._lang = style.lang
        self._begun = False

    def add(self, checked: Checked) -> str:
        """The rows of a document."""
        rows: list[tuple[object, ...]] = []
        for f in checked.findings:
            repairs = " | ".join(f"{s.text} ({s.reason.text(self._lang)})" for s in f.suggestions)
            evidence = " | ".join(f"{e.role}: {e.text}" for e in others(f))
            rows.append(
                (
                    cell(checked.document.source or "-"), f.line, f.column, f.severity, f.code, f.name, round(f.confidence, 3),
                    cell(f.text), cell(f.message.text(self._lang)), cell(repairs), cell(evidence), f.fingerprint,
                )
            )  # fmt: skip
        return self._head() + _rows(rows)

    def close(self, summary: Summary) -> str:
        """The header, where there was no document."""
        return self._head()

    def _head(self) -> str:
        head = "" if self._begun else "\ufeff" + _rows([COLUMNS])
        self._begun = True
        return head


def cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    Examples
    --------
    >>> cell("=1+1"), cell(" @SUM"), cell("quận")
    ("'=1+1", "' @SUM", 'quận')
    """
    text = text.replace("\x00", "\ufffd")
    return "'" + text if text.lstrip(" \u00a0").startswith(_FORMULA) else text


def _rows(rows: list[tuple[object, ...]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
