"""Letters, tone marks and folding.

Folding makes a shadow of a text for look-ups: lower case, one tone-mark placement (``hoà`` -> ``hòa``, ``uỷ`` -> ``ủy``), one kind of
apostrophe and dash. A shadow has the length of its text, so that an offset in one is an offset in the other.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""Insides of a character class: the letters of Vietnamese (with f, j, w, z)."""

_OLD_TONE = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![a-zà-ỹđ])")
_PAIRS = dict(
    zip(
        "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),
        "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(),
        strict=True,
    )
)
_SAME = {"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "\xa0": " ", "ð": "đ"}


def fold(text: str) -> str:
    """The shadow of an NFC text; of the same length.

    Examples
    --------
    >>> fold("UỶ BAN huyện Hoà Vang – Đắk")
    'ủy ban huyện hòa vang - đắk'
    """
    low = text.lower()
    if len(low) != len(text):  # "İ" and the like
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _OLD_TONE.sub(lambda m: _PAIRS[m[0]], _plain(low))


def _plain(text: str) -> str:
    """One sign for each kind of dash, apostrophe and space: most texts have few of them, and a replacement costs less than a table."""
    for sign, same in _SAME.items():
        if sign in text:
            text = text.replace(sign, same)
    return text


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """Lower case without tone marks and diacritics, for spelling variants (``Đăk Lăk`` -> ``dak lak``).

    Examples
    --------
    >>> bare("Đắk Lắk")
    'dak lak'
    """
    low = unicodedata.normalize("NFD", _plain(text.lower()))
    return "".join(c for c in low if not unicodedata.combining(c)).replace("đ", "d")
