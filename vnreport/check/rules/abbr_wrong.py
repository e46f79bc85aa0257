"""abbr-wrong."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from vnreport.abbreviations.definitions import definitions
from vnreport.abbreviations.dictionary import Dictionary, of, squeeze, table
from vnreport.check.registry import Repair, Rule, register
from vnreport.document import Document, Finding, Span
from vnreport.language.letters import fold


@register
class AbbrWrong(Rule):
    """Từ viết tắt sai hoặc có hai nghĩa.

    Kiểm tra gì: một từ viết tắt được văn bản định nghĩa hai lần theo hai cách; một từ viết tắt lạ chỉ khác một từ rất quen ở chỗ hai chữ cái
    đứng cạnh nhau đổi chỗ (UBDN thay cho UBND) hoặc một chữ viết hai lần (UBMTTTQVN); trong ngoặc đơn sau một cụm từ là từ viết tắt lệch một
    chữ so với từ viết tắt quen dùng của cụm từ ấy: "Hội Cựu chiến binh (CBB)".

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
        "misfit": (
            "“{text}” không khớp với cụm từ đứng trước, thường viết tắt là “{right}”",
            "“{text}” does not fit the phrase before it, whose usual abbreviation is “{right}”",
        ),
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
        for start, end, usual in _misfits(doc.text, first):
            fix: list[Repair] = [(usual, "known", {"right": usual})]
            yield self.finding(doc, start, end, message="misfit", args={"right": usual}, confidence=0.85, suggestions=fix)
        for a in doc.abbreviations:
            if squeeze(a.text) not in first and (right := _untwisted(a.text, doc.text, dictionary)):
                yield self.finding(doc, a.start, a.end, args={"right": right}, confidence=0.9, suggestions=[(right, "known", {"right": right})])


_BRACKET = re.compile(r"\(([A-ZĐƠƯÂÔÊĂ]{3,10})\)")
_WORD = re.compile(r"[^\W_]+")


def _misfits(text: str, defined: Container[str]) -> Iterator[tuple[int, int, str]]:
    """Forms in brackets that are one letter off the known abbreviation of the phrase before them."""
    for m in _BRACKET.finditer(text):
        form = m[1]
        if form in defined:
            continue
        words = _WORD.findall(fold(text[max(0, m.start() - 90) : m.start()]))
        for n in range(min(10, len(words)), 1, -1):
            known = _phrases().get(tuple(words[-n:]), frozenset())
            if form in known:
                break
            if right := next((k for k in sorted(known) if _one_off(form, k)), None):
                yield m.start(1), m.end(1), right
                break


@cache
def _phrases() -> dict[tuple[str, ...], frozenset[str]]:
    """Words of an expansion -> its usual abbreviations."""
    out: dict[tuple[str, ...], set[str]] = {}
    for abbr, readings in table().items():
        for r in readings:
            if r.known and len(abbr) > 2 and abbr.isalpha():
                out.setdefault(tuple(_WORD.findall(fold(r.expansion))), set()).add(abbr)
    return {words: frozenset(abbrs) for words, abbrs in out.items()}


def _one_off(a: str, b: str) -> bool:
    """Whether two words of one length differ in one letter, or in two neighbours that changed places."""
    if len(a) != len(b):
        return False
    off = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(off) == 1 or (len(off) == 2 and off[1] == off[0] + 1 and a[off[0]] == b[off[1]] and a[off[1]] == b[off[0]])


_BODIES = frozenset({"agency", "front", "ministry", "party"})


def _untwisted(abbr: str, text: str, dictionary: Dictionary) -> str | None:
    """The well-known abbreviation with two neighbours in the wrong order or one letter twice: a body's, or one that the text writes elsewhere."""
    if len(abbr) < 4 or any(not r.composed for r in dictionary.lookup(abbr)):
        return None
    for i in range(len(abbr) - 1):
        right = abbr[:i] + abbr[i + 1] + abbr[i] + abbr[i + 2 :]
        if any(r.known == 2 and (r.domain in _BODIES or right in text) for r in table().get(right, ())):
            return right
        right = abbr[:i] + abbr[i + 1 :]
        if abbr[i] == abbr[i + 1] and len(right) > 3 and any(r.known == 2 and r.domain in _BODIES for r in table().get(right, ())):
            return right
    return None
