"""Which words of a phrase the letters of an abbreviation stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnreport.language.letters import LOWER, UPPER, bare, fold

_PIECE = re.compile(rf"[{UPPER}][{LOWER}]*|\d+")
_JOINING_V = re.compile(rf"(?<=[{UPPER}])v(?=[{UPPER}])")  # CSDLQGvDC: "và", "về"
WORD = re.compile(r"[^\W\d_]+|\d+")
_SKIPPED = frozenset("và của về các cho với trên tại ở theo là trong những từ do vào cùng đối để".split())


def pieces(abbr: str) -> list[str]:
    """The letters of an abbreviation, each with the small letters behind it.

    Examples
    --------
    >>> pieces("TTr-HĐND")
    ['T', 'Tr', 'H', 'Đ', 'N', 'D']
    """
    return _PIECE.findall(_JOINING_V.sub("", abbr))


def fits(piece: str, word: str) -> bool:
    """Whether ``piece`` ("Đ", "Tr") begins ``word``; Đ and D are different letters."""
    short, low = fold(piece), fold(word)
    if short[0].isdigit():
        return short == low
    if (low[0] == "đ") != (short[0] == "đ"):
        return False
    if len(short) == 1:
        return bare(low[0]) == bare(short)
    return bare(low).startswith(bare(short)) or (len(short) == 2 and bare(low[0]) + bare(low[-1]) == bare(short))  # Tg: tướng


def backwards(letters: Sequence[str], words: Sequence[str]) -> list[int] | None:
    """The words that ``letters`` stand for, the last letter for the last word; ``None`` if they do not fit.

    Joining words (và, của, …) and figures may be passed over inside the phrase; an abbreviation inside the phrase stands for itself.

    Examples
    --------
    >>> backwards(["G", "P", "M", "B"], "công tác giải phóng mặt bằng".split())
    [2, 3, 4, 5]
    """
    failed: set[tuple[int, int]] = set()

    def fit(k: int, i: int) -> list[int] | None:
        if k == 0:
            return []
        if i == 0 or (k, i) in failed:
            return None
        word = words[i - 1]
        if len(word) > 1 and word.isupper() and not word.isdigit():
            inner = _PIECE.findall(word)
            if len(inner) <= k and list(letters[k - len(inner) : k]) == inner and (found := fit(k - len(inner), i - 1)) is not None:
                return found + [i - 1] * len(inner)
        if fits(letters[k - 1], word) and (found := fit(k - 1, i - 1)) is not None:
            return [*found, i - 1]
        passed = k < len(letters) and (fold(word) in _SKIPPED or word.isdigit())
        if passed and (found := fit(k, i - 1)) is not None:
            return found
        failed.add((k, i))
        return None

    return fit(len(letters), len(words)) if letters else None


def forwards(letters: Sequence[str], words: Sequence[str]) -> int | None:
    """How many of ``words``, from the first, ``letters`` stand for; ``None`` if they do not fit.

    Examples
    --------
    >>> forwards(["K", "N", "T", "C"], "khiếu nại tố cáo và phòng".split())
    4
    """
    for n in range(len(letters), min(len(words), 2 * len(letters) + 4) + 1):
        found = backwards(letters, words[:n])
        if found is not None and found[0] == 0:
            return n
    return None
