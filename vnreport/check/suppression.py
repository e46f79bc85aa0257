"""Notes to the checker in the source: which findings they silence, and which silence nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from vnreport.check.errors import ConfigError
from vnreport.check.fingerprint import numbered
from vnreport.check.registry import Rule, matching, named
from vnreport.document import Document, Finding, Marker

UNUSED = "unused-ignore"


def silence(doc: Document, findings: Sequence[Finding], ran: Iterable[Rule]) -> tuple[list[Finding], int]:
    """The findings that no marker silences, and those about markers, in text order; and how many are silenced.

    A marker is held to be unused only when all rules that it names were run.
    """
    names = {m: {s: _named(s) for s in m.selectors} for m in doc.markers}
    by_line: dict[int | None, list[Marker]] = {}
    for m in names:
        by_line.setdefault(m.target, []).append(m)
    used: set[tuple[Marker, str]] = set()
    kept: list[Finding] = []
    for f in findings:
        last = doc.locate(max(f.end - 1, f.start))[0]
        near = [m for line in (None, *range(f.line, last + 1)) for m in by_line.get(line, ())]
        over = [(m, s) for m in near for s, of in names[m].items() if f.name in of]
        used.update(over)
        if not over:
            kept.append(f)
    rules = {r.name: r for r in ran}
    silenced = len(findings) - len(kept)
    if UNUSED in rules:
        kept += numbered(_about(doc, names, used, rules))
        kept.sort(key=lambda f: (f.line, f.column))  # in the source, where a marker stands; the text has it no more
    return kept, silenced


@cache
def _named(selector: str) -> frozenset[str]:
    """The rules that a selector names; none for one that does not exist."""
    try:
        return frozenset(r.name for r in matching([selector]))
    except ConfigError:
        return frozenset()


def _about(
    doc: Document, names: dict[Marker, dict[str, frozenset[str]]], used: set[tuple[Marker, str]], ran: dict[str, Rule]
) -> Iterator[Finding]:
    rule = named(UNUSED)
    for marker, selectors in names.items():
        start, end = _place(doc, marker)
        for selector, of in selectors.items() or {"": frozenset[str]()}.items():
            if of and ((marker, selector) in used or not of - {UNUSED} <= ran.keys()):
                continue
            message = "message" if of else "unknown" if selector else "empty"
            f = rule.finding(doc, start, end, message=message, args={"marker": marker.text, "selector": selector}, confidence=1.0)
            yield replace(f, line=marker.line, column=marker.column)


def _place(doc: Document, marker: Marker) -> tuple[int, int]:
    """The line of the text that a marker speaks of or, where there is none, the nearest place."""
    line = marker.line if marker.target is None else marker.target
    at = bisect_left(range(len(doc.text)), line, key=lambda i: doc.locate(i)[0])
    end = doc.text.find("\n", at)
    return at, len(doc.text) if end < 0 else end
