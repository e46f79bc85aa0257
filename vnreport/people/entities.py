"""The layer ``entities``: persons, organisations and places."""

from __future__ import annotations

import re

from vnreport.document import Document, Entity
from vnreport.people import institutions, persons
from vnreport.people.features import Found
from vnreport.people.marks import Marks, mark
from vnreport.people.referee import judged, rule_spans
from vnreport.people.tagger import Tagged, shipped

_GLUED = re.compile(r"(?<=[a-zà-ỹ])(?<![A-ZĐÀ-Ỹ]['’])[A-ZĐ](?=[à-ỹ])")
"""A capital inside a syllable of a name: the page's next word is glued to it ("PhươngTổng hợp")."""


def closed_tokens(doc: Document, marks: Marks) -> set[int]:
    """Tokens that belong to the numbers of documents: "273/KH-UBND" names no body."""
    out: set[int] = set()
    scan = marks.scan
    i = scan.text.find("/")
    while i >= 0:
        k = scan.at(i) + 1
        if (
            k < len(scan)
            and scan.starts[k] == i + 1
            and scan.shapes[k] in "CUm"
            and (scan.shapes[k - 2 : k - 1] == "d" or scan.words[k + 1 : k + 2] == ("-",))
        ):
            while k < len(scan) and (scan.shapes[k] in "CUmd" or scan.words[k] in "-/.") and (scan.starts[k] == scan.ends[k - 1]):
                out.add(k)
                k += 1
        i = scan.text.find("/", i + 1)
    return out


def found_by_rules(doc: Document) -> Found:
    """What the tables and the rules say of a document."""
    marks = mark(doc)
    closed = closed_tokens(doc, marks)
    bodies = institutions.find(marks, closed)
    people, refused = persons.find(marks, bodies, closed, {u.name for u in doc.units}, [(r.start, r.end) for r in doc.region("author")])
    return Found(marks, bodies, people, closed, refused, tuple((r.kind, r.start, r.end) for r in doc.regions))


def annotate(doc: Document) -> tuple[Entity, ...]:
    """The layer ``entities``."""
    found = found_by_rules(doc)
    scan, text = found.marks.scan, doc.text
    out = [Entity(u.start, u.end, u.text, "LOC", 0.9) for u in doc.units]
    model = shipped()
    spans = judged(found, Tagged(model, found)) if model else rule_spans(found)
    for (label, first, end), confidence in spans.items():
        a, b = scan.starts[first], scan.ends[end - 1]
        if label == "PER" and (glued := _GLUED.search(text, scan.starts[end - 1], b)):
            b = glued.start()
        out.append(Entity(a, b, text[a:b], label, round(confidence, 3)))
    return tuple(sorted(out, key=lambda e: (e.start, -e.end)))
