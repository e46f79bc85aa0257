"""citation-format."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnreport.abbreviations.numbers import KINDS, PARTY_BODIES, DocumentNumber, numbers
from vnreport.check.registry import Repair, Rule, register
from vnreport.citations.own import own
from vnreport.document import Citation, Document, Finding
from vnreport.language.letters import fold

_NUMBER_BEFORE = re.compile(r"(?<!\d)\d{1,6}(?:/\d{4})?$")
_GLUED = re.compile(r"/(NQ|QĐ|CT|KH|BC|TB|TTr|CTr|CV|HD|NĐ)(UBND|HĐND|CP|TTg|BTC|BNV|SNV)")


@register
class CitationFormat(Rule):
    """Số, ký hiệu văn bản sai thể thức.

    Kiểm tra gì: văn bản của Đảng viết kiểu Nhà nước (34/CT-TW thay cho 34-CT/TW); thiếu gạch nối (1961/QĐUBND); loại văn bản không khớp ký hiệu
    (Quyết định số 12/KH-UBND), kể cả số của chính văn bản (công văn mang số 12/QĐ-UBND); năm trong số khác năm ban hành (108/2014/NĐ-CP
    ngày 20/11/2015).

    Vì sao: số, ký hiệu là chìa khóa để tra văn bản.

    Ví dụ sai: "Chỉ thị số 34/CT-TW".

    Sửa thành: "Chỉ thị số 34-CT/TW".

    Giới hạn: năm trong số và năm ban hành chỉ so khi viện dẫn ghi đủ ngày; ký hiệu lạ không xét.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I và III; Hướng dẫn 36-HD/VPTW ngày 03/4/2018 về thể thức văn bản của Đảng.
    """

    code = "REF002"
    name = "citation-format"
    summary = ("số, ký hiệu văn bản sai thể thức", "a document number that does not fit its kind")
    texts = {
        "message": ("số văn bản của Đảng viết là “{right}”", "a party document's number is written “{right}”"),
        "glued": ("thiếu gạch nối trong ký hiệu", "the hyphen is missing in the number"),
        "kind": ("“{kind}” nhưng ký hiệu {code} là của {other}", "“{kind}”, but the code {code} is that of a {other}"),
        "own": ("văn bản là {kind}, nhưng ký hiệu {code} là của {other}", "the document is a {kind}, but the code {code} is that of a {other}"),
        "year": ("số văn bản mang năm {year}, ngày ban hành là năm {dated}", "the number says {year}, the date says {dated}"),
        "form": ("đúng thể thức", "the prescribed form"),
        "by-code": ("theo ký hiệu", "as the code says"),
        "by-number": ("theo năm trong số", "the year of the number"),
    }

    def check(self, doc: Document) -> Iterator[Finding]:
        for n in numbers(doc.text):
            if right := _party_form(n):
                yield self.finding(doc, n.start, n.end, args={"right": right}, confidence=0.9, suggestions=[(right, "form", {})])
        for m in _GLUED.finditer(doc.text):
            number = _NUMBER_BEFORE.search(doc.text, max(0, m.start() - 12), m.start())
            if number is None:
                continue
            repair: list[Repair] = [(f"{number[0]}/{m[1]}-{m[2]}", "form", {})]
            yield self.finding(doc, number.start(), m.end(), message="glued", confidence=0.9, suggestions=repair)
        for c in doc.citations:
            yield from self._against_itself(doc, c)
        yield from self._own(doc)

    def _own(self, doc: Document) -> Iterator[Finding]:
        """The number in the letterhead against the heading."""
        found = own(doc)
        other = found.number.kind if found else None
        if found is None or other is None or _agree(found.kind, other):
            return
        n = found.number
        if n.codes[0] in ("CT", "TB", "CTr") and found.kind != "Quyết định":  # codes of several kinds
            return
        yield self.finding(
            doc, n.start, n.end, message="own", args={"kind": found.kind.lower(), "code": n.codes[0], "other": other.lower()}, confidence=0.8,
            evidence=[(found.place, "conflict")],
        )  # fmt: skip

    def _against_itself(self, doc: Document, c: Citation) -> Iterator[Finding]:
        found = numbers(c.text)
        if not found or c.kind is None:
            return
        n = found[0]
        other = n.kind
        if other and c.kind in KINDS.values() and not _agree(c.kind, other) and n.pieces[0][2] != "CT":
            args = {"kind": c.kind, "code": n.codes[0], "other": other}
            end = c.start + len(c.kind)
            repair: list[Repair] = [(other if c.text[0].isupper() else other.lower(), "by-code", {})]
            number = doc.span(c.start + n.start, c.start + n.end)
            yield self.finding(
                doc, c.start, end, message="kind", args=args, confidence=0.7, suggestions=repair, evidence=[(number, "conflict")]
            )
        if n.year and c.date and re.match(r"\d{4}", c.date) and c.date[:4] != n.year:
            at = doc.text.find(c.date[:4], c.start + n.end, c.end)
            # laws and resolutions passed at the turn of the year carry either year
            if at >= 0 and not (c.date[5:7] in ("12", "01") and abs(int(n.year) - int(c.date[:4])) == 1):
                args = {"year": n.year, "dated": c.date[:4]}
                yield self.finding(doc, at, at + 4, message="year", args=args, confidence=0.8, suggestions=[(n.year, "by-number", {})])


def _party_form(n: DocumentNumber) -> str | None:
    """The party's form of a number written in the state's: 34/CT-TW -> 34-CT/TW; ``None`` where it is right or not the party's."""
    if len(n.pieces) != 2 or n.year or n.codes[1] not in PARTY_BODIES or n.kind is None:
        return None
    right = f"{n.serial}-{n.codes[0]}/{n.codes[1]}"
    written = re.sub(r"\s", "", n.text).replace("–", "-")
    return None if written == right else right


def _agree(kind: str, other: str) -> bool:
    """Whether a kind word fits the kind of the code: one may be a shorter name of the other, or both share a code."""
    a, b = fold(kind), fold(other)
    shared = {frozenset(("quyết định", "quy định")), frozenset(("thông tư", "thông tri")), frozenset(("chương trình", "công trình"))}
    return a in b or b in a or a == "văn bản" or frozenset((a, b)) in shared
