"""Figures that others decide: so many at so much each, what is left of a whole, the total below a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from vnreport.document import Document
from vnreport.quantities.find import Written
from vnreport.quantities.relations import REACH, comparable, same_noun, sentence_numbers

_EACH = re.compile(r"[^.;()\d]{0,60}?(?:\(|,| )\s*mỗi (?P<what>[^\W\d_]+)(?: [^\W\d_]+){0,3} ?$")
_ALL = re.compile(r"[^.;\d]{0,70}?\b(?:tổng(?: cộng| trị giá| giá trị| số tiền| kinh phí| số)?|trị giá tổng cộng)(?: [^\W\d_]+){0,3}:? ?$")
_LEFT_AFTER = re.compile(r" (?:còn lại|chưa (?:về|nộp|có))\b")
_LEFT_BEFORE = re.compile(r"\b(?:còn lại(?: có| là)?|còn thiếu|còn nợ|còn tồn|còn dư|tồn quỹ|còn) $")
_DONE = re.compile(r"[^.;()]{0,60}\b(?:có|đã|được|góp|mới|cho|hỗ trợ)\b[^.;()]{0,40}$")
_AT_EACH = re.compile(r"\s*(?:\(|, )(?:bình quân |trung bình )?mỗi [^\W\d_]+(?: [^\W\d_]+){0,3} ?(?:là |trị giá )?$")
_EACH_FIRST = re.compile(r"\bmỗi (?P<what>[^\W\d_]+)(?: [^\W\d_]+){0,3} (?:là |trị giá |giá )?$")
_COMES_TO = re.compile(r" ?(?:[^.,;:()\d]{0,30} )?(?:là|tổng cộng|tổng trị giá|tổng|hết|thành|được) $")
_WORTH = re.compile(r"[^.,;:()\d\n]{1,60}\b(?:trị giá|tổng trị giá|với|kinh phí|số tiền|tổng số tiền)(?: là)? $")
_LINES_BELOW = re.compile(r"[^.;\n]{0,120}?(?:cụ thể|như sau|gồm|trong đó|sau đây)[^.;\n\d]{0,30}:[ \t]*\n")
_SUM_BELOW = re.compile(r"(?:^|\n)[ \t]*[-+•–*]?[ \t]*(?:tổng cộng|cộng|tổng số tiền|tổng kinh phí)[ \t]*(?:là)?[ \t]*:?[ \t]*$")
_ITEM_LINE = re.compile(r"[ \t]*(?:[-+•–*]|\d{1,2}[.)])")


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A figure with the value that other figures of the text give it.

    ``kind`` is ``product`` (so many at so much each), ``rest`` (a whole less what is told of it), ``column`` (the lines above or below a
    total), ``prizes`` (each count and its amount) or ``share`` (a total by its count).
    """

    figure: Written
    value: float
    sources: tuple[Written, ...]
    kind: str


def reckoned(doc: Document) -> Iterator[Reckoned]:
    """The figures that others decide, in text order."""
    folded = doc.layer("scan").folded
    for _, _, numbers in sentence_numbers(doc):
        yield from _products(folded, numbers)
        yield from _shared(folded, numbers, doc.layer("numbers"))
        yield from _prizes(folded, numbers)
        yield from _changes(folded, numbers)
        yield from _fractions(folded, numbers)
        yield from _added(folded, numbers)
    yield from _rests(folded, doc.layer("numbers"))
    yield from _columns(doc, folded)
    yield from _announced(folded, doc.layer("numbers"))


def _products(folded: str, numbers: Sequence[Written]) -> Iterator[Reckoned]:
    """ "24 suất học bổng, mỗi suất 1,5 triệu đồng, tổng cộng 36 triệu đồng"."""
    for i, (count, each, total) in enumerate(zip(numbers, numbers[1:], numbers[2:], strict=False)):
        if any(same_noun(w, total) for w in numbers[:i]):
            continue  # the total may hold that as well
        plain = all(w.of is None and w.approx is None for w in (count, each, total))
        if not plain or total.kind != "measure":
            continue
        several = count.factor == 1 and not count.decimals and same_noun(each, total) and total.amount < each.amount
        if several and _AT_EACH.fullmatch(folded, each.end, total.start) and _WORTH.fullmatch(folded, count.number_end, each.start):
            yield Reckoned(each, count.value * total.amount, (count, total), "product")  # "18 căn nhà trị giá 720 triệu đồng (mỗi căn 40 …)"
            continue
        m = _EACH.match(folded, count.end, each.start)
        first = _EACH_FIRST.search(folded, max(0, count.start - 50), count.start)  # "mỗi suất 600.000 đồng, 45 suất là 27 triệu đồng"
        if first and count.kind == "measure" and each.factor == 1 and first["what"] in (each.noun or "").split() and same_noun(count, total):
            if folded[count.end : each.start].strip() == "," and _COMES_TO.fullmatch(folded, each.end, total.start):
                yield Reckoned(total, count.amount * each.value, (each, count), "product")
            continue
        if count.factor != 1 or count.decimals or not same_noun(each, total):
            continue
        if m is None or m["what"] not in (count.noun or "").split() or not _ALL.match(folded, each.end, total.start):
            continue
        yield Reckoned(total, count.value * each.amount, (count, each), "product")


def _rests(folded: str, numbers: Sequence[Written]) -> Iterator[Reckoned]:
    """ "186 phương tiện, có 171 phương tiện vào bờ, 15 phương tiện còn lại …"; "hết 68 triệu đồng, góp được 41 triệu đồng, còn thiếu 27"."""
    for i, rest in enumerate(numbers):
        if rest.of is not None or rest.approx is not None or rest.noun is None or rest.noun == "%":
            continue
        if not (_LEFT_AFTER.match(folded, rest.end) or _LEFT_BEFORE.search(folded, max(0, rest.start - 14), rest.start)):
            continue
        line = folded.rfind("\n", 0, rest.start)
        alike = [w for w in numbers[max(0, i - REACH) : i] if w.start > max(line, rest.start - 260) and same_noun(w, rest)]
        if len(alike) != 2 or any(w.of is not None or w.approx is not None for w in alike):
            continue
        whole, part = alike
        if part.amount >= whole.amount or not _DONE.match(folded, whole.end, part.start):
            continue
        yield Reckoned(rest, whole.amount - part.amount, (whole, part), "rest")


def _columns(doc: Document, folded: str) -> Iterator[Reckoned]:
    """ "- Máy siêu âm: 145.000.000 đồng; … Tổng cộng: 200.000.000 đồng": a total below the lines of a list."""
    numbers = doc.layer("numbers")
    for i, total in enumerate(numbers):
        if total.noun is None or total.of is not None or not _SUM_BELOW.search(folded, max(0, total.start - 40), total.start):
            continue
        line = folded.rfind("\n", 0, total.start)
        chosen: list[Written] = []
        k = i
        while line > 0:
            start = folded.rfind("\n", 0, line) + 1
            if not folded[start:line].strip():
                line = start - 1
                continue
            if not _ITEM_LINE.match(folded, start, line):
                break
            found = []
            while k and numbers[k - 1].start >= start:
                k -= 1
                if same_noun(numbers[k], total):
                    found.append(numbers[k])
            if not found and len(chosen) > 1:
                break
            if len(found) != 1 or found[0].of is not None or found[0].approx is not None:
                chosen = []
                break
            chosen.append(found[0])
            line = start - 1
        if len(chosen) > 1:
            yield Reckoned(total, sum(w.amount for w in chosen), tuple(chosen[::-1]), "column")


_EACH_PRIZE = re.compile(r"[^,;.:\d]{0,50}?(?:,|\()?\s*(?P<each>mỗi )?(?:giải |suất |phần |phần thưởng )?(?:trị giá |là |: ?)?$")


def _prizes(folded: str, numbers: Sequence[Written]) -> Iterator[Reckoned]:
    """ "1 giải nhất 5 triệu đồng, 2 giải nhì mỗi giải 3 triệu đồng, tổng cộng 11 triệu đồng"."""
    for k, total in enumerate(numbers):
        if k < 4 or total.kind != "measure" or not _ALL.match(folded, numbers[k - 1].end, total.start):
            continue
        value, first = 0.0, k
        while first >= 2:
            count, amount = numbers[first - 2], numbers[first - 1]
            m = _EACH_PRIZE.fullmatch(folded, count.end, amount.start)
            exact = count.factor == 1 and not count.decimals and count.kind != "measure" and count.approx is None and amount.approx is None
            if m is None or not exact or not same_noun(amount, total) or (count.value != 1 and not m["each"]):
                break
            value, first = value + count.value * amount.amount, first - 2
        if k - first >= 4 and first <= 1:
            yield Reckoned(total, value, tuple(numbers[first:k]), "prizes")


def _announced(folded: str, numbers: Sequence[Written]) -> Iterator[Reckoned]:
    """ "Thu hồi 9.180,5 m2 đất của 03 hộ, cụ thể:" and a line for each with one such number."""
    for i, total in enumerate(numbers):
        if total.kind is None or total.noun == "%" or total.of is not None or total.approx is not None:
            continue
        opening = _LINES_BELOW.match(folded, total.end)
        if opening is None or any(same_noun(w, total) for w in numbers[i + 1 : i + 4] if w.start < opening.end()):
            continue
        at = opening.end()
        chosen: list[Written] = []
        while at < len(folded) and _ITEM_LINE.match(folded, at):
            line = folded.find("\n", at)
            line = len(folded) if line < 0 else line
            found = [w for w in numbers[i + 1 : i + 1 + 3 * REACH] if at <= w.start < line and same_noun(w, total)]
            if len(found) != 1 or found[0].of is not None or found[0].approx is not None:
                chosen = []
                break
            chosen.append(found[0])
            at = line + 1
        if len(chosen) > 1 and 0.5 < sum(w.amount for w in chosen) / (total.amount or 1) < 2:
            yield Reckoned(total, sum(w.amount for w in chosen), tuple(chosen), "column")


_TO = re.compile(r"[^.;:()\d]{0,30}\b(?:xuống còn|xuống|lên|lên đến|lên tới|còn|đến|tăng lên|giảm xuống|giảm còn)(?: mức| thành)? $")
_BY = re.compile(r"[^.;:()\d]{0,40}(?:, |\(|\btức )(?:tức |đã )?(?P<way>tăng|giảm)(?: thêm| được| đi)? $")


def _changes(folded: str, numbers: Sequence[Written]) -> Iterator[Reckoned]:
    """ "giảm từ 32 vụ xuống 24 vụ, giảm 8 vụ"."""
    for first, last, by in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if not (same_noun(first, last) or first.noun is None) or not same_noun(last, by) or by.noun == "%":
            continue
        if any(w.of is not None or w.approx is not None for w in (first, last, by)) or not folded.endswith("từ ", 0, first.start):
            continue
        m = _BY.fullmatch(folded, last.end, by.start)
        if m is None or not _TO.fullmatch(folded, first.end, last.start) or first.factor != last.factor:
            continue
        difference = last.amount - first.amount
        if (difference > 0) == (m["way"] == "tăng") and difference:
            sources = (last, first) if difference > 0 else (first, last)
            yield Reckoned(by, abs(difference), sources, "rest")


_OPEN = re.compile(r"[^.;:()\d]{0,60}\b(?:còn|còn lại)(?: lại)?(?: có)? $")


def _fractions(folded: str, numbers: Sequence[Written]) -> Iterator[Reckoned]:
    """ "đạt 16/19 tiêu chí, còn 3 tiêu chí chưa đạt"."""
    for done, rest in pairwise(numbers):
        if done.of is None or done.of <= done.value or rest.of is not None or rest.approx is not None or not same_noun(done, rest):
            continue
        if rest.amount and _OPEN.fullmatch(folded, done.end, rest.start):
            whole = replace(done, value=done.of, of=None)
            yield Reckoned(rest, done.of - done.value, (whole, done), "rest")


_IN_ALL = re.compile(r"(?:,|\.|;)? ?(?:tổng cộng|cộng chung|cộng|tất cả|cả thảy)(?: là| có| được)?:? $")
_JOINS = re.compile(r"[^.;:()\d]{0,70}(?:, | và |; | cùng )[^.;:()\d]{0,40}$")


def _added(folded: str, numbers: Sequence[Written]) -> Iterator[Reckoned]:
    """ "38 đại biểu chính thức, 12 khách mời, tổng cộng 50 người": a total after its parts."""
    for k, total in enumerate(numbers):
        if k < 2 or total.noun is None or total.of is not None or total.approx is not None:
            continue
        cue = _IN_ALL.search(folded, numbers[k - 1].end, total.start)
        parts = numbers[:k]
        if cue is None or cue.end() != total.start or any(p.of is not None or p.approx is not None or not comparable(total, p) for p in parts):
            continue
        if all(_JOINS.fullmatch(folded, a.end, b.start) for a, b in pairwise(parts)):
            yield Reckoned(total, sum(p.amount for p in parts), tuple(parts), "column")


_SHARE_OF = re.compile(r"[^.;()\d]{0,40}(?:, |\()(?:tính ra |bình quân |trung bình |như vậy )*mỗi (?P<what>[^\W\d_]+)(?: [^\W\d_]+){0,3} $")


def _shared(folded: str, numbers: Sequence[Written], all_numbers: Sequence[Written]) -> Iterator[Reckoned]:
    """ "tổng số tiền mua bò là 156 triệu đồng, tính ra mỗi con 13 triệu đồng", the count of them told before."""
    for total, each in pairwise(numbers):
        if total.kind != "measure" or not same_noun(total, each) or total.approx is not None or each.approx is not None or not each.amount:
            continue
        m = _SHARE_OF.fullmatch(folded, total.end, each.start)
        if m is None or "tổng" not in folded[max(0, total.start - 50) : total.start]:
            continue
        counts = [w for w in all_numbers if total.start - 600 < w.start < total.start and m["what"] in (w.noun or "").split() and w.of is None]
        if len({w.value for w in counts}) == 1 and counts[0].approx is None and counts[0].factor == 1:
            yield Reckoned(each, total.amount / counts[0].value, (total, counts[0]), "share")
