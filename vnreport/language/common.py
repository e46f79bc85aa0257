"""Common words of administrative prose, for rules that ask whether two syllables make a word."""

from __future__ import annotations

from functools import cache

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
