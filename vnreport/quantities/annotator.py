"""The layer ``quantities``."""

from __future__ import annotations

from vnreport.document import Document, Quantity
from vnreport.quantities.find import Written, find


def written(doc: Document) -> tuple[Written, ...]:
    """The numbers of a document as they are written; kept with the document, since the rules on numbers all read them."""
    if "written" not in doc.layers:
        outside = [(x.start, x.end) for x in (*doc.dates, *doc.citations)]
        outside += [(r.start, r.end) for r in doc.region("header", "posted", "views", "residue")]
        doc.layers["written"] = tuple(find(doc.text, doc.layer("scan"), outside))
    return doc.layers["written"]  # type: ignore[no-any-return]


def annotate(doc: Document) -> tuple[Quantity, ...]:
    """The layer ``quantities``."""
    units = [(u.start, u.end) for u in doc.units]
    starts = {a for a, _ in units}
    return tuple(Quantity(w.start, w.end, doc.text[w.start : w.end], w.value, w.unit) for w in written(doc) if w.start not in starts)
