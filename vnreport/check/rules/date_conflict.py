"""DAT005 date-conflict."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vnreport.check.registry import Rule, register
from vnreport.dates.resolve import days_of
from vnreport.document import DateSpan, Document, Finding, Unchecked

_WORD = re.compile(r"[^\W\d_]+")
_WINDOW = 12  # words after a date that tell the event
_SAME = 0.75  # share of these words that two tellings of one event have in common


@register
class DateConflict(Rule):
    """Một sự việc, hai ngày.

    Kiểm tra gì: cùng một sự việc được kể hai lần bằng gần như cùng lời (tiêu đề, sa-pô, chú thích ảnh, đoạn đầu) nhưng ghi hai ngày khác
    nhau.

    Vì sao: người đọc không biết ngày nào đúng.

    Ví dụ sai: Sa-pô: Sáng 12/3, UBND huyện tổ chức lễ phát động Tết trồng cây. Đoạn đầu: Sáng 13/3, UBND huyện tổ chức lễ phát động Tết
    trồng cây.

    Sửa thành: Sáng 12/3, UBND huyện tổ chức lễ phát động Tết trồng cây (ở cả hai chỗ).

    Giới hạn: chỉ so những câu gần như trùng lời, trong phần đầu bài và chú thích ảnh; lịch công tác có nhiều ngày không xét.

    Nguồn: đối chiếu trong chính văn bản.
    """

    code = "DAT005"
    name = "date-conflict"
    severity = "warning"
    summary = ("Một sự việc ghi hai ngày", "One event with two dates")
    texts = {
        "message": ("“{text}”: cùng sự việc này, chỗ khác ghi “{other}”", "“{text}”: the same event is dated “{other}” elsewhere"),
        "other": ("theo chỗ kia", "as in the other place"),
    }

    def check(self, doc: Document) -> Iterable[Finding | Unchecked]:
        told: list[tuple[DateSpan, tuple[str, ...], str]] = []
        for d in doc.dates:
            day = (
                days_of((d.value or "").split("T")[0])
                if d.type in ("DATE", "TIME") and d.role not in ("posted", "citation", "anniversary")
                else None
            )
            if day is None or day[0] != day[1] or "/" in (d.value or "") or re.search(r"T\d", d.value or ""):
                continue
            stop = doc.text.find("\n", d.end)
            words = tuple(_WORD.findall(doc.text[d.end : d.end + 160 if stop < 0 else min(stop, d.end + 160)].lower())[:_WINDOW])
            line = doc.text.rfind("\n", 0, d.start) + 1
            if doc.text[line : line + 1] in "-+*•":  # an entry of a list
                continue
            # a date that opens its line or sentence, with enough told after it
            if len(words) >= 8 and not doc.text.startswith(":", d.end) and len(doc.text[line : d.start].rsplit(". ", 1)[-1].strip()) <= 12:
                told.append((d, words, day[0].isoformat()))
        if len(told) > 12:  # a calendar of events
            return
        alike = [
            (a, b, day_a != day_b)
            for i, (a, words, day_a) in enumerate(told)
            for b, others, day_b in told[i + 1 :]
            if _alike(words, others)
        ]
        # tellings of one event come in twos; more are a list of events alike
        if len(alike) == 1 and alike[0][2]:
            a, b, _ = alike[0]
            if "\n" in doc.text[a.end : b.start] and doc.text.count("\n", 0, a.start) <= 8:
                yield self.finding(
                    doc,
                    b.start,
                    b.end,
                    args={"other": a.text},
                    confidence=0.7,
                    suggestions=[(a.text, "other", {})],
                    evidence=[(a, "conflict")],
                )


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return len(set(a) & set(b)) >= _SAME * len(set(a) | set(b))
