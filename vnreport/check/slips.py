"""Slips of the pen: what the rules on spelling, capitals and signs have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vnreport.document import Document


@dataclass(frozen=True, slots=True)
class Slip:
    """A place, what should stand there, and the id of the message; ``other`` is a place that writes it right."""

    start: int
    end: int
    fixed: str
    message: str
    confidence: float
    severity: str = "info"
    other: tuple[int, int] | None = None


def kept(slips: Iterable[Slip], doc: Document, *regions: str) -> Iterator[Slip]:
    """The slips in text order, without those in page residue or ``regions``, and of overlapping ones the first and surest."""
    skip = [(r.start, r.end) for r in doc.region(*regions)] + doc.layer("residue")
    last = -1
    for slip in sorted(slips, key=lambda x: (x.start, -x.confidence, x.end)):
        if slip.start >= last and not any(a < slip.end and slip.start < b for a, b in skip):
            last = slip.end
            yield slip
