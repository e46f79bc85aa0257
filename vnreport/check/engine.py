"""Runs rules over a document: collects, orders, places and fingerprints what they find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from vnreport.check.config import Config
from vnreport.check.fingerprint import numbered
from vnreport.check.suppression import silence
from vnreport.document import SEVERITIES, Document, Finding, Unchecked

_GRAVITY = {s: -i for i, s in enumerate(SEVERITIES)}
LOOKED_AT = ("dates", "units", "quantities", "citations", "officials", "abbreviations")
"""The layers whose members count as looked at where a rule asked for them."""


@dataclass(frozen=True, slots=True)
class Result:
    """What the rules say of a document; ``silenced`` counts what is not shown, by reason, ``looked_at`` what was looked at, by layer."""

    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...] = ()
    silenced: dict[str, int] = field(default_factory=dict)
    looked_at: dict[str, int] = field(default_factory=dict)


def examine(doc: Document, config: Config | None = None, on_error: Callable[[str, Exception], object] | None = None) -> Result:
    """Run the rules of the configuration over a document.

    ``on_error`` is called with the name of a rule that fails and its exception, and the others go on; by default the exception is raised.
    """
    config = config or Config()
    found: list[Finding] = []
    skipped: Counter[tuple[str, str, str]] = Counter()
    reasons: dict[tuple[str, str, str], Unchecked] = {}
    for part in doc.unread:
        skipped[key := (part.name, part.reason.id, part.reason.vi)] += part.count
        reasons[key] = part
    rules = config.rules(doc.source)
    for rule in rules:
        try:
            items = list(rule.check(doc))
        except Exception as error:
            if on_error is None:
                raise
            on_error(rule.name, error)
            continue
        for item in items:
            if isinstance(item, Unchecked):
                key = (item.name, item.reason.id, item.reason.vi)
                skipped[key] += item.count
                reasons.setdefault(key, item)
            else:
                found.append(item)
    found.sort(key=lambda f: (f.start, f.end, _GRAVITY[f.severity], f.code))
    # Numbered before anything is left out: what a configuration drops must not change the names of the rest.
    placed = [f for f in numbered(found) if f.confidence >= config.min_confidence]
    silenced: dict[str, int] = {}
    if config.options:
        kept = [f for f in placed if " ".join(f.text.split()) not in config.allowed(f.name)]
        if len(kept) < len(placed):
            silenced["ignored"] = len(placed) - len(kept)
        placed = kept
    if doc.markers:
        placed, by_markers = silence(doc, placed, rules)
        if by_markers:
            silenced["inline"] = by_markers
    if config.severity:
        levels = {name: config.severity_of(name) for name in {f.name for f in placed}}
        placed = [replace(f, severity=levels[f.name] or f.severity) for f in placed]
    looked_at = {name: len(doc.layers[name]) for name in LOOKED_AT if name in doc.layers}
    return Result(tuple(placed), tuple(replace(u, count=skipped[k]) for k, u in reasons.items()), silenced, looked_at)


def annotate_findings(doc: Document) -> tuple[Finding, ...]:
    """The layer ``findings``: all rules, default configuration."""
    result = examine(doc)
    doc.layers["unchecked"] = result.unchecked
    return result.findings


def annotate_unchecked(doc: Document) -> tuple[Unchecked, ...]:
    """The layer ``unchecked``, which comes with the findings."""
    doc.layer("findings")
    return doc.layers["unchecked"]  # type: ignore[no-any-return]
