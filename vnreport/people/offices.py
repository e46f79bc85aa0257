"""Reading what stands beside a name: a row of offices, each with the body that it is held in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from vnreport.language.common import common_words
from vnreport.people.marks import Marks
from vnreport.people.vocabulary import Term

HAMLETS = frozenset({"thôn", "bản", "ấp", "xóm", "khu phố", "buôn", "làng", "khu"})
_JOINTS = frozenset({",", "-", "và", "kiêm", ";", "đồng", "là", "&"})
_ABOVE = frozenset({"tổng", "cục", "bộ", "sở"})
"""First words of bodies that stand above an office named before them: "Trưởng phòng Nghiệp vụ, Tổng cục …, Bộ …"."""
_ROOMS = frozenset({"Khoa", "Phòng", "Đội", "Trạm", "Tổ"})
_STATUS = frozenset({"nguyên", "cựu", "quyền", "cố", "q"})
_LONGEST = 12
"""Tokens that a name has at most."""


@dataclass(frozen=True, slots=True)
class Office:
    """One office as written: tokens ``[start, end)`` hold the title, ``body`` the tokens of the body or unit, if one stands there.

    ``what`` says what that is: ``body`` (an organisation), ``committee`` and ``field`` (a head with its field of work), ``cell`` (chi bộ),
    ``unit``, ``place``, ``hamlet``, ``level`` (a bare level word), ``noun`` (a common noun: "Giám đốc xí nghiệp"), ``name`` (any name).
    """

    start: int
    end: int
    term: Term
    body: tuple[int, int] | None
    former: bool
    what: str = ""

    @property
    def stop(self) -> int:
        """End of the title with its body."""
        return max(self.end, self.body[1]) if self.body else self.end


@dataclass(slots=True)
class Holding:
    """One office of one person, as found: the office, the offices beside it, the mention of the person."""

    office: Office
    row: list[Office]
    person: tuple[int, int]
    written: str
    confidence: float
    body: str | None = None


class Reader:
    """Reads offices at a token.

    Parameters
    ----------
    marks : Marks
        The marks of the text.
    bodies : iterable of (int, int)
        Tokens of the organisations.
    people : mapping of int to int
        Tokens of the persons: start -> end.
    """

    def __init__(self, marks: Marks, bodies: Iterable[tuple[int, int]], people: Mapping[int, int]) -> None:
        self.m = marks
        self.bodies = dict(bodies)
        self.people = people

    def office(self, i: int, named: bool = False) -> Office | None:
        """The office that begins at token ``i``; ``named``: the person stands before it."""
        m = self.m
        start, former = i, False
        if m.lower(i) in _STATUS and i not in m.office:
            former = m.lower(i) in ("nguyên", "cựu", "cố")
            i += 1 + (m.lower(i) == "q" and m.lower(i + 1) == ".")
        elif m.lower(i) == "p" and m.lower(i + 1) == "." and i not in m.office:  # "P.Trưởng phòng"
            i += 2
        hit = m.office.get(i)
        if hit is None:
            return None
        end, term = hit
        if term.long and m.shape(i) not in ("U", "m"):
            return None
        if term.long and m.lower(end) == "." and m.adjacent(end + 1):
            end += 1
        if end in m.fields and term.key in ("công chức", "cán bộ", "chuyên viên"):
            end = m.fields[end]
        body, what = self.body_at(i, end, term, named)
        return Office(start, end, term, body, former, what)

    def body_at(self, i: int, end: int, term: Term, named: bool) -> tuple[tuple[int, int] | None, str]:
        """The body named at the end of a title ("Trưởng | Ban Tổ chức Tỉnh ủy") or right after it, and what it is."""
        m = self.m
        if term.body in HAMLETS and end not in self.people and (stop := m.hamlet(end - 1)) > end:  # "trưởng ấp 5"
            return (end - 1, stop), "hamlet"
        for k in range(max(i + 1, end - 2), end + 1):
            stop = self.bodies.get(k, 0)
            if (stop > end or (stop == end and k < end)) and (k < end or m.adjacent(k)):
                return (k, self.named_on(k, stop)), "body"
        if stop := self.committee(end - 1, end):
            return (end - 1, stop), "committee"
        if not m.adjacent(end):
            return None, ""
        if m.lower(end) == "-" and (stop := self.bodies.get(end + 1, 0)):
            return (end + 1, stop), "body"
        readers: tuple[tuple[str, int], ...] = (
            ("cell", self.cell(end)),
            ("field", self.of_field(end)),
            ("unit", m.units.get(end, 0)),
            ("place", m.places.get(end, 0)),
            ("hamlet", m.hamlet(end)),
            ("level", 0 if m.level(end) in self.people else m.level(end)),
            ("noun", self.common_noun(end)),
        )
        if term.body in _ROOMS and m.shape(end) == "l" and m.lower(end) != "của":  # "Trưởng khoa tiêu hóa Bệnh viện …"
            for k in range(end + 1, min(end + 5, len(m.scan))):
                if not m.same_line(k) or m.lower(k) in (",", ".", "-") or k in self.people:
                    break
                if k in self.bodies and m.shape(k) == "C":
                    return (end, self.bodies[k]), "name"
        for what, stop in readers:
            if stop > end:
                return (end, stop), what
        return (body, "name") if (body := self.bare_name(end, named)) else (None, "")

    def named_on(self, start: int, stop: int) -> int:
        """End of a board with the company's name after it: "HĐQT | BSR"."""
        m = self.m
        if m.lower(stop - 1) == "kiêm":
            return stop - 1
        if stop - start > 3 or m.lower(stop - 1) not in ("hđqt", "trị"):
            return stop
        while m.shape(stop) in ("C", "U", "m") and m.same_line(stop) and stop not in self.people and stop not in m.office:
            stop += 1
        return stop

    def committee(self, i: int, end: int) -> int:
        """End of the committee whose head ends a title ("Trưởng | ban tổ chức") and goes on beyond its ``end``, or 0."""
        kinds = ("group", "purpose")
        return max((stop for stop, term in self.m.heads.get(i, ()) if term.kind in kinds and stop > end), default=0)

    def cell(self, i: int) -> int:
        """End of "Chi bộ thôn Na Nhung", "Chi đoàn Trường THPT …" at ``i``, or 0."""
        m = self.m
        if m.lower(i) != "chi" or m.lower(i + 1) not in ("bộ", "đoàn", "hội"):
            return 0
        k = i + 2
        if k in self.bodies or k in m.units or k in m.places:
            return self.bodies.get(k) or m.units.get(k) or m.places[k]
        stop = m.hamlet(k)
        if stop == k:
            while m.shape(stop) in ("C", "d", "m") and m.same_line(stop) and stop not in self.people and stop not in m.office:
                stop += 1
        return stop

    def of_field(self, i: int) -> int:
        """End of a body that consists of a head, a field of work and a level ("Trạm | Y tế | xã"), or 0."""
        m = self.m
        for stop, term in m.heads.get(i, ()):
            if term.kind == "field-head" and (end := m.fields.get(stop, 0)):
                return m.units.get(end) or m.level(end) or end
        return 0

    def common_noun(self, i: int) -> int:
        """End of the common noun of a body at ``i`` ("Giám đốc | xí nghiệp", "Hiệu trưởng | nhà trường"), or 0: which one, the context says."""
        m = self.m
        if m.lower(i) == "nhà" and m.lower(i + 1) == "trường":
            return i + 2
        for stop, term in m.heads.get(i, ()):
            if term.kind in ("name", "field-head", "purpose"):
                named = m.same_line(stop) and stop not in self.people and (m.shape(stop) in ("C", "U", "m", "d") or m.level(stop) or stop in m.fields)
                return 0 if named else stop
        return 0

    def bare_name(self, i: int, named: bool) -> tuple[int, int] | None:
        """A company's bare name after an office: "Tổng giám đốc Nam Long Bank"."""
        m = self.m
        stop = i
        while m.shape(stop) in ("C", "m", "U") and m.same_line(stop) and stop not in m.office and stop not in self.people:
            stop += 1
        if stop == i or not (named or stop in self.people) or any(self.people.get(a, 0) > i for a in range(i - _LONGEST, stop)):
            return None
        if m.shape(stop) == "l" and f"{m.lower(stop - 1)} {m.lower(stop)}" in common_words():
            return None  # the last capital begins a word: "UB Tài | chính"
        foreign = m.shape(i) in ("U", "m") or (m.scan.words[i].isascii() and len(m.scan.words[i]) > 5)
        if foreign or (named and stop > i + 1):
            return i, stop
        return None

    def unknown_body(self, i: int) -> tuple[int, int] | None:
        """A body that no table knows, between an office and the next one of a row: "Ủy viên | Hội đồng gia tộc Trần, Trưởng ban"."""
        m = self.m
        if m.shape(i) not in ("C", "U", "m") or not m.same_line(i):
            return None
        for k in range(i + 1, min(i + 11, len(m.scan))):
            if not m.same_line(k) or k in self.people or m.lower(k) in (".", ";", ":", "(", '"'):
                return None
            if m.lower(k) in (",", "-"):
                known = (k + 1) in self.bodies or ((k + 1) in m.office and m.shape(k + 1) in ("C", "U"))
                return (i, k) if known else None
        return None

    def closes(self, i: int) -> bool:
        """Whether the office at token ``i`` stands last on its line."""
        found = self.office(i) if self.m.same_line(i) else None
        stop = found.stop if found else i
        return found is not None and found.term.key != "phụ trách" and (not self.m.same_line(stop) or self.m.lower(stop) in (".", ";", ","))

    def row(self, i: int, lines: bool = False, named: bool = False) -> tuple[list[Office], int]:
        """The offices in a row from token ``i``, and the token after them; ``lines``: each may stand on a line of its own; ``named``: the
        person stands before, so that capitals after an office are a body's."""
        m = self.m
        out: list[Office] = []
        end = i
        while (found := self.office(i, named)) and (not out or lines or m.adjacent(found.start)):
            if lines and out and not found.term.long and (m.shape(found.start) == "U") != (m.shape(out[0].start) == "U"):  # a heading
                break
            if named and found.body is None and (body := self.unknown_body(found.end)):
                found = replace(found, body=body, what="name")
            out.append(found)
            end = i = found.stop
            if m.lower(i) == "khóa" or m.lower(i) == "nhiệm":
                break
            stop = self.bodies.get(i + 1, 0)  # a body right after the sign goes with the one before it
            listed = m.lower(i) == "," and not self.office(i + 1) and m.lower(stop) not in ("và", ",")
            joined = m.lower(i) == "và" and stop in self.people  # "… Đảng và Đảng ủy | NAME"
            twin = found.body is not None and m.lower(i + 1) == m.lower(found.body[0])  # "Bệnh viện A, Bệnh viện A …": a list
            if found.body and stop and not twin and (listed or joined):
                out[-1] = replace(found, body=(found.body[0], stop))
                end = i = stop
            while out[-1].body and m.lower(i) == "," and m.lower(i + 1) in _ABOVE and (stop := self.bodies.get(i + 1, 0)):
                out[-1] = replace(out[-1], body=((out[-1].body or (0, 0))[0], stop))
                end = i = stop
            if named and m.lower(i) == "(" and out:  # "… Thành ủy (phụ trách …), Bí thư …"
                close = next((k for k in range(i, min(i + 15, len(m.scan))) if m.lower(k) == ")"), 0)
                i = close + 1 if close and m.lower(close + 1) == "," else i
            if named and m.lower(i) == ":" and self.closes(i + 1):  # "Ông X, Phó Chủ tịch UBND huyện: Trưởng ban."
                i += 1
            elif m.lower(i) == "-" and not m.same_line(i):  # the next item of a list
                break
            elif m.lower(i) in _JOINTS and m.lower(i) != ";":
                i += 1
                while m.lower(i) in ("thời", "là", "làm", "kiêm"):
                    i += 1
            elif not (lines and i < len(m.scan) and m.scan.line_break(i)):
                break
        return out, end
