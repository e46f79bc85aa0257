"""Words of administrative prose, for rules that ask whether two syllables make a word, and syllables that prose uses."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from vnreport.language.letters import fold
from vnreport.resources import rows


@cache
def common_words() -> frozenset[str]:
    """Words of two syllables or more, folded.

    Examples
    --------
    >>> "hội nghị" in common_words(), "nghị quyết" in common_words(), "quyết hội" in common_words()
    (True, True, False)
    """
    return frozenset(fold(word) for (word,) in rows("common_words.tsv"))


@cache
def lexicon() -> frozenset[str]:
    """The common words and those of the larger list, folded.

    Examples
    --------
    >>> "móc nối" in lexicon(), "móc nối" in common_words(), "hội nghị" in lexicon()
    (True, False, True)
    """
    return common_words() | {fold(word) for (word,) in rows("lexicon.tsv")}


@cache
def pairs() -> frozenset[tuple[str, str]]:
    """Two syllables that follow one another inside a word of the lexicon."""
    return frozenset(pair for word in lexicon() for pair in pairwise(word.split()))


@cache
def syllables() -> dict[str, str]:
    """Syllables that prose uses, folded, and how they are used: ``alone``, ``bound`` (nearly always in a word), both or neither."""
    return dict(rows("syllables.tsv"))
