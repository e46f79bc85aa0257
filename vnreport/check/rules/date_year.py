"""DAT003 date-year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from vnreport.check.registry import Rule, register
from vnreport.dates.annotator import DOUBTED, posting
from vnreport.dates.written import Written, written
from vnreport.document import DateSpan, Document, Finding, Span, Unchecked

_CITING = re.compile(
    r"(?:số|quyết định|nghị quyết|nghị định|thông tư|kế hoạch|công văn|chỉ thị|thông báo|tờ trình|luật|hướng dẫn|công điện|báo cáo|sinh|"
    r"mất|"
    r"kỷ niệm|từ|kể từ|hết|đến|so với|thành lập|truyền thống|cùng kỳ)[^.;\n]{0,45}$"
)
_TOLD = re.compile(
    r"(?<![^\W_])(?:tổ chức|diễn ra|khai mạc|họp|đã|tiến hành|làm việc|kiểm tra|tiếp|dự|tham dự|phát động|ra quân|trao|gặp mặt|đến|thăm|"
    r"ký kết|chủ trì|công bố|xảy ra|phát hiện|bắt|nhận được|ban hành|có (?:công văn|văn bản|tờ trình|báo cáo)|"
    r"phối hợp|long trọng|tại)(?![^\W_])"
)
_AHEAD = re.compile(r"(?<![^\W_])(?:sẽ|dự kiến)(?![^\W_])[^.;\n]*")
_WILL = re.compile(r"(?<![^\W_])(?:sẽ|dự kiến)(?![^\W_])")
_FRESH = re.compile(r"(?:sáng|trưa|chiều|tối|hôm|đêm) (?:nay|qua)[\s,(]+(?:ngày\s*)?$")
_LONG_YEAR = re.compile(r"(?P<sign>[/-])\s?(?P<y>[12]\d{4})(?![\d/-])")
_DAY_BEFORE = re.compile(r"(?<![\d/.-])\d{1,2}\s?([/-])\s?\d{1,2}\s?$")
_SPAN = re.compile(r"P(\d{1,2})Y")
_BESIDE = re.compile(r"[\s,(:–-]{0,4}(?:kể\s)?")
_ABOUT = re.compile(r"(?<![^\W_])(?:gần|hơn|trên|khoảng|ngót|chừng)\s$")
_REVIEW = re.compile(
    r"(?:tổng kết|kết quả|sơ kết|đánh giá|tình hình)\s(?:[^\s.;\n]+\s){0,14}?(?P<half>(?:6|9|sáu|chín) tháng đầu )?năm (?P<y>20\d\d)(?![\d-])"
    r"(?: của [^\s.;,\n]+(?: [^\s.;,\n]+){0,4})?(?:,|;| và| -| –)? {0,2}"
    r"(?:phương hướng|nhiệm vụ|triển khai (?:phương hướng, )?nhiệm vụ|kế hoạch công tác)"
    r"(?:\s(?!năm 20)[^\s.;\n]+){0,9}?\s(?:(?:6|3|sáu|ba) tháng cuối )?năm (?P<z>20\d\d)(?![\d-])"
)
_RECENT = re.compile(r"(?P<y>20\d\d)-(?:01/(?P=y)-(?P<m>03|06|09)|Q(?P<q>[1-3]))")
_COMPARED = re.compile(r"(?<![^\W_])(?:so với|cùng kỳ|bằng|hơn|kém|trước đó|của)(?![^\W_])[^.;\n]{0,40}$")
_GROWN = re.compile(r"(?<![^\W_])(?:so với )?cùng kỳ(?![^\W_])")
_EXPECTED = re.compile(  # begins with its word, so that a long text is run through fast
    r"(?P<y>năm(?<!hoạch năm)(?<!từ năm)(?<!đoạn năm)(?<!đến năm) (?P<n>20\d\d)) (?:\S+ )?(?:dự kiến|phấn đấu)(?![^\W_])"
    r"(?!(?:[^.;\n]|\.\d){0,60}(?:nhưng|thực tế|song|đã))"
)
_FORWARD = re.compile(
    r"(?:phấn đấu|dự kiến|mục tiêu)\s+(?:đến |trong |hết |cuối |sang ){0,3}(?P<y>năm (?P<n>20\d\d))\s+(?:\S+\s+){0,3}?sẽ(?![^\W_])"
)


def _day(y: int, m: int, d: int) -> date | None:
    try:
        return date(y, m, d)
    except ValueError:
        return None


@register
class DateYear(Rule):
    """Năm không hợp với ngày đăng và với nội dung.

    Kiểm tra gì: ngày đầy đủ của một việc vừa diễn ra mà chỉ sai năm: đúng ngày, đúng tháng, ngay trước ngày đăng, nhưng năm lệch; năm gõ
    nhầm (2108, 0218); dấu thời gian của trang trái hẳn với các năm nói trong bài; số liệu mới của kỳ vừa qua mang năm trước; năm của nhiệm vụ
    không nối năm của tổng kết; "05 năm" của hai mốc cách nhau mười lăm năm.

    Vì sao: sai năm là lỗi hay gặp nhất đầu năm và khi chép bài cũ; người đọc và máy tìm kiếm hiểu sai thời điểm của sự việc.

    Ví dụ sai: (đăng ngày 24/4/2018) Chiều ngày 23/4/2017, UBND quận tổ chức hội nghị.

    Sửa thành: Chiều ngày 23/4/2018, UBND quận tổ chức hội nghị.

    Giới hạn: cần có ngày đăng; ngày của văn bản được viện dẫn, ngày kỷ niệm và khoảng thời gian không xét.

    Nguồn: đối chiếu trong chính văn bản.
    """

    code = "DAT003"
    name = "date-year"
    severity = "warning"
    summary = ("Năm không hợp với ngày đăng", "Year that does not fit the posting")
    texts = {
        "message": ("“{text}”: tin đăng ngày {posted}, có lẽ là năm {year}", "“{text}”: posted on {posted}; the year is probably {year}"),
        "typo": ("“{text}”: năm {wrong} không thể đúng", "“{text}”: the year {wrong} cannot be right"),
        "stamp": (
            "dấu thời gian “{text}” trái với năm {year} mà bài nói tới",
            "the stamp “{text}” does not fit the year {year} that the text speaks of",
        ),
        "forward": (
            "“{text}” được nói như việc sắp tới, nhưng tin đăng ngày {posted}",
            "“{text}” is told as the future, but the text was posted on {posted}",
        ),
        "length": ("“{text}” là {count} năm, không phải {other}", "“{text}” makes {count} years, not {other}"),
        "pair": (
            "nhiệm vụ của năm {text} đi với tổng kết của năm {other}",
            "the tasks of {text} go with the review of {other}",
        ),
        "count": ("theo số năm", "as the count of years says"),
        "near": ("cách ngày đăng {days} ngày", "{days} days from the posting"),
        "digits": ("đổi một chữ số hoặc đảo hai chữ số", "one digit changed or two exchanged"),
        "extra": ("bỏ một chữ số thừa", "one digit too many"),
        "no-posted": ("không có ngày đăng để đối chiếu năm", "no posting date to hold the year against"),
    }

    def check(self, doc: Document) -> Iterable[Finding | Unchecked]:
        yield from self._lengths(doc)
        yield from self._pairs(doc)
        posted = posting(doc)
        if posted is None:
            if any(d.role == "event" for d in doc.dates):
                yield self.unchecked("no-posted")
            yield from self._typos(doc, None)
            return
        doubted = next((d for d in doc.dates if (d.reason or "").startswith(DOUBTED)), None)
        if doubted is not None:
            year = (doubted.reason or "")[-4:]
            said = [d for d in doc.dates if d.role != "posted" and d.value and d.value.startswith(year)]
            yield self.finding(
                doc, doubted.start, doubted.end, message="stamp", args={"year": year}, confidence=0.45, severity="info",
                evidence=[(d, "conflict") for d in said[:3]],
            )  # fmt: skip
        else:
            yield from self._slips(doc, posted)
        yield from self._typos(doc, posted)
        yield from self._forward(doc, posted)
        yield from self._fresh(doc, posted)

    def _slips(self, doc: Document, posted: date) -> Iterator[Finding]:
        text = doc.text
        low = text.lower()
        reference: list[tuple[Span, str]] = [(r, "reference") for r in list(doc.region("posted"))[:1]]
        years = [d for d in doc.dates if d.value and d.value == str(posted.year)]
        first = True
        body = max((r.end for r in doc.region("title", "header", "posted")), default=0)
        for d in doc.dates:
            if d.role in ("posted", "citation") or not d.value or "/" in d.value or d.type in ("DURATION", "SET"):
                continue
            days = list(written(text, d.start, d.end))
            if len(days) != 1 or days[0].month > 12:
                continue
            w = days[0]
            lead, first = first and text.count("\n", 0, d.start) < 8 and (d.start - body) < 500, False
            if w.year is None or w.year_at is None:
                continue
            said = _day(w.year, w.month, w.day)
            if w.year == posted.year and said is not None and said <= posted:
                continue
            ahead = bool(
                _AHEAD.search(low, max(text.rfind("\n", 0, d.start) + 1, d.start - 80), d.start) or _WILL.search(low, d.end, d.end + 70)
            )
            right = self._near(w, posted, ahead)
            if right is None or right.year == w.year or abs(w.year - right.year) > 2:
                continue
            line = text.rfind("\n", 0, d.start) + 1
            before = low[max(line, d.start - 60) : d.start]
            parted = d.type == "TIME"  # the part of the day is told of fresh events, never of documents
            if d.role == "anniversary" or (not parted and _CITING.search(before)):
                continue
            gap = abs((posted - right).days)
            told = self._told(low, d.end)
            opens = d.start - line <= 20 or low.endswith(". ", line, d.start)
            fresh = bool(_FRESH.search(low, d.start - min(20, d.start - line), w.start) or low.startswith(" vừa qua", d.end))
            twin = any(o.value == right.isoformat() and o.role not in ("posted", "citation") for o in doc.dates)
            score = 0.3 + (0.2 if gap <= 3 else 0.1) + 0.1 * (lead + opens + parted + told + twin)
            score += 0.05 * (lead + bool(years)) + 0.25 * fresh
            if ahead:
                score = 0.65 + 0.1 * parted + 0.1 * bool(years)
            elif not (fresh or (parted and gap <= 7) or ((lead or opens) and (told or parted or (lead and opens and gap <= 3)))) or score < 0.6:
                continue
            yield self.finding(
                doc, w.start, w.end, args={"posted": f"{posted:%d/%m/%Y}", "year": right.year}, confidence=min(score, 0.95),
                suggestions=[(w.repaired(year=right.year), "near", {"days": gap})],
                evidence=[*reference, *((self._phrase(doc, y), "context") for y in years[:3])],
            )  # fmt: skip

    def _near(self, w: Written, posted: date, ahead: bool) -> date | None:
        """The day with another year that lies within ten days before the posting; of what is told as coming, a month after it."""
        for year in (posted.year, posted.year + 1) if ahead else (posted.year, posted.year - 1):
            day = _day(year, w.month, w.day)
            if day and (0 < (day - posted).days <= 31 if ahead else 0 <= (posted - day).days <= 10):
                return day
        return None

    def _told(self, low: str, end: int) -> bool:
        """Whether the clause after the date tells an event."""
        stop = min(x for x in (low.find("\n", end), low.find(". ", end), end + 110, len(low)) if x >= 0)
        return _TOLD.search(low, end, stop) is not None

    def _phrase(self, doc: Document, d: DateSpan) -> Span:
        """A year with the capitalised name or clause before it, so that the evidence can be read alone."""
        start = doc.text.rfind("\n", 0, d.start) + 1
        head = doc.text[start : d.start]
        m = re.search(r"[A-ZĐ][^\s,.;:]*(?: [^\s,.;:A-ZĐ][^\s,.;:]*){0,5} $", head)
        return doc.span(start + m.start() if m else d.start, d.end)

    def _typos(self, doc: Document, posted: date | None) -> Iterator[Finding]:
        near = posted.year if posted else None
        if near is None:
            said = [int(d.value[:4]) for d in doc.dates if d.value and re.match(r"(?:19|20)\d\d(?!\d)", d.value)]
            near = max(set(said), key=said.count) if said else None
        if near is None:
            return
        for n in _LONG_YEAR.finditer(doc.text):
            day = _DAY_BEFORE.search(doc.text, max(0, n.start() - 9), n.start())
            if not day or day[1] != n["sign"]:
                continue
            wrong, start = n["y"], day.start()
            right = sorted({y for k in range(5) if abs(int(y := wrong[:k] + wrong[k + 1 :]) - near) <= 1}, key=lambda y: abs(int(y) - near))
            if right:
                yield self.finding(
                    doc, start, n.end(), message="typo", args={"wrong": wrong}, confidence=0.85,
                    suggestions=[(doc.text[start : n.start("y")] + y, "extra", {}) for y in right],
                    evidence=[(r, "reference") for r in doc.region("posted")][:1],
                )  # fmt: skip
        for d in doc.dates:
            if d.type in ("DURATION", "SET") or not d.value or "/" in d.value:
                continue
            m = re.search(r"(?<![\d.])(?:0\d{3}|2\d{3})(?![\d.])", d.text)
            if not m or (m[0][0] == "2" and int(m[0]) <= near + 50) or (m[0][0] == "0" and "/" not in d.text and "-" not in d.text):
                continue
            fits = [y for y in (near, near - 1, near + 1) if _slip(m[0], str(y))]
            if not fits:
                continue
            w = next(written(doc.text, d.start, d.end), None)
            a, b = (w.start, w.end) if w and w.year_at else (d.start, d.end)
            at = d.start + m.start()
            yield self.finding(
                doc, a, b, message="typo", args={"wrong": m[0]}, confidence=0.85,
                suggestions=[(doc.text[a:at] + str(y) + doc.text[at + 4 : b], "digits", {}) for y in fits],
                evidence=[(r, "reference") for r in doc.region("posted")][:1],
            )  # fmt: skip

    def _lengths(self, doc: Document) -> Iterator[Finding]:
        """ "Thời hạn 05 năm (từ ngày 15/6/2013 đến ngày 15/6/2028)": a year of the range that the count of years does not fit. """
        for a, b in pairwise(doc.dates):
            m = _SPAN.fullmatch(a.value or "") if a.type == "DURATION" else None
            days = list(written(doc.text, b.start, b.end)) if m and b.type == "DATE" and "/" in (b.value or "") else []
            if m is None or len(days) != 2 or not _BESIDE.fullmatch(doc.text, a.end, b.start):
                continue
            first, last = days
            ends = [_day(w.year, w.month, w.day) for w in days if w.year]
            if len(ends) != 2 or not ends[0] or not ends[1] or not first.year or not last.year:
                continue
            near = _day(last.year, first.month, min(first.day, 28))
            count = last.year - first.year
            if near is None or abs((ends[1] - near).days) > 4 or count == int(m[1]) or _ABOUT.search(doc.text, max(0, a.start - 8), a.start):
                continue  # a broken year, or right
            right = first.year + int(m[1])
            yield self.finding(
                doc, b.start, b.end, message="length", args={"other": a.text, "count": count}, confidence=0.8,
                suggestions=[(doc.text[b.start : last.start] + last.repaired(year=right) + doc.text[last.end : b.end], "count", {})],
                evidence=[(a, "conflict")],
            )  # fmt: skip

    def _pairs(self, doc: Document) -> Iterator[Finding]:
        """ "tổng kết năm 2017, triển khai nhiệm vụ năm 2017": the year of the tasks is the one after the review, the half's is its own. """
        low = doc.text.lower()
        for m in _REVIEW.finditer(low):
            done, next_ = int(m["y"]), int(m["z"])
            half = m["half"] is not None
            part = re.search(r"quý|tháng|tuần|nhiệm kỳ|giai đoạn|năm học|nghị quyết|đề án|chương trình", m[0].replace("6 tháng", "")) is not None
            whole = m[0].startswith("tổng kết") and not part
            if (half and next_ == done) or (not half and (done + whole <= next_ <= done + 1 or (part and next_ > done))):
                continue
            yield self.finding(
                doc, m.start("z"), m.end("z"), message="pair", args={"other": m["y"]}, confidence=0.65 if abs(next_ - done) < 4 else 0.5,
                suggestions=[(str(done if half else done + 1), "pair", {"other": m["y"]})],
                evidence=[(doc.span(m.start("y"), m.end("y")), "conflict")],
            )  # fmt: skip

    def _fresh(self, doc: Document, posted: date) -> Iterator[Finding]:
        """The months or the quarter that have just ended, under the year before: "6 tháng đầu năm 2018" told in July 2019."""
        low = doc.text.lower()
        own = {d.value for d in doc.dates if d.value}
        for d in doc.dates:
            m = _RECENT.fullmatch(d.value or "") if d.type == "DATE" and d.role not in ("posted", "citation") else None
            if m is None or int(m["y"]) != posted.year - 1 or not re.search(r"20\d\d$", d.text):
                continue
            last = 3 * int(m["q"]) if m["q"] else int(m["m"])
            gap = posted.month - last
            same = (d.value or "").replace(m["y"], str(posted.year))
            if not 0 <= gap <= 1 or same in own or _COMPARED.search(low, max(0, d.start - 60), d.start) or not _GROWN.search(low, d.end, d.end + 160):
                continue
            yield self.finding(
                doc, d.end - 4, d.end, args={"posted": f"{posted:%d/%m/%Y}", "year": posted.year}, confidence=0.6,
                suggestions=[(str(posted.year), "near", {"days": (posted - date(posted.year, last, 28)).days})],
                evidence=[(r, "reference") for r in doc.region("posted")][:1],
            )  # fmt: skip

    def _forward(self, doc: Document, posted: date) -> Iterator[Finding]:
        low = doc.text.lower()
        found = {m.start("y"): m for pattern in (_FORWARD, _EXPECTED) for m in pattern.finditer(low)}
        for m in found.values():
            late = m.re is _FORWARD or posted.month > 3 or int(m["n"]) < posted.year - 1
            if posted.year - 4 < int(m["n"]) < posted.year and late and (m.re is _EXPECTED or int(m["n"]) == posted.year - 1):
                yield self.finding(
                    doc, m.start("y"), m.end("y"), message="forward", args={"posted": f"{posted:%d/%m/%Y}"}, confidence=0.55,
                    evidence=[(r, "reference") for r in doc.region("posted")][:1],
                )  # fmt: skip


def _slip(wrong: str, right: str) -> bool:
    """Whether two years differ by one digit or by two exchanged ones ("2108", "0218")."""
    if len(wrong) != len(right):
        return False
    return sum(a != b for a, b in zip(wrong, right, strict=True)) == 1 or (sorted(wrong) == sorted(right) and wrong != right)
