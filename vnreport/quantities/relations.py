"""What the numbers of a text say about one another: a total and its parts, a share of a whole, an announced count and a list.

Only relations that the wording makes plain are given; how to judge them is for the rules.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vnreport.document import Document
from vnreport.language.letters import UPPER
from vnreport.quantities.find import Written, units

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
_REACH = 40
"""How many numbers before or after one are looked at."""
_TURNS = re.compile(
    r"\b(?:trong đó|gồm|so với|tăng|giảm|lũy kế|tổng|nâng|đã|mỗi|trung bình|bình quân|trị giá|kinh phí|tiếp tục|riêng|thêm|dự kiến)\b"
)
_LEAD = re.compile(r"(?:^|[,;:(]|\bvà\b|\bcùng\b|\bcùng với\b|\bcòn lại\b|\blà\b|\bcó\b|\bgồm\b)\s*(?:[-+•–] ?)?(?:có|là|và)?\s*$")
_BRACKETS = re.compile(r"\([^()]*\)?")
_NEXT = re.compile(r"\)?\s*(?:\([^()]{0,60}\))?\s*(?:[,;]\s*(?:và )?|\bvà )")
_TOTAL_OF = re.compile(r"\btổng số ([^,.;:()\d]{2,50}?) ?(?:là|có|:)? ?$")
_AND_NOUN = re.compile(r"(?: và|,) ([^\W\d_]+(?: [^\W\d_]+)?)")
_REST = re.compile(r"\bcòn lại\b")
_GENERIC_PERSON = frozenset({"thành viên", "người", "đồng chí", "ông (bà)", "ủy viên", "cán bộ", "đại biểu"})
_GENERIC = frozenset({"đơn vị", "đơn vị hành chính", "huy chương", "giải", "giải thưởng"})
_APART = re.compile(r"(?:ở |tại )?(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|thôn|bản|xóm|ấp|khu|nam|nữ)\b")
_SEX = re.compile(r"\b(?:nam|nữ)\b")
_OVERLAP = re.compile(r"\b(?:nữ|nam|dân tộc|đảng viên|trẻ|tôn giáo|người cao tuổi|trên|dưới)\b")


_GOES_ON = re.compile(r"(?:trong đó|gồm|bao gồm|cụ thể|chia ra)\b")
_LISTED = re.compile(r":$|\n *[-+•–]")


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and what it is said to consist of.

    ``exhaustive`` is false where the text names only some of the parts ("trong đó"). ``persons`` is true where members are counted by
    their office ("5 thành viên (1 Chủ tịch, 4 Phó Chủ tịch)"), ``overlapping`` where the groups named may share members.
    """

    total: Written
    parts: tuple[Written, ...]
    exhaustive: bool
    persons: bool
    overlapping: bool


def sentence_numbers(doc: Document) -> Iterator[tuple[int, int, Sequence[Written]]]:
    """Stretches of text with two numbers or more: start, end, the numbers.

    A stretch is a sentence with those that go on with it ("Trong đó, …") and with the lines of a list that it announces.
    """
    text, folded = doc.text, doc.layer("scan").folded
    numbers = doc.layer("numbers")
    starts = [w.start for w in numbers]
    stretches: list[tuple[int, int]] = []
    for s in doc.sentences:
        goes_on = _GOES_ON.match(folded, s.start) or (text[s.start] in "-+•–" and stretches and _LISTED.search(text, *stretches[-1]))
        if goes_on and stretches:
            stretches[-1] = stretches[-1][0], s.end
        else:
            stretches.append((s.start, s.end))
    for start, end in stretches:
        a, b = bisect_left(starts, start), bisect_left(starts, end)
        if b - a > 1:
            yield start, end, numbers[a:b]


def sums(doc: Document) -> Iterator[Sum]:
    """Totals with their parts, in text order."""
    folded = doc.layer("scan").folded
    for _, end, numbers in sentence_numbers(doc):
        for i, total in enumerate(numbers[:-1]):
            total = _named_before(folded, total)
            if total.noun is None or total.noun == "%" or total.of is not None:
                continue
            found = _parts(doc.text, folded, end, total, numbers[i + 1 : i + _REACH])
            if found is not None and not _joint(found, numbers[max(0, i - _REACH) : i]):
                yield found


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
    if re.search(r"[.;]", between[: (word or cue).start()].rstrip(" .;\n")) or (
        cue["colon"] and word is None and (total.kind == "measure" or re.search(r",|\bvà\b", ahead))
    ):
        return None
    stop = end
    if cue["open"]:
        closing = folded.find(")", after[first].start, after[first].start + _LONGEST)
        stop = min(end, closing) if closing >= 0 else end
    lead = between[cue.end() :].strip(" :\n-+•–")
    chosen = _number_first(text, folded, stop, total, after[first:]) if lead in {"", "có", "là"} else []
    some = word is not None and word["some"] is not None
    named = len(chosen) < 2
    if named:
        chosen = _name_first(folded, stop, total.end + cue.end(), total, after[first:], _APART if some else None, bool(word and word["all"]))
    if len(chosen) < 2:
        if not some or len(lead) > 60 or not same_noun(total, after[first]) or total.kind is None:
            return None
        chosen = [after[first]]
    rest = bool(_REST.search(folded, total.end, chosen[-1].start))
    persons = total.noun in _GENERIC_PERSON and total.noun not in {w.noun for w in chosen}
    sexes = len(chosen) == 2 and set(_SEX.findall(folded, total.end, min(stop, chosen[-1].end + 20))) == {"nam", "nữ"}
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
            gap = _BRACKETS.sub("", folded[chosen[-1].end : w.start])
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
    items = re.split(r"[,;]|\bvà\b|\bcùng\b", _BRACKETS.sub("", gap))
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
        if w.start >= stop or not same_noun(total, w):
            break
        item = folded[at : w.start].strip(" ,;:(\n-+•–")
        closed = folded[w.end : w.end + 1] == ";" or (chosen and folded[chosen[-1].end : chosen[-1].end + 1] == ";")  # commas part no items then
        if len(item.split()) > 9 or re.search(r"[;:.()]" if closed else r"[,;:.()]", item) or (_COMPARES if listed else _BREAKS).search(item):
            return []  # one more number of the kind, and no telling whether it is a part
        if only is not None and not only.match(item):
            return []
        chosen.append(w)
        after = _NEXT.match(folded, w.end)
        if not after:
            break
        at = after.end()
    last = folded[chosen[-1].end : chosen[-1].end + 2].strip() if chosen else ""
    return chosen if len(chosen) > 1 and (not last or last[0] in ".;,)") else []


def _in_brackets(folded: str, start: int, end: int) -> bool:
    piece = folded[start:end]
    return piece.count("(") > piece.count(")")


def same_noun(a: Written, b: Written) -> bool:
    """Whether the two count the same thing: equal units, or one the other's head ("hộ", "hộ gia đình")."""
    if a.noun is None or b.noun is None:
        return False
    x, y = a.noun, b.noun
    return x == y or (
        a.kind != "measure" and (x.startswith(y + " ") or y.startswith(x + " ") or x.endswith(" " + y) or y.endswith(" " + x))
    )


def comparable(total: Written, part: Written) -> bool:
    """Whether ``part`` may be a part of ``total``."""
    if part.of is not None or part.noun is None or part.noun == "%":
        return False
    if same_noun(total, part):
        return True
    if total.noun in _GENERIC_PERSON:
        return part.kind == "person"
    if total.kind == "person" and part.noun in {"nam", "nữ"}:
        return True
    return total.noun in _GENERIC and part.kind == "count"


# -- percentages ---------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage that two numbers of the text decide.

    ``kind`` is ``share`` (part of whole), ``growth`` or ``fall`` (of ``part`` against ``whole``) or ``ratio``. For a fraction
    ("214/223 hộ") part and whole are the same span.
    """

    percent: Written
    part: Written
    whole: Written
    kind: str


_TO_PERCENT = re.compile(
    r"[^,;.()\d]{0,60}(?:[,;]? ?(?:\bđạt|\bchiếm|\btương ứng|\btương đương|\bbằng)"
    r"(?: (?:với|khoảng|trên|hơn|gần|tỷ lệ|tỉ lệ|xấp xỉ|tới|đến)){0,3} ?"
    r"|\((?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng|tương đương|khoảng|hơn|gần|trên| )*)$"
)
_OTHER_WHOLE = re.compile(
    r"\W{0,2}(?:so|kế hoạch|kh\b|dự toán|chỉ tiêu|cùng kỳ|nghị quyết|mục tiêu|công suất|hạn mức|năm|giá trị|tổng|dân số|diện tích|số|trong|"
    r"vốn|thị phần|cơ cấu|trên|đúng|trước|quá hạn|đạt|là|của)"
)
_AGAINST = re.compile(r"[^.;()\d]{0,40}(?:so với|so)[^.;()\d]{0,40}\((?:[^.;()\d]{0,30})$")
_PLANNED = re.compile(r" ?(?:so với )?(?:kế hoạch|kh|dự toán|chỉ tiêu|nghị quyết|mục tiêu)(?: [^\W\d_]+){0,6} ?\([^.;()\d]{0,30}$")
"""Between a percentage and the number that it is of: "bằng 110% kế hoạch (60 tỷ đồng)"."""
_FROM = re.compile(r"\btừ $")
_CHANGED = re.compile(r",? (?:tăng lên|tăng|giảm xuống|giảm|xuống còn|xuống|lên|còn|đến)(?: (?:còn|đến|tới|thành|mức))? $")
_BY = re.compile(r"[^.;()\d]{0,40}?(?:[,;(]|\btức) ?(?:đã )?(tăng|giảm)(?: (?:khoảng|trên|hơn|gần|thêm|được|tới))* ?$")
_OVER = re.compile(r"[^,;.()\d]{0,40}\b(?:trên|trong)(?: tổng)?(?: số)?(?: là)? ?$|^ ?/ ?$")
_INTO = re.compile(r"\b(?:trong đó|trong số đó|bao gồm|gồm|chỉ có|mới có)\b")
_REACHED = re.compile(r"\b(?:đạt|bằng)(?: (?:khoảng|trên|hơn|gần|tới|đến|xấp xỉ))* ?$")
_AMONG = re.compile(r"\b(?:(?:trong|trên)(?: tổng)? số|trong(?: tổng)?|tổng số) $")
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
            after = folded[w.end : w.end + 40]
            if grown := _growth(folded, w, last, numbers[j + 1] if j + 1 < b else None):
                yield grown
            elif changed := _changed(folded, w, last, numbers[j - 2] if j - 1 > begin else None):
                yield changed
            elif not _TO_PERCENT.match(gap) or last.noun == "%":
                continue
            elif j + 1 < b and _IN_ALL.fullmatch(folded[w.end : numbers[j + 1].start]):  # "chiếm 5% trong tổng số 2.600 hộ"
                if _alike(last, numbers[j + 1]) and last.of is None and last.amount <= numbers[j + 1].amount:
                    yield Share(w, last, numbers[j + 1], "share")
            elif last.of is not None:
                if _of_whole(after, last):
                    yield Share(w, last, last, "share")
            elif j - 1 > begin and _OVER.match(folded[numbers[j - 2].end : last.start]) and _alike(numbers[j - 2], last):
                if _of_whole(after, last):
                    yield Share(w, numbers[j - 2], last, "share")
            elif (whole := _whole(folded, numbers[max(begin, j - _REACH) : j - 1], last, gap)) and _of_whole(after, whole):
                yield Share(w, last, whole, "share")


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
    planned = _REACHED.search(gap) is not None
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
        lead = _BRACKETS.sub("", between[: cues[0].start()])
        return w if len(lead) <= 60 and lead.count(",") <= 1 and "(" not in lead else None
    return None


def _changed(folded: str, percent: Written, last: Written, first: Written | None) -> Share | None:
    """ "giảm từ 200 hộ xuống còn 150 hộ, giảm 25%"."""
    if first is None or first.of or last.of or not (same_noun(first, last) or first.noun is None):
        return None
    by = _BY.match(folded, last.end, percent.start)
    if by is None or by.end() != percent.start or not _FROM.search(folded, max(0, first.start - 4), first.start):
        return None
    if not _CHANGED.fullmatch(folded, first.end, last.start) or first.factor != last.factor or not first.amount:
        return None
    rise = last.amount > first.amount
    if rise != (by[1] == "tăng"):
        return None
    return Share(percent, last, first, "growth" if rise else "fall")


def _growth(folded: str, percent: Written, before: Written, after: Written | None) -> Share | None:
    """ "1.200 tỷ đồng, tăng 12,5% so với cùng kỳ (1.067 tỷ đồng)"."""
    lead = re.search(r"^[^.;()\d]{0,30}\b(tăng|giảm|bằng) ?(?:khoảng |trên |hơn |gần )?$", folded[before.end : percent.start])
    if after is None or lead is None or not same_noun(before, after) or before.factor != after.factor or before.of or after.of:
        return None
    gap = folded[percent.end : after.start]
    if not (_AGAINST.match(gap) or (lead[1] == "bằng" and _PLANNED.fullmatch(gap))) or folded[after.end : after.end + 1] not in {")", " "}:
        return None
    return Share(percent, before, after, {"tăng": "growth", "giảm": "fall", "bằng": "ratio"}[lead[1]])


# -- lists ---------------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Listing:
    """An announced count and the list that follows it.

    ``counts`` are the numbers of items that the list may be read as (two where "và" may or may not part two items); ``start`` and ``end``
    are the list, ``kind`` is ``lines``, ``dashes``, ``items`` or ``names``.
    """

    announced: Written
    counts: tuple[int, ...]
    start: int
    end: int
    kind: str


_NUMBERED = re.compile(r"[ \t]*(\d{1,3}) ?[.)](?!\d)[ \t]*\S")
_LETTERED = re.compile(r"[ \t]*([a-zđ])\)[ \t]*\S")
_OPEN_END = re.compile(r"…|\.\.\.|\bv\.v\b|\bvân vân\b|\bnhư\b|\bvà các\b|\bvà một số\b|\bmột số\b|\bmỗi\b")
_ANNOUNCED = re.compile(r"[^,;.:()\d]{0,80}(?:\([^()]{0,60}\))?[^,;.:()\d]{0,40}:")
_TOLD = re.compile(r"\b(?:đã|đang|sẽ|bị|kể trên|nói trên|này|đó|phải|vi phạm|cho biết|cho rằng|nói|khẳng định|mỗi|nhất trí)\b")
_STOP = re.compile(r"\n|[.!?](?=\s|$)")
_LONGEST = 3000
"""Longest list in one sentence, in characters."""
_DASHES = "-+•*–"
_LETTERS = "a b c d đ e g h i k l m n o p q".split()
_NAMES_IN = re.compile(rf" ?(?:\(|: ?|, gồm:? |, bao gồm:? |,? là:? | gồm:? | bao gồm:? |(?=[{UPPER}]))")
_CAPITALS = frozenset("ABCDEGHIKLMNOPQRSTUVXYĐÂĂÊÔƠƯỦ")
_UNIT_NOUNS = frozenset({"xã", "phường", "thị trấn", "huyện", "quận", "thị xã", "tỉnh", "thôn", "bản", "xóm", "ấp", "địa phương"})


def listings(doc: Document) -> Iterator[Listing]:
    """Announced counts with their lists, in text order."""
    numbers = doc.layer("numbers")
    starts = [w.start for w in numbers]
    for found in _announced_lists(doc):
        a, b = bisect_left(starts, found.start), bisect_left(starts, found.end)
        if not any(same_noun(found.announced, w) for w in numbers[a : min(b, a + _REACH)]):  # "9 thôn: - khu A: 4 thôn": groups
            yield found


def _announced_lists(doc: Document) -> Iterator[Listing]:
    text, folded = doc.text, doc.layer("scan").folded
    for w in doc.layer("numbers"):
        if (
            w.of is not None
            or w.decimals
            or w.factor != 1
            or w.kind == "measure"
            or w.noun is None
            or w.approx is not None
            or not 2 <= w.value <= 60
        ):
            continue
        m = _ANNOUNCED.match(folded, w.number_end)
        if m is not None and _TOLD.search(m[0]):
            continue
        if m is None:
            if found := _names(text, folded, w):
                yield found
        elif text[m.end() : m.end() + 1] in ("", "\n"):
            if found := _lines(text, w, m.end() + 1):
                yield found
        elif found := (_ordinals(folded, w, m.end()) or _items(text, folded, w, m.end()) or _names(text, folded, w) or _heads(text, folded, w, m.end())):
            yield found


def _lines(text: str, w: Written, at: int) -> Listing | None:
    """A list of numbered or lettered lines, deeper lines ("-", "+") between them being part of their item; or of lines with one dash."""
    start, count, last, dashed, dashes = at, 0, at, "", 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end].strip()
        if m := _NUMBERED.match(line):
            if int(m[1]) != count + 1:
                return None
            count, last = count + 1, end
        elif m := _LETTERED.match(line):
            if count >= len(_LETTERS) or m[1] != _LETTERS[count]:
                return None
            count, last = count + 1, end
        elif line[:1] in _DASHES and line:
            dashed = dashed or line[0]
            if not count and line[0] == dashed:
                dashes, last = dashes + 1, end
        elif line or (dashes and not count):
            break
        at = end + 1
    if count:
        return Listing(w, (count,), start, last, "lines") if count > 1 and not dashes else None
    return Listing(w, (dashes,), start, last, "dashes") if dashes > 1 else None


def _items(text: str, folded: str, w: Written, at: int) -> Listing | None:
    """A list in one sentence, its items parted by semicolons."""
    end = _sentence_end(text, at)
    body = _BRACKETS.sub("", folded[at:end])
    if ";" not in body or ":" in body or _OPEN_END.search(body):
        return None
    items = [i for i in body.split(";") if i.strip(" .")]
    commas = [i.count(",") for i in items]
    if len(items) < 2 or max(commas) > 2 or commas[0] + 1 == w.value or abs(len(items) - w.value) > 2:
        return None  # the commas may part the items, and the semicolon what comes after them
    more = len(re.findall(r"\bvà\b", items[-1]))
    counts = (len(items), len(items) + 1) if more else (len(items),)
    if re.search(r"\d", "".join(i[:4] for i in items[1:])):
        return None
    return Listing(w, counts, at, end, "items")


def _ordinals(folded: str, w: Written, at: int) -> Listing | None:
    """ "3 giải pháp: một là …, hai là …, ba là …", or "thứ nhất, …"."""
    end = _sentence_end(folded, at)
    for words, form in ((("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám"), r"\b{} là\b"), (("nhất", "hai", "ba", "tư", "năm", "sáu"), r"\bthứ {}\b")):
        count, place = 0, at
        while count < len(words) and (m := re.compile(form.format(words[count])).search(folded, place, end)):
            count, place = count + 1, m.end()
        if count > 1:
            return Listing(w, (count,), at, end, "ordinals")
    return None


def _heads(text: str, folded: str, w: Written, at: int) -> Listing | None:
    """A list in one sentence whose items all begin with the noun that is counted, or with a capital: "3 giải: giải nhất …, giải nhì …".

    Items in capitals may hold commas of their own, so their count is given only where even so it is less than what was announced.
    """
    end = _sentence_end(text, at)
    if _OPEN_END.search(folded, at, end) or ":" in text[at:end]:
        return None
    body = _BRACKETS.sub("", text[at:end])
    items = [i.strip() for i in re.split(r"[,;]| và ", body) if i.strip()]
    if len(items) < 2:
        return None
    noun = (w.noun or "").split(" ")[0]
    if noun and all(i.lower().startswith(noun + " ") for i in items):
        return Listing(w, (len(items),), at, end, "items")
    if all(i[0] in _CAPITALS and len(i.split()) > 1 for i in items) and len(items) < w.value:
        return Listing(w, (len(items),), at, end, "items")
    return None


_NAME = re.compile(
    rf"(?:(xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|TP\.?|TX\.?|thôn|bản|xóm|ấp) )?"
    rf"[{UPPER}][\w’'-]*(?: [{UPPER}][\w’'-]*){{0,4}}(?: \([^()]{{1,40}}\)| \d[\d.,]* [^\W\d_]+)?"
)


def _names(text: str, folded: str, w: Written) -> Listing | None:
    """A list of names of units: "hai phường: A và B", "3 xã A, B, C"."""
    if w.noun not in _UNIT_NOUNS:
        return None
    opening = _NAMES_IN.match(text, w.end)
    if opening is None:
        return None
    at, count = opening.end(), 0
    while m := _NAME.match(text, at):
        if m[1] and m[1] != w.noun and w.noun != "địa phương":
            return None  # "2 xã A, B và phường C": the list goes on with other things
        count, at = count + 1, m.end()
        if sep := re.compile(r" ?, (?:và )?| và ").match(text, at):
            at = sep.end()
            last = sep[0]
        else:
            break
    else:
        return None  # the list runs on into something that is no name
    end = at
    closed = text[end : end + 1] in ".;)" or end >= len(text) or text[end] == "\n"
    if count < 2 or not closed or not ("và" in last + text[opening.start() : end] or "(" in opening[0] or ":" in opening[0]):
        return None
    return Listing(w, (count,), opening.end(), end, "names")


def _sentence_end(text: str, at: int) -> int:
    m = _STOP.search(text, at, at + _LONGEST)
    return m.start() if m else min(len(text), at + _LONGEST)
