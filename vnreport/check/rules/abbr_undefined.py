"""abbr-undefined."""

from __future__ import annotations

from collections.abc import Iterator

from vnreport.abbreviations.dictionary import Dictionary, of
from vnreport.check.registry import Option, Repair, Rule, register
from vnreport.document import Abbreviation, Document, Finding, Unchecked
from vnreport.language.letters import fold


@register
class AbbrUndefined(Rule):
    """Từ viết tắt ít gặp mà văn bản không giải thích.

    Kiểm tra gì: từ viết tắt hiếm hoặc không có trong bảng từ viết tắt, không được viết đầy đủ ở đâu trong văn bản. Mỗi từ báo một lần, ở chỗ
    xuất hiện đầu tiên. Mã trong số, ký hiệu văn bản không tính.

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
    }

    def check(self, doc: Document) -> Iterator[Finding | Unchecked]:
        folded, dictionary = doc.layer("scan").folded, of(doc.facts)
        seen: set[str] = set()
        in_numbers = {(c.start, c.end) for c in doc.citations if c.number}
        for a in doc.abbreviations:
            if a.text in seen or a.source == "definition" or not _rare(a, dictionary) or any(s <= a.start < e for s, e in in_numbers):
                seen.add(a.text)
                continue
            seen.add(a.text)
            if a.expansion and fold(a.expansion) in folded:
                continue
            if a.expansion is None and doc.issuer is None and not self.option("press"):  # press: the names of papers and companies
                continue
            repairs: list[Repair] = [(f"{a.expansion} ({a.text})", "define", {})] if a.expansion else []
            yield self.finding(doc, a.start, a.end, confidence=0.6 if a.expansion else 0.4, suggestions=repairs)


def _rare(a: Abbreviation, dictionary: Dictionary) -> bool:
    """Unknown, or known to few; words of one level sign ("Q.") and brands with small letters are left alone."""
    readings = dictionary.lookup(a.text)
    if not readings:
        return a.text.isupper() and 3 <= len(a.text) <= 8
    return len(a.text) > 3 and max(r.known for r in readings) == 0 and readings[0].domain != "office"
