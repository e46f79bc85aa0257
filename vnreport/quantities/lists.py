"""Announced counts and the lists that follow them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from vnreport.document import Document
from vnreport.language.letters import UPPER
from vnreport.quantities.find import Written
from vnreport.quantities.relations import BRACKETS, LONGEST, REACH, same_noun


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
_OPENED = re.compile(r"[^,;.:()\d\n]{0,60}?(?:\b(?:gồm có|bao gồm|gồm|là) |\()")
"""Between a count and its list in the same sentence, without a colon."""
_BELOW = re.compile(r"[^.;:()\n]{0,160}(?:\bdanh sách|\bcó tên|\bsau đây|\bnhư sau|\btròn \d+ tuổi)[^.;()\n]{0,60}:[ \t]*\n")
"""Between a count and its list on the lines below: "09 ông, bà …, có tên theo danh sách dưới đây:"."""
_TOLD = re.compile(r"\b(?:đã|đang|sẽ|bị|kể trên|nói trên|này|đó|phải|vi phạm|cho biết|cho rằng|nói|khẳng định|mỗi|nhất trí)\b")
_STOP = re.compile(r"\n|[.!?](?=\s|$)")
_DASHES = "-+•*–"
_LETTERS = "a b c d đ e g h i k l m n o p q".split()
_NAMES_IN = re.compile(rf" ?(?:\(|: ?|, gồm:? |, bao gồm:? |,? là:? | gồm:? | bao gồm:? |(?=[{UPPER}]))")
_ORDINALS = (
    (("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám"), r"\b{} là\b"),
    (("nhất", "hai", "ba", "tư", "năm", "sáu"), r"\bthứ {}\b"),
)
_MORE = re.compile(r"\b(?:khác|nhất là|đặc biệt|chủ yếu|trong đó|nam,? nữ|cùng)\b")
_ADDRESS = frozenset("ông bà anh chị em cô thầy cháu cụ bác chú".split())
_ABSTRACT = frozenset("tuổi lần mặt cấp không chung trong tại ngày đêm buổi năm tháng lần lượt vụ ca".split())
_CAPITALS = frozenset("ABCDEGHIKLMNOPQRSTUVXYĐÂĂÊÔƠƯỦ")
_JOINT = re.compile(r"(?:(?:,| và|,? ?/) ?(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố))+(?=:| ?\()")
_UNIT_NOUNS = frozenset({"xã", "phường", "thị trấn", "huyện", "quận", "thị xã", "tỉnh", "thôn", "bản", "xóm", "ấp", "địa phương"})


def listings(doc: Document) -> Iterator[Listing]:
    """Announced counts with their lists, in text order."""
    numbers = doc.layer("numbers")
    starts = [w.start for w in numbers]
    for found in _announced_lists(doc):
        a, b = bisect_left(starts, found.start), bisect_left(starts, found.end)
        if not any(same_noun(found.announced, w) for w in numbers[a : min(b, a + REACH)]):  # "9 thôn: - khu A: 4 thôn": groups
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
        if m is None and (below := _BELOW.match(folded, w.number_end)):
            if found := _lines(text, w, below.end()):
                yield found
            continue
        if m is not None and _TOLD.search(m[0]):
            continue
        if m is None:
            opening = _OPENED.match(folded, w.end)
            found = _names(text, folded, w)
            if found is None and opening is not None and not _TOLD.search(opening[0]):
                found = _heads(text, folded, w, opening.end())
            if found is not None:
                yield found
        elif text[m.end() : m.end() + 1] in ("", "\n"):
            if found := _lines(text, w, m.end() + 1):
                yield found
        elif found := (
            _ordinals(folded, w, m.end()) or _items(text, folded, w, m.end()) or _names(text, folded, w) or _heads(text, folded, w, m.end())
        ):
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
    body = BRACKETS.sub("", folded[at:end])
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
    for words, form in _ORDINALS:
        count, place = 0, at
        while count < len(words) and (m := re.compile(form.format(words[count])).search(folded, place, end)):
            count, place = count + 1, m.end()
        if count > 1:
            return Listing(w, (count,), at, end, "ordinals")
    return None


def _heads(text: str, folded: str, w: Written, at: int) -> Listing | None:
    """A list in one sentence, or in brackets, parted by commas.

    Exact where all items begin with the noun that is counted ("3 giải: giải nhất …, giải nhì …"), with one word for a unit ("xã A, xã B")
    or with a form of address ("ông A, bà B"). Other items may hold commas of their own, so that their count is given only where even
    so it is less than what was announced.
    """
    end = _sentence_end(text, at)
    if text[at - 1] == "(":
        closing = text.find(")", at, end)
        if closing < 0:
            return None
        end = closing
    if _OPEN_END.search(folded, at, end) or _MORE.search(folded, at, end) or ":" in text[at:end] or re.match(r"\n\s*[-+•–*]", text[end : end + 4]):
        return None
    body = BRACKETS.sub("", text[at:end])
    items = [i.strip() for i in re.split(r"[,;]| và ", body) if i.strip()]
    if len(items) < 2 or sum(i[-1].isdigit() for i in items) > 1:
        return None  # "(Hà Nam 7, Hưng Yên 2)": parts of a sum
    noun = (w.noun or "").split(" ")[0]
    heads = [i.split(" ")[0].lower() for i in items]
    if noun and all(h == noun and " " in i for h, i in zip(heads, items, strict=True)):
        return Listing(w, (len(items),), at, end, "items")
    named = all(i.split(" ")[1:2] and i.split(" ")[1][0] in _CAPITALS for i in items)
    if len(heads) > 1 and set(heads) <= _UNIT_NOUNS and len(set(heads)) > 1:
        return None  # "(xã A, huyện B, tỉnh C)": one place
    if named and not re.search(r"\d", body) and (all(h in _ADDRESS for h in heads) or (len(set(heads)) == 1 and heads[0] in _UNIT_NOUNS)):
        return Listing(w, (len(items),), at, end, "items")
    if w.kind is not None and all(len(i.split()) > 1 and all(t[0] in _CAPITALS and t[1:].islower() for t in i.split()) for i in items):
        return Listing(w, (len(items),), at, end, "items")  # bare names
    if len(items) >= w.value or noun in _ABSTRACT or (text[at - 1] == "(" and len(items) < 3):
        return None
    if all(i[0] in _CAPITALS and len(i.split()) > 1 for i in items):
        return Listing(w, (len(items),), at, end, "items")
    short = len(items) > 2 and all(len(i.split()) <= 5 for i in items) and w.kind == "count" and not re.search(r"\d", body)
    return Listing(w, (len(items),), at, end, "fewer") if short else None


_NAME = re.compile(
    rf"(?:(xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|TP\.?|TX\.?|thôn|bản|xóm|ấp) )?"
    rf"[{UPPER}][\w’'-]*(?: [{UPPER}][\w’'-]*){{0,4}}(?: \([^()]{{1,40}}\)| \d[\d.,]* [^\W\d_]+)?"
)


def _names(text: str, folded: str, w: Written) -> Listing | None:
    """A list of names of units: "hai phường: A và B", "3 xã A, B, C"."""
    noun, _, more = (w.noun or "").partition(",")
    if noun not in _UNIT_NOUNS:
        return None
    joint = _JOINT.match(folded, w.end)
    several = bool(more or joint)  # "12 xã, thị trấn: …"
    opening = _NAMES_IN.match(text, joint.end() if joint else w.end)
    if opening is None:
        return None
    at, count = opening.end(), 0
    while m := _NAME.match(text, at):
        if m[1] and m[1] != noun and noun != "địa phương" and not several:
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
    m = _STOP.search(text, at, at + LONGEST)
    while m and text[m.start() - 2 : m.start()] in ("TP", "TX", "TT"):  # "TP. Hồ Chí Minh"
        m = _STOP.search(text, m.end(), at + LONGEST)
    return m.start() if m else min(len(text), at + LONGEST)


_MARK = re.compile(r"(?:^|\n)[ \t]*(?:(?:[ivx]+|\d{1,2}|[a-eđ])[.)/][ \t]*|[-+•*][ \t]*)?$")
_NUMBERED_ANYWHERE = re.compile(r"\n[ \t]*2 ?[.)]")
_HEAD_ENDS = re.compile(r"[ \t]*[:.;]?[ \t]*\n")


def sections(doc: Document) -> Iterator[Listing]:
    """ "Tặng giấy khen cho 03 tập thể và 05 cá nhân" with the lists under the headings "I. TẬP THỂ", "II. CÁ NHÂN" below."""
    text, folded = doc.text, doc.layer("scan").folded
    told: dict[str, list[Written]] = {}
    for w in doc.layer("numbers"):
        if w.of is None and w.noun is not None and w.factor == 1 and not w.decimals and w.approx is None and 2 <= w.value <= 200:
            told.setdefault(w.noun, []).append(w)
    if not _NUMBERED_ANYWHERE.search(text):
        return
    for noun, before in told.items():
        at = folded.find(noun, before[0].end) if len({w.value for w in before}) == 1 else -1
        while at >= 0:
            end = _HEAD_ENDS.match(folded, at + len(noun))
            if end and _MARK.search(folded, max(0, at - 12), at) and (found := _lines(text, before[0], end.end())) and found.kind == "lines":
                yield found
            at = folded.find(noun, at + 1)
