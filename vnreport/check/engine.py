"""Runs rules over a document: collects, orders, places and fingerprints what they find."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from vnreport.check.config import Config
from vnreport.document import SEVERITIES, Document, Finding, Unchecked

_GRAVITY = {s: -i for i, s in enumerate(SEVERITIES)}


def run(doc: Document, config: Config | None = None) -> tuple[tuple[Finding, ...], tuple[Unchecked, ...]]:
    """The findings of a document in text order, and what was not checked (equal reasons counted together)."""
    config = config or Config()
    found: list[Finding] = []
    skipped: Counter[tuple[str, str, str]] = Counter()
    reasons: dict[tuple[str, str, str], Unchecked] = {}
    for rule in config.rules():
        for item in rule.check(doc):
            if isinstance(item, Unchecked):
                key = (item.name, item.reason.id, item.reason.vi)
                skipped[key] += item.count
                reasons.setdefault(key, item)
            elif item.confidence >= config.min_confidence:
                found.append(item)
    found.sort(key=lambda f: (f.start, f.end, _GRAVITY[f.severity], f.code))
    return tuple(_placed(doc, found)), tuple(replace(u, count=skipped[k]) for k, u in reasons.items())


def _placed(doc: Document, findings: Iterable[Finding]) -> Iterable[Finding]:
    seen: Counter[str] = Counter()
    for f in findings:
        claim = "\x1f".join([f.code, *(" ".join(e.text.split()).lower() for e in f.evidence), *(s.text for s in f.suggestions)])
        digest = hashlib.sha256(claim.encode()).hexdigest()[:16]
        seen[digest] += 1
        line, column = doc.locate(f.start)
        yield replace(f, line=line, column=column, fingerprint=f"{digest}:{seen[digest]}")


def annotate_findings(doc: Document) -> tuple[Finding, ...]:
    """The layer ``findings``: all rules, default configuration."""
    findings, unchecked = run(doc)
    doc.layers["unchecked"] = unchecked
    return findings


def annotate_unchecked(doc: Document) -> tuple[Unchecked, ...]:
    """The layer ``unchecked``, which comes with the findings."""
    doc.layer("findings")
    return doc.layers["unchecked"]  # type: ignore[no-any-return]
