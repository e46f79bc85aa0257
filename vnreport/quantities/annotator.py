"""The layer ``quantities``."""

from __future__ import annotations

from vnreport.document import Document, Quantity
from vnreport.quantities.find import Written, find


def annotate_written(doc: Document) -> tuple[Written, ...]:
    """The layer ``numbers``: the numbers of a document as they are written; the rules on numbers read them too."""
    outside = [(x.start, x.end) for x in (*doc.dates, *doc.citations)]
    outside += [(r.start, r.end) for r in doc.region("header", "posted", "views", "residue")]
    return tuple(find(doc.text, doc.layer("scan"), outside))


def annotate(doc: Document) -> tuple[Quantity, ...]:
    """The layer ``quantities``: numbers with a unit, and bare ones that can hardly be anything else."""
    units = {u.start for u in doc.units}
    return tuple(
        Quantity(w.start, w.end, doc.text[w.start : w.end], w.value, w.unit) for w in doc.layer("numbers") if w.start not in units and _counts(w)
    )


def _counts(w: Written) -> bool:
    """Whether a number counts or measures: without a unit it may be a mark of a list, a year, or a day and month."""
    if w.unit is not None:
        return True
    if w.of is not None:
        return w.value > 31 or w.of > 12
    return w.decimals > 0 or w.value >= 2200
