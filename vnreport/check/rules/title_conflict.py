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
from vnreport.people import OfficeFacts, appointments, is_single_office, office_facts
from vnreport.people.officials import Appointment

_CHANGE = re.compile(
    r"\b(?:nguyên|cựu(?! chiến binh| giáo chức| thanh niên| học sinh| quân nhân)|cũ|khóa trước|nhiệm kỳ trước|được bầu|"
    r"bầu (?:ông|bà|đồng chí|đ/c|làm|giữ|bổ sung|các chức)|trúng cử|đắc cử|bổ nhiệm|điều động|"
    r"luân chuyển|chỉ định|được phân công|bàn giao|nghỉ hưu|nghỉ chế độ|thôi giữ|thôi làm|thôi nhiệm vụ|miễn nhiệm|bãi nhiệm|cách chức|phê chuẩn|"
    r"thay thế|thay cho|thay (?:ông|bà|đồng chí|đ/c)|kế nhiệm|tiền nhiệm|nhậm chức|trở thành|từng (?:là|giữ|làm|kinh qua)|trước đây|trước khi|"
    r"khi còn|lúc đó|thời điểm đó|giữ chức|đảm nhiệm|đảm nhận|tân (?:chủ tịch|bí thư|giám đốc|bộ trưởng|phó|trưởng)|mới được|ứng cử|đề cử|"
    r"nhận quyết định|trao quyết định|công bố quyết định|hợp nhất|sáp nhập|nay là|quyền (?:chủ tịch|bí thư|giám đốc|trưởng)|quá trình công tác)\b"
)
_TERM = re.compile(r"\b(?:giai đoạn|từ năm|đến năm|trong năm|các năm|năm|nhiệm kỳ|khóa) (?:\d{4}|[ivx]+\b)")
"""A time in which one held an office, so that another may have held it before or after."""


@register
class TitleConflict(Rule):
    """Chức vụ mâu thuẫn nhau trong một văn bản.

    Kiểm tra gì: một người vừa là cấp trưởng vừa là cấp phó của cùng một cơ quan (Chủ tịch và Phó Chủ tịch UBND quận); hai người
    cùng giữ một chức vụ chỉ có một người của cùng một cơ quan; một người là Chủ tịch cả HĐND lẫn UBND của một đơn vị; chức vụ
    trưởng, phó khác với danh sách khai báo ở cấu hình (officials).

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
        "together": (
            "{name} được ghi là Chủ tịch {body} và Chủ tịch {other}: một người không giữ cả hai chức vụ",
            "{name} is called chairman of {body} and of {other}: nobody holds both offices",
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
            if not _change_at(doc, office):
                yield self.finding(
                    doc, office.start, office.end, message="listed", confidence=0.75,
                    args={"name": official.name, "other": official.title, "body": official.organisation},
                    suggestions=[(official.title, "as-listed", {})],
                )  # fmt: skip
        officials = doc.officials
        if len(officials) < 2 and not any(len(o.titles) > 1 for o in officials):
            return
        if not (_two_ranks(officials) or _two_holders(officials) or _two_councils(officials)):
            return
        given = [a for a in appointments(doc) if not a.former]
        held = [a for a in given if a.organisation and " " in a.organisation]
        yield from self._ranks(doc, given)
        yield from self._holders(doc, held)
        yield from self._together(doc, held)

    def _ranks(self, doc: Document, held: list[Appointment]) -> Iterator[Finding | Unchecked]:
        """One person who is head and deputy of one body."""
        for (name, _), own in _by_head(held).items():
            heads = [a for a in own if not _facts(a).deputy]
            deputies = [a for a in own if _facts(a).deputy]
            if not heads or not deputies or any(h.office == d.office for h in heads for d in deputies):
                continue
            if any(_changing(doc, a) for a in own):
                yield self.unchecked("changing", name=name)
                continue
            rarer_is_head = (len(heads), -heads[0].office.start) < (len(deputies), -deputies[0].office.start)
            wrong, right = (heads[0], deputies[0]) if rarer_is_head else (deputies[0], heads[0])
            yield self.finding(
                doc, wrong.office.start, wrong.office.end, confidence=0.85,
                args={"name": name, "other": right.title, "body": right.organisation or wrong.organisation},
                suggestions=[(right.title, "use-other", {})], evidence=[(right.office, "conflict")],
            )  # fmt: skip

    def _together(self, doc: Document, held: list[Appointment]) -> Iterator[Finding | Unchecked]:
        """One person who is chairman of the council and of the committee of one unit."""
        chairmen: dict[tuple[str, str], dict[str, Appointment]] = {}
        for a in held:
            kind, unit = _council(a.organisation or "")
            if kind and unit and fold(a.title) == "chủ tịch":
                chairmen.setdefault((a.name, unit), {}).setdefault(kind, a)
        for (name, _), both in chairmen.items():
            if len(both) < 2:
                continue
            first, second = sorted(both.values(), key=lambda a: a.office.start)
            if _changing(doc, first) or _changing(doc, second):
                yield self.unchecked("changing", name=name)
                continue
            yield self.finding(
                doc, second.office.start, second.office.end, message="together", confidence=0.65,
                args={"name": name, "body": second.organisation, "other": first.organisation}, evidence=[(first.office, "conflict")],
            )  # fmt: skip

    def _holders(self, doc: Document, held: list[Appointment]) -> Iterator[Finding | Unchecked]:
        groups: dict[tuple[str, str], list[Appointment]] = {}
        for a in held:
            if a.single and a.written and is_single_office(a.title):
                groups.setdefault((fold(a.title), fold(a.organisation or "")), []).append(a)
        for own in groups.values():
            first = own[0]
            second = next((a for a in own if _far(a.name, first.name)), None)
            if second is None or not _named(doc, first.organisation or ""):
                continue
            if any(_changing(doc, a) or _TERM.search(fold(_around(doc, a))) for a in (first, second)):
                yield self.unchecked("changing", name=second.name)
                continue
            yield self.finding(
                doc, second.mention.start, second.mention.end, message="two-holders",
                args={"name": second.name, "other": first.name, "title": first.title, "body": first.organisation}, confidence=0.6,
                evidence=[(first.mention, "conflict"), (second.office, "context"), (first.office, "context")],
            )  # fmt: skip


def _facts(a: Appointment) -> OfficeFacts:
    facts = office_facts(a.title)
    assert facts is not None
    return facts


def _by_head(given: list[Appointment]) -> dict[tuple[str, str], list[Appointment]]:
    """Offices of one head office by person and body; a title without a body goes with the only body that the person has such an office in."""
    groups: dict[tuple[str, str], list[Appointment]] = {}
    alone: list[Appointment] = []
    bodies: dict[tuple[str, str], set[str]] = {}
    for a in given:
        facts = office_facts(a.title)
        if facts is None or facts.head not in _HEADS:
            continue
        if a.organisation and " " in a.organisation:
            groups.setdefault((a.name, f"{facts.head}|{fold(a.organisation)}"), []).append(a)
            bodies.setdefault((a.name, facts.head), set()).add(fold(a.organisation))
        elif a.organisation is None:  # bare: the body is that of the person's own office
            alone.append(a)
    for a in alone:
        head = _facts(a).head
        body = bodies.get((a.name, head), set())
        if len(body) == 1:
            groups[a.name, f"{head}|{next(iter(body))}"].append(a)
    return groups


_HEADS = frozenset(
    "chủ tịch|bí thư|giám đốc|tổng giám đốc|trưởng phòng|trưởng ban|trưởng công an|chánh văn phòng|chánh thanh tra|hiệu trưởng|cục trưởng|"
    "chi cục trưởng|viện trưởng|chánh án|chỉ huy trưởng|đội trưởng|đồn trưởng|trạm trưởng|hạt trưởng|vụ trưởng|chủ nhiệm|trưởng đoàn|"
    "trưởng khoa|tổng biên tập|bộ trưởng".split("|")
)
"""Head offices of which nobody is head and deputy at one time."""


def _two_ranks(officials: tuple[Official, ...]) -> bool:
    ranks: dict[tuple[str, str], set[bool]] = {}
    for o in officials:
        for title in o.titles:
            if facts := office_facts(title):
                ranks.setdefault((o.name, facts.head), set()).add(facts.deputy)
    return any(len(r) > 1 for r in ranks.values())


def _two_councils(officials: tuple[Official, ...]) -> bool:
    chairs = [(o.name, *_council(o.organisation or "")) for o in officials if "chủ tịch" in map(fold, o.titles)]
    return len({c for c in chairs if c[1]}) > len({c[0] for c in chairs if c[1]})


def _council(body: str) -> tuple[str, str]:
    """Whether a body is a council or a committee of a unit, and the unit."""
    low = " ".join(fold(body).split())
    for kind, heads in (("council", ("hđnd ", "hội đồng nhân dân ")), ("committee", ("ubnd ", "ủy ban nhân dân "))):
        for head in heads:
            if low.startswith(head):
                return kind, low[len(head) :]
    return "", ""


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


def _changing(doc: Document, a: Appointment) -> bool:
    """Whether the words around an office and its holder tell of a change in office, or of another time."""
    return bool(_CHANGE.search(fold(_around(doc, a))))


def _around(doc: Document, a: Appointment) -> str:
    """The text around an office and its holder, within the sentence."""
    start, end = min(a.office.start, a.mention.start), max(a.office.end, a.mention.end)
    n = bisect_right(doc.sentences, start, key=lambda s: s.start)
    sentence = doc.sentences[n - 1] if n else a.office
    return doc.text[max(start - 100, sentence.start) : max(end, min(end + 80, sentence.end))]


def _change_at(doc: Document, place: Span) -> bool:
    n = bisect_right(doc.sentences, place.start, key=lambda s: s.start)
    return bool(n and _CHANGE.search(fold(doc.sentences[n - 1].text)))
