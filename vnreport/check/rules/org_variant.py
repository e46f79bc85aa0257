"""org-variant: one body under two short forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import ClassVar

from vnreport.check import known
from vnreport.check.registry import Rule, register
from vnreport.document import Document, Entity, Finding, Span
from vnreport.language.letters import fold
from vnreport.language.matcher import Matcher
from vnreport.language.syllables import is_syllable

_HEAD = re.compile(r"(?:sở|phòng|bộ|ban|trung tâm|chi cục)\s+")
_OFFICE = re.compile(r"(?:sở|phòng|bộ)\s+")
"""Offices that decrees name; a centre's name is its own."""
_GOES_ON = re.compile(r"(?:,| -| và| &) [^\W\d_]")
_SHORT = re.compile(r"[A-ZĐ]{1,6}(?:\s?[&,–-]\s?[A-ZĐ]{1,6})*")
_JOINTS = re.compile(r"[^A-ZĐ]+")
_FRONT = re.compile(r"(?:U(?<![\w/-]U)B\s?MTTQ(?:\s?VN)?|U(?<![\w/-]U)BMT|M(?<![\w/-]M)TTQ(?:VN)?)(?![\w-]|\s?(?:Việt Nam|VN))")
_CENTRE = re.compile(r"([UỦ](?<!\w[UỦ])(?:B\s?(?:TW|TƯ|T\.Ư)|y ban (?:Trung ương|TW|TƯ)))\s?(MTTQ(?:\s?VN|\s?Việt Nam)?|Mặt trận Tổ quốc Việt Nam)")
_OFFICIAL = {
    "giáo dục đào tạo": "Giáo dục và Đào tạo",
    "giáo dục - đào tạo": "Giáo dục và Đào tạo",
    "kinh tế hạ tầng": "Kinh tế và Hạ tầng",
    "kinh tế - hạ tầng": "Kinh tế và Hạ tầng",
    "tài chính kế hoạch": "Tài chính - Kế hoạch",
    "văn hóa thông tin": "Văn hóa và Thông tin",
    "văn hóa - thông tin": "Văn hóa và Thông tin",
    "tài nguyên môi trường": "Tài nguyên và Môi trường",
    "tài nguyên - môi trường": "Tài nguyên và Môi trường",
    "nông nghiệp phát triển nông thôn": "Nông nghiệp và Phát triển nông thôn",
    "khoa học công nghệ": "Khoa học và Công nghệ",
    "khoa học - công nghệ": "Khoa học và Công nghệ",
    "thông tin truyền thông": "Thông tin và Truyền thông",
    "thông tin - truyền thông": "Thông tin và Truyền thông",
    "kế hoạch đầu tư": "Kế hoạch và Đầu tư",
    "kế hoạch - đầu tư": "Kế hoạch và Đầu tư",
}
"""Names of offices that are written short of a joint, and the names that the decrees on the organisation of offices give them."""


@cache
def _long_names() -> Matcher[str]:
    return Matcher(_OFFICIAL.items())


_NAMED = re.compile(
    r"(?P<head>(?:tổng )?công ty(?: tnhh| cổ phần| cp)?(?: mtv| một thành viên)?|tập đoàn|ngân hàng|xí nghiệp|nhà máy|hợp tác xã|htx|"
    r"câu lạc bộ|clb|(?:hiệp )?hội|trường (?:mầm non|mẫu giáo|tiểu học|thcs|thpt|đại học|cao đẳng)|bệnh viện|phòng khám|nông trường|"
    r"lâm trường|nhà hàng|khách sạn)\s+"
)
"""Heads of bodies that have a name of their own."""
_CAPITALS = re.compile(r".*\b[A-ZĐÀ-Ỹ]\w*", re.DOTALL)
"""A name up to its last capital."""
_MOST = 150
"""Names that are compared with one another."""
_HEAD_SHORT = {"htx": "hợp tác xã", "clb": "câu lạc bộ", "hiệp hội": "hội"}
_LISTED = re.compile(r"\b(?:sở|phòng|cơ quan|đơn vị|ngành|bộ)\b")


@register
class OrgVariant(Rule):
    """Một cơ quan viết tắt theo nhiều cách.

    Kiểm tra gì: cùng một chữ tắt tên ngành có dấu nối khác nhau trong một văn bản (GD&ĐT và GD-ĐT); Ủy ban Mặt trận Tổ quốc viết tắt
    theo nhiều cách (UBMTTQVN, UBMTTQ, MTTQ); tên phòng, sở thiếu chữ nối so với tên chính thức (Kinh tế hạ tầng), hoặc nối khác với cơ
    quan khai báo ở cấu hình (bodies); tên riêng của công ty, hội, trường … viết lệch một chữ hay đảo chữ (Trường Hải Sơn, Trường Sơn Hải).

    Vì sao: trong văn bản hành chính một cơ quan cần một cách gọi; nhiều cách gọi làm người đọc tưởng là nhiều cơ quan.

    Ví dụ sai: "Sở GD-ĐT đã báo cáo … Sở GD&ĐT đề nghị …"

    Sửa thành: "Sở GD&ĐT đã báo cáo … Sở GD&ĐT đề nghị …"

    Giới hạn: tên đầy đủ đi cùng chữ tắt của nó (Ủy ban nhân dân, UBND), và "MTTQ" đi cùng "Ủy ban MTTQ" là cách viết bình thường,
    không báo. Tên thiếu chữ nối chỉ là lời nhắc (mức thông tin).

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, II (thể thức, viết hoa); Nghị định 24/2014/NĐ-CP và 37/2014/NĐ-CP (tên sở, phòng).
    """

    code = "NAM003"
    name = "org-variant"
    summary = ("một cơ quan viết tắt theo nhiều cách", "one body under two short forms")
    texts: ClassVar = {
        "message": (
            "một cơ quan viết theo nhiều cách: “{text}” và “{other}”",
            "one body is written in several ways: “{text}” and “{other}”",
        ),
        "official": (
            "tên chính thức là “{other}”",
            "the official name is “{other}”",
        ),
        "listed": (
            "“{text}” trong danh sách của bạn viết là “{other}”",
            "“{text}” is written “{other}” in your list",
        ),
        "one-form": ("dùng một cách viết trong cả văn bản", "use one form in the whole text"),
    }

    def check(self, doc: Document) -> Iterable[Finding]:
        """Findings in ``doc``."""
        listed = list(known.other_forms(doc))
        for start, end, form in listed:
            yield self.finding(doc, start, end, message="listed", args={"other": form}, confidence=0.85, suggestions=[(form, "one-form", {})])
        yield from (f for f in self._within(doc) if not any(start < f.end and f.start < end for start, end, _ in listed))

    def _within(self, doc: Document) -> Iterator[Finding]:
        """Findings of the text alone."""
        yield from self._joints(doc)
        if "MTTQ" in doc.text:
            yield from self._front(doc)
            yield from self._centre(doc)
        yield from self._names(doc)
        yield from self._proper(doc)

    def _joints(self, doc: Document) -> Iterator[Finding]:
        """Short forms that differ only in their joints: GD&ĐT, GD-ĐT."""
        folded = doc.layer("scan").folded
        forms: dict[tuple[str, str], list[tuple[int, int, str, str]]] = {}
        for e in doc.entities:
            if e.label != "ORG":
                continue
            head = _HEAD.match(folded, e.start, e.end)
            short = _SHORT.match(e.text, head.end() - e.start) if head else None
            if head is None or short is None or len(_JOINTS.sub("", short[0])) < 3:
                continue
            letters = _JOINTS.sub("", short[0])
            forms.setdefault((head[0].strip(), letters), []).append((e.start, e.start + short.end(), short[0], e.text[: short.start()]))
        for found in forms.values():
            written = Counter(_tight(f[2]) for f in found)
            if len(written) < 2 or not any(_JOINTS.search(w) for w in written):
                continue
            best = max(written, key=lambda w: ("&" in w, written[w], len(w)))
            model = next(f for f in found if _tight(f[2]) == best)
            for form in written:
                if form == best:
                    continue
                start, end, _, before = next(f for f in found if _tight(f[2]) == form)
                yield self.finding(
                    doc, start, end, args={"other": before + model[2]}, confidence=0.85,
                    suggestions=[(before + model[2], "one-form", {})], evidence=[(doc.span(model[0], model[1]), "conflict")],
                )  # fmt: skip

    def _front(self, doc: Document) -> Iterator[Finding]:
        """UBMTTQVN, UBMTTQ, MTTQ in one text."""
        found = [m for m in _FRONT.finditer(doc.text) if not _inside_long(doc.text, m.start())]
        forms = {m[0].replace(" ", "") for m in found}
        committees = {f for f in forms if f.startswith("UB")}
        if len(committees) < 2:
            return
        best = max(committees, key=len)
        model = next(m for m in found if m[0].replace(" ", "") == best)
        for form in sorted(forms - {best}, key=lambda f: next(m.start() for m in found if m[0].replace(" ", "") == f)):
            m = next(m for m in found if m[0].replace(" ", "") == form)
            yield self.finding(
                doc, m.start(), m.end(), args={"other": model[0]}, confidence=0.75,
                suggestions=[(model[0], "one-form", {})], evidence=[(doc.span(*model.span()), "conflict")],
            )  # fmt: skip

    def _centre(self, doc: Document) -> Iterator[Finding]:
        """The central committee of the Front under two half-shortened names."""
        found = list(_CENTRE.finditer(doc.text))
        first = {m[0]: m for m in reversed(found)}
        if len({_tight(m[1]) for m in found}) < 2:
            return
        best = max(first, key=len)
        for m in first.values():
            if _tight(m[1]) != _tight(first[best][1]):
                yield self.finding(
                    doc, m.start(), m.end(), args={"other": best}, confidence=0.75,
                    suggestions=[(best, "one-form", {})], evidence=[(doc.span(*first[best].span()), "conflict")],
                )  # fmt: skip

    def _proper(self, doc: Document) -> Iterator[Finding]:
        """Bodies with a name of their own that is written in two ways: a letter or mark apart, two syllables exchanged, "hội" for "hiệp hội"."""
        found: dict[tuple[str, str], list[Span]] = {}
        for e in doc.entities:
            if e.label == "ORG" and (head := _NAMED.match(fold(e.text))) and (name := _CAPITALS.search(e.text, head.end())):
                rest = " ".join(fold(e.text[head.end() : name.end()]).split())
                found.setdefault((head["head"], rest), []).append(doc.span(e.start, e.start + name.end()))
        names = sorted(found, key=lambda n: (-len(found[n]), found[n][0].start))[:_MOST]
        for n, right in enumerate(names):
            for wrong in names[n + 1 :]:
                if _one_body(right, wrong) and not any(_overlap(doc, a, b) for a in found[right] for b in found[wrong]):
                    at, model = found[wrong][0], found[right][0]
                    written = " ".join(model.text.split())
                    yield self.finding(
                        doc, at.start, at.end, args={"other": written}, confidence=0.7,
                        suggestions=[(written, "one-form", {})], evidence=[(model, "conflict")],
                    )  # fmt: skip

    def _names(self, doc: Document) -> Iterator[Finding]:
        """Names of offices without their joint."""
        seen: set[str] = set()
        bodies: list[Entity] = [e for e in doc.entities if e.label == "ORG"]
        folded = doc.layer("scan").folded
        for start, end, official in _long_names().longest(folded):
            if folded[start:end] in seen or not doc.text[start].isupper():
                continue
            if any(e.start <= start and end < e.end and _GOES_ON.match(doc.text, end, e.end) for e in bodies):
                continue  # "Phòng Văn hóa - Thông tin và Thể thao": another name
            inside = any(e.start < start and end <= e.end and _OFFICE.fullmatch(fold(doc.text[e.start : start])) for e in bodies)
            if not inside and not _in_list(doc.text, start):
                continue
            seen.add(folded[start:end])
            yield self.finding(
                doc, start, end, message="official", args={"other": official}, confidence=0.45, severity="info",
                suggestions=[(official, "one-form", {})],
            )  # fmt: skip


def _one_body(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether two names, (head, rest), are likely one body's: by a slip in one syllable, or by the same syllables in another order."""
    (head, x), (other, y) = a, b
    xs, ys = x.split(), y.split()
    if x == y:
        return {head, other} == {"hội", "hiệp hội"} and len(xs) > 2
    n = min(len(xs), len(ys))
    if _HEAD_SHORT.get(head, head) != _HEAD_SHORT.get(other, other) or n < 3:
        return False
    if xs[-n:] != ys[-n:] and sorted(xs[-n:]) == sorted(ys[-n:]):
        return True
    differ = [(p, q) for p, q in zip(xs, ys, strict=False) if p != q]
    if len(xs) != len(ys) or len(differ) != 1:
        return False
    p, q = differ[0]
    return p.isalpha() and q.isalpha() and known.near(p, q) and is_syllable(p) != is_syllable(q)


def _overlap(doc: Document, a: Span, b: Span) -> bool:
    """Whether both stand in one sentence, as two bodies in a list do."""
    start, end = min(a.start, b.start), max(a.end, b.end)
    return any(s.start <= start and end <= s.end for s in doc.sentences)


def _tight(form: str) -> str:
    """A short form without spaces, one kind of dash."""
    return form.replace(" ", "").replace("–", "-")


def _inside_long(text: str, at: int) -> bool:
    """Whether the form at ``at`` is a part of a longer name: "Ủy ban MTTQ", "UB MTTQ", "Ủy ban Trung ương MTTQ"."""
    before = fold(text[max(0, at - 12) : at]).rstrip()
    return before.endswith(("ủy ban", "trung ương", " ub", "ubtw", "ubtư", " tw", " tư", "ban"))


def _in_list(text: str, at: int) -> bool:
    """Whether the name stands in a list of offices: "các phòng: Nội vụ, Kinh tế hạ tầng"."""
    start = max(text.rfind("\n", 0, at), text.rfind(".", 0, at), text.rfind(";", 0, at)) + 1
    before = fold(text[start:at])
    if not before.rstrip().endswith((",", ":", "và", "-")):
        return False
    return bool(_LISTED.search(before)) and before.rsplit(",", 1)[0] != before and (":" in before or "phòng " in before or "sở " in before)
