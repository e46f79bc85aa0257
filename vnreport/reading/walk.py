"""The text of a Word file: paragraphs and tables in reading order, each character with its place in the XML.

A line is a paragraph. Tables of three rows and more give a line a row, cells parted by tabs, where no cell holds more than one paragraph;
others (letterheads, signatures) are read cell by cell. Text boxes follow the paragraph they hang on. Deleted, moved-away and hidden text
is not read; insertions are, and so are the numbers that Word gives to lists; letters in fonts of TCVN3 and VNI become Unicode. The parser
of the standard library tells where each piece stands, so that comments can be put into the very bytes of the file
(:mod:`vnreport.output.word`).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from xml.parsers import expat

from vnreport.reading.legacy import font_of, letters
from vnreport.reading.numbering import Numbering
from vnreport.reading.package import Package, run
from vnreport.reading.styles import Styles

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DROPPED = {(w, n) for w in (MAIN, STRICT) for n in ("del", "moveFrom")} | {(_MARKUP, "Fallback")}
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "sym": "•"}
_SOFT_HYPHEN = {"tcvn3": "ư", "TCVN3": "Ư"}
"""Fonts that draw a letter for it."""


@dataclass(slots=True, eq=False)
class Run:
    """A run of characters with one format: where it, its properties and its name's prefix stand in the XML."""

    paragraph: int
    number: int
    start: int
    prefix: str
    cell: int
    host: Run | None
    font: str  # its code, "" for Unicode
    end: int = 0
    properties: tuple[int, int] | None = None
    hidden: bool = False
    length: int = 0


@dataclass(slots=True, eq=False)
class Text:
    """The element that holds characters of a run."""

    start: int
    end: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that stand together in the XML: ``raw`` ones as they are, others as an entity, an element or another letter at ``at``.

    ``offset`` counts from the start of the run. A piece without a run is a separator of ours.
    """

    text: str
    at: int = 0
    raw: bool = False
    run: Run | None = None
    element: Text | None = None
    offset: int = 0


@dataclass(slots=True, eq=False)
class _Line:
    """A paragraph in the making, or a row of a table; ``after`` are the paragraphs of its text boxes."""

    pieces: list[Piece] = field(default_factory=list)
    after: list[_Line] = field(default_factory=list)
    style: str | None = None
    list: str | None = None
    level: int = 0

    @property
    def blank(self) -> bool:
        return not any(p.text.strip() for p in self.pieces)

    @property
    def broken(self) -> bool:
        return any("\n" in p.text for p in self.pieces)


@dataclass(frozen=True, slots=True)
class Walk:
    """The text of a Word file before normalisation, its pieces by their offsets, and the part (name and XML) they stand in."""

    text: str
    starts: tuple[int, ...]
    pieces: tuple[Piece, ...]
    main: str
    raw: bytes

    def piece(self, offset: int) -> tuple[Piece, int]:
        """The piece that holds the character at ``offset``, and the offset inside it."""
        i = bisect_right(self.starts, offset) - 1
        return self.pieces[i], offset - self.starts[i]

    def place(self, offset: int) -> tuple[int, int, int] | None:
        """Paragraph, run and offset in the run, all from 0, of the character at ``offset``; ``None`` between paragraphs."""
        piece, inside = self.piece(offset)
        return (piece.run.paragraph, piece.run.number, piece.offset + inside) if piece.run else None


class _Walker:
    """Handlers of the parser: collects lines."""

    def __init__(self, raw: bytes, styles: Styles, numbering: Numbering, name: str | None) -> None:
        self._raw, self._styles, self._numbering = raw, styles, numbering
        self._names: list[str] = ["", "", ""]  # of the open elements, "" for those of other vocabularies
        self._starts: list[int] = []
        self._flows: list[list[_Line]] = [[]]
        self._lines: list[_Line] = []  # open paragraphs; one in a text box stands on that of the box
        self._numbers: list[list[int]] = []  # of the open paragraphs: own number, runs so far
        self._runs: list[Run] = []
        self._tables: list[list[list[list[_Line]]]] = []
        self._cells: list[int] = [0]
        self._paragraphs = self._cell = self._dropped = 0
        self._text: Text | None = None
        parser = self._parser = expat.ParserCreate(namespace_separator=" ")
        parser.namespace_prefixes = True
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        run(parser, raw, name)

    @property
    def lines(self) -> list[_Line]:
        """The paragraphs and rows in reading order."""
        return self._flows[0]

    def _start(self, tag: str, given: dict[str, str]) -> None:
        at = self._parser.CurrentByteIndex
        space, _, rest = tag.partition(" ")
        name, _, prefix = rest.partition(" ")
        parent = self._names[-1]
        if self._dropped or (space, name) in _DROPPED:
            self._dropped += 1
            return
        self._starts.append(at)
        self._names.append(name if space in (MAIN, STRICT) else "")
        if not self._names[-1]:
            return
        if name == "p":
            self._lines.append(_Line())
            self._numbers.append([self._paragraphs, 0])
            self._paragraphs += 1
        elif name == "r" and self._numbers:
            number = self._numbers[-1]
            host = self._runs[0] if self._runs else None
            font = font_of(self._styles.font(self._lines[-1].style))
            self._runs.append(Run(number[0], number[1], at, prefix, self._cells[-1], host, font))
            number[1] += 1
        elif name == "r":
            self._names[-1] = ""  # outside of any paragraph
        elif parent == "r" and (name == "t" or name in _CHARACTERS):
            self._text = Text(at)
            if name != "t":
                self._put(_CHARACTERS[name], at, False)
        elif parent == "r" and name == "softHyphen" and self._runs[-1].font in _SOFT_HYPHEN:
            self._text = Text(at)
            self._put(_SOFT_HYPHEN[self._runs[-1].font], at, False)
        elif name == "rFonts" and self._names[-3:-1] == ["r", "rPr"]:
            named = given.get(f"{space} ascii {prefix}", given.get(f"{space} hAnsi {prefix}"))
            if named is not None:
                self._runs[-1].font = font_of(named)
        elif name == "vanish" and self._names[-3:-1] == ["r", "rPr"]:
            self._runs[-1].hidden = given.get(f"{space} val {prefix}", "1") not in ("0", "false", "off")
        elif name == "pStyle" and self._names[-3:-1] == ["p", "pPr"]:
            self._lines[-1].style = given.get(f"{space} val {prefix}")
        elif name in ("numId", "ilvl") and self._names[-4:-1] == ["p", "pPr", "numPr"]:
            value = given.get(f"{space} val {prefix}", "")
            if name == "numId":
                self._lines[-1].list = value
            elif value in "012345678":
                self._lines[-1].level = int(value or 0)
        elif name == "tbl":
            self._tables.append([])
        elif name == "tr" and self._tables:
            self._tables[-1].append([])
        elif name == "tc" and not (self._tables and self._tables[-1]):
            self._names[-1] = ""
        elif name == "tc":
            self._cell += 1
            self._cells.append(self._cell)
            self._flows.append([])
        elif name == "txbxContent":
            self._flows.append([])

    def _end(self, tag: str) -> None:
        if self._dropped:
            self._dropped -= 1
            return
        start, name = self._starts.pop(), self._names.pop()
        if name == "p":
            line = self._lines.pop()
            self._numbers.pop()
            label = "" if line.list == "0" else self._numbering.label(line.style, line.list, line.level)  # "0" takes it out of its style's
            if label and not line.blank:
                line.pieces.insert(0, Piece(label))
            self._flows[-1] += [line, *line.after]
        elif name == "r":
            self._runs.pop().end = self._stop(start)
        elif name == "rPr" and self._names[-1] == "r":
            self._runs[-1].properties = (start, self._stop(start))
        elif self._text and self._text.start == start:
            self._text.end = self._stop(start)
            self._text = None
        elif name == "tc":
            self._tables[-1][-1].append(self._flows.pop())
            self._cells.pop()
        elif name == "tbl":
            self._flows[-1] += _rows(self._tables.pop())
        elif name == "txbxContent":
            box = self._flows.pop()
            if self._lines:
                self._lines[-1].after += box

    def _characters(self, data: str) -> None:
        if self._text and self._names[-1] == "t" and not self._dropped:
            at = self._parser.CurrentByteIndex
            raw = self._raw[at : at + 1] not in (b"&", b"\r")
            data = data.replace("\n", " ").replace("\t", " ")  # a break in the XML is none in the text
            if not (font := self._runs[-1].font):
                self._put(data, at, raw)
                return
            pieces = self._lines[-1].pieces
            for letter, source in zip(letters(data, font, pieces[-1].text[-1] if pieces else ""), data, strict=True):
                self._put(letter, at, False)
                at += len(source.encode())

    def _put(self, text: str, at: int, raw: bool) -> None:
        run = self._runs[-1]
        if not run.hidden and self._lines:
            self._lines[-1].pieces.append(Piece(text, at, raw, run, self._text, run.length))
            run.length += len(text)

    def _stop(self, start: int) -> int:
        """Where the element that began at ``start`` and ends here ends: an empty one has no end tag."""
        at = self._parser.CurrentByteIndex
        name = self._raw[start + 1 : start + 80].replace(b"/", b" ").replace(b">", b" ").split()[0]
        closed = self._raw.startswith(b"</" + name, at) and self._raw[at + 2 + len(name)] in b"> \t\r\n"
        return self._raw.index(b">", at) + 1 if closed else at


def _rows(rows: list[list[list[_Line]]]) -> list[_Line]:
    """The lines of a table."""
    out: list[_Line] = []
    for row in rows:
        cells = [kept for cell in row if (kept := [line for line in cell if not line.blank])]
        if len(rows) >= 3 and len(cells) > 1 and all(len(c) == 1 and not c[0].broken for c in cells):
            joined = _Line()
            for i, (line,) in enumerate(cells):
                joined.pieces += [Piece("\t")] * (i > 0) + line.pieces
            out.append(joined)
        else:
            out += [line for cell in cells for line in cell]
    return out


def walk(package: Package) -> Walk:
    """The text of the document in a package; of several blank lines one stays.

    Raises
    ------
    ReadError
        If the package is no Word file or is damaged.
    """
    main = package.main()
    raw = package.part(main)
    pieces: list[Piece] = []
    gap = False
    styles = Styles(package, main)
    for line in _Walker(raw, styles, Numbering(package, main, styles), package.name).lines:
        if line.blank:
            gap = bool(pieces)
            continue
        if pieces:
            pieces.append(Piece("\n\n" if gap else "\n"))
        gap = False
        pieces += line.pieces
    starts, length = [], 0
    for p in pieces:
        starts.append(length)
        length += len(p.text)
    return Walk("".join(p.text for p in pieces), tuple(starts), tuple(pieces), main, raw)
