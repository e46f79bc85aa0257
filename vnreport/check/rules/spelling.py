"""Words spelt as no standard allows."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import compress, count, pairwise

from vnreport.check.registry import Rule, register
from vnreport.check.slips import Slip, kept
from vnreport.document import Document, Finding, Span
from vnreport.language.common import common_words, lexicon, pairs, syllables
from vnreport.language.letters import fold
from vnreport.language.matcher import Matcher
from vnreport.language.residue import INVISIBLE
from vnreport.language.scan import Scan
from vnreport.language.slips import bare_tone, parts, slip, sound
from vnreport.language.syllables import has_marks, is_syllable
from vnreport.resources import rows

_SPLITTERS = frozenset(INVISIBLE)
_STARTS = frozenset('.!?…:;"“(-–')
_FOREIGN = re.compile(r"['’fjwz]|^[aeiou][^\Waeiou]")
"""Letters and openings of words of other languages: "S'tiêng", "zèng"."""
_HEARD = ({"v", "d"}, {"l", "n"}, {"r", "d"}, {"r", "g"})
"""First letters that some dialects say alike; both syllables are usual words mostly."""
_COUNTED = {w: sound(w) for w in "ngày tháng năm người đồng triệu tấn hộ huyện phường thôn giờ phút tuổi lượt".split()}
"""Words beside figures: "15 ngầy", "thánh 12"."""
_AFTER, _BEFORE = re.compile("dl"), re.compile("ld")
_MISPLACED = re.compile("[ừứửữự]ơ|[ìíỉĩị]ê|[ùúủũụ][ôâê]|[ỳýỷỹỵ]ê|q[ùúủũụ][aăâeêiơy]|g[ìíỉĩị][aoôơu]")
"""A tone mark on a vowel that no standard puts it on: "đừơng". The old and the new way ("hoà", "hòa") are both right."""
_FEW = 1
"""More glued words than these are told in one finding."""
_SURE = {"hook": 0.8, "onset": 0.75}
"""Slips that hardly ever make another word or meet by chance."""


@cache
def _sound() -> frozenset[str]:
    return frozenset(fold(word) for (word,) in rows("near_words.tsv"))


@cache
def _wrong() -> Matcher[str]:
    """Misspellings of the table, with the spelling meant."""
    return Matcher((fold(wrong), good) for wrong, good in rows("confusions.tsv"))


Word = tuple[str, str]


@cache
def _known() -> frozenset[Word]:
    """Pairs of syllables that need no look."""
    return pairs() | {(a, b) for a, b in (w.split() for w in _sound() if w.count(" ") == 1)}


@cache
def _usual() -> frozenset[Word]:
    """Pairs of syllables inside the common words, of which nearly every miss is a slip."""
    return frozenset(pair for word in common_words() for pair in pairwise(word.split()))


@cache
def _alike() -> dict[tuple[str, str, int], list[Word]]:
    """Words of two syllables by one of them and the sound of the other."""
    out: dict[tuple[str, str, int], list[Word]] = defaultdict(list)
    for word in lexicon():
        if word.count(" ") != 1:
            continue
        a, b = word.split()
        for key in {sound(b), sound(b[:-1])} if len(b) > 2 else {sound(b)}:
            out[a, key, 0].append((a, b))
        for key in {sound(a), sound(a[:-1])} if len(a) > 2 else {sound(a)}:
            out[key, b, 1].append((a, b))
    return dict(out)


@lru_cache(maxsize=65536)
def _meant(a: str, b: str) -> tuple[Word, str] | None:
    """The one word that a usual slip makes the pair of, with the kind of the slip; ``None`` for a pair that needs no look."""
    if (a, b) in _known():
        return None
    table = _alike()
    found = {(w, k) for w in table.get((a, sound(b), 0), ()) if (k := slip(b, w[1]))}
    found |= {(w, k) for w in table.get((sound(a), b, 1), ()) if (k := slip(a, w[0]))}
    if len(found) != 1:
        return None
    word, kind = found.pop()
    return (word, kind) if kind == "hook" or _telling(a, b, word, kind) else None


def _telling(a: str, b: str, word: Word, kind: str) -> bool:
    """Whether the pair hardly stands there as two words: its wrong syllable is rare by itself, or the other one rare outside of words."""
    wrong, right = (b, a) if word[0] == a else (a, b)
    meant = word[1] if word[0] == a else word[0]
    use = syllables()
    first = {wrong[0], meant[0]}
    if (kind == "onset" and first == {"s", "x"}) or (kind in {"bare", "onset", "last"} and word in _usual() and first not in _HEARD):
        return True
    return "alone" not in use.get(wrong, "") or "bound" in use.get(right, "") or "alone" not in use.get(right, "")


@register
class Spelling(Rule):
    """Lỗi chính tả.

    Kiểm tra gì: lỗi hay gặp theo bảng ("sát nhập", "xuất xắc"), từ thường dùng sai một dấu hoặc một chữ ("phát triễn"), tiếng không có
    trong tiếng Việt ("nghành"), từ viết dính ("VH-TTchủ trì", "đềnghị").

    Vì sao: lỗi chính tả làm giảm độ tin cậy của văn bản.

    Ví dụ sai: Hai xã được sát nhập từ tháng 7.

    Sửa thành: Hai xã được sáp nhập từ tháng 7.

    Giới hạn: tên riêng, từ nước ngoài và tên dân tộc thiểu số không xét; lỗi tạo thành một từ có nghĩa khác ngoài bảng thì không nhận
    ra.

    Nguồn: cấu tạo âm tiết tiếng Việt (phụ âm đầu, vần, thanh); bảng lỗi do dự án lập.
    """

    code = "TXT002"
    name = "spelling"
    repair = "text"
    summary = ("lỗi chính tả", "misspelt word")
    texts = {
        "message": ("“{text}” viết sai chính tả", "“{text}” is misspelt"),
        "syllable": ("“{text}” không phải là tiếng Việt", "“{text}” is no Vietnamese syllable"),
        "glued": ("“{text}” thiếu dấu cách", "“{text}” lacks a space"),
        "placement": (
            "“{text}”: dấu thanh đặt khác lối của bài (“{other}”)",
            "“{text}”: the tone mark is placed otherwise than in the rest of the text (“{other}”)",
        ),
        "legacy": ("“{text}” là chữ của bảng mã cũ (TCVN3, VNI)", "“{text}” is written in an old code page (TCVN3, VNI)"),
        "many": ("“{text}” thiếu dấu cách, và {count} từ nữa trong bài cũng vậy", "“{text}” lacks a space, and so do {count} more words"),
        "fix": ("viết “{fixed}”", "write “{fixed}”"),
    }

    def check(self, doc: Document) -> Iterator[Finding]:
        s: Scan = doc.layer("scan")
        found = list(kept((*_listed(s), *_pairs(s), *_syllables(s), *_beside_figures(s), *_letters(s.text)), doc))
        glued = [x for x in found if x.message == "glued"]
        if len(glued) > _FEW:  # left by a copy: told once, with all the places
            found = [x for x in found if x.message != "glued"]
            yield self._together(doc, glued)
        yield from self._placement(doc, s)
        for x in found:
            yield self.finding(
                doc, x.start, x.end, message=x.message, confidence=x.confidence, severity=x.severity,
                suggestions=[(x.fixed, "fix", {"fixed": x.fixed})] if x.fixed else [],
            )  # fmt: skip


    def _placement(self, doc: Document, s: Scan) -> Iterator[Finding]:
        """Both ways of placing a tone mark in one document, where one of them is the exception: told once."""
        if not any(_placed_how(w) == "old" for w in set(s.words)):
            return
        ways = {way: [i for i, w in enumerate(s.words) if _placed_how(w) == way] for way in ("old", "new")}
        few, many = sorted(ways.values(), key=len)
        if not few or len(few) * 3 > len(many):
            return
        i = few[0]
        word, other = s.words[i], s.words[many[0]]
        fixed = _recased(s.lower[i] if few is ways["old"] else _old_way(s.lower[i]), word)
        yield self.finding(
            doc, s.starts[i], s.ends[i], message="placement", args={"other": other}, confidence=0.6, severity="info",
            suggestions=[(fixed, "fix", {"fixed": fixed})], evidence=[(Span(s.starts[k], s.ends[k], s.words[k]), "context") for k in few[1:]],
        )  # fmt: skip

    def _together(self, doc: Document, glued: list[Slip]) -> Finding:
        x, others = glued[0], [(Span(y.start, y.end, doc.text[y.start : y.end]), "context") for y in glued[1:]]
        return self.finding(
            doc, x.start, x.end, message="many", args={"count": len(others)}, confidence=0.9, severity="info",
            suggestions=[(x.fixed, "fix", {"fixed": x.fixed})], evidence=others,
        )  # fmt: skip


_OLD_WAY = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])$")
_NEW_WAY = re.compile(r"(?:[òóỏõọ][ae]|[ùúủũụ]y)$")
_LEGACY = re.compile(r"(?<=[A-Za-z])[©®µ¸¹¨¶¾¼½«¬][A-Za-z]")
_ETH = re.compile(r"\w*[Ðð]\w*")


@lru_cache(maxsize=65536)
def _placed_how(word: str) -> str:
    """``old`` for "hoà", ``new`` for "hòa", "" for a word that is written one way only."""
    low = word.lower()
    return "old" if _OLD_WAY.search(low) else "new" if _NEW_WAY.search(low) else ""


def _old_way(low: str) -> str:
    split = unicodedata.normalize("NFD", low[-2])
    return low[:-2] + split[0] + unicodedata.normalize("NFC", low[-1] + split[1:])


def _recased(low: str, word: str) -> str:
    return low.upper() if word.isupper() else low.capitalize() if word[0].isupper() else low


def _letters(text: str) -> Iterator[Slip]:
    """The letters Ð and ð of Icelandic for Đ and đ, which look alike; words in an old code page, where there are several."""
    if "Ð" in text or "ð" in text:
        for m in _ETH.finditer(text):
            yield Slip(m.start(), m.end(), m[0].replace("Ð", "Đ").replace("ð", "đ"), "message", 0.9, "warning")
    if any(sign in text for sign in "©®µ¸¨¶¾¼½«¬") and len(places := list(_LEGACY.finditer(text))) > 2:
        start, end = places[0].start(), places[0].end()
        while start and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum():
            end += 1
        yield Slip(start, end, "", "legacy", 0.8, "warning")


def _listed(s: Scan) -> Iterator[Slip]:
    for start, end, good in _wrong().longest(s.folded):
        text = s.text[start:end]
        words = text.split()
        if "\n" in text or (any(w[:1].isupper() for w in words[1:]) and not text.isupper()) or _of_two_words(s, s.at(start), s.before(end)):
            continue
        yield Slip(start, end, _cased(good, text), "message", 0.95, "warning")


def _cased(good: str, text: str) -> str:
    return good.upper() if text.isupper() else good[:1].upper() + good[1:] if text[0].isupper() else good


def _of_two_words(s: Scan, i: int, j: int) -> bool:
    """Whether the first syllable ends a word or the last one begins one: "cơ quan trong", "chương trình đô thị"."""
    known = pairs()
    return (i > 0 and (s.lower[i - 1], s.lower[i]) in known) or (j + 1 < len(s) and (s.lower[j], s.lower[j + 1]) in known)


def _pairs(s: Scan) -> Iterator[Slip]:
    """Two syllables that are no word, where one usual slip makes one of them."""
    lower, shapes = s.lower, s.shapes
    for i in compress(count(), map(_meant, lower, lower[1:])):
        if shapes[i : i + 2] not in ("ll", "Cl") or s.text[s.ends[i] : s.starts[i + 1]] != " " or _of_two_words(s, i, i + 1):
            continue
        word, kind = _meant(lower[i], lower[i + 1]) or (("", ""), "")
        if shapes[i] == "C" and not (s.line_break(i) or s.words[i - 1] in _STARTS or word in _usual()):
            continue  # of a name
        start, end = s.starts[i], s.ends[i + 1]
        sure = _SURE.get(kind, 0.6)
        yield Slip(start, end, _cased(" ".join(word), s.text[start:end]), "message", sure, "warning" if sure > 0.6 else "info")


def _syllables(s: Scan) -> Iterator[Slip]:
    """Words that no syllable is spelt like: glued words, and slips of one sign."""
    unknown = set(filter(_unknown, set(s.lower)))
    for i in s.where(unknown) if unknown else ():
        word, low, shape = s.words[i], s.lower[i], s.shapes[i]
        if shape not in "lmC" or not (has_marks(low) or shape == "m") or _FOREIGN.search(low):
            continue
        sides = s.text[max(0, s.starts[i] - 1) : s.starts[i]], s.text[s.ends[i] : s.ends[i] + 1]
        if _SPLITTERS.intersection(sides):
            continue
        if _MISPLACED.search(low) and (fixed := _placed(low)):
            yield Slip(s.starts[i], s.ends[i], _cased(fixed, word), "message", 0.9, "warning")
        elif apart := _unglued(word):
            yield Slip(s.starts[i], s.ends[i], " ".join(apart), "glued", 0.8, "info")
        elif shape != "l" or len(word) > 7 or not word.isalpha() or not has_marks(low) or not _plain_neighbours(s, i):
            continue
        elif fixed := _mended(low) or _by_neighbours(s, i):  # without one it may be a word of another language
            yield Slip(s.starts[i], s.ends[i], fixed, "syllable", 0.8, "warning")


def _beside_figures(s: Scan) -> Iterator[Slip]:
    beside = [(m.start() + 1, m.start()) for m in _AFTER.finditer(s.shapes)] + [(m.start(), m.start() + 1) for m in _BEFORE.finditer(s.shapes)]
    for i, j in beside:
        apart = s.text[min(s.ends[i], s.ends[j]) : max(s.starts[i], s.starts[j])]
        if (fixed := _counted(s.lower[i])) and apart == " " and not _of_two_words(s, i, i):
            yield Slip(s.starts[i], s.ends[i], fixed, "message", 0.6, "info")


@lru_cache(maxsize=65536)
def _counted(low: str) -> str:
    """The one word beside figures that a usual slip makes ``low`` of, where ``low`` is none that stands by itself."""
    if low in _COUNTED or len(low) < 3 or "alone" in syllables().get(low, ""):
        return ""
    words = [w for w, key in _COUNTED.items() if key == sound(low) and slip(low, w)]
    return words[0] if len(words) == 1 else ""


@lru_cache(maxsize=65536)
def _unknown(low: str) -> bool:
    if len(low) < 3 or low in _sound():
        return False
    return not is_syllable(low) or bare_tone(low) not in _bases() or bool(_MISPLACED.search(low))


def _placed(low: str) -> str:
    """The syllable with its tone mark where it belongs, or ""."""
    plain, tone = bare_tone(low), parts(low)[3]
    spellings = {unicodedata.normalize("NFC", plain[:k] + tone + plain[k:]) for k in range(1, len(plain) + 1)} & syllables().keys()
    return spellings.pop() if len(spellings) == 1 else ""


@cache
def _bases() -> frozenset[str]:
    """The syllables of prose without their tone marks."""
    return frozenset(map(bare_tone, syllables()))


def _by_neighbours(s: Scan, i: int) -> str:
    """The one syllable that a usual slip makes of this one and that makes a word with a neighbour: "bình quâng", "đại biễu"."""
    out = set()
    if i:
        out |= {b for a, b in _partners(s.lower[i - 1], sound(s.lower[i]), 0) if slip(s.lower[i], b)}
    if i + 1 < len(s):
        out |= {a for a, b in _partners(sound(s.lower[i]), s.lower[i + 1], 1) if slip(s.lower[i], a)}
    return out.pop() if len(out) == 1 else ""


def _partners(a: str, b: str, side: int) -> list[Word]:
    return _alike().get((a, b, side), [])


def _plain_neighbours(s: Scan, i: int) -> bool:
    """Whether the word stands in running Vietnamese, not in a name of another language."""
    return all(0 <= j < len(s) and (s.shapes[j] != "l" or is_syllable(s.lower[j])) and s.words[j] not in "-'’" for j in (i - 1, i + 1))


@cache
def _unglued(word: str) -> tuple[str, ...]:
    """The words that were run together: "AnhĐức", "TTchủ", "đềnghị"; nothing where more than one way is open."""
    found: list[tuple[str, str]] = []
    for k in range(2, len(word) - 1):
        a, b = word[:k], word[k:]
        low, marked = a.lower(), has_marks(b) or (len(b) > 2 and len(a) > 2 and "alone" in syllables().get(b, ""))
        if b[0].isupper() and a[-1].islower():
            if is_syllable(low) and (is_syllable(b.lower()) or b.isupper()) and has_marks((a + b).lower()):
                return a, b
        elif a.isupper() and b.islower() and b in syllables() and has_marks(b) and len(b) > 2:
            return a, b  # "TTchủ"
        elif a.isupper() and b[0].isupper() and b[1:].islower() and b.lower() in syllables() and has_marks(b.lower()):
            return a, b  # "THPTNguyễn"
        elif b.islower() and a[1:].islower() and is_syllable(low) and is_syllable(b):
            # two plain syllables ("homestay") may be a word of another language
            if (low, b) in pairs() and has_marks(low + b):
                return a, b
            if marked and (has_marks(low) or (a[0].isupper() and len(a) > 2)):
                found.append((a, b))
    usual = [f for f in found if all("alone" in syllables().get(x.lower(), "") for x in f)]
    return found[0] if len(found) == 1 else usual[0] if len(usual) == 1 else ()


def _mended(word: str) -> str:
    """The one syllable that a usual slip makes of a wrong one, or "": "nghành", "định" with a letter struck twice, two letters exchanged."""
    if word.startswith("ngh") and is_syllable("ng" + word[3:]):
        return "ng" + word[3:]
    if word.startswith("ng") and is_syllable("ngh" + word[2:]):
        return "ngh" + word[2:]
    if is_syllable(word):
        return ""
    twice = re.sub(r"(.)\1", r"\1", word)
    if twice != word and twice in syllables():
        return twice
    turned = {word[:k] + word[k + 1] + word[k] + word[k + 2 :] for k in range(1, len(word) - 1)} & syllables().keys()
    return turned.pop() if len(turned) == 1 and len(word) > 3 else ""
