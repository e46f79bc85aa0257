"""name-variant: one person spelt two ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import ClassVar

from vnreport.check import known
from vnreport.check.registry import Rule, register
from vnreport.document import Document, Finding, Official, Span, Unchecked
from vnreport.language.letters import fold
from vnreport.people import is_single_office


@register
class NameVariant(Rule):
    """Một người được viết thành hai tên.

    Kiểm tra gì: hai họ tên chỉ khác nhau một âm tiết mà cùng giữ một chức vụ chỉ có một người (Chủ tịch, Bí thư, Giám đốc …) của cùng
    một cơ quan; hoặc chỉ khác nhau một dấu hay một chữ cái, một tên được nhắc nhiều lần (hoặc được giới thiệu chức vụ), tên kia
    chỉ một lần và không kèm chức vụ; một tên chỉ khác một âm tiết với người trong danh sách khai báo ở cấu hình (officials).

    Vì sao: tên lãnh đạo viết sai là lỗi nặng của tin, bài; đọc lướt rất khó thấy (Sơn/Sơm, Hà/Hằng).

    Ví dụ sai: "bà Lưu Thị Mỹ Hạnh - Chủ tịch UBND phường … Chủ tịch UBND phường Lưu Thị Mỹ Hằng đề nghị …"

    Sửa thành: "bà Lưu Thị Mỹ Hạnh - Chủ tịch UBND phường … Chủ tịch UBND phường Lưu Thị Mỹ Hạnh đề nghị …"

    Giới hạn: không biết tên nào đúng, chỉ gợi ý tên được nhắc nhiều hơn (hoặc trước). Hai người gần tên nhau có chức vụ khác nhau,
    hai cấp phó của một cơ quan, hai tên trong cùng một câu thì không báo.

    Nguồn: quy ước một cơ quan chỉ có một người đứng đầu (Luật Tổ chức chính quyền địa phương; Điều lệ Đảng).
    """

    code = "NAM001"
    name = "name-variant"
    summary = ("một người viết thành hai tên", "one person spelt two ways")
    texts: ClassVar = {
        "message": (
            "“{text}” và “{other}” có vẻ là một người ({why})",
            "“{text}” and “{other}” seem to be one person ({why_en})",
        ),
        "use-other": ("theo tên “{other}” được nhắc {count} lần", "the name “{other}” occurs {count} times"),
        "listed": (
            "“{text}” có lẽ là “{other}” ({office}) trong danh sách của bạn",
            "“{text}” is probably “{other}” ({office}) of your list",
        ),
        "as-listed": ("tên “{other}” trong danh sách đã khai báo", "the name “{other}” of the configured list"),
        "no-office": (
            "“{one}” và “{other}” gần giống nhau nhưng không đủ căn cứ để coi là một người",
            "“{one}” and “{other}” are alike, but nothing shows that they are one person",
        ),
    }

    def check(self, doc: Document) -> Iterable[Finding | Unchecked]:
        """Findings in ``doc``."""
        listed = set()
        for at, official, sure in known.misspelt(doc):
            listed.add(at.text)
            office = " ".join(x for x in (official.title, official.organisation) if x) or "–"
            yield self.finding(
                doc, at.start, at.end, message="listed", args={"other": official.name, "office": office},
                confidence=0.9 if sure else 0.7, suggestions=[(official.name, "as-listed", {"other": official.name})],
            )  # fmt: skip
        mentions: dict[str, list[Span]] = {}
        for e in doc.entities:
            if e.label == "PER" and e.text.count(" ") >= 2 and not e.text.isupper():
                mentions.setdefault(" ".join(e.text.split()), []).append(e)
        if len(mentions) < 2:
            return
        offices: dict[str, list[Official]] = {}
        for o in doc.officials:
            offices.setdefault(o.name, []).append(o)
        for one, other in _pairs(mentions):
            alike = known.alike(one, other)
            if alike is not None and one not in listed and other not in listed:
                yield from self._pair(doc, one, other, alike, mentions, offices)

    def _pair(
        self, doc: Document, one: str, other: str, near: bool, mentions: dict[str, list[Span]], offices: dict[str, list[Official]]
    ) -> Iterator[Finding | Unchecked]:
        shared = _shared_office(offices.get(one, []), offices.get(other, []))
        weight = {name: (known.is_listed(doc, name), len(mentions[name]), bool(offices.get(name))) for name in (one, other)}
        wrong, right = (one, other) if weight[one] < weight[other] else (other, one)
        at, reference = mentions[wrong][0], mentions[right][0]
        args: dict[str, object] = {"other": right}
        if shared:
            args |= {"why": f"cùng là {shared}", "why_en": f"both are {shared}"}
        elif (
            near
            and not offices.get(wrong)
            and len(mentions[wrong]) == 1
            and (len(mentions[right]) > 1 or _comrade(doc, at, offices.get(right)))
        ):
            args |= {"why": "chỉ khác một dấu hoặc một chữ", "why_en": "one mark or letter differs"}
        elif near:
            yield self.unchecked("no-office", one=one, other=other)
            return
        else:
            return
        if any(_one_sentence(doc, a, b) for a in mentions[wrong] for b in mentions[right]):
            return
        yield self.finding(
            doc, at.start, at.end, args=args, confidence=0.9 if shared else 0.7,
            suggestions=[(right, "use-other", {"other": right, "count": len(mentions[right])})],
            evidence=[(reference, "conflict")],
        )  # fmt: skip


def _pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names of one length that share all syllables but one."""
    groups: dict[tuple[int, tuple[str, ...]], list[str]] = {}
    for name in names:
        words = fold(name).split()
        for i in range(1, len(words)):
            groups.setdefault((i, (*words[:i], "", *words[i + 1 :])), []).append(name)
    for group in groups.values():
        yield from combinations(group, 2)


def _shared_office(one: list[Official], other: list[Official]) -> str | None:
    """The office with one holder that both persons have in the same body."""
    for a in one:
        for b in other:
            if a.organisation and b.organisation and fold(a.organisation) == fold(b.organisation):
                for title in a.titles:
                    if is_single_office(title) and fold(title) in {fold(t) for t in b.titles}:
                        return f"{title} {a.organisation}"
    return None


def _comrade(doc: Document, at: Span, offices: list[Official] | None) -> bool:
    """Whether the name at ``at`` is called comrade without an office, as one who was introduced with it is."""
    return bool(offices) and fold(doc.text[max(0, at.start - 10) : at.start]).rstrip().endswith(("đồng chí", "đ/c"))


def _one_sentence(doc: Document, a: Span, b: Span) -> bool:
    """Whether both mentions stand in one sentence, as two people in a list do."""
    start, end = min(a.start, b.start), max(a.end, b.end)
    return any(s.start <= start and end <= s.end for s in doc.sentences)
