"""JUnit XML: a test suite a document, a failed test a finding. What is only a note does not fail."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from vnreport.document import Document, Finding
from vnreport.output.excerpt import line
from vnreport.output.places import path
from vnreport.output.report import Checked, Summary
from vnreport.output.rules import Described
from vnreport.output.text import Style, finding


class Render:
    """Suites go out as documents come."""

    def __init__(self, style: Style, rules: Mapping[str, Described]) -> None:
        self._style = Style(style.lang)
        self._begun = False

    def add(self, checked: Checked) -> str:
        """The suite of a document; a clean one is a test that passes."""
        source = _attribute(path(checked.document.source))
        cases = [self._case(checked.document, f, source) for f in checked.findings] or [f"    <testcase classname={source} name={source}/>\n"]
        failures = sum(f.severity != "info" for f in checked.findings)
        opened = f'  <testsuite name={source} tests="{len(cases)}" failures="{failures}" errors="0">\n'
        return self._head() + opened + "".join(cases) + "  </testsuite>\n"

    def close(self, summary: Summary) -> str:
        """A suite with an error for each source that could not be checked."""
        suites = []
        for f in summary.failures:
            source, message = _attribute(path(f.source)), _attribute(f.text(self._style.lang))
            suites.append(
                f'  <testsuite name={source} tests="1" failures="0" errors="1">\n    <testcase classname={source} name={source}>\n'
                f"      <error message={message}/>\n    </testcase>\n  </testsuite>\n"
            )
        return f"{self._head()}{''.join(suites)}</testsuites>\n"

    def _case(self, doc: Document, f: Finding, source: str) -> str:
        name = _attribute(f"{f.code} {f.name} ({f.line}:{f.column})")
        # The text form has no character that a terminal would obey, so none that XML forbids.
        body = escape(finding(doc, f, self._style))
        message = _attribute(f.message.text(self._style.lang))
        inner = f"<system-out>{body}</system-out>" if f.severity == "info" else f'<failure type="{f.severity}" message={message}>{body}</failure>'
        return f'    <testcase classname={source} name={name} file={source} line="{f.line}">\n      {inner}\n    </testcase>\n'

    def _head(self) -> str:
        head = "" if self._begun else '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="vnreport">\n'
        self._begun = True
        return head


def _attribute(text: str) -> str:
    return quoteattr(line(text))
