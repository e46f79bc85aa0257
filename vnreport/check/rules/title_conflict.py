"""title-conflict: offices that cannot go together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import ClassVar

from vnreport.check import known
from vnreport.check.registry import Rule, register
from vnreport.document import Document, Finding, Official, Span, Unchecked
from vnreport.language.letters import fold
from vnreport.people import appointments, is_single_office
from vnreport.people.officials import Appointment

_CHANGE = re.compile(
    r"\b(?:nguyên|cựu|cũ|khóa trước|nhiệm kỳ trước|bầu|trúng cử|bổ nhiệm|điều động|luân chuyển|được phân công|bàn giao|nghỉ hưu|"
    r"nghỉ chế độ|thôi giữ|thôi làm|miễn nhiệm|bãi nhiệm|cách chức|phê chuẩn|thay thế|thay cho|thay ông|thay bà|kế nhiệm|tiền nhiệm|"
    r"nhậm chức|trở thành|từng|trước đây|trước khi|khi còn|lúc đó|"
    r"thời điểm đó|giữ chức|đảm nhiệm|đảm nhận|tân (?:chủ tịch|bí thư|giám đốc|bộ trưởng|phó|trưởng)|mới được|ứng cử|đề cử|"
    r"giai đoạn|nhận quyết định|trao quyết định|công bố quyết định|hợp nhất|sáp nhập|nay là|quyền (?:chủ tịch|bí thư|giám đốc|trưởng))\b"
)
_ENDINGS = re.compile(r"\s+(?:thường trực|tt|phụ trách|thứ nhất|chuyên trách|điều hành)$")


@register
class TitleConflict(Rule):
    """Chức vụ mâu thuẫn nhau trong một văn bản.

    Kiểm tra gì: một người vừa là cấp trưởng vừa là cấp phó của cùng một cơ quan (Chủ tịch và Phó Chủ tịch UBND quận); hai người
    cùng giữ một chức vụ chỉ có một người của cùng một cơ quan; chức vụ trưởng, phó khác với danh sách khai báo ở cấu hình (officials).

    Vì sao: chức vụ ghi sai làm sai sự thật về người có thẩm quyền, nhất là khi bài được chép từ bài cũ.

    Ví dụ sai: "đồng chí Hà Quang Vinh, Chủ tịch UBND huyện … Đồng chí Hà Quang Vinh, Phó Chủ tịch UBND huyện phát biểu …"

    Sửa thành: "đồng chí Hà Quang Vinh, Chủ tịch UBND huyện … Đồng chí Hà Quang Vinh, Chủ tịch UBND huyện phát biểu …"

    Giới hạn: không báo khi câu có dấu hiệu thay đổi (nguyên, cũ, khóa trước, bầu, bổ nhiệm, bàn giao, thay …), khi chức vụ không nói
    rõ cơ quan, và với những chức vụ đi đôi bình thường (Bí thư và Chủ tịch HĐND, Phó Bí thư và Chủ tịch UBND).

    Nguồn: Luật Tổ chức chính quyền địa phương; Điều lệ Đảng Cộng sản Việt Nam.
    """

    code = "NAM002"
    name = "title-conflict"
    summary = ("chức vụ mâu thuẫn nhau", "offices that cannot go together")
    texts: ClassVar = {
        "message": (
            "{name} được ghi là “{text}” và là “{other}” của {body}",
            "{name} is called “{text}” and “{other}” of {body}",
        ),
        "two-holders": (
            "{name} và {other} cùng được ghi là {title} {body}",
            "{name} and {other} are both called {title} of {body}",
        ),
        "listed": (
            "{name} được ghi là “{text}”; trong danh sách của bạn là “{other}” {body}",
            "{name} is called “{text}”; in your list it is “{other}” of {body}",
        ),
        "as-listed": ("chức vụ trong danh sách đã khai báo", "the office of the configured list"),
        "use-other": ("chức vụ ghi ở chỗ khác của văn bản", "the office given elsewhere in the text"),
        "changing": (
            "có dấu hiệu thay đổi nhân sự nên không so chức vụ của {name}",
            "the text tells of a change in office, so the offices of {name} were not compared",
        ),
    }

    def check(self, doc: Document) -> Iterable[Finding | Unchecked]:
        """Findings in ``doc``."""
        for office, _, official in known.other_ranks(doc):
            if not _changing(doc, office):
                yield self.finding(
                    doc, office.start, office.end, message="listed", confidence=0.75,
                    args={"name": official.name, "other": official.title, "body": official.organisation},
                    suggestions=[(official.title, "as-listed", {})],
                )  # fmt: skip
        officials = doc.officials
        if len(officials) < 2 and not any(len(o.titles) > 1 for o in officials):
            return
        if not (_two_ranks(officials) or _two_holders(officials)):
            return
        held = [a for a in appointments(doc) if a.organisation and " " in a.organisation and not a.former]
        yield from self._ranks(doc, held)
        yield from self._holders(doc, held)

    def _ranks(self, doc: Document, held: list[Appointment]) -> Iterator[Finding | Unchecked]:
        groups: dict[tuple[str, str], list[Appointment]] = {}
        for a in held:
            groups.setdefault((a.name, fold(a.organisation or "")), []).append(a)
        for (name, _), own in groups.items():
            heads = [a for a in own if not _base(a.title).startswith("phó ")]
            deputies = [a for a in own if _base(a.title).startswith("phó ")]
            pairs = [(h, d) for h in heads for d in deputies if _base(d.title) == "phó " + _base(h.title) and h.office != d.office]
            if not pairs:
                continue
            head, deputy = pairs[0]
            if any(_changing(doc, a.office) for pair in pairs for a in pair):
                yield self.unchecked("changing", name=name)
                continue
            same_head = [a for a in heads if _base(a.title) == _base(head.title)]
            rarer_is_head = (len(same_head), -head.office.start) < (len(deputies), -deputy.office.start)
            wrong, right = (head, deputy) if rarer_is_head else (deputy, head)
            yield self.finding(
                doc, wrong.office.start, wrong.office.end, confidence=0.85,
                args={"name": name, "other": right.title, "body": right.organisation},
                suggestions=[(right.title, "use-other", {})], evidence=[(right.office, "conflict")],
            )  # fmt: skip

    def _holders(self, doc: Document, held: list[Appointment]) -> Iterator[Finding | Unchecked]:
        groups: dict[tuple[str, str], list[Appointment]] = {}
        for a in held:
            if a.single and is_single_office(a.title):
                groups.setdefault((fold(a.title), fold(a.organisation or "")), []).append(a)
        for own in groups.values():
            first = own[0]
            second = next((a for a in own if _far(a.name, first.name)), None)
            if second is None or not _named(doc, first.organisation or ""):
                continue
            if any(_changing(doc, a.office) for a in (first, second)):
                yield self.unchecked("changing", name=second.name)
                continue
            yield self.finding(
                doc, second.mention.start, second.mention.end, message="two-holders",
                args={"name": second.name, "other": first.name, "title": first.title, "body": first.organisation}, confidence=0.6,
                evidence=[(first.mention, "conflict"), (second.office, "context"), (first.office, "context")],
            )  # fmt: skip


def _base(title: str) -> str:
    """A title without case, status and ending."""
    return _ENDINGS.sub("", " ".join(fold(title).split()))


def _two_ranks(officials: tuple[Official, ...]) -> bool:
    for o in officials:
        bases = {_base(t) for t in o.titles}
        if any("phó " + b in bases for b in bases):
            return True
    return False


def _two_holders(officials: tuple[Official, ...]) -> bool:
    seen: dict[tuple[str, str], str] = {}
    for o in officials:
        for t in o.titles if o.organisation else ():
            if is_single_office(t) and seen.setdefault((fold(t), fold(o.organisation or "")), o.name) != o.name:
                return True
    return False


def _named(doc: Document, body: str) -> bool:
    """Whether a body's name says which one it is: one unit of the text stands in it, and no namesake."""
    named = [u for u in doc.units if u.name in body]
    if named:
        longest = max(len(u.name) for u in named)
        return len({(u.level, u.province) for u in named if len(u.name) == longest and u.level and u.level in fold(body)}) <= 1
    return bool(doc.issuer and doc.issuer.name and doc.issuer.name in body)


def _far(one: str, other: str) -> bool:
    """Whether two names differ in more than one syllable; less is a slip of the pen, which name-variant reports."""
    a, b = fold(one).split(), fold(other).split()
    return len(set(a) ^ set(b)) > 2 and a[-1] != b[-1]


def _changing(doc: Document, place: Span) -> bool:
    """Whether the sentence of ``place`` tells of a change in office, or of another time."""
    n = bisect_right(doc.sentences, place.start, key=lambda s: s.start)
    return bool(n and _CHANGE.search(fold(doc.sentences[n - 1].text)))
