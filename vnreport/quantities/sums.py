"""Totals and what they are said to consist of. Only what the wording makes plain is given; how to judge it is for the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vnreport.document import Document
from vnreport.quantities.find import Written, units
from vnreport.quantities.nearly import loose, nearly
from vnreport.quantities.relations import BRACKETS, GENERIC_PERSON, LONGEST, REACH, comparable, same_noun, sentence_numbers

_CUE = re.compile(
    r"(?P<all>\bbao gồm\b|\bgồm có\b|\bgồm\b|\bchia ra\b|\bchia theo\b|\bcụ thể\b)|(?P<some>\btrong đó\b)|(?P<colon>:)|(?P<open>\()"
)
_BREAKS = re.compile(
    r"\b(?:trong đó|gồm|so với|tăng|giảm|lũy kế|tổng|nâng|đã|được|bị|với|từ|mỗi|trung bình|bình quân|trị giá|kinh phí|hơn|gần|sau|kể từ|"
    r"trước|năm|ngày|tháng|tiếp tục|còn|đến|riêng|thêm|mới|dự kiến|đạt|chiếm|bằng|khoảng|trên)\b"
)
_COMPARES = re.compile(
    r"\b(?:trong đó|gồm|so với|tăng|giảm|lũy kế|tổng|mỗi|trung bình|bình quân|trị giá|hơn|gần|kể từ|năm|ngày|tháng|chiếm|bằng|khoảng|trên)\b"
)
_TURNS = re.compile(
    r"\b(?:trong đó|gồm|so với|tăng|giảm|lũy kế|tổng|nâng|đã|mỗi|trung bình|bình quân|trị giá|kinh phí|tiếp tục|riêng|thêm|dự kiến)\b"
)
_LEAD = re.compile(r"(?:^|[,;:(]|\bvà\b|\bcùng\b|\bcùng với\b|\bcòn lại\b|\blà\b|\bcó\b|\bgồm\b)\s*(?:[-+•–] ?)?(?:có|là|và)?\s*$")
_NEXT = re.compile(r"\)?\s*(?:\([^()]{0,60}\))?\s*(?:[,;]\s*(?:và )?|\bvà )")
_LINE = re.compile(r"[^\n;.]{0,80}[;.]?\n+(?=[-+•–]|\d{1,2}[.)] )")
"""What parts two lines of a list."""
_TOTAL_OF = re.compile(r"\btổng số ([^,.;:()\d]{2,50}?) ?(?:là|có|:)? ?$")
_ALL_OF = re.compile(r"[^.;:()\d]{0,40}?\b(?:gồm|bao gồm|gồm có|chia ra|cụ thể)(?: là| có)?:? ?|[^.,;:()\d]{0,40}: ?| ?\(")
_SOME_OF = re.compile(r"[^.;:()\d]{0,40}?\btrong đó(?: có)?:? ?")
_NOT_NAMED = re.compile(
    r"[,;:.()]|\b(?:km|tổ|xóm|ấp|khu|thôn|bản|ngõ|phường|quận|lô|thửa|phòng|trang|bàn|mục|điều|khoản|điểm|số|thứ|năm|ngày|tháng|lớp|khối|cấp|"
    r"trên|dưới|từ|đến|loại|quốc lộ|đường|chương trình|khóa)\b"
)
_AND_NOUN = re.compile(r"(?: và|,) ([^\W\d_]+(?: [^\W\d_]+)?)")
_MARK = re.compile(r"^[\s;]*\d{1,2}[.)] ")
_REST = re.compile(r"\bcòn lại\b")
_APART = re.compile(r"(?:ở |tại )?(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|thôn|bản|xóm|ấp|khu|nam|nữ)\b")
_SEX = re.compile(r"\b(?:nam|nữ)\b")
_OVERLAP = re.compile(r"\b(?:nữ|nam|dân tộc|đảng viên|trẻ|tôn giáo|người cao tuổi|trên|dưới)\b")


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and what it is said to consist of.

    ``exhaustive`` is false where the text names only some of the parts ("trong đó"). ``persons`` is true where members are counted by
    their office ("5 thành viên (1 Chủ tịch, 4 Phó Chủ tịch)"), ``overlapping`` where the groups named may share members. ``guessed`` is
    true where not the wording but the amounts tell that these are all the parts.
    """

    total: Written
    parts: tuple[Written, ...]
    exhaustive: bool
    persons: bool
    overlapping: bool
    guessed: bool = False


def sums(doc: Document) -> Iterator[Sum]:
    """Totals with their parts, in text order."""
    folded = doc.layer("scan").folded
    for _, end, numbers in sentence_numbers(doc):
        for i, total in enumerate(numbers[:-1]):
            total = _named_before(folded, total)
            if total.noun is None or total.noun == "%" or total.of is not None:
                continue
            after = numbers[i + 1 : i + REACH]
            found = _parts(doc.text, folded, end, total, after) or _bare(folded, end, total, after)
            if (found is None or len(found.parts) < 2) and (parts := loose(doc.text, folded, end, total, after, _first(numbers, i))):
                found = Sum(total, tuple(parts), True, False, _overlap(folded, parts), True)
            elif found is not None and not found.exhaustive and nearly(doc.text, total, found.parts):
                found = replace(found, exhaustive=True, guessed=True)
            if found is not None and not _joint(found, numbers[max(0, i - REACH) : i]):
                yield found


def _first(numbers: Sequence[Written], i: int) -> bool:
    return not any(same_noun(w, numbers[i]) for w in numbers[max(0, i - REACH) : i])


def _overlap(folded: str, parts: Sequence[Written]) -> bool:
    """Whether the groups may share members; men and women do not."""
    groups = set(_OVERLAP.findall(folded, parts[0].start, parts[-1].end + 6))
    return bool(groups) and not (groups == {"nam", "nữ"} and len(parts) == 2)


def _named_before(folded: str, total: Written) -> Written:
    """A total whose unit stands before it: "tổng số đại biểu dự là 110"."""
    if total.noun is not None or total.factor != 1:
        return total
    m = _TOTAL_OF.search(folded, max(0, total.start - 60), total.start)
    if m is None:
        return total
    for words in range(3, 0, -1):
        noun = " ".join(m[1].split()[:words])
        if kind := units().get(noun):
            return replace(total, noun=noun, kind=kind)
    return total


def _joint(found: Sum, before: Sequence[Written]) -> bool:
    """Whether the parts are those of this total together with an earlier one: "A 10 lớp, B 30 lớp (25 lớp mới, 15 lớp cũ)"."""
    added = sum(p.amount for p in found.parts)
    return any(same_noun(found.total, w) and abs(found.total.amount + w.amount - added) < 1e-6 for w in before)


def _bare(folded: str, end: int, total: Written, after: Sequence[Written]) -> Sum | None:
    """ "1.870 hộ nghèo, gồm: hộ Kinh 640, hộ Khmer 705, hộ Hoa 525": parts without a unit, each after its name."""
    cue = _ALL_OF.match(folded, total.end, min(end, total.end + 60))
    rest = None if cue else _SOME_OF.match(folded, total.end, min(end, total.end + 60))
    if (cue is None and rest is None) or total.kind is None:
        return None
    at, chosen = (cue or rest).end(), []  # type: ignore[union-attr]
    for w in after:
        item = folded[at : w.start]
        last = bool(rest and _REST.search(item))  # "còn lại là các dân tộc Khơ Mú, Cống, Si La 201"
        named = 0 < len(item.split()) <= (25 if last else 7) and (last or not _NOT_NAMED.search(item))
        if w.start >= end or w.noun is not None or w.of is not None or w.decimals or not named:
            break
        chosen.append(w)
        sep = _NEXT.match(folded, w.end)
        at = sep.end() if sep else -1
        if sep is None:
            break
    if rest and not (chosen and _REST.search(folded, chosen[-1].start - 120, chosen[-1].start)):
        return None
    closed = chosen and at < 0 and folded[chosen[-1].end : chosen[-1].end + 1] in (".", ";", ")", "\n", "")
    return Sum(total, tuple(chosen), True, False, False) if closed and len(chosen) > 1 else None


def _two_nouns(folded: str, total: Written, after: Sequence[Written]) -> Sum | None:
    """ "17 tập thể và cá nhân, trong đó 6 tập thể, 11 cá nhân": what is counted together is counted one by one."""
    m = _AND_NOUN.match(folded, total.end)
    if m is None or total.kind is None or len(after) < 2:
        return None
    second = next((n for n in (m[1], m[1].split()[0]) if n in units()), None)
    if second is None and units().get(head := total.noun.split()[0] if total.noun else "") == "count":
        second = f"{head} {m[1]}"  # "hộ nghèo và cận nghèo"
    a, b = after[0], after[1]
    cue = _CUE.search(folded, m.end(), min(a.start, m.end() + 80))
    if cue is None or a.start - total.end > 120 or {a.noun, b.noun} != {total.noun, second} or not _NEXT.fullmatch(folded, a.end, b.start):
        return None
    return Sum(total, (a, b), True, False, False)


def _parts(text: str, folded: str, end: int, total: Written, after: Sequence[Written]) -> Sum | None:
    if two := _two_nouns(folded, total, after):
        return two
    first = next((k for k, w in enumerate(after) if comparable(total, w)), None)
    if first is None:
        return None
    between = folded[total.end : min(after[first].start, total.end + 161)]
    cues = list(_CUE.finditer(between)) if len(between) <= 160 else []
    if not cues:
        return None
    cue = cues[-1]
    if cue["colon"] and len(cues) > 1:
        word = next((c for c in reversed(cues[:-1]) if c["all"] or c["some"]), None)
    else:
        word = cue if cue["all"] or cue["some"] else None
    ahead = between[: cue.start()]
    if cue["open"] and ahead.strip():  # "(…)" must follow the total at once
        return None
    if re.search(r"[.;]", between[: (word or cue).start()].rstrip(" .;\n")) or (cue["colon"] and word is None and re.search(r",|\bvà\b", ahead)):
        return None
    bare = cue["colon"] is not None and word is None and total.kind == "measure"
    stop = end
    if cue["open"]:
        closing = folded.find(")", after[first].start, after[first].start + LONGEST)
        stop = min(end, closing) if closing >= 0 else end
    lead = between[cue.end() :].strip(" :\n-+•–")
    chosen = _number_first(text, folded, stop, total, after[first:]) if lead in {"", "có", "là"} and not bare else []
    some = word is not None and word["some"] is not None
    named = len(chosen) < 2
    if named:
        apart = _APART if some and total.kind != "measure" else None
        chosen = _name_first(folded, stop, total.end + cue.end(), total, after[first:], apart, bool(word and word["all"]))
        if not chosen and some and total.kind == "count":
            # institutions and things are parted by kind; only three kinds that nearly make the total show that nothing is counted twice
            chosen = _name_first(folded, stop, total.end + cue.end(), total, after[first:], None, False)
            if len(chosen) < 3 or not 0.85 <= sum(w.amount for w in chosen) / (total.amount or 1) <= 1.15:
                chosen = []
    if bare and len(chosen) < 3:
        return None  # "giá 5 triệu đồng: …" announces no parts
    if len(chosen) < 2:
        if not some or len(lead) > 60 or not same_noun(total, after[first]) or total.kind is None:
            return None
        chosen = [after[first]]
    rest = bool(_REST.search(folded, total.end, chosen[-1].start))
    sexes = len(chosen) == 2 and set(_SEX.findall(folded, total.end, min(stop, chosen[-1].end + 20))) == {"nam", "nữ"}
    persons = not sexes and total.noun in GENERIC_PERSON and total.noun not in {w.noun for w in chosen}
    overlapping = not sexes and bool(_OVERLAP.search(folded, total.end if named else chosen[0].end, min(stop, chosen[-1].end + 20)))
    return Sum(total, tuple(chosen), len(chosen) > 1 and (rest or sexes or not some), persons, overlapping)


def _number_first(text: str, folded: str, stop: int, total: Written, numbers: Sequence[Written]) -> list[Written]:
    """Parts of "gồm 1.845 hồ sơ trực tuyến và 615 hồ sơ trực tiếp": each number opens its item."""
    chosen: list[Written] = []
    for w in numbers:
        if w.start >= stop:
            break
        if w.noun == "%" or _in_brackets(folded, chosen[-1].end if chosen else w.start, w.start):
            continue
        if chosen:
            gap = BRACKETS.sub("", folded[chosen[-1].end : w.start])
            if gap.startswith(":"):
                break  # the number before has a list of its own
            if not _LEAD.search(gap) or _TURNS.search(gap) or len(gap) > 120:
                break
            if any(item[:1].islower() for item in _uncounted(text[chosen[-1].end : w.start])):
                return []  # an item without a number: the parts do not add up to anything
        if not comparable(total, w):
            break
        chosen.append(w)
    return chosen


def _uncounted(gap: str) -> list[str]:
    """The items between two numbers that have none: of "Bỉm Sơn, thị xã A và " the second."""
    items = re.split(r"[,;]|\bvà\b|\bcùng\b", BRACKETS.sub("", gap))
    return [i.strip() for i in items[1:-1] if i.strip()]


def _name_first(
    folded: str, stop: int, at: int, total: Written, numbers: Sequence[Written], only: re.Pattern[str] | None, listed: bool
) -> list[Written]:  # fmt: skip
    """Parts of "huyện A 04 vụ, huyện B 02 vụ": each number, with the unit of the total, closes its item.

    ``only``: how each item must begin; after "trong đó" groups may share members, places do not. ``listed``: a word that announces all
    the parts stands before them, so that an item may hold any word but those that compare.
    """
    chosen: list[Written] = []
    for w in numbers:
        if w.start < at:
            continue  # in the rest of a line of a list
        if w.start >= stop or not same_noun(total, w):
            break
        item = _MARK.sub("", folded[at : w.start]).replace("tp.", "tp").strip(" ,;:(\n-+•–")
        item = item.removeprefix("còn lại ").removeprefix("là ")
        closed = folded[w.end : w.end + 1] == ";" or (chosen and folded[chosen[-1].end : chosen[-1].end + 1] == ";")  # commas part no items then
        if not item and chosen:
            break
        longest = 15 if "\n" in folded[max(0, at - 1) : w.start] else 9
        signs = r"[;:.()]" if closed else r"[,;:.()]"
        if len(item.split()) > longest or re.search(signs, item) or (_COMPARES if listed else _BREAKS).search(item):
            return []  # one more number of the kind, and no telling whether it is a part
        if only is not None and not only.match(item):
            return []
        chosen.append(w)
        after = _NEXT.match(folded, w.end) or _LINE.match(folded, w.end)
        if not after:
            break
        at = after.end()
    last = folded[chosen[-1].end : chosen[-1].end + 2].strip() if chosen else ""
    return chosen if len(chosen) > 1 and (not last or last[0] in ".;,)") else []


def _in_brackets(folded: str, start: int, end: int) -> bool:
    piece = folded[start:end]
    return piece.count("(") > piece.count(")")
