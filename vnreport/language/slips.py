"""Usual slips of spelling between two syllables: tone marks, signs on vowels, first and last consonants that sound alike."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_HOOK, _TILDE = "\u0309", "\u0303"
_ONSETS = ("ngh", "ng", "nh", "gh", "gi", "ch", "kh", "ph", "th", "tr", "qu", *"bcdđghklmnprstvx")
_ONSET_CLASS = {
    "s": "s", "x": "s", "ch": "c", "tr": "c", "d": "d", "đ": "d", "gi": "d", "r": "d", "v": "d", "l": "l", "n": "l", "ngh": "g", "ng": "g",
    "g": "g", "gh": "g", "c": "k", "k": "k", "q": "k", "h": "h", "kh": "h",
}  # fmt: skip
_ALIKE = (
    {"s", "x"}, {"ch", "tr"}, {"d", "đ"}, {"d", "gi"}, {"r", "d"}, {"r", "gi"}, {"v", "d"}, {"l", "n"}, {"ng", "ngh"}, {"g", "gh"}, {"c", "k"},
)  # fmt: skip
_FINAL_CLASS = {"ng": "n", "nh": "n", "n": "n", "c": "t", "ch": "t", "t": "t", "y": "i", "i": "i", "m": "m", "p": "p"}
_FINALS = ("ng", "nh", "ch", "n", "c", "t", "y", "i", "m", "p")
_FINALS_ALIKE = ({"n", "ng"}, {"n", "nh"}, {"t", "c"}, {"i", "y"}, {"ng", "nh"})
Parts = tuple[str, str, str, str, str]


@lru_cache(maxsize=65536)
def parts(syllable: str) -> Parts:
    """First consonants, vowels with their signs, last letters, tone mark, and the vowels without signs.

    Examples
    --------
    >>> parts("nguyễn")[0], parts("nguyễn")[2], parts("nguyễn")[4]
    ('ng', 'n', 'uye')
    """
    split = unicodedata.normalize("NFD", syllable)
    tone = next((c for c in split if c in _TONES), "")
    letters = unicodedata.normalize("NFC", "".join(c for c in split if c not in _TONES))
    onset = next((o for o in _ONSETS if letters.startswith(o) and len(letters) > len(o)), "")
    rime = letters[len(onset) :]
    final = next((f for f in _FINALS if rime.endswith(f) and len(rime) > len(f)), "")
    vowels = rime[: len(rime) - len(final)]
    plain = "".join(c for c in unicodedata.normalize("NFD", vowels) if not unicodedata.combining(c))
    return onset, vowels, final, tone, plain


@lru_cache(maxsize=65536)
def sound(syllable: str) -> str:
    """A key that syllables share which one usual slip may turn into one another."""
    onset, _, final, _, plain = parts(syllable)
    return f"{_ONSET_CLASS.get(onset, onset)} {plain} {_FINAL_CLASS.get(final, final)}"


def slip(written: str, meant: str) -> str | None:
    """The one usual slip that makes ``written`` of ``meant``: its kind, or ``None``.

    ``hook`` (hook for tilde or the other way), ``bare`` (a mark or sign left out), ``tone`` (another tone), ``sign`` (another sign on a
    vowel), ``onset``, ``final``, ``last`` (the last letter left out).

    Examples
    --------
    >>> slip("triễn", "triển"), slip("xót", "sót"), slip("giát", "giác"), slip("biều", "biểu"), slip("nhà", "cửa")
    ('hook', 'onset', 'final', 'tone', None)
    """
    if meant[:-1] == written and len(written) > 1:
        return "last"
    (o, v, f, t, p), (mo, mv, mf, mt, mp) = parts(written), parts(meant)
    differ = (o != mo) + (v != mv) + (f != mf) + (t != mt)
    if differ != 1:
        return None
    if o != mo:
        return "onset" if {o, mo} in _ALIKE else None
    if f != mf:
        return "final" if {f, mf} in _FINALS_ALIKE else None
    if t != mt:
        return "hook" if {t, mt} == {_HOOK, _TILDE} else "bare" if not t else "tone"
    return None if p != mp else "bare" if v == p else "sign"


@lru_cache(maxsize=65536)
def bare_tone(syllable: str) -> str:
    """A syllable without its tone mark.

    Examples
    --------
    >>> bare_tone("đường"), bare_tone("quyết")
    ('đương', 'quyêt')
    """
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", syllable) if c not in _TONES))
