"""Percentages that two numbers of the text decide."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vnreport.document import Document
from vnreport.quantities.figures import one_slip
from vnreport.quantities.find import Written, units
from vnreport.quantities.relations import BRACKETS, REACH, comparable, same_noun


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage that two numbers of the text decide.

    ``kind`` is ``share`` (part of whole), ``growth`` or ``fall`` (of ``part`` against ``whole``) or ``ratio``. For a fraction
    ("214/223 hộ") part and whole are the same span. ``guessed`` is true where not the wording but a percentage one slip away tells that
    the two numbers belong to it.
    """

    percent: Written
    part: Written
    whole: Written
    kind: str
    guessed: bool = False


_TO_PERCENT = re.compile(
    r"[^,;.()\d]{0,60}(?:[,;]? ?(?:\bđạt|\bchiếm|\btỷ lệ|\btỉ lệ|\btương ứng|\btương đương|\bbằng)"
    r"(?: (?:với|khoảng|trên|hơn|gần|tỷ lệ|tỉ lệ|xấp xỉ|tới|đến)){0,3} ?"
    r"|\((?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng|tương đương|khoảng|hơn|gần|trên| )*)$"
)
_BRACKET = re.compile(r"[^;.()\d]{0,50} \((?:đạt|chiếm|tỷ lệ|tỉ lệ)? ?")
"""After a fraction: "1.140/1.200 con trâu, bò (đạt 95%)"."""
_OTHER_WHOLE = re.compile(
    r"\W{0,2}(?:so|kế hoạch|kh\b|dự toán|chỉ tiêu|cùng kỳ|nghị quyết|mục tiêu|công suất|hạn mức|năm|giá trị|tổng|dân số|diện tích|số|trong|"
    r"vốn|thị phần|cơ cấu|trên|đúng|trước|quá hạn|đạt|là|của)"
)
_AGAINST = re.compile(r"[^.;()\d]{0,40}(?:so với|so)[^.;()\d]{0,40}\((?:[^.;()\d]{0,30})$")
_PLANNED = re.compile(r" ?(?:so với )?(?:kế hoạch|kh|dự toán|chỉ tiêu|nghị quyết|mục tiêu)(?: [^\W\d_]+){0,6} ?\([^.;()\d]{0,30}$")
"""Between a percentage and the number that it is of: "bằng 110% kế hoạch (60 tỷ đồng)"."""
_FROM = re.compile(r"\btừ $")
_CHANGED = re.compile(r",? (?:tăng lên|tăng|giảm xuống|giảm|xuống còn|xuống|lên|còn|đến)(?: (?:còn|đến|tới|thành|mức))? $")
_SINCE = re.compile(r"[^.;:()\d]{0,30},[^.;:()\d]{0,30}\b(?:còn|tăng lên|lên|giảm còn|giảm xuống) $")
_BY = re.compile(r"[^.;()\d]{0,40}?(?:[,;(]|\btức) ?(?:đã )?(tăng|giảm)(?: (?:khoảng|trên|hơn|gần|thêm|được|tới))* ?$")
_OVER = re.compile(r"[^,;.()\d]{0,40}\b(?:trên|trong)(?: tổng)?(?: số)?(?: là)? ?$|^ ?/ ?$")
_INTO = re.compile(r"\b(?:trong đó|trong số đó|bao gồm|gồm|(?:nhưng |mới )?chỉ(?: có)?(?! (?:số|đạo|tiêu|thị|huy|dẫn))|mới có|có mặt)\b")
_REACHED = re.compile(r"\b(?:đạt|bằng)(?: (?:khoảng|trên|hơn|gần|tới|đến|xấp xỉ))* ?$")
_OF_ALL = re.compile(r"\b(?:chiếm|có mặt) $")
_AMONG = re.compile(r"\b(?:(?:trong|trên)(?: tổng)? số|trong(?: tổng)?|tổng số) $")
_PLAN = re.compile(r"\b(?:kế hoạch|dự toán|chỉ tiêu|được giao|phát ra|tổng)(?: [^\W\d_]+){0,5} ?:? $")
_COMPARED = re.compile(r"\b(?:so với|tăng|giảm|lũy kế|mỗi|bình quân|cùng kỳ|năm trước|từ|lên|xuống|còn)\b|[.:]")
_IN_ALL = re.compile(r" ?(?:(?:trong|trên|so với|của) )?tổng(?: số)? ?(?:là )?$")


def shares(doc: Document) -> Iterator[Share]:
    """Percentages whose two numbers stand beside them, in text order."""
    folded = doc.layer("scan").folded
    numbers = doc.layer("numbers")
    starts = [w.start for w in numbers]
    previous = 0
    for s in doc.sentences:
        a, b = bisect_left(starts, s.start), bisect_left(starts, s.end)
        begin = previous if folded.startswith(("trong đó", "trong số đó"), s.start) else a
        previous = a
        for j in range(a, b):
            w = numbers[j]
            if w.noun != "%" or w.of is not None or j == begin:
                continue
            last = numbers[j - 1]
            gap = folded[last.end : w.start]
            after = folded[w.end : min(w.end + 40, s.end)]
            if grown := _growth(folded, w, last, numbers[j + 1] if j + 1 < b else None):
                yield grown
            elif changed := _changed(folded, w, last, numbers[j - 2] if j - 1 > begin else None):
                yield changed
            elif not (_TO_PERCENT.match(gap) or (last.of is not None and _BRACKET.fullmatch(gap))) or last.noun == "%":
                continue
            elif j + 1 < b and _IN_ALL.fullmatch(folded[w.end : numbers[j + 1].start]):  # "chiếm 5% trong tổng số 2.600 hộ"
                if _alike(last, numbers[j + 1]) and last.of is None and last.amount <= numbers[j + 1].amount:
                    yield Share(w, last, numbers[j + 1], "share")
            elif last.of is not None:
                if _of_whole(after, last):
                    yield Share(w, last, last, "share")
            elif j - 1 > begin and _OVER.match(folded[numbers[j - 2].end : last.start]) and _alike(numbers[j - 2], last):
                if _of_whole(after, last):  # "trên" is "of" here, not "more than"
                    yield Share(w, numbers[j - 2], replace(last, approx=None), "share")
            elif (whole := _whole(folded, numbers[max(begin, j - REACH) : j - 1], last, gap)) and _of_whole(after, whole):
                yield Share(w, last, whole, "share")
            elif guess := _told_before(folded, numbers[begin : j - 1], last, w, after):
                yield guess


def _told_before(folded: str, before: Sequence[Written], part: Written, percent: Written, after: str) -> Share | None:
    """ "Chi bộ có 25 đảng viên, 23 đồng chí dự họp, đạt 92%": the one like number before, where one slip of the hand would make it right."""
    whole = [w for w in before if w.of is None and (_alike(part, w) or comparable(w, part)) and w.noun is not None]
    if len(whole) != 1 or part.of is not None or any(w.noun == "%" for w in before) or not 0 < part.amount <= whole[0].amount:
        return None
    planned = _PLAN.search(folded, max(0, whole[0].start - 40), whole[0].start)
    if not planned and not _of_whole(after, whole[0]) and not re.match(r"\W{0,2}(?:kế hoạch|dự toán|chỉ tiêu|tổng)", after):
        return None
    between = folded[whole[0].end : part.start]
    if len(between) > 100 or _COMPARED.search(between) or part.noun in {"điểm"} or "/" in (part.unit or ""):
        return None
    if not planned and re.match(r"\W{0,2}(?:kế hoạch|dự toán|chỉ tiêu)", after):
        return None
    exact = part.amount / whole[0].amount * 100
    pattern = f"{{:.{percent.decimals}f}}"
    if not one_slip(pattern.format(percent.value), pattern.format(exact)):
        return None
    return Share(percent, part, whole[0], "share", True)


def _of_whole(after: str, whole: Written) -> bool:
    """Whether nothing after the percentage says that it is of something else."""
    other = _OTHER_WHOLE.match(after)
    if other is None:
        return True
    head = re.match(r"\W{0,2}(?:tổng số|tổng|trong số|số|trên tổng số) ", after)
    return head is not None and whole.noun is not None and after.startswith(whole.noun, head.end())


def _alike(part: Written, whole: Written) -> bool:
    """Whether one may be a share of the other; a number without a unit takes that of the other."""
    if part.noun is None or whole.noun is None:
        return (part.noun or whole.noun) is not None and part.amount <= whole.amount
    return same_noun(whole, part) or (part.kind == whole.kind == "person")


def _same_head(a: Written, b: Written) -> bool:
    """Whether both are kinds of one thing that is counted: "hộ nghèo", "hộ dân"."""
    head = (a.noun or "").split(" ")[0]
    return a.kind == b.kind == "count" and head == (b.noun or "").split(" ")[0] and units().get(head) == "count"


def _whole(folded: str, before: Sequence[Written], part: Written, gap: str) -> Written | None:
    """What ``part`` is named as part of: the nearest like number before "trong đó".

    "trong đó 40 hộ thoát nghèo, đạt 80%" may be of what was planned; so "đạt" and "bằng" want "trong số" before the whole.
    """
    planned = _REACHED.search(gap) is not None and not _OF_ALL.search(folded, max(0, part.start - 24), part.start)
    for w in reversed(before):
        between = folded[w.end : part.start]
        in_brackets = between.count(")") > between.count("(")
        if w.noun is None or w.amount < part.amount or in_brackets:
            continue
        cues = list(_INTO.finditer(between))
        among = not cues and len(between) <= 80 and _AMONG.search(folded, max(0, w.start - 14), w.start)
        if among and (_alike(part, w) or _same_head(part, w)):
            return w
        if not _alike(part, w) or len(cues) != 1 or len(between) > 200 or planned:
            continue
        # the number must stand right before the cue, else it may be of something else
        lead = BRACKETS.sub("", between[: cues[0].start()])
        return w if "(" not in lead and lead.count(",") <= 2 and len(lead) <= 100 else None
    return None


def _changed(folded: str, percent: Written, last: Written, first: Written | None) -> Share | None:
    """ "giảm từ 200 hộ xuống còn 150 hộ, giảm 25%"."""
    if first is None or first.of or last.of or not (same_noun(first, last) or first.noun is None):
        return None
    if guess := _changed_since(folded, percent, last, first):
        return guess
    by = _BY.match(folded, last.end, percent.start)
    if by is None or by.end() != percent.start or not _FROM.search(folded, max(0, first.start - 4), first.start):
        return None
    if not _CHANGED.fullmatch(folded, first.end, last.start) or first.factor != last.factor or not first.amount:
        return None
    rise = last.amount > first.amount
    if rise != (by[1] == "tăng"):
        return None
    return Share(percent, last, first, "growth" if rise else "fall")


def _changed_since(folded: str, percent: Written, last: Written, first: Written) -> Share | None:
    """ "có 125 hộ nghèo, nay còn 75 hộ, giảm 40%", where one slip of the hand would make the percentage right."""
    by = _BY.match(folded, last.end, percent.start)
    if by is None or by.end() != percent.start or not _SINCE.fullmatch(folded, first.end, last.start) or not first.amount:
        return None
    exact = (last.amount / first.amount - 1) * (100 if by[1] == "tăng" else -100)
    pattern = f"{{:.{percent.decimals}f}}"
    if exact <= 0 or not one_slip(pattern.format(percent.value), pattern.format(exact)):
        return None
    return Share(percent, last, first, "growth" if by[1] == "tăng" else "fall", True)


def _growth(folded: str, percent: Written, before: Written, after: Written | None) -> Share | None:
    """ "1.200 tỷ đồng, tăng 12,5% so với cùng kỳ (1.067 tỷ đồng)"."""
    lead = re.search(r"^[^.;()\d]{0,30}\b(tăng|giảm|bằng) ?(?:khoảng |trên |hơn |gần )?$", folded[before.end : percent.start])
    if after is None or lead is None or not same_noun(before, after) or before.factor != after.factor or before.of or after.of:
        return None
    gap = folded[percent.end : after.start]
    if not (_AGAINST.match(gap) or (lead[1] == "bằng" and _PLANNED.fullmatch(gap))) or folded[after.end : after.end + 1] not in {")", " "}:
        return None
    return Share(percent, before, after, {"tăng": "growth", "giảm": "fall", "bằng": "ratio"}[lead[1]])
