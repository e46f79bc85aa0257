"""SARIF 2.1.0, for code scanning and other programs that gather results.

Offsets count code points (``columnKind``). Evidence becomes related locations, repairs become fixes where the source has just those characters.
Results go out as documents come; the rules, artifacts and failures, which the format lets stand behind them, at the end.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from vnreport import __version__
from vnreport.document import Document, Finding
from vnreport.output.json import dump
from vnreport.output.labels import ROLE, word
from vnreport.output.places import Place, path, place, place_of, uri, written
from vnreport.output.report import Checked, Summary, others
from vnreport.output.rules import Described, page
from vnreport.output.text import Style

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "vnreport/v1"
"""Our own key: ``primaryLocationLineHash`` is computed by GitHub itself."""

LEVEL = {"error": "error", "warning": "warning", "info": "note"}
_MIME = {".html": "text/html", ".htm": "text/html", ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


class Render:
    """One run with all results."""

    def __init__(self, style: Style, rules: Mapping[str, Described]) -> None:
        self._lang = style.lang
        self._known = rules
        self._rules: dict[str, dict[str, Any]] = {}
        self._index: dict[str, int] = {}
        self._artifacts: list[dict[str, Any]] = []
        self._empty = True

    def add(self, checked: Checked) -> str:
        """The results of a document."""
        doc, out = checked.document, []
        artifact = {"uri": uri(doc.source), "index": len(self._artifacts)}
        suffix = "." + path(doc.source).rpartition(".")[2].lower()
        self._artifacts.append({"location": {"uri": artifact["uri"]}, "mimeType": _MIME.get(suffix, "text/plain")})
        for f in checked.findings:
            out.append(("" if self._empty else ",\n") + dump(self._result(doc, f, artifact)))
            self._empty = False
        return self._head() + "".join(out) if len(self._artifacts) == 1 else "".join(out)

    def close(self, summary: Summary) -> str:
        """Everything that is not a result."""
        head = "" if self._artifacts else self._head()
        driver = {
            "name": "vnreport",
            "version": __version__,
            "language": self._lang,
            "rules": list(self._rules.values()),
        }
        notes = [
            {
                "level": "error",
                "message": {"text": f.text(self._lang)},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(f.source)}}}],
            }
            for f in summary.failures
        ]
        rest = {
            "columnKind": "unicodeCodePoints",
            "tool": {"driver": driver},
            "artifacts": self._artifacts,
            "invocations": [{"executionSuccessful": not notes, "toolExecutionNotifications": notes}],
        }
        return f"{head}\n], {dump(rest)[1:-1]}}}]}}\n"

    def _head(self) -> str:
        return f'{{"$schema": {json.dumps(SCHEMA)}, "version": "2.1.0", "runs": [{{"results": [\n'

    def _result(self, doc: Document, f: Finding, artifact: dict[str, Any]) -> dict[str, Any]:
        index, where = self._rule(f), place_of(doc, f)
        result: dict[str, Any] = {
            "ruleId": f.code,
            "ruleIndex": index,
            "level": LEVEL[f.severity],
            "rank": round(100 * f.confidence, 1),
            "message": {"text": f.message.text(self._lang)},
            "locations": [_location(where, written(f), artifact)],
            "partialFingerprints": {FINGERPRINT: f.fingerprint},
        }
        related = [
            {"id": i, "message": {"text": f"{word(ROLE, e.role, self._lang)}: {e.text}"}, **_location(place(doc, e.start, e.end), e.text, artifact)}
            for i, e in enumerate(others(f), 1)
        ]
        if related:
            result["relatedLocations"] = related
        if where.exact and f.suggestions:
            result["fixes"] = [
                {
                    "description": {"text": s.reason.text(self._lang)},
                    "artifactChanges": [
                        {
                            "artifactLocation": artifact,
                            "replacements": [{"deletedRegion": _region(where), "insertedContent": {"text": s.text}}],
                        }
                    ],
                }
                for s in f.suggestions
            ]
        return result

    def _rule(self, f: Finding) -> int:
        """The index of the finding's rule among the rules of the run; they are listed as they are met."""
        if f.code not in self._rules:
            entry: dict[str, Any] = {"id": f.code, "name": f.name, "properties": {"tags": [f.code[:3]]}}
            if rule := self._known.get(f.code):
                entry["shortDescription"] = {"text": rule.summary[self._lang == "en"]}
                entry["help"] = {"text": page(rule, self._lang)}
                entry["defaultConfiguration"] = {"level": LEVEL[rule.severity]}
            self._rules[f.code] = entry
            self._index[f.code] = len(self._index)
        return self._index[f.code]


def _location(where: Place, text: str, artifact: dict[str, Any]) -> dict[str, Any]:
    region = {**_region(where), "snippet": {"text": text}}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _region(where: Place) -> dict[str, Any]:
    return {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
        "charOffset": where.offset,
        "charLength": where.length,
    }
