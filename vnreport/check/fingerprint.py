"""Names of findings that depend on what they say, not on where: for triage files, baselines and other tools."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vnreport.document import Finding

_SCHEMA = "1"


def numbered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a document with their fingerprints; a number behind it tells equal ones apart."""
    seen: Counter[str] = Counter()
    for f in findings:
        name = digest(f)
        seen[name] += 1
        yield replace(f, fingerprint=f"{name}:{seen[name]}")


def digest(f: Finding) -> str:
    """What a finding says, in short: rule, flagged text, what it conflicts with, repairs; white space does not matter.

    Place, severity, confidence and wording are left out, and so is evidence that only explains: it changes with the text around.
    """
    conflicts = sorted(e.text for e in f.evidence if e.role == "conflict")
    # A note to the checker flags a line that is right; what it says is the note.
    notes = [str(f.message.args[name]) for name in ("marker", "selector") if name in f.message.args]
    parts = (_SCHEMA, f.code, *(notes or [f.text]), *conflicts, "", *(s.text for s in f.suggestions))
    return hashlib.sha256("\x1f".join(" ".join(p.split()) for p in parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
