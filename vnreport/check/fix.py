"""Repairs put into a source: which findings may be repaired without asking, and the edits in the bytes of a file.

Nothing is rewritten but the places of the repairs: line ends, encoding, byte-order mark and letters written in several code points stay as
they are elsewhere. A place whose source is not simply its text (an entity, a tag inside it) is left alone and counted.
"""

from __future__ import annotations

import difflib
import io
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vnreport.check.errors import unknown
from vnreport.check.registry import matching, rules
from vnreport.document import Document, Finding

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Choice:
    """Which findings are repaired.

    Safe repairs (typography, doubled words, residue) always are. ``rules`` are names of further rules, ``places`` fingerprints of single
    findings: a date, a name, a number or a unit is changed only where its rule or the finding itself is named.

    Examples
    --------
    >>> Choice.of(["spelling", "TXT"]).rules == {"spelling", "capitalisation", "punctuation", "doubled-word", "residue"}
    True
    """

    rules: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str]) -> Choice:
        """From what a user wrote: names and codes of rules, prefixes of codes and ALL (which reach text rules alone), fingerprints.

        Raises
        ------
        ValueError
            If a rule is unknown.
        """
        exact = {r.name for r in rules()} | {r.code for r in rules()}
        chosen: set[str] = set()
        places: set[str] = set()
        for name in names:
            if ":" in name:
                places.add(name)
            elif name in exact:
                chosen |= {r.name for r in rules() if name in (r.name, r.code)}
            elif found := [r.name for r in matching([name]) if r.repair != "fact"]:
                chosen.update(found)
            else:
                raise unknown("quy tắc sửa chữ (quy tắc về ngày, tên, số, đơn vị phải nêu đúng tên)", "rule", name, exact)
        return cls(frozenset(chosen), frozenset(places))

    def takes(self, finding: Finding) -> bool:
        """Whether the finding is to be repaired."""
        safe = any(r.name == finding.name and r.repair == "safe" for r in rules())
        return safe or finding.name in self.rules or finding.fingerprint in self.places


@dataclass(frozen=True, slots=True)
class Fixed:
    """A source with repairs.

    Attributes
    ----------
    content : bytes
        The new content.
    done : tuple of Finding
        What was repaired.
    left : tuple of (Finding, str)
        What could not be, and why: ``several`` ways, ``none`` known, ``source`` is not simply the text, ``overlap`` with another repair.
    """

    content: bytes
    done: tuple[Finding, ...]
    left: tuple[tuple[Finding, str], ...]


def fix(content: bytes, doc: Document, findings: Sequence[Finding], choice: Choice) -> Fixed:
    """The content of a source with the chosen repairs.

    Parameters
    ----------
    content : bytes
        What ``doc`` was read from.
    doc : Document
        The document, of a plain text or a web page.
    findings : sequence of Finding
        Its findings.
    choice : Choice
        Which of them to repair.

    Raises
    ------
    ValueError
        If the content is neither UTF-8 nor UTF-16: an older code page cannot hold every letter of a repair.

    Examples
    --------
    >>> import vnreport
    >>> raw = "Hội nghị đã đã kết thúc.\\r\\n".encode()
    >>> doc = vnreport.read(raw)
    >>> fix(raw, vnreport.analyze(doc), vnreport.check(doc), Choice()).content.decode()
    'Hội nghị đã kết thúc.\\r\\n'
    """
    mark, codec, source = _decoded(content)
    done: list[Finding] = []
    left: list[tuple[Finding, str]] = []
    edits: list[tuple[int, int, str]] = []
    last = 0
    for f in sorted((f for f in findings if choice.takes(f)), key=lambda f: (f.start, f.end)):
        texts = {s.text for s in f.suggestions}
        span = _in_source(doc, source, f)
        if len(texts) != 1:
            left.append((f, "several" if texts else "none"))
        elif span is None:
            left.append((f, "source"))
        elif span[0] < last:
            left.append((f, "overlap"))
        else:
            last = span[1]
            edits.append((*span, texts.pop()))
            done.append(f)
    pieces, at = [], 0
    for start, end, new in edits:
        pieces += [source[at:start], new]
        at = end
    pieces.append(source[at:])
    return Fixed(mark + "".join(pieces).encode(codec), tuple(done), tuple(left))


def diff(before: bytes, after: bytes, name: str) -> str:
    """The change as a unified diff."""
    old, new = (list(io.StringIO(_decoded(raw)[2], newline="\n")) for raw in (before, after))  # splitlines cuts at U+001E, U+2028 too
    lines = difflib.unified_diff(old, new, name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _decoded(content: bytes) -> tuple[bytes, str, str]:
    """Byte-order mark, codec and characters of a source; encoding them again gives the source back to the byte."""
    mark, codec = next((m for m in _MARKS if content.startswith(m[0])), (b"", "utf-8"))
    if not mark:  # as reading tells UTF-16 without a mark, by its zero bytes
        codec = next((c for c, half in (("utf-16-le", content[1::2]), ("utf-16-be", content[::2])) if half.count(0) * 5 > len(content)), codec)
    try:
        source = content[len(mark) :].decode(codec)
        if mark + source.encode(codec) == content and "\0" not in source:
            return mark, codec, source
    except UnicodeError:
        pass
    raise ValueError("bảng mã của tệp không phải UTF-8 hay UTF-16: hãy chuyển sang UTF-8 (neither UTF-8 nor UTF-16: convert it to UTF-8)")


def _in_source(doc: Document, source: str, f: Finding) -> tuple[int, int] | None:
    """Where the flagged text stands in the source, if it stands there as it is but for composition and line ends."""
    if f.start == f.end:
        return None
    start = doc.map.offset(f.start)
    end = doc.map.offset(f.end - 1) + 1
    while end < len(source) and unicodedata.combining(source[end]):
        end += 1
    written = unicodedata.normalize("NFC", source[start:end]).replace("\r\n", "\n").replace("\r", "\n")
    return (start, end) if written == f.text else None
