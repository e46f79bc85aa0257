"""What a page says of itself: its :class:`~vnreport.document.Meta` and the regions of its text."""

from __future__ import annotations

from dataclasses import replace

from vnreport.document import Meta, Region
from vnreport.language.residue import residue
from vnreport.reading import body, byline, formal, header
from vnreport.reading.lines import lines


def describe(text: str) -> tuple[Meta, tuple[Region, ...]]:
    """Meta data and regions of a text, regions in text order."""
    ls = lines(text)
    left = residue(text)
    document = formal.find(text, ls)
    meta, regions = document or header.find(text, ls)
    top = ("title", "header", "posted")
    first = max((i + 1 for i, x in enumerate(ls[: header.HEAD]) if any(r.kind in top and r.start <= x.start < r.end for r in regions)), default=0)
    own = [(r.start, r.end) for r in regions if r.kind in ("title", "header", "posted")]
    if document is None and meta.author is None and (author := byline.find(text, ls, left) or byline.above(text, ls, own)):
        meta = replace(meta, author=" ".join(text[slice(*author)].split()))
        regions.append(Region(*author, text[slice(*author)], "author"))
    if document is None:
        regions += body.captions(text, ls, first)
    for title in [r for r in regions if r.kind == "title"]:
        regions += body.repeated(text, title)
    regions += [Region(a, b, text[a:b], "residue") for a, b in left]
    return meta, tuple(sorted(regions, key=lambda r: (r.start, -r.end)))
