"""Which letters may make a Vietnamese syllable: onset, rime and tone."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

_ONSETS = ["ngh", "ng", "nh", "gh", "gi", "ch", "kh", "ph", "qu", "th", "tr", *"bcdđghklmnprstvx", ""]
_RIMES = frozenset(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh "
    "êp êt êu êc êng i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oong ooc ô ôc ôi ôm ôn ông "
    "ôp ôt ôông ôôc ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut ư ưa ưc ưi ưm ưn ưng ưt ưu uôc uôi uôm uôn uông uôt ươc ươi ươm "
    "ươn ương ươp ươt ươu y yêm yên yêng yêt yêu yt yn ych oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt "
    "oe oen oeo oet oem uâc uân uâng uât uây uê uêch uênh uên uơ uơn uơt uy uya uych uyn uynh uyp uyt uyu uyên uyêt uyêng".split()
)
_AFTER_QU = frozenset(
    "a ac ach ai an ang anh ao at au ay ap am ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ec eng ê ên ênh êt êch êu ôc ôi ông i ich "
    "it in inh ơ ơi ơn ơt y ych yên yêt ynh yt yn".split()
)
_FRONT = "eêiy"
_ACUTE, _DOT = "\u0301", "\u0323"
_MARKS = "\u0300\u0301\u0303\u0309\u0323"


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Whether ``word``, in lower case and NFC, is spelt as a Vietnamese syllable may be.

    Examples
    --------
    >>> [is_syllable(w) for w in ("nghiệp", "nghành", "nghiêp", "khỏe", "quyết", "gì")]
    [True, False, False, True, True, True]
    """
    split = unicodedata.normalize("NFD", word)
    tones = [c for c in split if c in _MARKS]
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(c for c in split if c not in _MARKS))
    tone = tones[0] if tones else ""
    return any(plain.startswith(onset) and _fits(onset, plain[len(onset) :], tone) for onset in _ONSETS)


def _fits(onset: str, rime: str, tone: str) -> bool:
    if onset == "gi" and rime in {"", "n", "m", "p", "êt", "êc", "êng", "ên", "êm", "a"}:  # gì, gìn, giết, giêng, gia
        stop = rime[-1:] in {"p", "t", "c"}
        return not stop or tone in {_ACUTE, _DOT}
    if rime not in (_AFTER_QU if onset == "qu" else _RIMES):
        return False
    if rime.endswith(("c", "ch", "p", "t")) and tone not in {_ACUTE, _DOT}:
        return False
    if rime[0] == "y" and len(rime) > 1 and onset not in {"", "qu"}:  # yên, yêu stand alone: tiến, not tyến
        return False
    front = rime[0] in _FRONT
    if onset in {"gh", "ngh", "k"}:
        return front or (onset == "k" and rime in {"a", "o", "ô", "ông", "u"})
    return not (onset in {"c", "g", "ng"} and front and not (onset == "g" and rime[0] == "i"))


@cache
def has_marks(word: str) -> bool:
    """Whether a word in lower case has letters that only Vietnamese has (đ, ơ, tone marks …)."""
    return any(ord(c) > 0xBF for c in word)
