"""Reading: a file, a web page, bytes or standard input becomes a :class:`~vnreport.document.Document`.

The text is what was read, in NFC with ``\\n`` line ends, and keeps a map back to the source. The page's own words about itself (title,
posting date, author, views) and its furniture become ``Document.meta`` and ``Document.regions``.

>>> from vnreport.reading import read_text
>>> doc = read_text("Quận họp báo\\nNgày đăng: 24-04-2018 | 10:45 AM\\n\\nSáng 24/4, UBND quận họp báo.\\n\\nThu Hà")
>>> doc.meta.posted, doc.meta.posted_time, doc.meta.author
('2018-04-24', '10:45', 'Thu Hà')
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import PurePath
from typing import IO

from vnreport.document import Document
from vnreport.reading.markers import cut, in_comments
from vnreport.reading.nfc import compose, normalise
from vnreport.reading.page import describe
from vnreport.reading.source import ReadError, decode, fetch, refuse_other_formats

__all__ = ["ReadError", "read", "read_text"]


def read(source: str | os.PathLike[str] | bytes | IO[bytes] | IO[str], *, format: str | None = None, name: str | None = None) -> Document:
    """Read a document from a path, bytes or an open file.

    Parameters
    ----------
    source : str, path, bytes or file object
        A ``str`` is a path.
    format : {"txt", "html", "docx"}, optional
        By default told from the name, then from the content.
    name : str, optional
        ``Document.source``; by default the path.

    Raises
    ------
    ReadError
        If it cannot be read; the message says why and what to do.

    Examples
    --------
    >>> read(b"<p>UBND qu&#7853;n</p><script>x()</script>").text
    'UBND quận'
    """
    content, label = fetch(source, name)
    if isinstance(content, bytes) and (format == "docx" or (format is None and content.startswith(b"PK\x03\x04"))):
        from vnreport.reading.docx import read_docx

        return read_docx(content, label)
    if isinstance(content, bytes) and format is None and (label or "").lower().endswith(".docx"):
        refuse_other_formats(content, label)
        vi = "không phải tệp Word: hãy lưu lại thành .docx, hoặc đổi tên thành .txt nếu là chữ thuần"
        raise ReadError(label, vi, "not a Word file: save it as .docx again, or rename it to .txt if it is plain text")
    raw = content if isinstance(content, str) else decode(content, label)
    if _format(format, label, raw) == "html":
        from vnreport.reading.html import read_html

        return replace(read_html(raw, label), markers=in_comments(raw))
    return read_text(raw, label)


def read_text(text: str, source: str | None = None) -> Document:
    """A document from a plain text.

    Examples
    --------
    >>> read_text("a\\u0302\\r\\nb").text
    'â\\nb'
    """
    plain, markers, to_source = cut(text)
    text, positions = normalise(plain)
    meta, regions = describe(text)
    return Document(text, source, meta, regions, compose(positions, to_source, len(text)) if to_source else positions, markers=markers)


def _format(format: str | None, name: str | None, raw: str) -> str:
    if format is not None:
        if format not in ("txt", "html"):
            known = "txt, html, docx"
            raise ReadError(name, f"không có định dạng {format!r}; các định dạng: {known}", f"no format {format!r}; formats: {known}")
        return format
    suffix = PurePath(name or "").suffix.lower()
    if suffix in (".html", ".htm", ".xhtml"):
        return "html"
    head = raw[:1024].lstrip().lower()
    return "html" if suffix != ".txt" and head.startswith(("<!doctype html", "<html", "<head", "<body", "<p>", "<p ", "<div")) else "txt"
