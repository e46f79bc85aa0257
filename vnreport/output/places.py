"""Where a span stands in its source, for formats that other programs read."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import quote

from vnreport.document import Document, Finding

_NO_TEXT = (".docx", ".pdf")
"""Sources whose lines and columns are those of the text read from them: there is nothing in the file at that offset."""


class Place(NamedTuple):
    """A region of the source; lines and columns from 1, ends exclusive, offsets from 0, all in code points.

    ``exact`` says that the source has just the span's characters there, so that they could be replaced.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    offset: int
    length: int
    exact: bool


def place(doc: Document, start: int, end: int) -> Place:
    """The region of ``[start, end)``.

    Examples
    --------
    >>> place(Document("Quận họp.\\n"), 5, 8)
    Place(line=1, column=6, end_line=1, end_column=9, offset=5, length=3, exact=True)
    """
    line, column = doc.locate(start)
    offset = doc.map.offset(start)
    if end <= start:
        return Place(line, column, line, column, offset, 0, is_text(doc.source))
    end_line, last = doc.locate(end - 1)
    length = doc.map.offset(end - 1) + 1 - offset
    exact = is_text(doc.source) and length == end - start and _ends_there(doc, end, offset + length)
    return Place(line, column, end_line, last + 1, offset, length, exact)


def place_of(doc: Document, f: Finding) -> Place:
    """The region of a finding: of its span or, where it is about a note to the checker, which is no part of the text, of the note."""
    if (text := written(f)) == f.text:
        return place(doc, f.start, f.end)
    return Place(f.line, f.column, f.line, f.column + len(text), doc.map.line_starts[f.line - 1] + f.column - 1, len(text), False)


def written(f: Finding) -> str:
    """What stands at the place of a finding: its text or, where it is about a note, the note."""
    return str(f.message.args.get("marker", f.text))


def _ends_there(doc: Document, end: int, stop: int) -> bool:
    """Whether the span's last character is one of the source too: no entity, no letter followed by its marks."""
    last = doc.text[end - 1]
    if last.isascii() and last.isalnum():
        return True
    return doc.map.offset(end) == stop if end < len(doc.text) else len(doc.map.text_starts) == 1


def is_text(source: str | None) -> bool:
    """Whether the source's own characters are what was read.

    Examples
    --------
    >>> is_text("a.html"), is_text("a.DOCX"), is_text(None)
    (True, False, True)
    """
    return not (source or "").lower().endswith(_NO_TEXT)


def path(source: str | None) -> str:
    """The path of a source with ``/`` between folders, without a "./" before it.

    Examples
    --------
    >>> path("./bài/a.txt"), path(None)
    ('bài/a.txt', '-')
    """
    return PurePath(source).as_posix() if source else "-"


def uri(source: str | None) -> str:
    """The path of a source as a URI reference: relative ones stay so.

    Examples
    --------
    >>> uri("bài 1.txt"), uri("/x/a%b.txt")
    ('b%C3%A0i%201.txt', 'file:///x/a%25b.txt')
    """
    posix = path(source)
    try:
        raw = os.fsencode(posix)  # the bytes of the name, those that are no UTF-8 too
    except UnicodeEncodeError:
        raw = posix.encode("utf-8", "surrogatepass")
    quoted = quote(raw, safe="/")
    return f"file://{quoted}" if posix.startswith("/") else quoted
