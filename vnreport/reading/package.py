"""The package of an Office file: a ZIP of XML parts, opened with care.

Sizes are checked before anything is unpacked, a document type declaration is refused, and whatever is wrong comes out as one ``ReadError``.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from xml.parsers import expat

from vnreport.reading.source import ReadError

MAX_PART = 64 * 1024 * 1024
MAX_WHOLE = 512 * 1024 * 1024
"""What the parts may unpack to; the reader itself takes single parts only."""

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError, IndexError)
_KINDS = {"xl/": "Excel (.xlsx)", "ppt/": "PowerPoint (.pptx)", "content.xml": "OpenDocument"}


@dataclass(frozen=True, slots=True)
class Relation:
    """A part that another one points at."""

    id: str
    kind: str  # the last piece of its type
    target: str


class Package:
    """The parts of an Office file by name.

    Raises
    ------
    ReadError
        If it is no such file, is damaged, encrypted, or would unpack to something huge.
    """

    def __init__(self, content: bytes, name: str | None) -> None:
        self.name = name
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise damaged(name) from error
        entries = self.zip.infolist()
        if any(e.flag_bits & 1 for e in entries):
            raise encrypted(name)
        if len(entries) > 10_000 or sum(e.file_size for e in entries) > MAX_WHOLE:
            raise _huge(name)
        self._names = {e.filename: e for e in entries}

    def __contains__(self, part: str) -> bool:
        return part in self._names

    def part(self, name: str) -> bytes:
        """The XML of a part in UTF-8, its CDATA sections written as plain text."""
        try:
            return _plain(self.content(name))
        except UnicodeDecodeError as error:
            raise damaged(self.name) from error

    def content(self, name: str) -> bytes:
        """A part as it is."""
        try:
            entry = self._names[name]
            if entry.file_size > MAX_PART:
                raise _huge(self.name)
            with self.zip.open(entry) as file:
                raw = file.read(MAX_PART + 1)
        except ReadError:
            raise
        except (*_BROKEN, RuntimeError) as error:
            raise damaged(self.name) from error
        if len(raw) > MAX_PART:  # more than the entry says
            raise _huge(self.name)
        return raw

    def relations(self, part: str) -> list[Relation]:
        """What a part points at inside the package; ``""`` stands for the package itself."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self:
            return []
        out: list[Relation] = []

        def start(tag: str, given: dict[str, str]) -> None:
            if tag.endswith(" Relationship") and given.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, given.get("Target", ""))).lstrip("/")
                out.append(Relation(given.get("Id", ""), given.get("Type", "").rpartition("/")[2], target))

        parse(self.part(name), self.name, start)
        return out

    def main(self) -> str:
        """The name of the part that holds the document of a Word file."""
        for relation in self.relations(""):
            if relation.kind == "officeDocument" and relation.target in self and not relation.target.startswith(("xl/", "ppt/")):
                return relation.target
        kind = next((k for start, k in _KINDS.items() if any(n.startswith(start) for n in self._names)), "ZIP")
        vi = f"là tệp {kind}, chưa đọc được: hãy lưu thành .docx, .txt hoặc .html"
        raise ReadError(self.name, vi, f"is {kind}, which is not read: save it as .docx, .txt or .html")


def parse(raw: bytes, name: str | None, start: object = None, end: object = None, data: object = None) -> None:
    """Run the handlers over the XML; element names come as "namespace local prefix"."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start  # type: ignore[assignment]
    parser.EndElementHandler = end  # type: ignore[assignment]
    parser.CharacterDataHandler = data  # type: ignore[assignment]
    run(parser, raw, name)


def run(parser: expat.XMLParserType, raw: bytes, name: str | None) -> None:
    """Parse ``raw`` to its end; entities of its own are refused."""

    def refuse(*_: object) -> None:
        raise damaged(name)

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        raise damaged(name) from error


def _plain(raw: bytes) -> bytes:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = raw.decode("utf-16")
        if text.startswith("<?xml"):  # it names the old encoding
            text = text[text.find("?>") + 2 :]
        raw = text.encode()
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    head, *sections = raw.split(b"<![CDATA[")
    for section in sections:
        inner, mark, rest = section.partition(b"]]>")
        head += inner.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;") + rest if mark else section
    return head


def damaged(name: str | None) -> ReadError:
    """A file that is broken."""
    return ReadError(name, "tệp Word (.docx) bị hỏng: hãy mở bằng Word và lưu lại", "the .docx file is damaged: open it in Word and save it again")


def encrypted(name: str | None) -> ReadError:
    """A file with a password."""
    return ReadError(name, "tệp có mật khẩu: hãy bỏ mật khẩu rồi thử lại", "the file has a password: remove it and try again")


def _huge(name: str | None) -> ReadError:
    return ReadError(name, "tệp nén bung ra quá lớn, không đọc", "unpacks to something huge and is not read")
