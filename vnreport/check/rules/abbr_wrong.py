"""abbr-wrong."""

from __future__ import annotations

from collections.abc import Iterator

from vnreport.abbreviations.definitions import definitions
from vnreport.abbreviations.dictionary import Dictionary, of, squeeze, table
from vnreport.check.registry import Rule, register
from vnreport.document import Document, Finding, Span
from vnreport.language.letters import fold


@register
class AbbrWrong(Rule):
    """Từ viết tắt sai hoặc có hai nghĩa.

    Kiểm tra gì: một từ viết tắt được văn bản định nghĩa hai lần theo hai cách; một từ viết tắt lạ chỉ khác một từ rất quen ở chỗ hai chữ cái
    đứng cạnh nhau đổi chỗ (UBDN thay cho UBND).

    Vì sao: người đọc hiểu sai cơ quan, và phần mềm tìm kiếm không thấy văn bản.

    Ví dụ sai: "UBDN huyện tổ chức hội nghị".

    Sửa thành: "UBND huyện tổ chức hội nghị".

    Giới hạn: không báo từ viết tắt mà văn bản tự định nghĩa, và từ có dưới bốn chữ cái.

    Nguồn: data/abbreviations.tsv.
    """

    code = "ABB002"
    name = "abbr-wrong"
    repair = "text"
    summary = ("từ viết tắt sai hoặc được định nghĩa hai cách", "an abbreviation that is wrong or defined in two ways")
    texts = {
        "message": ("“{text}” có lẽ là “{right}” gõ sai", "“{text}” is probably a slip for “{right}”"),
        "twice": ("“{text}” được định nghĩa là “{second}”, ở trên lại là “{first}”", "“{text}” is defined as “{second}”, above as “{first}”"),
        "known": ("“{right}” là từ viết tắt thông dụng", "“{right}” is the usual abbreviation"),
    }

    def check(self, doc: Document) -> Iterator[Finding]:
        defined, dictionary = definitions(doc.text), of(doc.facts)
        first: dict[str, tuple[str, Span]] = {}
        for d in defined:
            key = squeeze(d.abbr)
            if key not in first:
                first[key] = (d.expansion, doc.span(d.long_start, d.long_end))
            elif fold(first[key][0]) != fold(d.expansion):
                args = {"first": first[key][0], "second": d.expansion}
                evidence = [(first[key][1], "conflict"), (doc.span(d.long_start, d.long_end), "context")]
                yield self.finding(doc, d.start, d.end, message="twice", args=args, confidence=0.8, evidence=evidence)
        for a in doc.abbreviations:
            if squeeze(a.text) not in first and (right := _untwisted(a.text, doc.text, dictionary)):
                yield self.finding(doc, a.start, a.end, args={"right": right}, confidence=0.9, suggestions=[(right, "known", {"right": right})])


_BODIES = frozenset({"agency", "front", "ministry", "party"})


def _untwisted(abbr: str, text: str, dictionary: Dictionary) -> str | None:
    """The well-known abbreviation that two neighbouring letters changed places in: a body's, or one that the text writes elsewhere."""
    if len(abbr) < 4 or any(not r.composed for r in dictionary.lookup(abbr)):
        return None
    for i in range(len(abbr) - 1):
        right = abbr[:i] + abbr[i + 1] + abbr[i] + abbr[i + 2 :]
        if any(r.known == 2 and (r.domain in _BODIES or right in text) for r in table().get(right, ())):
            return right
    return None
