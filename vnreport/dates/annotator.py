"""The layer ``dates``."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from vnreport.dates.anniversaries import anniversaries
from vnreport.dates.find import Finder
from vnreport.dates.model import FIRST_YEAR, LAST_YEAR, Expression
from vnreport.dates.resolve import UNTOLD, Resolver, Value, days_of
from vnreport.document import DateSpan, Document

DOUBTED = "stamp; the text speaks of"
"""Begins the reason of a posting stamp that the text's own dates prove wrong."""
_NUMBERED = re.compile(r"(?<![^\W_])số\s{0,2}:?\s{0,2}\d[^\s,;()]*[/-][^\s,;()]*\s{0,3}[,(]?\s{0,3}$")
_ANNIVERSARY = re.compile(r"(?:kỷ niệm|kỉ niệm|lần thứ|thành lập|chào mừng|truyền thống)")
_EVENT = re.compile(
    r"(?:tổ chức|diễn ra|khai mạc|họp|hội nghị|buổi lễ|tham dự|đến thăm|làm việc|kiểm tra|phát động|ra quân|tiếp|"
    r"gặp mặt|trao|kết quả|thực hiện)"
)
_HELD = re.compile(
    r"(?<![^\W_])(?:tổ chức|diễn ra|khai mạc|bế mạc|khai trương|họp|phát động|ra quân|xảy ra|khởi công|khánh thành)(?![^\W_])"
    r"[^.;\n]{0,80}?(?:vào|lúc|trong|,|tại [^,.;\n]{1,40}|ngày|này)?\s*$"
)
"""What is told before its day: "Hội nghị diễn ra tại hội trường xã vào ngày 5/3"."""
_NOT_HELD = re.compile(r"(?:kế hoạch|quyết định|công văn|chỉ thị|nghị quyết|thông báo|tờ trình|trước|sinh|từ|đến|hết|kể từ)\s*(?:hết\s*)?$")
_ANY_DAY = date(2000, 7, 1)
"""Stands for a reference that is not known; the values that rest on it are taken back."""
_DATABASE_STAMP = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d")
_YEAR_IN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def posting(doc: Document) -> date | None:
    """The day on which a document was posted; one outside 1900-2100, the span of the lunar calendar, counts as unknown."""
    day = date.fromisoformat(doc.meta.posted) if doc.meta.posted else None
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def spoken_year(doc: Document, found: list[Expression], posted: date) -> int | None:
    """The year that the text speaks of, where its own dates prove the stamp of the page wrong.

    Nothing in title or body may name the stamp's year or the one before. Then an older year of the title counts where the stamp is one of
    a database (a site that was moved stamps its old posts anew) or where the first day told lies far from the stamp; an older year of the
    body counts under a database stamp if it is the only one and is said twice, or with a month close to the days told.
    """
    header = [(r.start, r.end) for r in doc.region("header", "posted", "residue")]
    said: Counter[int] = Counter()
    months: set[tuple[int, int]] = set()
    days: list[tuple[int, int]] = []
    in_title = {int(y) for y in _YEAR_IN.findall(doc.meta.title or "")}
    for e in found:
        p = e.first
        if p is None or any(a <= e.start < b for a, b in header) or (p.clock and p.year):
            continue
        for q in (e.last, p):
            if q is None or q.lunar:
                continue
            if q.year is not None:
                said[q.year] += 1
                if q.month is not None:
                    months.add((q.year, q.month))
            elif q.day is not None and q.month is not None:
                days.append((q.month, q.day))
    for y in in_title:
        said[y] += 1
    if not said or not posted.year - 10 <= max(said) <= posted.year - 2:
        return None
    top = max(said)
    stamped = any(_DATABASE_STAMP.search(r.text) for r in doc.region("posted", "header"))
    if top in in_title:
        return top if stamped or (days and _days_apart(days[0], posted) > 30) else None
    if not stamped or len(said) > 1:
        return None
    near = any(0 <= m - n <= 2 for m, _ in days for y, n in months if y == top)
    return top if said[top] >= 2 or near else None


def _days_apart(day: tuple[int, int], posted: date) -> int:
    """How far a day of the year lies from the posting, the year left aside."""
    gap = abs((date(2000, min(day[0], 12), min(day[1], 28)) - posted.replace(year=2000)).days)
    return min(gap, 366 - gap)


def reference(doc: Document, found: list[Expression]) -> tuple[date, str, int | None]:
    """The date that relative and yearless dates are measured from, what it is, and the year of yearless ones where it is another."""
    posted = posting(doc)
    if posted is not None:
        return posted, "posted date", spoken_year(doc, found, posted)
    # a document without a posting date is measured from the latest day or year that its first half names itself
    latest: date | None = None
    whole = False
    half = [e for e in found if e.start < len(doc.text) // 2 and not (e.first and e.first.year and e.first.clock)]
    for e in half or found:
        for p in (e.first, e.last):
            if p is None or p.year is None or not 1990 <= p.year <= 2100 or p.lunar or (e.period and p is e.last):
                continue
            day = date(p.year, p.month, min(p.day or 28, 28)) if p.month and p.month <= 12 and (p.day or 1) > 0 else date(p.year, 12, 31)
            if p.grain == "year" and latest and latest.year == p.year:
                continue
            if latest is None or day > latest:
                latest, whole = day, p.month is None
    if latest is None:
        for a in anniversaries(doc.layer("scan").folded):
            if a.first + a.count > LAST_YEAR:
                continue
            return date(a.first + a.count, a.month, a.day), f"anniversary of {a.first}", None
        return _ANY_DAY, "nothing", None
    return latest, "latest date of the text", latest.year if whole else None


def annotate(doc: Document) -> tuple[DateSpan, ...]:
    """Temporal expressions of a document, in text order."""
    scan = doc.layer("scan")
    found = list(Finder(doc.text, scan.folded).find())
    if not found:
        return ()
    ref, source, year = reference(doc, found)
    resolver = Resolver(scan.folded, ref, source=source, year=year)
    posted = [(r.start, r.end) for r in doc.region("posted", "header")]
    cited = [(c.start, c.end) for c in doc.citations]
    out: list[DateSpan] = []
    event = False
    k = 0
    for e in found:
        while k < len(cited) and cited[k][1] <= e.start:
            k += 1
        inside = (k < len(cited) and cited[k][0] <= e.start) or _NUMBERED.search(scan.folded, max(0, e.start - 40), e.start) is not None
        state = (resolver.day, resolver.month)
        v = resolver.resolve(e)
        if v.reason == UNTOLD:
            continue
        if source == "nothing":
            v = _unplaced(e, v)
        role = _role(doc, e, v.value, v.type, posted, inside, scan.folded, event)
        if role in ("posted", "citation"):  # neither is what "cùng ngày" points back to
            resolver.day, resolver.month = state
        if role == "posted" and year is not None:
            v = replace(v, reason=f"{DOUBTED} {year}")
        event = event or role == "event"
        out.append(DateSpan(e.start, e.end, doc.text[e.start : e.end], v.type, v.value, role, v.confidence, v.reason, v.alternatives))
    return tuple(out)


def _unplaced(e: Expression, v: Value) -> Value:
    """A value without the parts that no reference gives."""
    if e.kind not in ("point", "range") or v.value is None:
        return v
    points = [p for p in (e.first, e.last) if p is not None]
    if any(p.year is None and p.grain != "now" for p in points):
        dated = all(p.month is not None and not p.lunar and p.rel is None for p in points)
        return replace(v, value=re.sub(r"(?<!\d)\d{4}(?=-)", "XXXX", v.value) if dated else None, reason="no reference", alternatives=())
    return v


def _role(
    doc: Document, e: Expression, value: str | None, type: str, posted: list[tuple[int, int]], cited: bool, folded: str, event: bool
) -> str | None:
    if e.kind in ("duration", "set", "vague"):
        return None
    if any(a <= e.start < b for a, b in posted):
        return "posted"
    if cited:
        return "citation"
    if e.kind == "range" and e.first and e.last and e.first.grain == "day" and e.first.month == e.last.month and e.first.day == e.last.day:
        return "anniversary"
    if e.period and not (not event and e.first and e.first.grain == "day" and e.last and e.last.grain == "day" and _held(folded, e)):
        return "period"
    if _ANNIVERSARY.search(folded, max(0, e.start - 60), e.start):
        return "anniversary"
    if not event and e.first and e.first.grain == "day" and days_of(value) and _held(folded, e):
        return "event"
    if e.kind == "range" or (e.first and e.first.grain in ("year", "months", "quarter", "decade", "century")):
        return "period"
    named = _NOT_HELD.search(folded, max(0, e.start - 40), e.start) is not None
    if not event and not named and e.first and e.first.grain == "day" and days_of(value):
        line_end = folded.find("\n", e.end)
        if _EVENT.search(folded, e.end, min(len(folded) if line_end < 0 else line_end, e.end + 160)):
            return "event"
    return "reference"


def _held(folded: str, e: Expression) -> bool:
    """Whether the words before a day tell what took place on it."""
    start = max(0, e.start - 130)
    return _HELD.search(folded, start, e.start) is not None and _NOT_HELD.search(folded, start, e.start) is None
