"""Workflow commands of GitHub Actions: annotations on the files of a pull request.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the others without a word: the gravest go first, and a last notice
counts what is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from vnreport.document import SEVERITIES
from vnreport.output.labels import SEVERITY, counted
from vnreport.output.places import path, place_of
from vnreport.output.report import Checked, Summary
from vnreport.output.rules import Described
from vnreport.output.text import Style

LIMIT = 10
_COMMAND = {"error": "error", "warning": "warning", "info": "notice"}
_ROOM = {"error": LIMIT, "warning": LIMIT, "info": LIMIT - 1}  # one notice is for the count


class Render:
    """The commands, sorted by severity; they go out at the end."""

    def __init__(self, style: Style, rules: Mapping[str, Described]) -> None:
        self._style = style
        self._kept: dict[str, list[str]] = {s: [] for s in SEVERITIES}
        self._left: Counter[str] = Counter()

    def add(self, checked: Checked) -> str:
        """Nothing yet: a later document may have graver findings."""
        doc = checked.document
        for f in checked.findings:
            if len(self._kept[f.severity]) == _ROOM[f.severity]:
                self._left[f.severity] += 1
                continue
            at = place_of(doc, f)
            where = {"file": path(doc.source), "line": at.line, "col": at.column, "endLine": at.end_line}
            if at.line == at.end_line:
                where["endColumn"] = at.end_column
            self._kept[f.severity].append(_command(f.severity, f.message.text(self._style.lang), {**where, "title": f"{f.code} {f.name}"}))
        return ""

    def close(self, summary: Summary) -> str:
        """The commands; what could not be checked comes first, as errors."""
        failed = [_command("error", f.text(self._style.lang), {"file": path(f.source)}) for f in summary.failures]
        errors = failed + self._kept["error"]
        self._left["error"] += max(len(errors) - LIMIT, 0)
        rows = [*errors[:LIMIT], *self._kept["warning"], *self._kept["info"]]
        if self._left.total():
            rest = ", ".join(counted(SEVERITY, s, self._left[s], self._style.lang) for s in reversed(SEVERITIES) if self._left[s])
            message = self._style.say(f"còn nữa, không hiện ở đây: {rest}", f"more, not shown here: {rest}")
            rows.append(_command("info", message, {"title": "vnreport"}))
        return "".join(f"{row}\n" for row in rows)


def _command(severity: str, message: str, properties: Mapping[str, object]) -> str:
    """A workflow command.

    Examples
    --------
    >>> _command("info", "100%\\nđúng", {"file": "a,b:c.txt", "line": 1})
    '::notice file=a%2Cb%3Ac.txt,line=1::100%25%0Ađúng'
    """
    given = ",".join(f"{name}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}" for name, value in properties.items())
    return f"::{_COMMAND[severity]} {given}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
