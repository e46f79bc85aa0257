"""Abbreviations that the document defines itself.

"giải phóng mặt bằng (GPMB)", "GPMB (giải phóng mặt bằng)", "… (sau đây gọi tắt là BCĐ)", "viết tắt là …", and lists "GPMB: giải phóng mặt bằng".
A definition must fit: the letters of the abbreviation are the initials of the phrase, from right to left; và, của, commas may be skipped,
and Đ is not D.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vnreport.language.letters import UPPER, bare, fold

_ABBR = rf"[{UPPER}][{UPPER}a-zđư]{{0,14}}(?:[&\-–./][{UPPER}][{UPPER}a-zđư]{{0,9}}){{0,5}}"
_IN_BRACKETS = re.compile(rf"\(\s*[\"“]?(?P<abbr>{_ABBR})[\"”]?\s*\)")
_NAMED = re.compile(
    rf"(?:(?:sau đây|từ đây)\s{{1,3}})?(?:được )?(?:gọi|viết) (?:tắt )?(?:là|chung là)\s*:?\s*[\"“]?(?P<abbr>{_ABBR})(?![\w])"
    rf"|viết tắt(?: là)?\s*:?\s*[\"“]?(?P<abbr2>{_ABBR})(?![\w])"
)
_BEHIND = re.compile(rf"(?<![\w&/.-])(?P<abbr>{_ABBR})\s+\((?P<long>[^()\n]{{4,120}})\)")
_LISTED = re.compile(rf"^[ \t*•+-]*(?P<abbr>{_ABBR})[ \t]*(?:[:=|\t]|[-–][ \t])[ \t]*(?P<long>[^\n:;|]{{4,120}}?)[.;|]?[ \t]*$", re.M)
_PIECE = re.compile(rf"[{UPPER}][a-zđư]*")
_WORD = re.compile(r"[^\W\d_]+")
_SKIPPED = frozenset("và của về các cho với trên tại ở theo là".split())


@dataclass(frozen=True, slots=True)
class Definition:
    """``abbr`` means ``expansion``; the abbreviation stands at ``[start, end)``, the phrase at ``[long_start, long_end)``."""

    abbr: str
    expansion: str
    start: int
    end: int
    long_start: int
    long_end: int


def _fits(letter: str, word: str) -> bool:
    """Whether ``letter`` ("Đ", "Tr") begins ``word``; Đ and D are different letters."""
    piece, low = fold(letter), fold(word)
    if len(piece) == 1:
        return (low[0] == "đ") == (piece == "đ") and bare(low[0]) == bare(piece)
    return bare(low).startswith(bare(piece)) and (low[0] == "đ") == (piece[0] == "đ")


def aligned(abbr: str, phrase: str) -> int | None:
    """Where in ``phrase`` the words begin that ``abbr`` stands for, if it stands for the end of the phrase; else ``None``.

    Examples
    --------
    >>> aligned("GPMB", "công tác giải phóng mặt bằng")
    9
    >>> aligned("GPMB", "giải phóng mặt đất") is None
    True
    """
    letters = _PIECE.findall(abbr)
    words = list(_WORD.finditer(phrase))
    i = len(words) - 1
    for k in range(len(letters) - 1, -1, -1):
        while i >= 0 and not _fits(letters[k], words[i][0]) and words[i][0] in _SKIPPED and k < len(letters) - 1:
            i -= 1
        if i < 0 or not _fits(letters[k], words[i][0]):
            return None
        i -= 1
    return words[i + 1].start()


@lru_cache(maxsize=4)  # asked for by the annotator, by writing out and by a rule
def definitions(text: str) -> tuple[Definition, ...]:
    """The definitions in a text, in text order.

    Examples
    --------
    >>> [(d.abbr, d.expansion) for d in definitions("công tác giải phóng mặt bằng (GPMB) của Ban Chỉ đạo huyện (gọi tắt là BCĐ)")]
    [('GPMB', 'giải phóng mặt bằng'), ('BCĐ', 'Ban Chỉ đạo')]
    """
    out: list[Definition] = []

    def add(abbr: str, at: int, start: int, end: int) -> None:
        if len(_PIECE.findall(abbr)) > 1:
            out.append(Definition(abbr, " ".join(text[start:end].split()), at, at + len(abbr), start, end))

    for m in _IN_BRACKETS.finditer(text):
        begin = _clause(text, m.start())
        end = len(text[: m.start()].rstrip())
        if (a := aligned(m["abbr"], text[begin:end])) is not None:
            add(m["abbr"], m.start("abbr"), begin + a, end)
    for m in _NAMED.finditer(text):
        group = "abbr" if m["abbr"] else "abbr2"
        end = len(text[: m.start()].rstrip(" (,;-–"))
        begin = _clause(text, end)
        # the abbreviation may stand for the head of the phrase only: try its ends from the last word backwards
        for word in reversed(list(_WORD.finditer(text, begin, end))):
            if (a := aligned(m[group], text[begin : word.end()])) is not None:
                add(m[group], m.start(group), begin + a, word.end())
                break
    for pattern in (_BEHIND, _LISTED):
        for m in pattern.finditer(text):
            if aligned(m["abbr"], m["long"]) == len(m["long"]) - len(m["long"].lstrip()):
                add(m["abbr"], m.start("abbr"), m.start("long"), m.end("long"))
    return tuple(sorted(out, key=lambda d: d.start))


def _clause(text: str, end: int) -> int:
    """Where the run of at most 120 characters before ``end`` begins that holds no full stop, semicolon or line's end."""
    begin = max(0, end - 120)
    stops = [text.rfind(sign, begin, end) + len(sign) for sign in (". ", ";", "\n", "(", ")") if sign in text[begin:end]]
    return max(stops, default=begin)
