"""Who held which office of which body from when to when: the officials of many documents in one table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vnreport.document import Document, Official
from vnreport.language.letters import fold
from vnreport.people.vocabulary import offices

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "person", "office", "body", "unit_code", "first", "last", "former", "documents", "sources", "single", "rank", "overlaps", "confidence",
    "person_id",
)  # fmt: skip
_SHORT = {
    "ủy ban nhân dân": "ubnd", "hội đồng nhân dân": "hđnd", "mặt trận tổ quốc": "mttq", "mttqvn": "mttq", "mttq việt nam": "mttq",
    "ubmttq": "ủy ban mttq", "tòa án nhân dân": "tand", "viện kiểm sát nhân dân": "vksnd", "ban chỉ huy quân sự": "ban chqs",
    "bộ chỉ huy quân sự": "bộ chqs", "liên đoàn lao động": "lđlđ", "hội liên hiệp phụ nữ": "hội lhpn", "bch": "ban chấp hành",
    "btv": "ban thường vụ", "bảo hiểm xã hội": "bhxh",
}  # fmt: skip
_LEVEL = re.compile(
    r"(.*?\b(?:tỉnh|thành|quận|huyện|thị) (?:ủy|đoàn)|.*?) ?\b(?:tỉnh|thành phố|tp|quận|q|huyện|h|thị xã|tx|thị trấn|tt|phường|p|"
    r"(?<!tác )xã(?! hội)|x|đặc khu|(?<=ủy)|(?<=đoàn)) .+"
)
"""A body with a unit: group 1 is what comes before the unit."""
_FORMER = ("nguyên ", "cựu ", "cố ")
_ACTING = ("quyền ", "q. ")


@dataclass(slots=True)
class _Holder:
    """One person in one office of one body."""

    person: str
    office: str
    body: str | None
    code: str | None
    dates: list[str] = field(default_factory=list)
    former: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    sure: float = 0.0

    @property
    def first(self) -> str | None:
        return min(self.dates, default=None)

    @property
    def last(self) -> str | None:
        return max(self.dates, default=None)


def body_key(body: str | None, code: str | None) -> str:
    """What is equal for two ways of writing one body: short forms made one, the unit by its code where it is known.

    Examples
    --------
    >>> body_key("Ủy ban nhân dân quận Cẩm Lệ", "495") == body_key("UBND Q. Cẩm Lệ", "495")
    True
    """
    if not body:
        return ""
    low = " ".join(re.sub(r"[^\w&]+", " ", fold(body)).split())
    for long, short in _SHORT.items():
        low = re.sub(rf"\b{long}\b", short, low)
    if code and (unit := _LEVEL.match(low)):
        return f"{unit[1].strip()}|{code}"
    return low


def _rows(documents: Iterable[Document]) -> Iterator[tuple[str, str | None, Official, str]]:
    for n, doc in enumerate(documents):
        source = doc.source or f"#{n}"
        for o in doc.officials:
            for title in o.titles:
                yield source, doc.meta.posted, o, title


def holders_table(documents: Iterable[Document], min_confidence: float = 0.0) -> pd.DataFrame:
    """A table of who held which office of which body, and from when to when the documents say so.

    Parameters
    ----------
    documents : iterable of Document
        Documents with officials (:func:`vnreport.analyze` or :func:`vnreport.analyze_many` gives them); their posting dates are the dates.
    min_confidence : float, default 0
        Leave out what is less sure.

    Returns
    -------
    pandas.DataFrame
        One row for each person, office and body. ``first`` and ``last`` are the posting dates of the first and last document that give the
        person the office, ``former`` that of the first which calls the office a former one ("nguyên Chủ tịch"); ``documents`` and
        ``sources`` say in how many and which; ``overlaps`` names other holders of a single office seen within the same time; ``person_id``
        is equal where two rows are one person's: the same full name, and the same body or unit. Only full names have a row.

    Examples
    --------
    >>> import vnreport
    >>> texts = {"2018-04-24": "Ông Lê Văn Nam, Chủ tịch UBND quận Cẩm Lệ dự.", "2019-01-05": "Chủ tịch UBND quận Cẩm Lệ Lê Văn Nam dự.",
    ...          "2018-12-01": "Bà Hồ Thị Lan, Chủ tịch UBND quận Cẩm Lệ phát biểu."}
    >>> table = holders_table(vnreport.analyze(text, posted=day) for day, text in texts.items())
    >>> table[["person", "office", "unit_code", "first", "last", "documents"]].values.tolist()
    [['Lê Văn Nam', 'Chủ tịch', '495', '2018-04-24', '2019-01-05', 2], ['Hồ Thị Lan', 'Chủ tịch', '495', '2018-12-01', '2018-12-01', 1]]
    >>> table.loc[1, "overlaps"]
    ['Lê Văn Nam']
    """
    import pandas as pd

    found: dict[tuple[str, str, str], _Holder] = {}
    for source, day, o, title in _rows(documents):
        if " " not in o.name or o.confidence < min_confidence:
            continue
        office, former = _office(title)
        key = (fold(" ".join(o.name.split())), fold(office), body_key(o.organisation, o.code))
        h = found.setdefault(key, _Holder(o.name, office, o.organisation, o.code))
        h.body = max(h.body, o.organisation, key=lambda b: (bool(b) and not str(b).isupper(), len(b or "")))
        h.sure = max(h.sure, o.confidence)
        if source not in h.sources:
            h.sources.append(source)
        if day:
            (h.former if former else h.dates).append(day)
    return pd.DataFrame(_table(found), columns=list(COLUMNS))


def _office(title: str) -> tuple[str, bool]:
    """An office without what says that it is over or acting, and whether it is over."""
    low, former = fold(title), False
    for start in (*_FORMER, *_ACTING):
        if low.startswith(start):
            former = start in _FORMER
            title = title[len(start) :]
            break
    return title[:1].upper() + title[1:], former


def _table(found: dict[tuple[str, str, str], _Holder]) -> list[tuple[object, ...]]:
    ids = _persons(found)
    by_office: dict[tuple[str, str], list[_Holder]] = {}
    for (_, office, body), h in found.items():
        by_office.setdefault((office, body), []).append(h)
    rows = []
    for (name, office, body), h in found.items():
        term = offices().get(office)
        single = bool(term and term.single)
        others = by_office[office, body] if single and body else []
        overlaps = [x.person for x in others if x is not h and _meet(h, x)]
        rank = term.rank if term else 0
        rows.append(
            (
                h.person, h.office, h.body, h.code, h.first, h.last, min(h.former, default=None), len(h.sources), h.sources, single, rank,
                overlaps, h.sure, ids[name, office, body],
            )
        )  # fmt: skip
    return sorted(rows, key=lambda r: (fold(str(r[2] or "\uffff")), -int(str(r[10])), str(r[4] or "\uffff"), fold(str(r[0]))))


def _meet(a: _Holder, b: _Holder) -> bool:
    """Whether two holders are seen in the office within the same time."""
    return bool(a.first and a.last and b.first and b.last and a.first <= b.last and b.first <= a.last)


def _persons(found: dict[tuple[str, str, str], _Holder]) -> dict[tuple[str, str, str], int]:
    """A number for each person: rows of one name are one person's where body or unit is the same."""
    number: dict[tuple[str, str, str], int] = {}
    links: dict[tuple[str, str], int] = {}
    parent: list[int] = []

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for key, h in found.items():
        name, _, body = key
        number[key] = len(parent)
        parent.append(number[key])
        for place in {f"body {body}" if body else "", f"unit {h.code}" if h.code else ""} - {""}:
            parent[root(number[key])] = root(links.setdefault((name, place), number[key]))
    order: dict[int, int] = {}
    return {key: order.setdefault(root(n), len(order)) for key, n in number.items()}
