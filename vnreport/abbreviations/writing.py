"""Writing abbreviations out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from vnreport.abbreviations.definitions import definitions
from vnreport.abbreviations.numbers import numbers
from vnreport.document import Abbreviation, Document
from vnreport.language.scan import Scan

_ADDRESS = re.compile(r"(?<![\w.+-])(?:[\w.+-]{1,64}@\S{1,255}|(?:https?://|www\.)\S{1,2000}|[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}(?=[\s,;)]|$))")

_HEAD = re.compile(r"(?<!\w)(?:Sở|Bộ|Phòng|Ban|Cục|Vụ|Chi cục|Phó|Ủy ban)\s\Z")
"""Words of a name behind which a capital follows: "Sở KH và ĐT" is "Sở Kế hoạch và Đầu tư"."""
_BETWEEN = frozenset({" và ", " - ", ", ", " & ", "-"})


@dataclass(frozen=True, slots=True)
class Expanded:
    """A text with its abbreviations written out.

    ``edits`` are ``(start, end, new_start, new_end)``: what stood at ``[start, end)`` of the document stands at ``[new_start, new_end)``.
    """

    text: str
    edits: tuple[tuple[int, int, int, int], ...]

    def position(self, offset: int) -> int:
        """Where the character at ``offset`` of the document stands now; inside an abbreviation, where its expansion begins."""
        i = bisect_right(self.edits, (offset, 1 << 60, 0, 0)) - 1
        if i < 0:
            return offset
        _, end, new_start, new_end = self.edits[i]
        return new_start if offset < end else offset - end + new_end


def write_out(doc: Document, first_use: bool = False, everywhere: bool = False) -> Expanded:
    """Write out the abbreviations of ``doc`` whose meaning is known.

    Document numbers, e-mail and web addresses and the places that define an abbreviation stay as they are.

    Parameters
    ----------
    doc : Document
        A document with its pipeline.
    first_use : bool
        Write "Ủy ban nhân dân (UBND)" where it is first used and leave the later ones short, as well as those that the document defines.
    everywhere : bool
        Write out the codes of document numbers and what stands in addresses too.

    Examples
    --------
    >>> import vnreport
    >>> doc = vnreport.analyze("UBND họp. UBND yêu cầu GPMB theo Kế hoạch số 41/KH-UBND.")
    >>> write_out(doc).text
    'Ủy ban nhân dân họp. Ủy ban nhân dân yêu cầu giải phóng mặt bằng theo Kế hoạch số 41/KH-UBND.'
    >>> write_out(doc, first_use=True).text
    'Ủy ban nhân dân (UBND) họp. UBND yêu cầu giải phóng mặt bằng (GPMB) theo Kế hoạch số 41/KH-UBND.'
    """
    own = {known.abbr for known in doc.facts.abbreviations}
    return written(doc.layer("scan"), doc.abbreviations, {s.start for s in doc.sentences}, first_use, everywhere, own)


def written(
    scan: Scan, abbreviations: Sequence[Abbreviation], sentence_starts: Collection[int], first_use: bool, everywhere: bool, own: Collection[str]
) -> Expanded:  # fmt: skip
    """Write out the abbreviations of a scanned text; see :func:`write_out`. The expansions of ``own`` are spelt as the user spells them."""
    text = scan.text
    defined = definitions(text)
    kept = [(d.start, d.end) for d in defined]
    if not everywhere:
        kept += [(n.start, n.end) for n in numbers(text)]
        kept += [m.span() for m in _ADDRESS.finditer(text) if "@" in m[0] or ("." in m[0].strip(".")[1:] and m[0].lower() == m[0])]
    kept.sort()
    pieces: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    used: set[tuple[str, str | None]] = {(d.abbr, None) for d in defined}
    capital: dict[int, bool] = {}
    short = {a.start for a in abbreviations}
    at = length = k = 0
    named = False  # whether the abbreviation before was part of a body's name
    for a in abbreviations:
        while k < len(kept) and kept[k][1] <= a.start:
            k += 1
        if a.expansion is None or a.start < at or (k < len(kept) and kept[k][0] < a.end):
            continue
        form = a.text.rstrip(".")
        if first_use:
            if (form, None if a.source == "definition" else a.expansion) in used:
                continue
            used.add((form, a.expansion))
        line = text.rfind("\n", 0, a.start) + 1
        if line not in capital:
            capital[line] = _in_capitals(scan, line, short)
        long = a.expansion.upper() if capital[line] else a.expansion
        named = form not in own and (_HEAD.search(text, max(0, a.start - 10), a.start) is not None or (named and text[at : a.start] in _BETWEEN))
        if named or _opens(text, a.start, sentence_starts):
            long = long[0].upper() + long[1:]
        if first_use:
            long += f" ({form})"
        if text[a.end : a.end + 1].isalnum():  # "TP.HCM" written as one: the level word and the name need a space
            long += " "
        pieces += [text[at : a.start], long]
        length += a.start - at
        edits.append((a.start, a.end, length, length + len(long)))
        length += len(long)
        at = a.end
    pieces.append(text[at:])
    return Expanded("".join(pieces), tuple(edits))


def _opens(text: str, start: int, sentence_starts: Collection[int]) -> bool:
    """Whether a sentence begins here, after quotation marks or list signs at most."""
    while start not in sentence_starts and start > 0 and text[start - 1] in "\"“‘'(-–•+* ":
        start -= 1
    return start in sentence_starts


def _in_capitals(scan: Scan, start: int, short: set[int]) -> bool:
    """Whether the words of the line that begins at ``start`` are in capitals, those that begin at ``short`` (abbreviations) left out."""
    text = scan.text
    end = (text.find("\n", start) + 1 or len(text) + 1) - 1
    words = [scan.words[i] for i in scan.between(start, end) if scan.shapes[i] in "ClUm" and scan.starts[i] not in short]
    letters = "".join(words)
    return len(letters) > 4 and letters.isupper() and len(words) > 1


def annotate(doc: Document) -> str:
    """The layer ``expanded``."""
    return write_out(doc).text
