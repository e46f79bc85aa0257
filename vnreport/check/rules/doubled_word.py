"""A word or phrase written twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import compress, count
from operator import eq

from vnreport.check.registry import Rule, register
from vnreport.document import Document, Finding
from vnreport.language.common import lexicon, pairs
from vnreport.language.scan import Scan
from vnreport.language.syllables import has_marks, is_syllable
from vnreport.quantities.find import units
from vnreport.resources import rows

_HEADS = frozenset(
    "hội ban bộ sở ủy đảng phòng trường công tỉnh thành huyện quận phường chủ phó bí giám thủ đoàn chi cục mặt liên viện văn".split()
)
_COUNTED = frozenset("ngày tháng đêm sáng chiều tối tỷ từ".split())
"""Reduplicated as adverbs ("ngày ngày"), but not beside a figure or before a name."""
_NUMERALS = frozenset("hai ba bốn năm sáu bảy tám chín mười".split())
_LOOSE = frozenset("chung lồng riêng xanh sáng mau xa gần cao thấp".split())
"""Reduplicated ("chung chung"), but also first parts of words ("chung tay")."""
_MOST = 4
"""Longest phrase looked for, in syllables."""


@cache
def _table() -> tuple[frozenset[str], dict[str, tuple[frozenset[str], frozenset[str]]], frozenset[str]]:
    """Reduplications, junctions of two words, and first words of bodies' names (which may be doubled with capitals)."""
    redup: set[str] = set()
    joins: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for form, kind, before, after in rows("reduplication.tsv"):
        if kind == "redup":
            redup.add(form)
        else:
            joins[form] = frozenset(before.split()), frozenset(after.split())
    return frozenset(redup), joins, _HEADS


@cache
def _words() -> frozenset[str]:
    """Common words and titles."""
    return lexicon() | {title for title, *_ in rows("titles.tsv")}


@register
class DoubledWord(Rule):
    """Từ viết lặp hai lần liền nhau.

    Kiểm tra gì: một từ hoặc một cụm tới bốn tiếng đứng hai lần liền nhau trên cùng một dòng, giữa chúng chỉ có dấu cách.

    Vì sao: lỗi gõ thường gặp khi chép, sửa bài.

    Ví dụ sai: Kết quả trên đã đã được báo cáo.

    Sửa thành: Kết quả trên đã được báo cáo.

    Giới hạn: từ láy ("dần dần"), số đếm, tên người và chỗ giáp hai từ ("đại hội hội nhập") thì bỏ qua theo bảng
    ``data/reduplication.tsv``; lặp qua dấu câu hoặc qua dòng không xét.

    Nguồn: quy tắc biên tập chung; bảng từ láy do dự án lập.
    """

    code = "TXT001"
    name = "doubled-word"
    repair = "safe"
    summary = ("từ viết lặp hai lần", "a word written twice")
    texts = {
        "message": ("“{text}”: “{word}” viết lặp", "“{text}”: “{word}” is written twice"),
        "once": ("giữ một lần", "keep one"),
    }

    def check(self, doc: Document) -> Iterator[Finding]:
        s: Scan = doc.layer("scan")
        lower, text = s.lower, s.text
        hits: list[tuple[int, int]] = []
        for n in range(1, _MOST + 1):
            same = compress(count(), map(eq, lower, lower[n:]))
            hits += [(i, n) for i in same if n == 1 or lower[i : i + n] == lower[i + n : i + 2 * n]]
        done = -1
        for i, n in sorted(hits, key=lambda h: (h[0], h[1])):
            if i < done or not _is_slip(s, i, n):
                continue
            start, end = s.starts[i], s.ends[i + 2 * n - 1]
            if any(a < end and start < b for a, b in doc.layer("residue")):
                continue
            done = i + 2 * n
            word = text[start : s.ends[i + n - 1]]
            once = word
            if n == 2 and (turned := _turned(s, i)):  # "Thứ trưởng Bộ trưởng Bộ Y tế": "Bộ trưởng" is too much, not "trưởng Bộ"
                start, word = s.starts[i - 1], turned
                once = text[start : s.ends[i + 1]]
            sure = 0.95 if n == 1 else 0.85
            yield self.finding(doc, start, end, args={"word": word}, confidence=sure, suggestions=[(once, "once", {})])


def _turned(s: Scan, i: int) -> str | None:
    """The word that stands too much in "thứ trưởng bộ trưởng bộ" at ``i`` (the second token); ``None`` unless the word before goes with it."""
    a, b = s.lower[i], s.lower[i + 1]
    known = _words()
    if not i or s.line_break(i) or f"{b} {a}" not in known or f"{a} {b}" in known or f"{s.lower[i - 1]} {a}" not in known:
        return None
    return s.text[s.starts[i + 1] : s.ends[i + 2]]


def _is_slip(s: Scan, i: int, n: int) -> bool:
    last = i + 2 * n
    if last > len(s) or any(s.shapes[k] in "dp" for k in range(i, last)):
        return False
    gaps = [s.text[s.ends[k] : s.starts[k + 1]] for k in range(i, last - 1)]
    if any(not g or g.strip(" \xa0") for g in gaps):
        return False
    redup, joins, heads = _table()
    phrase = " ".join(s.lower[i : i + n])
    # "tháng tháng 01", "3 tỷ tỷ đồng", "từ từ Đại học", "từ từ đó"
    numbered = "d" in s.shapes[max(0, i - 1) : i] or s.shapes[last : last + 1] in {"d", "C", "U"} or s.lower[last : last + 1] == ("đó",)
    once = phrase in redup and n == 1 and _of_word(s, i)
    if len(phrase) < 2 or (phrase in redup and not once and not (numbered and phrase in _COUNTED)):
        return False
    first, second = s.words[i], s.words[i + n]
    if n == 1 and not is_syllable(phrase) and not has_marks(phrase):
        return False  # "Panthera tigris tigris"
    if n > 1:
        opens = first[0].isupper() and second == first.lower() and (s.line_break(i) or s.words[i - 1] in ".!?…")
        same = s.words[i + 1 : i + n] == s.words[i + n + 1 : last] and (first == second or opens)
        return len(set(s.lower[i : i + n])) > 1 and same
    if i + 3 < len(s) and s.lower[i + 2] == s.lower[i + 3]:  # A A B B: đi đi lại lại
        return False
    if i > 1 and s.lower[i - 1] == s.lower[i - 2]:
        return False
    if _in_pair(s, i):
        return False
    before = s.lower[i - 1] if i else ""
    after = s.lower[last] if last < len(s) else ""
    if phrase in joins and before in joins[phrase][0] and after in joins[phrase][1]:
        return False
    known = lexicon()
    if f"{before} {phrase}" in known and f"{phrase} {after}" in known:
        return False
    if first == second:
        return s.shapes[i] in "lU" or (s.shapes[i] == "C" and phrase in heads and not _ends_name(s, i))
    # "Đã đã" at the start of a sentence is the same word; "hội Hội", "Ban ban hành" are two
    return (
        first[0].isupper()
        and first[1:] == second[1:]
        and second.islower()
        and phrase not in heads
        and (s.line_break(i) or s.words[i - 1] in ".!?…")
    )


def _of_word(s: Scan, i: int) -> bool:
    """Whether the second of a pair that may be reduplicated begins a word: "chung chung tay", "ba ba tiết mục"."""
    after = s.lower[i + 2 : i + 4]
    if len(after) < 2 or s.shapes[i : i + 3] != "lll":
        return False
    if s.lower[i] in _NUMERALS:
        return after[0] in units() or " ".join(after) in units()
    return s.lower[i] in _LOOSE and (s.lower[i], after[0]) in pairs()


def _in_pair(s: Scan, i: int) -> bool:
    """Whether the pair at ``i`` answers another one: "ra ra, vào vào"."""
    w = s.lower
    after = w[i + 2 : i + 3] == (",",) and i + 4 < len(w) and w[i + 3] == w[i + 4]
    return after or (i > 2 and w[i - 1] == "," and w[i - 2] == w[i - 3])


def _ends_name(s: Scan, i: int) -> bool:
    """Whether the first of the pair ends a compound that the second does not belong to: "Đại hội Hội", "Quốc Hội Hội"."""
    return i > 0 and s.lower[i - 1] in {"đại", "quốc", "xã", "tỉnh", "thành", "huyện", "quận", "thị", "lễ", "cán", "nội", "hành"}
