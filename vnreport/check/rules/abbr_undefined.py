"""abbr-undefined."""

from __future__ import annotations

from collections.abc import Iterator

from vnreport.abbreviations.dictionary import Dictionary, of
from vnreport.check.registry import Option, Repair, Rule, register
from vnreport.document import Abbreviation, Document, Finding, Unchecked
from vnreport.language.letters import fold
from vnreport.language.scan import Scan

_JOINED = frozenset("/-–_.@0123456789")
_QUOTES = frozenset("(“\"‘'”)")
_NAMES = frozenset(
    "ty phần tnhh mtv hàng hãng đài kênh báo nhóm mã chuẩn chỉ hiệu máy xe phiếu giống thuốc mềm dụng thống đoàn ngữ dự giải khu cụm độ".split()
)
"""Last words of what stands before a proper name: công ty, cổ phần, ngân hàng, tiêu chuẩn, chứng chỉ, cổ phiếu, phần mềm, ứng dụng, tập đoàn, …"""


@register
class AbbrUndefined(Rule):
    """Từ viết tắt ít gặp mà văn bản không giải thích.

    Kiểm tra gì: từ viết tắt hiếm hoặc không có trong bảng từ viết tắt, không được viết đầy đủ ở đâu trong văn bản. Mỗi từ báo một lần, ở chỗ
    xuất hiện đầu tiên. Không tính: mã trong số, ký hiệu văn bản; từ ghép từ nhiều từ viết tắt (GDNN-GDTX); nơi nhận; tên báo, cổng ở đầu tin
    ("XYZ - Sáng nay"); chữ ngay sau "Công ty", "Đài", "mã" và những từ như vậy, vì đó là tên riêng.

    Vì sao: người đọc ngoài ngành không đoán được; cùng một cụm chữ cái có thể có nhiều nghĩa.

    Ví dụ sai: "Hội đồng NVQS giao 132 thanh niên" (không chỗ nào viết "nghĩa vụ quân sự").

    Sửa thành: "Hội đồng nghĩa vụ quân sự (NVQS) giao 132 thanh niên".

    Giới hạn: chỉ là lời nhắc (mức info): tên riêng của báo, ngân hàng, doanh nghiệp cũng có dạng này, nên từ không có trong bảng chỉ báo ở văn bản
    của một đơn vị hành chính, không báo ở báo chí.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục II, về viết tắt; cột "known" của data/abbreviations.tsv.
    """

    code = "ABB001"
    name = "abbr-undefined"
    repair = "text"
    severity = "info"
    summary = ("từ viết tắt ít gặp không được giải thích", "a rare abbreviation that is never spelled out")
    texts = {
        "message": ("“{text}” là từ viết tắt ít gặp, chưa được viết đầy đủ ở đâu", "“{text}” is a rare abbreviation that is never spelled out"),
        "define": ("viết đầy đủ ở lần dùng đầu tiên", "spell it out where it is first used"),
    }

    options = {
        "press": Option(False, "báo cả từ lạ ở báo chí, văn bản không rõ nơi ban hành", "report unknown ones in press texts as well"),
        "familiar": Option(
            1,
            "báo từ có độ quen thuộc dưới mức này: 0 hiếm, 1 khá quen, 2 ai cũng biết",
            "report those less familiar than this: 0 rare, 1 usual, 2 known to everybody",
        ),
        "least": Option(4, "số chữ cái ít nhất của từ có trong bảng", "fewest letters of one that the table has"),
    }

    def check(self, doc: Document) -> Iterator[Finding | Unchecked]:
        scan, dictionary = doc.layer("scan"), of(doc.facts)
        recipients = scan.folded.find("nơi nhận")
        seen: set[str] = set()
        for a in doc.abbreviations:
            if 0 <= recipients <= a.start:
                break
            if a.text in seen or a.source == "definition" or not self._rare(a, dictionary):
                seen.add(a.text)
                continue
            if _coded(scan.text, a) or _opens(scan.text, a) or (not a.expansion and _named(scan, a)):
                continue
            seen.add(a.text)
            if a.expansion and fold(a.expansion) in scan.folded:
                continue
            if a.expansion is None and doc.issuer is None and not self.option("press"):  # press: the names of papers and companies
                continue
            repairs: list[Repair] = [(f"{a.expansion} ({a.text})", "define", {})] if a.expansion else []
            yield self.finding(doc, a.start, a.end, confidence=0.6 if a.expansion else 0.4, suggestions=repairs)

    def _rare(self, a: Abbreviation, dictionary: Dictionary) -> bool:
        """Unknown, or known to few; level signs ("Q."), compounds and brands with small letters are left alone."""
        readings = dictionary.lookup(a.text)
        if not readings:
            return a.text.isalpha() and a.text.isupper() and 3 <= len(a.text) <= 8
        if not a.text.isalpha() or len(a.text) < int(self.option("least")):
            return False
        return max(r.known for r in readings) < int(self.option("familiar"))


def _coded(text: str, a: Abbreviation) -> bool:
    """Whether it is part of a number, an address or a longer name: a slash, hyphen or figure touches it."""
    return text[a.start - 1 : a.start] in _JOINED or text[a.end : a.end + 1] in _JOINED


def _opens(text: str, a: Abbreviation) -> bool:
    """Whether it is the name of a paper or portal before the first sentence of a post ("XYZ - Sáng nay", "(XYZ) -"), or a line at the end."""
    line = text[text.rfind("\n", 0, a.start) + 1 : a.start]
    after = text[a.end : a.end + 6]
    return not line.strip(" \t(*“\"") and (not after.strip(" )*.").strip("\n") or after.lstrip(" )*")[:1] in "-–—:|" or after[:1] == "\n")


def _named(scan: Scan, a: Abbreviation) -> bool:
    """Whether the word before it says that it is the name of a company, a programme or a mark, or it stands alone in brackets."""
    i = scan.at(a.start) - 1
    if scan.text[a.start - 1 : a.start] in _QUOTES or scan.text[a.end : a.end + 1] in _QUOTES:
        return True
    if i < 0 or scan.lower[i] in _NAMES:
        return i >= 0
    opens = scan.line_break(i) or scan.shapes[i - 1] == "p"  # a capital there says nothing
    return scan.shapes[i] == "C" and (len(scan.words[i]) == 1 or not opens)
