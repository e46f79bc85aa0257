"""A document as the finders of this package see it: its tokens, with the terms of the tables, units and closed-off parts marked."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from vnreport.document import Document, Unit
from vnreport.language.scan import Scan
from vnreport.people.vocabulary import Term, matcher, surnames

HEADS = frozenset({"body", "group", "closed", "field-head", "purpose", "name"})
_HAMLETS = frozenset("thôn ấp bản buôn xóm làng tổ".split())
PERSON_CUES = frozenset({"office", "rank", "degree", "honorific"})


@dataclass(slots=True)
class Marks:
    """Tables' terms by the token where they begin, the longest first; ends are exclusive token indices."""

    scan: Scan
    office: dict[int, tuple[int, Term]] = field(default_factory=dict)
    other: dict[int, list[tuple[int, Term]]] = field(default_factory=dict)
    heads: dict[int, list[tuple[int, Term]]] = field(default_factory=dict)
    fields: dict[int, int] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)
    units: dict[int, int] = field(default_factory=dict)
    in_unit: set[int] = field(default_factory=set)
    count: int = 0
    folded: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.count, self.folded = len(self.scan), self.scan.lower

    def same_line(self, i: int) -> bool:
        """Whether token ``i`` stands on the line of the token before it."""
        return i < self.count and not self.scan.line_break(i)

    def adjacent(self, i: int) -> bool:
        """Whether at most one line break stands before token ``i``: a phrase may run on over it."""
        s = self.scan
        return 0 < i < self.count and (s.starts[i] - s.ends[i - 1] < 2 or s.text.count("\n", s.ends[i - 1], s.starts[i]) <= 1)

    def wide(self, i: int) -> bool:
        """Whether a gap of three characters or more stands before token ``i``: columns of a page, not a phrase."""
        s = self.scan
        return 0 < i < self.count and s.starts[i] - s.ends[i - 1] > 2

    def lower(self, i: int) -> str:
        """Token ``i`` folded; "" outside the text."""
        return self.folded[i] if 0 <= i < self.count else ""

    def shape(self, i: int) -> str:
        """Shape of token ``i``; "" outside the text."""
        return self.scan.shapes[i] if 0 <= i < self.count else ""

    def level(self, i: int) -> int:
        """End of the level word at ``i`` with its dot ("TP."), or 0."""
        end = self.levels.get(i, 0)
        if end and self.lower(i) in ("tp", "tx") and self.lower(end) == "." and self.shape(end + 1) == "l":
            return end + 1
        return end

    def hamlet(self, i: int) -> int:
        """End of "thôn Phú Túc", "tổ dân phố số 12" at ``i``; ``i`` if no name follows. A person's name ends it."""
        j = i + 1
        if self.lower(i) not in _HAMLETS and not (self.lower(i) == "khu" and self.lower(j) in ("phố", "dân")):
            return i
        while self.lower(j) in ("phố", "dân", "cư", "số") and self.shape(j) == "l":
            j += 1
        end = j
        while self.shape(end) in ("C", "m") and self.same_line(end):
            if surnames().get(self.lower(end)) == "strong" and self.shape(end + 1) == "C" and (end > j or self.lower(end + 1) in ("văn", "thị")):
                break
            end += 1
        if self.shape(end) == "d" and self.same_line(end):
            end += 1
        return end if end > j else i

    def text(self, start: int, end: int) -> str:
        """The text of tokens ``[start, end)``."""
        s = self.scan
        return s.text[s.starts[start] : s.ends[end - 1]]


def mark(doc: Document) -> Marks:
    """The marks of a document; the layers of one document that ask for them in a row share them."""
    return _mark(doc.layer("scan"), Same(doc.units))


class Same:
    """Units as one argument of a cache: equal only to themselves (a scan belongs to one document, so do its units)."""

    def __init__(self, units: tuple[Unit, ...]) -> None:
        self.units = units

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.units is self.units

    def __hash__(self) -> int:
        return id(self.units)


@lru_cache(maxsize=1)
def _mark(scan: Scan, units: Same) -> Marks:
    marks = Marks(scan)
    text = scan.text
    begin = dict(zip(scan.starts, range(marks.count), strict=True))
    finish = dict(zip(scan.ends, range(1, marks.count + 1), strict=True))
    for start, end, terms in matcher().all(scan.folded.replace("\n", " ")):
        i, j = begin.get(start), finish.get(end)
        if i is None or j is None:
            continue
        broken = "\n" in text[start:end] and not _runs_on(text[start:end])
        capitals = broken and text[start:end].isupper()
        for term in terms:
            kind = term.kind
            if broken and not (capitals and kind in HEADS):  # "ỦY\nBAN NHÂN DÂN" is one, "… UBND tỉnh\nỦy viên …" is not
                continue
            if kind == "office":
                if i and scan.lower[i] == "vụ" and scan.lower[i - 1] == "chức":  # "giữ chức vụ Trưởng phòng"
                    continue
                if i not in marks.office or marks.office[i][0] < j:
                    marks.office[i] = (j, term)
            elif kind in HEADS:
                marks.heads.setdefault(i, []).append((j, term))
            elif kind == "field":
                marks.fields[i] = max(j, marks.fields.get(i, 0))
            elif kind == "place":
                if scan.words[i][0].isupper():
                    marks.places[i] = max(j, marks.places.get(i, 0))
            elif kind == "level":
                marks.levels[i] = max(j, marks.levels.get(i, 0))
            else:
                marks.other.setdefault(i, []).append((j, term))
    for table in (marks.heads, marks.other):
        for hits in table.values():
            hits.sort(key=lambda h: -h[0])
    for unit in units.units:
        span = scan.between(unit.start, unit.end)
        if span:
            marks.units[span.start] = max(span.stop, marks.units.get(span.start, 0))
            marks.in_unit.update(span)
    return marks


def _runs_on(phrase: str) -> bool:
    """Whether a phrase goes on in lower case after its line break."""
    return phrase[phrase.index("\n") + 1 :][:1].islower()
