"""DAT004 date-order."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from vnreport.check.registry import Rule, register
from vnreport.dates.annotator import DOUBTED, posting
from vnreport.dates.resolve import days_of
from vnreport.dates.written import Written, written
from vnreport.document import DateSpan, Document, Finding, Span, Unchecked
from vnreport.language.letters import fold

_YEARS = re.compile(r"(\d{4})\s*[-–—/]\s*(\d{4})")
_TOLD = re.compile(r"(?<![^\W_])(?:đã|vừa)(?![^\W_])")
_AHEAD = re.compile(r"(?<![^\W_])(?:sẽ|dự kiến|tới đây|sắp|chuẩn bị|kế hoạch|lịch|đến hết|hạn|trước ngày|vào ngày|từ|bắt đầu)(?![^\W_])")
_DONE = re.compile(
    r"(?<![^\W_])đã (?:chính thức |thành công |được )?(?:bế mạc|kết thúc|khép lại|khai mạc|diễn ra|tổ chức|khánh thành|khởi công|hoàn thành|"
    r"từ trần|qua đời|hy sinh|xảy ra|phát hiện|bắt giữ)"
    r"(?![^\W_])[^.;:\n]{0,60}$"
)
_AT = re.compile(
    r"(?<![^\W_])(?:phát biểu|kết luận|nhấn mạnh|chia sẻ|cho biết|ghi nhận|biểu dương|trao tặng|tặng quà|dự có|tham dự có|đến dự|cùng dự|"
    r"chủ trì|đã được|đã trao|đã nghe|đã thảo luận|bày tỏ|đánh giá cao|thông qua|long trọng|chứng kiến|có mặt|tham gia|biểu diễn|trao|tặng|"
    r"đoạt|giành|kết quả|khảo sát|yêu cầu|đề nghị|chỉ đạo|xảy ra|bị thương|thiệt hại|bắt quả tang|tiến hành)(?![^\W_])"
)
"""What posts tell of an event that is over."""
_COMING = re.compile(r"(?<![^\W_])(?:sẽ|dự kiến|sắp|chuẩn bị|kế hoạch|lịch|mời|thông báo)(?![^\W_])")
_NOTICE = re.compile(r"(?<![^\W_])(?:sẽ|dự kiến|sắp|chuẩn bị|kế hoạch|lịch|mời|thông báo|chương trình|thể lệ|tuyển|hướng tới)(?![^\W_])")
_SAYS = re.compile(r"(?<![^\W_])(?:cho biết|cho hay|trao đổi với|thông tin|xác nhận)(?![^\W_])")
_TOMORROW = re.compile(r"(?i)(?<![^\W_])(?:mai|tới|sắp tới)(?![^\W_])")
_ONCE = re.compile(r"(?<![^\W_])(?:từng|đã|trước đó|ban đầu|trước đây)(?![^\W_])")
_WILL = re.compile(r"(?<![^\W_])(?:sẽ|dự kiến|sắp|tới đây)(?![^\W_])")
_LEAD = re.compile(
    r"(?<![^\W_])(?:tổ chức|tiến hành|diễn ra|khai mạc|khai giảng|bế mạc|chủ trì|khảo sát|kiểm tra|làm việc|thăm|trao|tặng|bàn giao|ra quân|"
    r"phát động|phối hợp|tham dự|gặp mặt|tiếp xúc|tiếp đoàn|triển khai|xảy ra|phát hiện|bắt quả tang|bắt giữ|triệt phá|khởi công|khánh thành|"
    r"ra mắt|công bố|chính thức|đồng loạt|bắt|thu giữ|đưa|mở|đón)(?![^\W_])"
)
"""What the first sentence of a post tells of its day."""
_LEGAL = re.compile(r"^\s*(?:[-+*]\s*)?(?:căn cứ|xét|theo|thực hiện)(?![^\W_])")
_LATER = re.compile(
    r"(?<![^\W_])(?:cam kết|hứa|hẹn|sẽ|dự kiến)(?![^\W_])(?:(?!nhưng|trước đó|đã|vừa|hôm)[^.;:\n“”\"]){0,60}\s(?:vào|trong|trước|tại|hết|đến)?\s?$"
)
_INCIDENT = re.compile(
    r"(?<![^\W_])(?:(?:đợt|trận|cơn)\s(?:sóng|mưa|lũ|lụt|bão|rét|nắng|gió|lốc|giông|triều|sạt lở|động đất)|"
    r"vụ\s(?:cháy|tai nạn|nổ|sạt lở|trộm|án|lật|đắm|chìm|cướp|va chạm))(?:\s[^\s.,;:]+){0,6}?\s(?:vào\s|hôm\s|đêm\s|xảy ra\s){0,2}$"
)
"""What befell: nobody knows its day beforehand."""
_UNTIL = re.compile(r"(?<![^\W_])(?:kéo dài|diễn ra|mở cửa|phục vụ|trưng bày)(?:\s[^\s.;:,]+){0,6}\s(?:đến|tới)(?:\shết)?\s$")
_STEPS = (
    (r"từ trần|qua đời|tạ thế|hy sinh|mất", r"lễ viếng|viếng|truy điệu|an táng|đưa tang|hỏa táng|di quan"),
    (r"khai mạc", r"bế mạc"),
    (r"khởi công", r"khánh thành"),
    (r"nhập ngũ", r"xuất ngũ"),
)
"""Steps that follow one another: a wake comes after the death."""
_STEP_WORDS = r"(?:\s(?!(?:sẽ|ngày)(?!\w))[^\s.;,\n]+){0,4}?[\s:,]{1,2}(?:(?:bắt đầu|vào|lúc|từ|hồi)\s){0,2}$"
_STEP = tuple(tuple(re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_]){_STEP_WORDS}") for words in pair) for pair in _STEPS)
_EFFECT = re.compile(r"này (?:có|bắt đầu có) hiệu lực(?: thi hành)?,? (?:kể từ|từ) $")


def _vn(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


@register
class DateOrder(Rule):
    """Thứ tự thời gian vô lý.

    Kiểm tra gì: khoảng thời gian kết thúc trước khi bắt đầu ("nhiệm kỳ 2021-2016", "kéo dài đến hết ngày 8/7" của việc mở ngày 9/7); văn bản
    viện dẫn một văn bản ký sau nó; việc kể là đã xong nhưng diễn ra sau ngày đăng; việc hứa cho một ngày đã qua; hiệu lực bắt đầu trước ngày
    ký; lễ viếng trước ngày mất, bế mạc trước khai mạc.

    Vì sao: một trong hai ngày chắc chắn sai.

    Ví dụ sai: bầu cử đại biểu HĐND các cấp nhiệm kỳ 2021-2016.

    Sửa thành: bầu cử đại biểu HĐND các cấp nhiệm kỳ 2021-2026.

    Giới hạn: việc kể là đã xong chỉ xét trong bốn mươi ngày sau ngày đăng và khi câu không có từ chỉ tương lai.

    Nguồn: đối chiếu trong chính văn bản; Luật Ban hành văn bản quy phạm pháp luật 80/2015/QH13, Điều 152 (hiệu lực trở về trước).
    """

    code = "DAT004"
    name = "date-order"
    severity = "warning"
    summary = ("Thứ tự thời gian vô lý", "Dates in an impossible order")
    texts = {
        "message": ("“{text}”: kết thúc trước khi bắt đầu", "“{text}”: ends before it starts"),
        "cited": ("“{text}”: văn bản được viện dẫn ký sau ngày {own}", "“{text}”: the cited document is dated after {own}"),
        "told": ("“{text}” được kể là đã diễn ra, nhưng tin đăng ngày {own}", "“{text}” is told as past, but the text was posted on {own}"),
        "stale": ("“{text}” được kể như tin mới, mà tin đăng ngày {own}", "“{text}” is told as fresh news, but the text was posted on {own}"),
        "effect": ("“{text}”: hiệu lực bắt đầu trước ngày ký {own}", "“{text}”: takes effect before it was signed on {own}"),
        "later": ("“{text}” được nói như sắp tới, nhưng tin đăng ngày {own}", "“{text}” is told as coming, but the text was posted on {own}"),
        "until": ("“{text}”: kết thúc trước ngày bắt đầu, “{start}”", "“{text}”: the end comes before the beginning, “{start}”"),
        "step": ("“{text}” đứng trước “{start}”, trái thứ tự của sự việc", "“{text}” comes before “{start}”, against the order of the steps"),
        "gap": ("“{text}” cách “{start}” {days} ngày", "“{text}” is {days} days from “{start}”"),
        "swap": ("đổi chỗ hai đầu", "exchange the two ends"),
        "month": (
            "ngày ấy của tháng này hoặc tháng trước nằm ngay trước ngày đăng {own}",
            "that day of this month or the last lies just before {own}",
        ),
        "digit": ("{year} khớp với độ dài {years} năm, chỉ sai một chữ số", "{year} fits a length of {years} years, one digit apart"),
        "no-posted": ("không có ngày của văn bản để đối chiếu ngày viện dẫn", "no date of the document to hold cited dates against"),
    }

    def check(self, doc: Document) -> Iterable[Finding | Unchecked]:
        own = posting(doc)
        if own is None and any(d.role == "citation" for d in doc.dates):
            yield self.unchecked("no-posted")
        if any((d.reason or "").startswith(DOUBTED) for d in doc.dates):
            own = None  # the stamp itself is in doubt
        stamps = [d for d in doc.dates if own and d.role == "posted"]
        reference: list[tuple[Span, str]] = [(d, "conflict") for d in stamps[:1]]
        told: set[str] = set()  # a day said again is one slip
        yield from self._steps(doc)
        if own is not None and not any(doc.region("letterhead")):
            yield from self._stale(doc, own, reference)
        for d in doc.dates:
            if not d.value or d.type in ("DURATION", "SET"):
                continue
            if "/" in d.value:
                yield from self._backward(doc, d, own)
            elif own is not None and d.role != "posted":
                for found in self._late(doc, d, own, reference):
                    again = found.message.id.endswith(".told")
                    if not again or d.value[:10] not in told:
                        yield found
                    if again:
                        told.add(d.value[:10])

    def _backward(self, doc: Document, d: DateSpan, own: date | None) -> Iterator[Finding]:
        first, last = (days_of(x) for x in (d.value or "").split("/")[:2])
        if not first or not last or first[0] <= last[1]:
            return
        if m := _YEARS.search(d.text):
            a, b = int(m[1]), int(m[2])
            start, end = d.start + m.start(), d.start + m.end()
            fits = []
            for years in (5, 10):
                for x, y in ((a, a + years), (b - years, b)):
                    wrong, right = (m[2], str(y)) if x == a else (m[1], str(x))
                    if sum(p != q for p, q in zip(wrong, right, strict=True)) == 1 and (own is None or x - 1 <= own.year <= y):
                        text = d.text[m.start() : m.end()]
                        k = (m.start(2) if x == a else m.start(1)) - m.start()
                        fits.append((text[:k] + right + text[k + 4 :], "digit", {"year": right, "years": years}))
            swapped = d.text[m.start(2) : m.end(2)] + d.text[m.end(1) : m.start(2)] + m[1]
            named = d.text[: m.start()].strip() != ""
            yield self.finding(doc, start, end, confidence=0.95 if named else 0.75, suggestions=[*fits[:2], (swapped, "swap", {})])
            return
        days = list(written(doc.text, d.start, d.end))
        sure = len(days) == 2 and days[1].year is not None
        suggestions: list[tuple[str, str, dict[str, object]]] = []
        if len(days) == 2:
            early, late = days[1], days[0]
            text = late.repaired(early.day, early.month, early.year) + doc.text[late.end : early.start]
            text += early.repaired(late.day, late.month, late.year)
            suggestions = [(doc.text[d.start : late.start] + text + doc.text[early.end : d.end], "swap", {})]
        yield self.finding(doc, d.start, d.end, confidence=0.85 if sure else 0.6, suggestions=suggestions)

    def _late(self, doc: Document, d: DateSpan, own: date, reference: list[tuple[Span, str]]) -> Iterator[Finding]:
        span = days_of((d.value or "").split("T")[0])
        if span is None or span[0] != span[1]:
            return
        day = span[0]
        days = list(written(doc.text, d.start, d.end))
        dated = len(days) == 1 and days[0].year is not None
        line = max(doc.text.rfind("\n", 0, d.start) + 1, d.start - 500)
        before = doc.text[line : d.start].lower()
        if dated and day > own and (d.role == "citation" or (_LEGAL.match(before) and any(doc.region("letterhead")) and not _AHEAD.search(before))):
            yield self.finding(doc, d.start, d.end, message="cited", args={"own": _vn(own)}, confidence=0.85, evidence=reference)
        elif dated and day < own and any(doc.region("letterhead")) and _EFFECT.search(before) and (own - day).days > 1:
            yield self.finding(doc, d.start, d.end, message="effect", args={"own": _vn(own)}, confidence=0.6, evidence=reference)
        elif len(days) == 1 and 1 <= (day - own).days <= 40 and d.role != "citation":
            if confidence := self._past(doc, d, days[0], own, before):
                yield self._told(doc, d, days[0], own, reference, confidence)
        elif 3 < (own - day).days <= 60 and d.role not in ("citation", "anniversary") and not any(doc.region("letterhead")):
            clause = before[max(before.rfind(". ") + 1, 0) :]
            if _LATER.search(clause) and not _ONCE.search(clause) and not doc.text.startswith(" nhưng", d.end):
                yield self.finding(doc, d.start, d.end, message="later", args={"own": _vn(own)}, confidence=0.55, evidence=reference)

    def _past(self, doc: Document, d: DateSpan, day: Written, own: date, before: str) -> float:
        """How surely a day after the posting is told as past; 0 where it is not."""
        ahead = ((days_of((d.value or "").split("T")[0]) or (own,))[0] - own).days
        stop = min(x for x in (doc.text.find("\n", d.end), doc.text.find(". ", d.end), d.end + 90, len(doc.text)) if x >= 0)
        after = doc.text[d.end : stop].lower()
        head = before[max(before.rfind(". ") + 1, 0) :]
        opens = len(head.strip()) <= 12 and ":" not in head
        dated, near, parted = day.year is not None, ahead <= 15, d.type == "TIME"
        done = dated and _DONE.search(head) is not None
        if near and ((opens and _TOLD.search(after[:70])) or done) and not _AHEAD.search(after) and not _AHEAD.search(head):
            return 0.75 if dated else 0.6
        if _INCIDENT.search(head) and not _WILL.search(head + after):
            return 0.6
        if _AHEAD.search(head):
            return 0.0
        line = doc.text[d.end : d.end + 300].split("\n", 1)[0].lower()
        slip = self._month_before(day, own) is not None
        told = not _WILL.search(line) and not _NOTICE.search(fold(doc.meta.title or "")) and not _TOMORROW.search(d.text)
        if slip and told and (parted or after.startswith(" đã ")) and not opens and not any(doc.region("letterhead")) and not _AHEAD.search(after):
            return 0.55  # "ra quân trồng rừng sáng 02/4", posted on 3 March
        if not opens:
            return 0.0
        said = _LEAD.search(line) or _TOLD.search(line[:120]) or (slip and parted)
        if told and said and (slip or (near and parted and _narrated(doc, d, 1))):
            return 0.7 if slip else 0.55
        if (dated or (near and parted)) and not _AHEAD.search(after) and _narrated(doc, d):
            return 0.65 if dated else 0.55
        return 0.0

    def _stale(self, doc: Document, own: date, reference: list[tuple[Span, str]]) -> Iterator[Finding]:
        """ "Trưa 14/3, trao đổi với phóng viên", posted on 14 April: news of a part of a day that is a month old to the day."""
        body = max((r.end for r in doc.region("title", "header", "posted")), default=0)
        lead = next((d for d in doc.dates if d.start >= body and d.role not in ("posted", "citation") and d.type in ("DATE", "TIME")), None)
        days = list(written(doc.text, lead.start, lead.end)) if lead and lead.type == "TIME" and lead.start - body < 300 else []
        span = days_of((lead.value or "").split("T")[0]) if lead and len(days) == 1 else None
        if lead is None or span is None or not 26 <= (own - span[0]).days <= 34:
            return
        line = doc.text[lead.end : lead.end + 300].split("\n", 1)[0].lower()
        first = self._month_before(days[0], own)
        fresh = first is not None and 0 <= (own - first.replace(day=days[0].day)).days <= 3
        if fresh and (_LEAD.search(line) or _SAYS.search(line[:160])) and not any(
            (x := days_of(d.value)) and x[0] == x[1] and span[0] < x[0] <= own for d in doc.dates if d.role != "posted" and d.type == "DATE"
        ):
            yield self._told(doc, lead, days[0], own, reference, 0.55, "stale")

    def _steps(self, doc: Document) -> Iterator[Finding]:
        """The end of a run before the day it began, and steps in the wrong order."""
        told = [d for d in doc.dates if d.type in ("DATE", "TIME") and d.role not in ("posted", "citation", "anniversary")]
        days = [(d, span[0]) for d in told if (span := days_of((d.value or "").split("T")[0])) and span[0] == span[1]]
        text = doc.layer("scan").folded
        start = next(((d, day) for d, day in days if d.role == "event"), days[0] if days else None)
        for d, day in days:
            before = text[max(0, d.start - 70) : d.start].rsplit("\n", 1)[-1]
            if start and d is not start[0] and 0 < (start[1] - day).days <= 20 and start[0].start < d.start and _UNTIL.search(before):
                yield self.finding(
                    doc, d.start, d.end, message="until", args={"start": start[0].text}, confidence=0.7, evidence=[(start[0], "conflict")]
                )
        for number, (first, then) in enumerate(_STEP):
            begun = [(d, day) for d, day in days if first.search(text, max(text.rfind("\n", 0, d.start) + 1, d.start - 60), d.start)]
            ended = [(d, day) for d, day in days if then.search(text, max(text.rfind("\n", 0, d.start) + 1, d.start - 60), d.start)]
            if len(begun) != 1 or not ended or (number and len(ended) > 1):
                continue
            (a, earlier), (b, later) = begun[0], ended[0]
            if number == 0 and (later - earlier).days > 15 and "hài cốt" not in text and a.start < b.start:
                yield self.finding(
                    doc, b.start, b.end, message="gap", args={"start": a.text, "days": (later - earlier).days}, confidence=0.6,
                    evidence=[(a, "conflict")],
                )  # fmt: skip
            if 0 < (earlier - later).days <= 400 and a.start < b.start and text.count("\n", a.end, b.start) <= 3:
                yield self.finding(doc, b.start, b.end, message="step", args={"start": a.text}, confidence=0.75, evidence=[(a, "conflict")])

    def _month_before(self, day: Written, own: date) -> date | None:
        """The same day of the posting's month or the month before, where it lies just before the posting."""
        month = date(own.year, own.month, 1)
        for first in (month, (month - timedelta(1)).replace(day=1)):
            if day.day <= monthrange(first.year, first.month)[1] and 0 <= (own - first.replace(day=day.day)).days <= 10:
                return first
        return None

    def _told(
        self, doc: Document, d: DateSpan, day: Written, own: date, reference: list[tuple[Span, str]], confidence: float, message: str = "told"
    ) -> Finding:
        """The finding, with the same day of the month before where that lies just before the posting."""
        fixes: list[tuple[str, str, dict[str, object]]] = []
        if first := self._month_before(day, own):
            right = day.repaired(month=first.month, year=first.year if day.year else None)
            fixes.append((doc.text[d.start : day.start] + right + doc.text[day.end : d.end], "month", {"own": _vn(own)}))
        return self.finding(
            doc, d.start, d.end, message=message, args={"own": _vn(own)}, confidence=confidence, evidence=reference, suggestions=fixes
        )


def _narrated(doc: Document, d: DateSpan, least: int = 0) -> bool:
    """Whether the text after a day tells an event that is over, and none of it as coming."""
    folded = doc.layer("scan").folded
    after = folded[d.end : d.end + 1500]
    if len(set(_AT.findall(after))) < (least or (3 if d.type == "TIME" else 4)) or _COMING.search(fold(doc.meta.title or "")):
        return False
    return not _WILL.search(after[:300])
