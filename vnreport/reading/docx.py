"""Word files (.docx) as documents; :mod:`vnreport.reading.walk` says what is read of them and in which order."""

from __future__ import annotations

from vnreport.document import Document, Message, SourceMap, Unchecked
from vnreport.reading.nfc import compose, normalise
from vnreport.reading.package import Package, parse
from vnreport.reading.page import describe
from vnreport.reading.source import ReadError
from vnreport.reading.walk import walk

_UNREAD = {
    "header": ("đầu trang không được đọc", "page headers are not read"),
    "footer": ("chân trang không được đọc", "page footers are not read"),
    "footnotes": ("chú thích cuối trang không được đọc", "footnotes are not read"),
    "endnotes": ("chú thích cuối văn bản không được đọc", "endnotes are not read"),
    "package": ("đối tượng nhúng không được đọc", "embedded objects are not read"),
    "oleObject": ("đối tượng nhúng không được đọc", "embedded objects are not read"),
    "aFChunk": ("phần chèn nguyên từ tệp khác không được đọc", "parts put in from other files are not read"),
    "chart": ("biểu đồ không được đọc", "charts are not read"),
    "diagramData": ("sơ đồ SmartArt không được đọc", "SmartArt is not read"),
}
_XML = ("header", "footer", "footnotes", "endnotes", "diagramData")


def read_docx(content: bytes, source: str | None = None) -> Document:
    """The document of a Word file; its lines and columns are those of the text.

    Raises
    ------
    ReadError
        If the file is damaged, has a password or no text.
    """
    package = Package(content, source)
    walked = walk(package)
    if not walked.text.strip():
        raise ReadError(source, "tệp Word không có chữ nào (chỉ có hình?)", "the Word file has no text (pictures only?)")
    text, to_walked = normalise(walked.text)
    meta, regions = describe(text)
    positions = compose(to_walked, SourceMap.identity(walked.text), len(text))
    return Document(text, source, meta, regions, positions, unread=tuple(_unread(package, walked.main)))


def _unread(package: Package, main: str) -> list[Unchecked]:
    """Parts with text that is not read, by kind."""
    counts: dict[str, int] = {}
    for relation in package.relations(main):
        if relation.kind not in _UNREAD or relation.target not in package:
            continue
        if relation.kind not in _XML or _letters(package.part(relation.target), package.name):
            counts[relation.kind] = counts.get(relation.kind, 0) + 1
    return [Unchecked("reading", Message(f"reading.{kind}", {}, *_UNREAD[kind]), count) for kind, count in counts.items()]


def _letters(raw: bytes, name: str | None) -> bool:
    """Whether a part has words: a page number alone is nothing to read."""
    found: list[str] = []
    parse(raw, name, data=found.append)
    return sum(c.isalpha() for c in "".join(found)) > 3
