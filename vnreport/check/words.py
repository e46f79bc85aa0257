"""What a word or two syllables may be a slip of: the look-ups of the rule on spelling, none of which needs the text."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache
from itertools import pairwise

from vnreport.language.common import common_words, lexicon, pairs, syllables
from vnreport.language.letters import fold
from vnreport.language.slips import bare_tone, parts, slip, sound
from vnreport.language.syllables import has_marks, is_syllable
from vnreport.resources import rows

Word = tuple[str, str]

_HEARD = ({"v", "d"}, {"l", "n"}, {"r", "d"}, {"r", "g"})
"""First letters that some dialects say alike; both syllables are usual words mostly."""

_COUNTED = {w: sound(w) for w in "ngày tháng năm người đồng triệu tấn hộ huyện phường thôn giờ phút tuổi lượt".split()}
"""Words beside figures: "15 ngầy", "thánh 12"."""

MISPLACED = re.compile("[ừứửữự]ơ|[ìíỉĩị]ê|[ùúủũụ][ôâê]|[ỳýỷỹỵ]ê|q[ùúủũụ][aăâeêiơy]|g[ìíỉĩị][aoôơu]")
"""A tone mark on a vowel that no standard puts it on: "đừơng". The old and the new way ("hoà", "hòa") are both right."""

_OLD_WAY = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])$")

_NEW_WAY = re.compile(r"(?:[òóỏõọ][ae]|[ùúủũụ]y)$")


@cache
def _sound() -> frozenset[str]:
    return frozenset(fold(word) for (word,) in rows("near_words.tsv"))


@cache
def _known() -> frozenset[Word]:
    """Pairs of syllables that need no look."""
    return pairs() | {(a, b) for a, b in (w.split() for w in _sound() if w.count(" ") == 1)}


@cache
def usual() -> frozenset[Word]:
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


def partners(a: str, b: str, side: int) -> list[Word]:
    """Words of the lexicon with the first syllable ``a`` and the sound ``b`` (``side`` 0), or the sound ``a`` and the second one ``b`` (1).

    Examples
    --------
    >>> partners("móc", sound("nôi"), 0)
    [('móc', 'nối')]
    """
    return _alike().get((a, b, side), [])


@lru_cache(maxsize=65536)
def meant(a: str, b: str) -> tuple[Word, str] | None:
    """The one word that a usual slip makes the pair of, with the kind of the slip; ``None`` for a pair that needs no look.

    Examples
    --------
    >>> meant("bỏ", "xót"), meant("hội", "nghị"), meant("phát", "triễn")
    ((('bỏ', 'sót'), 'onset'), None, (('phát', 'triển'), 'hook'))
    """
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
    if (kind == "onset" and first == {"s", "x"}) or (kind in {"bare", "onset", "last"} and word in usual() and first not in _HEARD):
        return True
    return "alone" not in use.get(wrong, "") or "bound" in use.get(right, "") or "alone" not in use.get(right, "")


@lru_cache(maxsize=65536)
def counted(low: str) -> str:
    """The one word beside figures that a usual slip makes ``low`` of, where ``low`` is none that stands by itself.

    Examples
    --------
    >>> counted("ngầy"), counted("nhà")
    ('ngày', '')
    """
    if low in _COUNTED or len(low) < 3 or "alone" in syllables().get(low, ""):
        return ""
    words = [w for w, key in _COUNTED.items() if key == sound(low) and slip(low, w)]
    return words[0] if len(words) == 1 else ""


@lru_cache(maxsize=65536)
def unknown(low: str) -> bool:
    """Whether a word in lower case is spelt as no syllable of prose is.

    Examples
    --------
    >>> [unknown(w) for w in ("nghành", "đừơng", "ngành", "đường")]
    [True, True, False, False]
    """
    if len(low) < 3 or low in _sound():
        return False
    return not is_syllable(low) or bare_tone(low) not in _bases() or bool(MISPLACED.search(low))


@cache
def _bases() -> frozenset[str]:
    """The syllables of prose without their tone marks."""
    return frozenset(map(bare_tone, syllables()))


def placed(low: str) -> str:
    """The syllable with its tone mark where it belongs, or "".

    Examples
    --------
    >>> placed("đừơng"), placed("qủa")
    ('đường', 'quả')
    """
    plain, tone = bare_tone(low), parts(low)[3]
    spellings = {unicodedata.normalize("NFC", plain[:k] + tone + plain[k:]) for k in range(1, len(plain) + 1)} & syllables().keys()
    return spellings.pop() if len(spellings) == 1 else ""


@cache
def unglued(word: str) -> tuple[str, ...]:
    """The words that were run together; nothing where more than one way is open.

    Examples
    --------
    >>> unglued("AnhĐức"), unglued("TTchủ"), unglued("đềnghị"), unglued("homestay")
    (('Anh', 'Đức'), ('TT', 'chủ'), ('đề', 'nghị'), ())
    """
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
            if marked and (has_marks(low) or (a[0].isupper() and len(a) > 2 and low in syllables())):
                found.append((a, b))
    usual = [f for f in found if all("alone" in syllables().get(x.lower(), "") for x in f)]
    return found[0] if len(found) == 1 else usual[0] if len(usual) == 1 else ()


def mended(word: str) -> str:
    """The one syllable that a usual slip makes of a wrong one, or "": "ngh" for "ng", a letter struck twice, two letters exchanged.

    Examples
    --------
    >>> mended("nghành"), mended("địnhh"), mended("mêtan")
    ('ngành', 'định', '')
    """
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


@lru_cache(maxsize=65536)
def placed_how(word: str) -> str:
    """``old``, ``new``, or "" for a word that is written one way only.

    Examples
    --------
    >>> placed_how("hoà"), placed_how("Hòa"), placed_how("hoàn"), placed_how("quý")
    ('old', 'new', '', '')
    """
    low = word.lower()
    return "old" if _OLD_WAY.search(low) else "new" if _NEW_WAY.search(low) else ""


def old_way(low: str) -> str:
    """A syllable of the new way of placing tone marks in the old one.

    Examples
    --------
    >>> old_way("hòa"), old_way("thủy")
    ('hoà', 'thuỷ')
    """
    split = unicodedata.normalize("NFD", low[-2])
    return low[:-2] + split[0] + unicodedata.normalize("NFC", low[-1] + split[1:])
