"""Where abbreviations stand: forms in capitals and mixed forms, codes in document numbers; not capital headings, Roman numerals or brands' digits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vnreport.abbreviations.dictionary import Dictionary, Reading, standard, table
from vnreport.abbreviations.numbers import DocumentNumber, numbers
from vnreport.language.letters import LOWER, UPPER, bare
from vnreport.language.scan import Scan

_SIGN = re.compile(r"(?:KT|TM|TL|TUQ)\.")
_FORM = re.compile(
    rf"(?<![\w&/.@-])(?:"
    rf"(?:[đĐ]/[cC]|[bB]/c|[Vv]/v|[TPtp]/[MLHmlh]|VietGAP|VNeID|SEA Games|PAR INDEX|5K"
    rf"|(?:T\.[ƯWP]|P\.(?:GĐ|CT|BT)|Th\.S|(?:TP|Tp)\.\s?HCM)(?![{UPPER}])"
    rf"|[{UPPER}][{UPPER}]+(?:[a-zđ][{UPPER}]*)?(?:[&\-–./,][{UPPER}][{UPPER}]+[a-zđ]?)*(?:\.(?=\s*[{UPPER}]))?"
    rf"|[{UPPER}][{UPPER}]?[a-zđ][{UPPER}]+"
    rf"|(?:Th|TT|T)[Sgr]g?(?:\.(?=\s?[{UPPER}]))?"
    rf")(?![\w@]|[-/](?=\d)|[-&][{UPPER}])"
    rf"|(?:Tp|Tx|[QPHX])\.(?=\s?[{UPPER}\d]|\s[{LOWER}])|[QP](?=\s\d{{1,2}}(?![\d/.,:%-]))|(?:QL|TL|ĐT|HL)(?=\d{{1,3}}[A-ZĐ]?(?![\w.,]))"
    rf")"
)
_OPENS = re.compile("[Um]|dC")  # of shapes; the last is 5K
_CAPITAL = re.compile("C(?=[pd])")
_CAPITALS = frozenset("T P Q H X Th Tp Tx Tr Tg Trg Đ B V".split())
_SLASHED = ("đ/c", "đ/C", "b/c", "v/v", "p/h", "t/m", "t/l")
_OFFICES = ("chủ tịch", "trưởng", "bí thư", "giám đốc", "chánh", "hiệu trưởng", "tổng", "viện trưởng", "cục trưởng")
_ROMAN = re.compile(r"[IVX]+")
_SYLLABLE = re.compile(r"(?:ngh|[bcdđghklmnpqrstvx][hgr]?|qu|gi)?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?")
_PERSONS = frozenset(
    ("anh chị ông bà em cháu cô bác chú cậu thầy bé nhân cáo can tượng tên "
     "họ mẹ bố cha vợ chồng con phụ nhi cụ gái trai sinh viên chủ bạn thiếu").split()
)
_LEADING = frozenset("an các cấp ubnd hđnd mttq trong toàn nhiều số đến từ về ở tại".split())
_NOT_ABBREVIATIONS = frozenset({"COVID", "OK", "SARS", "NCOV", "GMT", "UTC", "ADN", "GPS"})


@dataclass(frozen=True, slots=True)
class Form:
    """A place where an abbreviation stands; ``number`` is the document number it is a code of, ``index`` which one."""

    start: int
    end: int
    text: str
    number: DocumentNumber | None = None
    index: int = 0


class _Lines:
    """Which lines of a text are headings in capitals; each is looked at once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.capital: dict[int, bool] = {}

    def heading(self, position: int) -> bool:
        """Whether the line around ``position`` is in capitals."""
        start = self.text.rfind("\n", 0, position) + 1
        if start not in self.capital:
            letters = [c for c in self.text[start : (self.text.find("\n", start) + 1 or len(self.text) + 1) - 1] if c.isalpha()]
            self.capital[start] = len(letters) > 8 and sum(c.isupper() for c in letters) > 0.8 * len(letters)
        return self.capital[start]


def forms(scan: Scan, dictionary: Dictionary | None = None) -> Iterator[Form]:
    """The abbreviations of a text, in text order.

    Examples
    --------
    >>> from vnreport.language.scan import scan
    >>> [f.text for f in forms(scan("UBND TP. Huế, Sở GD&ĐT, mục XII, Kế hoạch số 41/KH-UBND"))]
    ['UBND', 'TP.', 'GD&ĐT', 'KH', 'UBND']
    """
    dictionary = dictionary or standard()
    text = scan.text
    inside = numbers(text)
    lines = _Lines(text)
    codes = [Form(a, b, code, n, i) for n in inside for i, (a, b, code) in enumerate(_joined(n))]
    at = 0
    free: list[Form] = []
    for m in _matches(scan):
        while at < len(inside) and inside[at].end <= m.start():
            at += 1
        if at < len(inside) and inside[at].start < m.end():
            continue
        start, end = m.span()
        form = m[0]
        if sign := _SIGN.match(form):  # "KT.CHỦ TỊCH" without a space
            form, end = sign[0], start + sign.end()
        elif form.endswith(".") and dictionary.row(form) == () and not any(r.domain == "rank" for r in dictionary.lookup(form)):
            form, end = form[:-1], end - 1
        if _ROMAN.fullmatch(form) or form in _NOT_ABBREVIATIONS:
            continue
        if len(form) == 2 and form[1] == "." and not _level(scan, start, end):
            continue
        readings = dictionary.lookup(form)
        if not readings and (_like_a_word(form) or len(form) > 12 or sum(c in "AEIOUY" for c in form) > 2):
            continue  # a word in capitals, a brand
        if (not readings or _like_a_word(form)) and (lines.heading(start) or (_rare(readings) and _in_a_name(scan, start, dictionary))):
            continue
        free += _bodies(form, start) or [Form(start, end, form)]
    yield from sorted([*codes, *free], key=lambda f: f.start)


def _rare(readings: Sequence[Reading]) -> bool:
    """Whether few readers know any of the readings."""
    return all(r.known == 0 for r in readings)


def _in_a_name(scan: Scan, start: int, dictionary: Dictionary) -> bool:
    """Whether a word in capitals that is no abbreviation stands right before ("XÃ ĐẠI AN")."""
    i = scan.before(start)
    return i >= 0 and scan.shapes[i] == "U" and scan.text[scan.ends[i] : start] == " " and not dictionary.lookup(scan.words[i])


@lru_cache(maxsize=4096)
def _like_a_word(form: str) -> bool:
    """Whether it could be a syllable in capitals."""
    return _SYLLABLE.fullmatch(bare(form)) is not None


def _matches(scan: Scan) -> Iterator[re.Match[str]]:
    """What the pattern of forms finds in the text; tried only at tokens with which a form can begin."""
    text, starts, words = scan.text, scan.starts, scan.words
    begins = [starts[m.start()] for m in _OPENS.finditer(scan.shapes)]
    for m in _CAPITAL.finditer(scan.shapes):
        if words[m.start()] in _CAPITALS:
            begins.append(starts[m.start()])
    for sign in _SLASHED:
        at = text.find(sign)
        while at >= 0:
            begins.append(at)
            at = text.find(sign, at + 1)
    begins.sort()
    end = 0
    for begin in begins:
        if begin >= end and (found := _FORM.match(text, begin)):
            end = found.end()
            yield found


def _level(scan: Scan, start: int, end: int) -> bool:
    """Whether a capital and its dot are a level word or an office ("P. 12", "Công an Q. phối hợp"), not a person's initial ("Bùi H. M", "ông P.")."""
    i = scan.before(start)
    before = scan.lower[i] if i >= 0 and start - scan.ends[i] == 1 else ""
    if before and scan.shapes[i] == "C" and before not in _LEADING and scan.text[scan.ends[i]] == " ":
        return False
    if before in _PERSONS:
        return False
    if scan.text[end : end + 1] == " " and scan.text[end + 1].islower():
        return before in _LEADING or (scan.text[start] in "PQ" and scan.folded.startswith(_OFFICES, end + 1))
    return scan.text[end : end + 1] == " " or scan.text[start] in "QP"


def _bodies(form: str, start: int) -> list[Form]:
    """ "HĐND-UBND", "HĐND&UBND": two bodies side by side, each an abbreviation of its own."""
    if form.isalpha():
        return []
    parts = [Form(start + m.start(), start + m.end(), m[0]) for m in re.finditer(r"[^&\-–/]+", form)]
    whole = len(parts) > 1 and all(len(p.text) > 3 and (r := table().get(p.text)) and r[0].domain in ("agency", "front") for p in parts)
    return parts if whole else []


def _joined(number: DocumentNumber) -> list[tuple[int, int, str]]:
    """The pieces of a number that are read as one: NĐ-CP is "Nghị định của Chính phủ"."""
    pieces = list(number.pieces)
    if [code for _, _, code in pieces[:2]] == ["NĐ", "CP"]:
        pieces[:2] = [(pieces[0][0], pieces[1][1], "NĐ-CP")]
    return pieces
