"""A document's own number and kind: the line "Số: 12/QĐ-UBND" of its letterhead and the heading "QUYẾT ĐỊNH"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnreport.abbreviations.numbers import DocumentNumber, numbers
from vnreport.citations.find import KINDS
from vnreport.document import Document, Span
from vnreport.language.letters import fold

_LINE = re.compile(r"(?m)^[ \t]*Số ?:? ?(?=\d)")
_ABOUT = re.compile(r"(?m)^[ \t]*(?:V/v|Về việc|V/V)(?![^\W_])")
_TO = re.compile(r"(?m)^[ \t]*Kính gửi(?![^\W_])")
_HEADS = sorted(KINDS, key=len, reverse=True)
_REACH = 1500
"""Where the number and the heading of a document end at the latest."""


@dataclass(frozen=True, slots=True)
class Own:
    """What a letterhead says: the number, the kind (``Công văn`` where there is no heading), and where the kind stands."""

    number: DocumentNumber
    kind: str
    place: Span


def own(doc: Document) -> Own | None:
    """The own number and kind of a document; ``None`` where it has no letterhead or no heading.

    Examples
    --------
    >>> import vnreport
    >>> doc = vnreport.read("ỦY BAN NHÂN DÂN\\nXÃ AN LẠC\\nSố: 12/QĐ-UBND\\nAn Lạc, ngày 05 tháng 3 năm 2019\\n\\nQUYẾT ĐỊNH\\n".encode())
    >>> found = own(doc)
    >>> found.number.text, found.kind
    ('12/QĐ-UBND', 'Quyết định')
    """
    text = doc.text[:_REACH]
    line = _LINE.search(text)
    if line is None or not any(r.start <= line.start() < r.end for r in doc.region("letterhead")):
        return None
    number = next((n for n in numbers(doc.text) if n.start == line.end()), None)
    if number is None:
        return None
    at = number.end
    for row in text[number.end :].split("\n"):
        head = row.strip(" \t:*")
        if head.isupper() and (kind := _kind(head)):
            start = at + row.index(head)
            return Own(number, kind, doc.span(start, start + len(head)))
        at += len(row) + 1
    about, to = _ABOUT.search(text), _TO.search(text)
    if about and to and about.start() < to.start():
        return Own(number, "Công văn", doc.span(about.start(), doc.text.find("\n", about.start())))
    return None


def _kind(head: str) -> str | None:
    folded = fold(head)
    return next((KINDS[k] for k in _HEADS if folded == k or folded.startswith(k + " ")), None)
