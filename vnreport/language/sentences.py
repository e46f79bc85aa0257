"""Sentences: a line break ends one, and so does a stop that no abbreviation, number or initial explains."""

from __future__ import annotations

import re

from vnreport.document import Document, Sentence

# Only where a run of stops begins: a line of leader dots tried from each of its dots costs the square of its length.
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[–-]*\s*[^\W_])|\n+")
_NO_STOP = re.compile(
    r"(?:^|[\s(\"“,./-])(?:[^\W\d_]|TP|Tp|TX|Tx|TT|Tt|GS|PGS|TS|ThS|Ths|BS|KS|CN|NGƯT|NGND|NSƯT|NSND|Th|Mr|Mrs|Ms|Dr|St|v\.v|tr|đ|KT|TM|TL|TUQ|"
    r"Q|P|H|X|số|Số|No|Nxb|NXB|T\.Ư|T\.P)\.$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of ``text``, white space around them left out.

    Examples
    --------
    >>> text = "Ông Q. Bình đến TP. Huế. Hôm sau về."
    >>> [text[a:b] for a, b in sentences(text)]
    ['Ông Q. Bình đến TP. Huế.', 'Hôm sau về.']
    """
    out: list[tuple[int, int]] = []
    start = 0

    def close(end: int) -> None:
        nonlocal start
        piece = text[start:end]
        body = piece.strip()
        if body:
            a = start + len(piece) - len(piece.lstrip())
            out.append((a, a + len(body)))
        start = end

    for m in _STOP.finditer(text):
        if text[m.start()] == "." and m.end() - m.start() == 1 and _NO_STOP.search(text, max(start, m.start() - 8), m.end()):
            continue
        close(m.end())
    close(len(text))
    return out


def annotate(doc: Document) -> tuple[Sentence, ...]:
    """The layer ``sentences``."""
    return tuple(Sentence(a, b, doc.text[a:b]) for a, b in sentences(doc.text))
