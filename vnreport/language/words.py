"""Words, by underthesea, aligned to offsets in the text as it is.

underthesea returns words without offsets and with other white space; each of its syllables stands in the text in the same order, so a
walk from left to right finds them again.
"""

from __future__ import annotations

from vnreport.document import Document, Word


def words(text: str) -> list[tuple[int, int]]:
    """Offsets of the words of ``text``; underthesea is imported on first use.

    Examples
    --------
    >>> text = "Uỷ ban nhân dân  quận"
    >>> [text[a:b] for a, b in words(text)]
    ['Uỷ ban nhân dân', 'quận']
    """
    from underthesea import word_tokenize

    out: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):  # a word never crosses a line
        if line.strip():
            end = at
            for word in word_tokenize(line, use_token_normalize=False):
                start = -1
                for piece in word.split():
                    found = text.find(piece, end, at + len(line))
                    if found < 0:  # underthesea changed the piece: the rest of the line has no safe offsets
                        start = -1
                        break
                    start = found if start < 0 else start
                    end = found + len(piece)
                if start >= 0:
                    out.append((start, end))
        at += len(line) + 1
    return out


def annotate(doc: Document) -> tuple[Word, ...]:
    """The layer ``words``."""
    return tuple(Word(a, b, doc.text[a:b]) for a, b in words(doc.text))
