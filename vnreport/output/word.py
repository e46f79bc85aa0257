"""Findings as comments in a copy of the Word file they were found in.

The copy is made by putting pieces of XML into the bytes of the original: a run that a comment begins or ends in is split in two of the same
format, and nothing else of the document changes. What Word allows decides where a comment stands: one that would reach over cells is kept to
the first, and one in a text box is put on the box.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from vnreport.document import Document, Finding
from vnreport.output.excerpt import line, plain
from vnreport.output.labels import ROLE, SEVERITY, word
from vnreport.output.report import others
from vnreport.reading.nfc import normalise
from vnreport.reading.package import Package, parse
from vnreport.reading.source import ReadError
from vnreport.reading.walk import MAIN, STRICT, Piece, Run, Walk, walk

AUTHOR = "vnreport"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = {
    MAIN: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OPEN = re.compile(rb"<[^\s/>]+")


def annotate(document: Document, findings: Iterable[Finding], content: bytes, lang: str = "vi") -> bytes:
    """A copy of a Word file with a comment for each finding.

    Parameters
    ----------
    document : Document
        What was read from the file.
    findings : iterable of Finding
        Findings in that document.
    content : bytes
        The file.
    lang : {"vi", "en"}
        Language of the comments.

    Returns
    -------
    bytes
        The copy; its text is that of the file.

    Raises
    ------
    vnreport.reading.ReadError
        If the content is no Word file that can be read, or not the one the document was read from.
    """
    package = Package(content, document.source)
    walked = walk(package)
    main, raw = walked.main, walked.raw
    if normalise(walked.text)[0] != document.text:
        raise ReadError(
            document.source,
            "tệp Word không phải tệp đã đọc (đã sửa sau khi đọc?): hãy chạy lại",
            "not the Word file that was read (changed since?): run it again",
        )
    space = STRICT if STRICT.encode() in raw[:4096] else MAIN
    wanted = sorted(findings, key=lambda f: (f.start, f.end, f.code))
    part = next((r.target for r in package.relations(main) if r.kind == "comments" and r.target in package), None)
    comments = package.part(part) if part else f'<w:comments xmlns:w="{space}"></w:comments>'.encode()
    first = _last_id(comments, document.source) + 1
    splices = _Splices(walked, space)
    bodies = []
    for number, f in enumerate(wanted, first):
        splices.comment(number, *_span(document, walked, f))
        bodies.append(_comment(number, f, document, space, lang))
    changed = {main: splices.done()}
    if wanted and not part:
        folder = posixpath.dirname(main)
        part = next(n for i in range(len(bodies) + 10_000) if (n := posixpath.join(folder, f"comments{i or ''}.xml")) not in package)
        changed.update(_related(package, main, part, space))
    if wanted:
        assert part is not None
        changed[part] = _inside(comments, "".join(bodies))
    copy = _zipped(package, changed)
    try:
        same = walk(Package(copy, document.source)).text == walked.text
    except ReadError:
        same = False
    if not same:  # XML that Word would not write; better no copy than another text
        raise ReadError(
            document.source,
            "cấu trúc tệp Word lạ, không ghi chú được: hãy mở bằng Word và lưu lại",
            "the Word file is built in an unusual way and cannot be annotated: open it in Word and save it again",
        )
    return copy


def _span(doc: Document, walked: Walk, f: Finding) -> tuple[int, int]:
    """The span of a finding in the text before normalisation; an empty one takes the character after it."""
    start, end = f.start, max(f.end, f.start + 1)
    a = doc.map.offset(min(start, len(doc.text) - 1))
    return a, max(doc.map.offset(end) if end < len(doc.text) else len(walked.text), a + 1)


class _Splices:
    """What to put where into the XML of the document."""

    def __init__(self, walked: Walk, space: str) -> None:
        self._raw, self._walked, self._space = walked.raw, walked, space
        self._ends: dict[int, list[str]] = {}
        self._starts: dict[int, list[str]] = {}
        self._around: dict[int, tuple[str, str]] = {}  # what closes the run before a place in the midst of it, and opens it again
        self._attributes: set[int] = set()

    def comment(self, number: int, start: int, end: int) -> None:
        """Anchor comment ``number`` at the characters ``[start, end)`` of the text."""
        (first, skip), (last, stop) = self._anchor(start, end)
        run = first.run
        assert run is not None and last.run is not None
        if run.host:
            opens, closes, prefix = run.host.start, run.host.end, run.host.prefix
        else:
            if last.at < first.at:  # paragraphs in one another: the text has them in another order than the file
                last, stop = first, skip
            opens, closes, prefix = self._before(first, skip), self._after(last, stop), run.prefix
        name = f"{prefix}:" if prefix else ""
        given = f'{prefix}:id="{number}"' if prefix else f'xmlns:w="{self._space}" w:id="{number}"'
        self._starts.setdefault(opens, []).append(f"<{name}commentRangeStart {given}/>")
        self._ends.setdefault(closes, []).append(f"<{name}commentRangeEnd {given}/><{name}r><{name}commentReference {given}/></{name}r>")

    def done(self) -> bytes:
        """The XML with everything put in."""
        out, at = [], 0
        for place in sorted({*self._ends, *self._starts, *self._attributes}):
            out.append(self._raw[at:place])
            at = place
            if place in self._attributes:
                out.append(b' xml:space="preserve"')
                continue
            close, reopen = self._around.get(place, ("", ""))
            out.append("".join([close, *self._ends.get(place, ()), *self._starts.get(place, ()), reopen]).encode())
        return b"".join([*out, self._raw[at:]])

    def _anchor(self, start: int, end: int) -> tuple[tuple[Piece, int], tuple[Piece, int]]:
        """The first and last character to mark: those of the span that stand in one cell, or the nearest before it."""
        pieces, starts = self._walked.pieces, self._walked.starts
        i = begin = bisect_right(starts, start) - 1
        while i < len(pieces) and starts[i] < end and pieces[i].run is None:
            i += 1
        if i == len(pieces) or starts[i] >= end:  # nothing of the file: what follows the number of a list, or stands before a break
            if not pieces[begin].text.isspace():
                after = next(p for p in pieces[begin:] if p.run is not None), 0
                return after, after
            before = next(p for p in pieces[begin::-1] if p.run is not None)
            return (before, len(before.text) - 1), (before, len(before.text) - 1)
        first, last, at = pieces[i], pieces[i], starts[i]
        for j in range(i + 1, len(pieces)):
            if starts[j] >= end or (pieces[j].run is not None and _home(pieces[j]) != _home(first)):
                break
            if pieces[j].run is not None:
                last, at = pieces[j], starts[j]
        return (first, max(start - starts[i], 0)), (last, min(end - at, len(last.text)) - 1)

    def _before(self, piece: Piece, inside: int) -> int:
        """The place before a character; the run is split there unless it is its first."""
        run, element = piece.run, piece.element
        assert run is not None and element is not None
        if piece.offset + inside == 0:
            return run.start
        return self._split(piece, piece.at + len(piece.text[:inside].encode()) if piece.raw else piece.at)

    def _after(self, piece: Piece, inside: int) -> int:
        """The place after a character; the run is split there unless it is its last."""
        run, element = piece.run, piece.element
        assert run is not None and element is not None
        if piece.offset + inside + 1 == run.length:
            return run.end
        if piece.raw:
            return self._split(piece, piece.at + len(piece.text[: inside + 1].encode()))
        if piece.at == element.start:
            return self._split(piece, element.end)
        if self._raw[piece.at : piece.at + 1] == b"&":
            return self._split(piece, self._raw.index(b";", piece.at) + 1)
        if self._raw.startswith(b"\r\n", piece.at):
            return self._split(piece, piece.at + 2)
        lead = self._raw[piece.at]
        return self._split(piece, piece.at + (1 if lead < 0xC0 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4))

    def _split(self, piece: Piece, place: int) -> int:
        run, element = piece.run, piece.element
        assert run is not None and element is not None
        name = f"{run.prefix}:" if run.prefix else ""
        properties = self._raw[slice(*run.properties)].decode() if run.properties else ""
        if piece.at == element.start:  # a tab or a break, an element of its own
            self._around[place] = f"</{name}r>", f"<{name}r>{properties}"
            return place
        self._around[place] = f"</{name}t></{name}r>", f'<{name}r>{properties}<{name}t xml:space="preserve">'
        opening = _OPEN.match(self._raw, element.start)
        assert opening is not None
        if b"xml:space" not in self._raw[opening.end() : self._raw.index(b">", opening.end())]:
            self._attributes.add(opening.end())
        return place


def _home(piece: Piece) -> tuple[int, Run | None]:
    """The cell and the text box of a piece: a comment keeps to one."""
    assert piece.run is not None
    return piece.run.cell, piece.run.host


def _comment(number: int, f: Finding, doc: Document, space: str, lang: str) -> str:
    """The comment: rule, message, evidence, repairs, a paragraph each."""
    vi = lang != "en"
    rows = [f"{f.code} {f.name} ({word(SEVERITY, f.severity, lang)})", f.message.text(lang)]
    for e in others(f):
        rows.append(f"{word(ROLE, e.role, lang)} “{plain(e.text)}” ({'dòng' if vi else 'line'} {doc.locate(e.start)[0]})")
    for s in f.suggestions:
        repair = f"“{plain(s.text, 200)}”" if s.text else "xóa" if vi else "delete"
        rows.append(f"→ {'sửa' if vi else 'repair'}: {repair} – {s.reason.text(lang)}")
    paragraphs = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line(row))}</w:t></w:r></w:p>' for row in rows)
    return f'<w:comment xmlns:w="{space}" w:id="{number}" w:author="{AUTHOR}" w:initials="VN">{paragraphs}</w:comment>'


def _last_id(comments: bytes, name: str | None) -> int:
    """The highest number among comments that are there."""
    numbers = [-1]

    def start(tag: str, given: Mapping[str, str]) -> None:
        space, _, local = tag.partition(" ")
        if local == "comment" and (number := given.get(f"{space} id", "")).isdecimal():
            numbers.append(int(number))

    parse(comments, name, start)
    return max(numbers)


def _related(package: Package, main: str, part: str, space: str) -> dict[str, bytes]:
    """The relations and content types with the new part in them."""
    folder, base = posixpath.split(main)
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    relations = package.part(name) if name in package else f'<Relationships xmlns="{_RELATIONS}"></Relationships>'.encode()
    id = next(i for n in range(1, 100_000) if (i := f"vnreport{n}").encode() not in relations)
    target = posixpath.basename(part)
    relation = f'<Relationship xmlns="{_RELATIONS}" Id="{id}" Type="{_RELATION[space]}" Target="{target}"/>'
    override = f'<Override xmlns="{_TYPES}" PartName="/{part}" ContentType="{_TYPE}"/>'
    return {name: _inside(relations, relation), "[Content_Types].xml": _inside(package.part("[Content_Types].xml"), override)}


def _inside(raw: bytes, fragment: str) -> bytes:
    """``raw`` with a fragment as the last child of its root."""
    raw = raw.rstrip()
    at = raw.rfind(b"</")
    if at < 0 and raw.endswith(b"/>"):  # an empty root
        root = _OPEN.match(raw, raw.rfind(b"<"))
        assert root is not None
        return raw[:-2] + b">" + fragment.encode() + b"</" + root[0][1:] + b">"
    return raw[:at] + fragment.encode() + raw[at:]


def _zipped(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """The package with some parts changed or new; the others, and all dates, as they were."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for entry in package.zip.infolist():
            data = changed.get(entry.filename)
            copy = zipfile.ZipInfo(entry.filename, entry.date_time)
            copy.external_attr, copy.compress_type = entry.external_attr, entry.compress_type
            file.writestr(copy, package.content(entry.filename) if data is None else data)
        for name in changed:
            if name not in package:
                new = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                new.compress_type = zipfile.ZIP_DEFLATED
                file.writestr(new, changed[name])
    return out.getvalue()
