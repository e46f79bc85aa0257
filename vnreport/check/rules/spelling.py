"""Words spelt as no standard allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import compress, count

from vnreport.check.registry import Rule, register
from vnreport.check.slips import Slip, kept
from vnreport.check.words import MISPLACED, counted, meant, mended, old_way, partners, placed, placed_how, unglued, unknown, usual
from vnreport.document import Document, Finding, Span
from vnreport.language.common import pairs
from vnreport.language.letters import fold
from vnreport.language.matcher import Matcher
from vnreport.language.residue import INVISIBLE
from vnreport.language.scan import Scan
from vnreport.language.slips import slip, sound
from vnreport.language.syllables import has_marks, is_syllable
from vnreport.resources import rows

_SPLITTERS = frozenset(INVISIBLE)
_STARTS = frozenset('.!?…:;"“(-–')
_FOREIGN = re.compile(r"['’fjwz]|^[aeiou][^\Waeiou]")
"""Letters and openings of words of other languages: "S'tiêng", "zèng"."""


_AFTER, _BEFORE = re.compile("dl"), re.compile("ld")

_FEW = 1
"""More glued words than these are told in one finding."""
_SURE = {"hook": 0.8, "onset": 0.75}
"""Slips that hardly ever make another word or meet by chance."""


@cache
def _wrong() -> Matcher[str]:
    """Misspellings of the table, with the spelling meant."""
    return Matcher((fold(wrong), good) for wrong, good in rows("confusions.tsv"))


@register
class Spelling(Rule):
    """Lỗi chính tả.

    Kiểm tra gì: lỗi hay gặp theo bảng ("sát nhập", "xuất xắc"), từ thường dùng sai một dấu hoặc một chữ ("phát triễn"), tiếng không có
    trong tiếng Việt ("nghành"), dấu thanh đặt sai chữ ("đừơng") hoặc lẫn hai lối trong bài, từ viết dính ("VH-TTchủ trì", "đềnghị"),
    chữ Ð thay cho Đ, chữ của bảng mã cũ.

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
        if not any(placed_how(w) == "old" for w in set(s.words)):
            return
        ways = {way: [i for i, w in enumerate(s.words) if placed_how(w) == way and not w.isupper()] for way in ("old", "new")}
        few, many = sorted(ways.values(), key=len)
        if not few or len(few) * 3 > len(many):
            return
        i = few[0]
        word, other = s.words[i], s.words[many[0]]
        fixed = _recased(s.lower[i] if few is ways["old"] else old_way(s.lower[i]), word)
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


_LEGACY = re.compile(r"(?<=[A-Za-z])[©®µ¸¹¨¶¾¼½«¬][A-Za-z]")
_ETH = re.compile(r"\w*[Ðð]\w*")


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
    for i in compress(count(), map(meant, lower, lower[1:])):
        if shapes[i : i + 2] not in ("ll", "Cl") or s.text[s.ends[i] : s.starts[i + 1]] != " " or _of_two_words(s, i, i + 1):
            continue
        word, kind = meant(lower[i], lower[i + 1]) or (("", ""), "")
        if shapes[i] == "C" and not (s.line_break(i) or s.words[i - 1] in _STARTS or word in usual()):
            continue  # of a name
        start, end = s.starts[i], s.ends[i + 1]
        sure = _SURE.get(kind, 0.6)
        yield Slip(start, end, _cased(" ".join(word), s.text[start:end]), "message", sure, "warning" if sure > 0.6 else "info")


def _syllables(s: Scan) -> Iterator[Slip]:
    """Words that no syllable is spelt like: glued words, and slips of one sign."""
    strange = set(filter(unknown, set(s.lower)))
    for i in s.where(strange) if strange else ():
        word, low, shape = s.words[i], s.lower[i], s.shapes[i]
        if shape not in "lmC" or not (has_marks(low) or shape == "m") or _FOREIGN.search(low):
            continue
        sides = s.text[max(0, s.starts[i] - 1) : s.starts[i]], s.text[s.ends[i] : s.ends[i] + 1]
        if _SPLITTERS.intersection(sides):
            continue
        if MISPLACED.search(low) and (fixed := placed(low)):
            yield Slip(s.starts[i], s.ends[i], _cased(fixed, word), "message", 0.9, "warning")
        elif apart := unglued(word):
            yield Slip(s.starts[i], s.ends[i], " ".join(apart), "glued", 0.8, "info")
        elif shape != "l" or len(word) > 7 or not word.isalpha() or not has_marks(low) or not _plain_neighbours(s, i):
            continue
        elif fixed := mended(low) or _by_neighbours(s, i):  # without one it may be a word of another language
            yield Slip(s.starts[i], s.ends[i], fixed, "syllable", 0.8, "warning")


def _beside_figures(s: Scan) -> Iterator[Slip]:
    beside = [(m.start() + 1, m.start()) for m in _AFTER.finditer(s.shapes)] + [(m.start(), m.start() + 1) for m in _BEFORE.finditer(s.shapes)]
    for i, j in beside:
        apart = s.text[min(s.ends[i], s.ends[j]) : max(s.starts[i], s.starts[j])]
        if (fixed := counted(s.lower[i])) and apart == " " and not _of_two_words(s, i, i):
            yield Slip(s.starts[i], s.ends[i], fixed, "message", 0.6, "info")


def _by_neighbours(s: Scan, i: int) -> str:
    """The one syllable that a usual slip makes of this one and that makes a word with a neighbour: "bình quâng", "đại biễu"."""
    out = set()
    if i:
        out |= {b for a, b in partners(s.lower[i - 1], sound(s.lower[i]), 0) if slip(s.lower[i], b)}
    if i + 1 < len(s):
        out |= {a for a, b in partners(sound(s.lower[i]), s.lower[i + 1], 1) if slip(s.lower[i], a)}
    return out.pop() if len(out) == 1 else ""


def _plain_neighbours(s: Scan, i: int) -> bool:
    """Whether the word stands in running Vietnamese, not in a name of another language."""
    return all(0 <= j < len(s) and (s.shapes[j] != "l" or is_syllable(s.lower[j])) and s.words[j] not in "-'’" for j in (i - 1, i + 1))


