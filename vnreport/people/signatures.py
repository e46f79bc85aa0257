"""Who signs: the office line above a signer's name, and signers side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vnreport.language.letters import fold
from vnreport.people.offices import Holding, Office

if TYPE_CHECKING:
    from vnreport.people.holdings import Finder

_COMMITTEES = frozenset({"tỉnh", "thành", "quận", "huyện", "thị", "đảng"})
_WIDTH = 40  # tokens: more stand on no line of signers


def signatures(finder: Finder) -> Iterator[Holding]:
    """The office line above a signer's name."""
    m, scan = finder.m, finder.m.scan
    for i, end in finder.people.items():
        if beside := columns(finder, i):
            if i == beside[0]:
                yield from side_by_side(finder, beside)
            continue
        if not (finder.opens_line(i) and (end == len(scan) or scan.line_break(end))):
            continue
        line_start = i
        while line_start and not scan.line_break(line_start):
            line_start -= 1
        if any(term.kind == "honorific" for _, term in m.other.get(line_start, ())):
            continue
        k = line_start - 1
        tried = 0
        while k >= 0 and tried < 4:
            a = k
            while a and not scan.line_break(a):
                a -= 1
            b = k + 1
            found = office_line(finder, a, b)
            if found:
                signing = None if found.body else signing_body(finder, a, found)
                yield Holding(found, [found], (i, end), finder.title(found), 0.9, signing)
                if found.body and (other := second_office(finder, a, found)):
                    yield Holding(other, [other], (i, end), finder.title(other), 0.8)
                break
            if not any(w in ("ký", "kí") for w in scan.lower[a:b]) and b - a > 4:
                break
            tried += 1
            k = a - 1


def second_office(finder: Finder, line: int, office: Office) -> Office | None:
    """The office of one who signs in two: "TRƯỞNG BAN" above "(Đã ký)" above "PHÓ CHỦ TỊCH UBND HUYỆN"."""
    scan = finder.m.scan
    b = line
    for _ in range(2):
        a = b - 1
        while a > 0 and not scan.line_break(a):
            a -= 1
        if a < 0 or sign(finder, a):
            return None
        found = office_line(finder, a, b)
        if found:
            return found if found.term.base != office.term.base else None
        if not any(w in ("ký", "kí") for w in scan.lower[a:b]):
            return None
        b = a
    return None


def columns(finder: Finder, i: int) -> list[int]:
    """The persons of the line of token ``i`` if several sign there side by side, wide gaps between them; else none."""
    m = finder.m
    if not (m.wide(i) or m.wide(finder.people[i])):
        return []
    a = i
    while a and not m.scan.line_break(a):
        a -= 1
        if i - a > _WIDTH:
            return []
    out, k = [], a
    while k in finder.people and (k == a or m.wide(k)):
        out.append(k)
        k = finder.skip_cues(finder.people[k])
        if k < len(m.scan) and m.scan.line_break(k):
            break
    return out if len(out) > 1 and (k >= len(m.scan) or m.scan.line_break(k)) else []


def side_by_side(finder: Finder, people: list[int]) -> Iterator[Holding]:
    """The offices of those who sign side by side: of the line above that has as many."""
    m, scan = finder.m, finder.m.scan
    b = people[0]
    for _ in range(4):
        a = b - 1
        while a > 0 and not scan.line_break(a):
            a -= 1
        if a < 0:
            return
        starts = [k for k in range(a, b) if (k == a or m.wide(k)) and m.shape(k) == "U"]
        offices = [o for k in starts if (o := office_line(finder, k, next((x for x in starts if x > k), b)))]
        if len(offices) == len(people):
            for office, p in zip(offices, people, strict=True):
                yield Holding(office, [office], (p, finder.people[p]), finder.title(office), 0.8)
            return
        b = a


def office_line(finder: Finder, a: int, b: int) -> Office | None:
    """The office that the line ``[a, b)`` consists of, in capitals or with its sign (KT., TM.)."""
    m = finder.m
    k = a
    while k < b and (step := sign(finder, k)):
        k += step
    found = finder.reader.office(k)
    if found and found.stop == b and (m.shape(found.start) == "U" or k > a):
        return found
    return None


def sign(finder: Finder, i: int) -> int:
    """Length of the sign of authority at token ``i`` (KT., TM., T/L), or 0."""
    m = finder.m
    if m.lower(i) in ("kt", "tm", "tl", "tuq", "q"):
        return 1 + (m.lower(i + 1) == ".")
    return 3 if m.lower(i) in ("t", "k") and m.lower(i + 1) == "/" and m.lower(i + 2) in ("m", "l", "t") else 0


def signing_body(finder: Finder, line: int, office: Office) -> str | None:
    """The body that signs: of a line above the office, else of the letterhead; the completer takes the issuer's where there is none."""
    m, scan = finder.m, finder.m.scan
    k = line
    for _ in range(3):
        if k <= 0:
            break
        a = k - 1
        while a and not scan.line_break(a):
            a -= 1
        if m.shape(a) not in ("U", "m"):
            break
        for start in range(a, k):
            if start in finder.bodies:
                return m.text(start, finder.bodies[start])
        k = a
    council = office.term.key.endswith("chủ tịch")
    found = [a for r in finder.doc.region("letterhead") for a in finder.bodies if r.start <= scan.starts[a] < r.end and m.shape(a) == "U"]
    found = [a for a in found if scan.lower[a : a + 2] != ("đảng", "cộng")]  # the motto of the Party's documents
    noun = fold(office.term.body)
    party = [a for a in found if m.lower(a + 1) == "ủy" and m.lower(a) in _COMMITTEES]
    if noun == "văn phòng" and party:
        return f"{office.term.body} {m.text(party[-1], finder.bodies[party[-1]])}".upper()
    own = [a for a in found if noun and m.lower(a) == noun.split(" ")[0]]
    found = own or ([] if noun else found)
    name = m.text(found[-1], finder.bodies[found[-1]]) if found else None
    if council:  # the issuer's name is complete; only the council must not be taken for the committee
        return "HĐND" if name and fold(" ".join(name.split())).startswith(("hội đồng nhân dân", "hđnd")) else None
    return name
