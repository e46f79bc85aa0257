"""Words spelt as no standard allows."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from vnreport.check.registry import Rule, register
from vnreport.check.slips import Slip, kept
from vnreport.document import Document, Finding
from vnreport.language.common import common_words
from vnreport.language.letters import fold
from vnreport.language.matcher import Matcher
from vnreport.language.residue import INVISIBLE
from vnreport.language.scan import Scan
from vnreport.language.syllables import has_marks, is_syllable
from vnreport.resources import rows

_SPLITTERS = frozenset(INVISIBLE)
_MARKS = {"hook": "\u0309", "tilde": "\u0303"}
_PLAIN = str.maketrans("ăâđêôơưĂÂĐÊÔƠƯ", "aadeoouAADEOOU")
_ONSET_SWAPS = (("s", "x"), ("x", "s"), ("ch", "tr"), ("tr", "ch"), ("d", "đ"), ("đ", "d"), ("gi", "d"), ("d", "gi"))


@cache
def _sound() -> frozenset[str]:
    return frozenset(fold(word) for (word,) in rows("near_words.tsv"))


@cache
def _wrong() -> Matcher[tuple[str, bool]]:
    """Misspellings with the spelling meant: those of the table (certain), and near misses of common words."""
    right = common_words()
    legit = _sound()
    listed = {fold(wrong): fold(good) for wrong, good in rows("confusions.tsv")}
    table: dict[str, tuple[str, bool]] = {wrong: (good, True) for wrong, good in listed.items()}
    for word in sorted(right):
        for miss in _near(word):
            if miss not in right and miss not in legit and miss not in listed:
                # a miss of two words may mean either: no suggestion can be made
                table[miss] = ("", False) if miss in table and table[miss][0] != word else (word, False)
    return Matcher(table.items())


def _near(word: str) -> Iterator[str]:
    """Spellings one usual slip away: a tone, a diacritic or the last letter left out, hook for tilde, s for x, ch for tr."""
    syllables = word.split()
    for k, syllable in enumerate(syllables):
        for other in _misses(syllable):
            yield " ".join([*syllables[:k], other, *syllables[k + 1 :]])


@cache
def _misses(syllable: str) -> frozenset[str]:
    split = unicodedata.normalize("NFD", syllable)
    out = {unicodedata.normalize("NFC", "".join(c for c in split if c not in "\u0300\u0301\u0303\u0309\u0323"))}
    for a, b in (("hook", "tilde"), ("tilde", "hook")):
        out.add(unicodedata.normalize("NFC", split.replace(_MARKS[a], _MARKS[b])))
    out.add(unicodedata.normalize("NFC", "".join(c for c in split if c not in "\u0302\u0306\u031b")))
    for a, b in _ONSET_SWAPS:
        if syllable.startswith(a):
            out.add(b + syllable[len(a) :])
    if len(syllable) > 2:
        out.add(syllable[:-1])
    return frozenset(fold(o) for o in out) - {syllable}


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
        "fix": ("viết “{fixed}”", "write “{fixed}”"),
    }

    def check(self, doc: Document) -> Iterator[Finding]:
        s: Scan = doc.layer("scan")
        found = (*_listed(s), *_syllables(s))
        for slip in kept(found, doc):
            yield self.finding(
                doc, slip.start, slip.end, message=slip.message, confidence=slip.confidence, severity=slip.severity,
                suggestions=[(slip.fixed, "fix", {"fixed": slip.fixed})] if slip.fixed else [],
            )  # fmt: skip


def _listed(s: Scan) -> Iterator[Slip]:
    for start, end, (good, certain) in _wrong().longest(s.folded):
        text = s.text[start:end]
        words = text.split()
        if "\n" in text or (any(w[:1].isupper() for w in words[1:]) and not text.isupper()):
            continue
        if not good or _of_two_words(s, start, end):
            continue
        fixed = good.upper() if text.isupper() else good[:1].upper() + good[1:] if text[0].isupper() else good
        yield Slip(start, end, fixed, "message", 0.95 if certain else 0.75, "warning")


def _of_two_words(s: Scan, start: int, end: int) -> bool:
    """Whether the first syllable ends a common word or the last one begins one: "cơ quan trong", "chương trình đô thị"."""
    i, j = s.at(start), s.before(end)
    known = common_words()
    return (i > 0 and f"{s.lower[i - 1]} {s.lower[i]}" in known) or (j + 1 < len(s) and f"{s.lower[j]} {s.lower[j + 1]}" in known)


def _syllables(s: Scan) -> Iterator[Slip]:
    """Words that no syllable is spelt like: glued words, and slips of one sign."""
    unknown = set(filter(_unknown, set(s.lower)))
    for i in s.where(unknown) if unknown else ():
        word, shape = s.words[i], s.shapes[i]
        if shape not in "lmC" or not (has_marks(s.lower[i]) or shape == "m"):
            continue
        sides = s.text[max(0, s.starts[i] - 1) : s.starts[i]], s.text[s.ends[i] : s.ends[i] + 1]
        if not _SPLITTERS.intersection(sides):
            if parts := _unglued(word):
                yield Slip(s.starts[i], s.ends[i], " ".join(parts), "glued", 0.8, "info")
            elif shape == "l" and len(word) <= 7 and word.isalpha() and has_marks(s.lower[i]) and _plain_neighbours(s, i):
                yield Slip(s.starts[i], s.ends[i], _mended(s.lower[i]), "syllable", 0.6, "info")


@lru_cache(maxsize=65536)
def _unknown(low: str) -> bool:
    return len(low) > 2 and not is_syllable(low) and low not in _sound()


def _plain_neighbours(s: Scan, i: int) -> bool:
    """Whether the word stands in running Vietnamese, not in a name of another language."""
    return all(0 <= j < len(s) and (s.shapes[j] != "l" or is_syllable(s.lower[j])) and s.words[j] not in "-'’" for j in (i - 1, i + 1))


@cache
def _unglued(word: str) -> tuple[str, ...]:
    """The words that were run together: "AnhĐức", "TTchủ", "đềnghị"; nothing where more than one way is open."""
    found: list[tuple[str, str]] = []
    for k in range(1, len(word)):
        a, b = word[:k], word[k:]
        if b[0].isupper() and a[-1].islower():
            if (
                is_syllable(a.lower())
                and (is_syllable(b.lower()) or b.isupper())
                and len(a) > 1
                and len(b) > 1
                and has_marks((a + b).lower())
            ):
                return a, b
        elif a.isupper() and len(a) > 1 and b.islower() and is_syllable(b) and has_marks(b) and len(b) > 2:
            return a, b
        elif (
            b.islower() and len(a) > 1 and len(b) > 1 and a[1:].islower() and is_syllable(a.lower()) and is_syllable(b)
            # two plain syllables ("homestay") may be a word of another language
            and has_marks(b) and (has_marks(a.lower()) or (a[0].isupper() and len(a) > 2))
        ):  # fmt: skip
            found.append((a, b))
    return found[0] if len(found) == 1 else ()


def _mended(word: str) -> str:
    """The one syllable that a usual slip makes of a wrong one, or ""."""
    if word.startswith("ngh") and is_syllable("ng" + word[3:]):
        return "ng" + word[3:]
    if word.startswith("ng") and is_syllable("ngh" + word[2:]):
        return "ngh" + word[2:]
    return ""
