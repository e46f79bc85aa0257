"""GitLab Code Quality: a JSON array that merge requests show."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from vnreport.output.json import Array
from vnreport.output.places import path, place_of
from vnreport.output.report import Checked, Summary
from vnreport.output.rules import Described
from vnreport.output.text import Style

SEVERITY = {"error": "major", "warning": "minor", "info": "info"}


class Render:
    """One object a finding; sources that could not be checked are blockers."""

    def __init__(self, style: Style, rules: Mapping[str, Described]) -> None:
        self._lang = style.lang
        self._array = Array()

    def add(self, checked: Checked) -> str:
        """The findings of a document."""
        doc, out = checked.document, []
        for f in checked.findings:
            at = place_of(doc, f)
            positions = {"begin": {"line": at.line, "column": at.column}, "end": {"line": at.end_line, "column": at.end_column}}
            message = f"{f.code} {f.name}: {f.message.text(self._lang)}"
            out.append(self._issue(message, f.name, SEVERITY[f.severity], path(doc.source), f.fingerprint, {"positions": positions}))
        return "".join(out)

    def close(self, summary: Summary) -> str:
        """The failures and the end of the array."""
        failures = [self._issue(f.text(self._lang), "unreadable", "blocker", path(f.source), f.en, {"lines": {"begin": 1}}) for f in summary.failures]
        return "".join(failures) + self._array.close() + "\n"

    def _issue(self, description: str, name: str, severity: str, source: str, what: str, where: Mapping[str, Any]) -> str:
        # GitLab wants one that no other finding of the report has; ours tells findings of one document apart.
        fingerprint = hashlib.sha256(f"{source}\x1f{what}".encode("utf-8", "surrogatepass")).hexdigest()
        return self._array.add(
            {
                "description": description,
                "check_name": name,
                "fingerprint": fingerprint,
                "severity": severity,
                "location": {"path": source, **where},
            }
        )
