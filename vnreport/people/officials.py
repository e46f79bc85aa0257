"""The layer ``officials``: who holds which office in which body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from vnreport.document import Document, Official, Span
from vnreport.people.bodies import Completer
from vnreport.people.codes import unit_code
from vnreport.people.holdings import Finder
from vnreport.people.offices import Holding
from vnreport.people.vocabulary import surnames

_GENERIC_TITLES = frozenset({"cán bộ", "công chức", "đại biểu", "phụ trách", "chuyên viên", "thư ký", "thành viên", "huấn luyện viên", "trợ lý"})


@dataclass(slots=True)
class _Row:
    name: str
    titles: list[str]
    organisation: str | None
    mentions: list[Span] = field(default_factory=list)
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Appointment:
    """One office of one person as one place of the text says it.

    Attributes
    ----------
    name : str
        The person's full name.
    title, organisation : str
        The office and the body, completed.
    office, mention : Span
        Where the title and where the person stands.
    single : bool
        Whether a body has only one holder of this office at a time.
    former : bool
        Whether the title says that the office is over (nguyên, cựu, cố).
    written : bool
        Whether the body is written there; otherwise it comes from the context.
    """

    name: str
    title: str
    organisation: str | None
    office: Span
    mention: Span
    single: bool
    former: bool
    confidence: float = 0.9
    written: bool = True


def _appointments(finder: Finder) -> Iterator[Appointment]:
    doc, scan = finder.doc, finder.m.scan
    completer = Completer(doc, finder.m, finder.bodies)
    known = {n.split()[-1] for n in finder.full.values() if " " in n}
    held = list(finder.holdings())
    said = {(finder.full[h.person[0]], h.written.lower()) for h in held if h.office.body}
    own: dict[tuple[str, str], str | None] = {}
    for n, h in enumerate(held):
        name, base = finder.full[h.person[0]], h.office.term.base
        if " " not in name and name not in known and (len(name) < 4 or name.lower() in surnames()):
            continue
        alone = h.office.body is None and not h.body
        if alone and (name, h.written.lower()) in said:  # "Phó Chủ tịch Lê Văn Sơn" of "… Phó Chủ tịch UBND quận"
            body = None
            completer.last[base] = own.get((name, base)) or completer.last.get(base, "")
        elif (
            alone and base and (name, base) in own and finder.m.lower(h.office.start - 1) != "làm"
        ):  # the head office or the deputy's of one's own body
            body = own[name, base]
        else:
            body = completer.body(h.office, h.row, h.body)
            if body is None and base in ("chủ tịch", "bí thư") and (after := _next(held, n)):
                body = completer.find(after.office, after.row, None)  # "A - Bí thư; B - Phó Bí thư Đảng ủy xã"
        if h.office.body and body:
            own.setdefault((name, base), body)
        if body is None and h.office.term.key in _GENERIC_TITLES and h.office.term.key != "thành viên":
            continue
        yield Appointment(
            name, h.written, body,
            doc.span(scan.starts[h.office.start], scan.ends[h.office.end - 1]), finder.mention(h.person[0]),
            h.office.term.single, h.office.former, h.confidence, h.office.body is not None,
        )  # fmt: skip


def _next(held: list[Holding], n: int) -> Holding | None:
    """The next holding of the same head office after the ``n``-th, in the same list, that names its body."""
    own = held[n].office
    if own.former or own.start < held[n].person[0]:  # an office before a name alone: "Chủ tịch Hồ Chí Minh"
        return None
    near = (h for h in held[n + 1 : n + 4] if h.office.term.base == own.term.base and own.start < h.office.start < own.start + 40)
    return next((h for h in near if h.office.body and h.person != held[n].person), None)


def appointments(doc: Document) -> list[Appointment]:
    """Every place of a document that gives a person an office, in the order in which they are found."""
    return list(_appointments(Finder(doc))) if doc.text else []


def annotate(doc: Document) -> tuple[Official, ...]:
    """The layer ``officials``."""
    if not doc.text:
        return ()
    finder = Finder(doc)
    rows: dict[str, list[_Row]] = {}
    order: list[_Row] = []
    for a in _appointments(finder):
        own = rows.setdefault(a.name, [])
        row = _join(own, a.title, a.organisation)
        if row is None:
            row = _Row(a.name, [a.title], a.organisation, confidence=a.confidence)
            own.append(row)
            order.append(row)
    for i in sorted(finder.people):
        mention = finder.mention(i)
        for row in rows.get(finder.full[i], ()):
            row.mentions.append(mention)
    return tuple(Official(r.name, tuple(r.titles), r.organisation, tuple(r.mentions), r.confidence, unit_code(doc, r.organisation)) for r in order)


def _join(own: list[_Row], title: str, body: str | None) -> _Row | None:
    """The row that already holds this office: the same body, or the same title with one body unsaid."""
    low = title.lower()
    for row in own:
        titles = [t.lower() for t in row.titles]
        same_body = body == row.organisation or (body is not None and row.organisation is not None and body.lower() == row.organisation.lower())
        if same_body:
            if low not in titles:
                row.titles.append(title)
            return row
        ministry = low in ("bộ trưởng", "thứ trưởng")
        if low in titles and (body is None or row.organisation is None or (len(row.titles) == 1 and (ministry or _contains(body, row.organisation)))):
            row.organisation = max((row.organisation or "", body or ""), key=len) or None
            return row
    return None


def _contains(a: str, b: str) -> bool:
    a, b = a.lower(), b.lower()
    return a in b or b in a
