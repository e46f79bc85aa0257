"""ADM001 unit-level."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from vnreport.check.registry import Rule, register
from vnreport.document import Document, Finding, Unchecked, Unit
from vnreport.units.cues import abroad, foreign, past, remote, years
from vnreport.units.gazetteer import REFORM, TIERS, Gazetteer, State, gazetteer, key, shift
from vnreport.units.generic import Generic
from vnreport.units.issuer import subject
from vnreport.units.relations import cased, inside
from vnreport.units.resolve import day_of

_WINDOW = 183  # days around a change of level in which both levels pass
_BETWEEN = re.compile(r"\s*,\s*((?:thị trấn|phường|xã))\s*,\s*", re.I)
_ALSO = re.compile(r"\s*[,/]\s*(?:UBND|HĐND|[Ủủ]y ban nhân dân|[Hh]ội đồng nhân dân) (tỉnh|quận|huyện|thị xã|xã|phường|thị trấn)\b")
_SHORT = re.compile(r"(?:TP|TX|TT|Tp|Tx|Q|H|P|X)(?=\.|\s)")
_SHORTER = {"thành phố": "TP", "thị xã": "TX", "thị trấn": "TT", "quận": "Q", "huyện": "H", "phường": "P", "xã": "X"}
_FIRST_LIST = "2019-05-10"  # before it, the levels of communes are not known for certain
_BELOW = {
    (1, "tỉnh"): ("huyện", "thị xã", "thành phố", "xã", "phường", "thị trấn"),
    (1, "thành phố"): ("quận", "huyện", "thị xã", "xã", "phường", "thị trấn"),
    (2, "quận"): ("phường",), (2, "huyện"): ("xã", "thị trấn"), (2, "thị xã"): ("xã", "phường"), (2, "thành phố"): ("xã", "phường"),
}  # fmt: skip
"""The levels of the units inside one."""


@register
class UnitLevel(Rule):
    """Cấp hành chính dùng sai: "UBND huyện" trong tin của một quận, "thành phố Cẩm Lệ" cho một quận.

    Kiểm tra gì: từ chỉ cấp (tỉnh, thành phố, quận, huyện, thị xã, phường, xã, thị trấn) có đúng với đơn vị được nói tới vào ngày của
    văn bản hay không. Gồm hai dạng: cấp đi cùng tên riêng ("thành phố Cẩm Lệ") và cấp dùng một mình ("UBND huyện", "cả tỉnh") trong
    văn bản của một đơn vị mà không có đơn vị nào thuộc cấp ấy có thể được nhắc tới.

    Vì sao: đây là dấu vết thường gặp của việc chép lại bài mẫu từ địa phương khác; cấp sai làm sai cơ quan có thẩm quyền.

    Ví dụ sai: UBND quận Cẩm Lệ ký chương trình phối hợp giữa UBND huyện với UBMTTQVN quận.

    Sửa thành: UBND quận Cẩm Lệ ký chương trình phối hợp giữa UBND quận với UBMTTQVN quận.

    Giới hạn: dạng dùng một mình chỉ xét khi biết văn bản của đơn vị nào và cấp đúng được dùng không ít hơn cấp sai; trong sáu tháng quanh
    ngày đổi cấp thì cả hai cấp đều được chấp nhận; xã, phường trước tháng 5/2019 không xét.

    Nguồn: Luật Tổ chức chính quyền địa phương 77/2015/QH13, Điều 2; danh mục đơn vị hành chính của Tổng cục Thống kê.
    """

    code = "ADM001"
    name = "unit-level"
    summary = ("Cấp hành chính không đúng với đơn vị", "Level word that does not fit the unit")
    texts = {
        "message": (
            "“{text}”: văn bản của {issuer}, không có {level} nào được nói tới",
            "“{text}”: the document is of {issuer}; no {level} can be meant",
        ),
        "named": ("“{text}”: đơn vị này là {right} (vào ngày {day})", "“{text}”: this unit is {right} (on {day})"),
        "own": ("đơn vị của văn bản là {level}", "the document's own unit is a {level}"),
        "below": ("đơn vị cấp dưới của tỉnh không có quận", "a tỉnh has no quận below it"),
        "listed": (
            "“{text}” không có tên, đứng giữa danh sách các {level}",
            "“{text}” has no name and stands in a list of {level}",
        ),
        "nameless": ("{right} của {above}", "{right} of {above}"),
        "above": ("đơn vị cấp trên là {level}", "the unit above is a {level}"),
        "right": ("cấp đúng của {name} là {level}", "{name} is a {level}"),
        "no-date": ("không rõ ngày của văn bản", "the date of the document is not known"),
        "no-issuer": ("không rõ văn bản của đơn vị nào", "whose document it is is not known"),
    }

    def check(self, doc: Document) -> Iterable[Finding | Unchecked]:
        g = gazetteer()
        day, dated = day_of(doc)
        yield from self._named(doc, g, day, dated)
        if not dated and any(u.level in ("xã", "phường", "thị trấn") for u in doc.units):
            yield self.unchecked("no-date")
        yield from self._nameless(doc, g, day)
        yield from self._generic(doc, g, day)

    # -- "thành phố Cẩm Lệ" ------------------------------------------------------------------------------------------------------------
    def _named(self, doc: Document, g: Gazetteer, day: str, dated: bool) -> Iterator[Finding]:
        placed = {child.start for child, _ in inside(doc)}
        for unit in doc.units:
            right = self._right(unit, g, day, unit.start in placed)
            if right is None:
                continue
            if right.tier < 3:  # it never had the level that is written, whatever the day
                if foreign(doc, unit) or remote(doc, unit):
                    continue
            # the levels of communes before the first list are not known
            elif not dated or abroad(doc, unit) or past(doc, unit) or any(y < int(day[:4]) - 8 for y in years(doc, unit)):
                continue
            if unit.text.lower().startswith(unit.level or ""):
                fixed = cased(right.level, unit.text) + unit.text[len(unit.level or "") :]
            elif (m := _SHORT.match(unit.text)) and right.level in _SHORTER:
                fixed = _SHORTER[right.level] + unit.text[m.end() :]
            else:
                continue
            yield self.finding(
                doc, unit.start, unit.end, message="named", args={"right": f"{right.level} {right.name}", "day": _vn(day)},
                confidence=0.85 if right.tier < 3 else 0.6,
                suggestions=[(fixed, "right", {"name": right.name, "level": right.level})],
            )  # fmt: skip

    # -- "các xã A, thị trấn, B" -------------------------------------------------------------------------------------------------------
    def _nameless(self, doc: Document, g: Gazetteer, day: str) -> Iterator[Finding]:
        for left, right in pairwise(doc.units):
            if left.level not in ("xã", "phường") or right.level != left.level or right.start - left.end > 20:
                continue
            m = _BETWEEN.fullmatch(doc.text, left.end, right.start)
            if m is None or m[1].lower() == left.level:
                continue
            state = g.at(left.code, day) if left.code else None
            above = g.parent(state, day) if state else None
            towns = [s for s in g.children(above.code, day) if s.level == m[1].lower()] if above else []
            names = (
                {"right": f"{towns[0].level} {towns[0].name}", "above": f"{above.level} {above.name}"} if above and len(towns) == 1 else {}
            )
            yield self.finding(
                doc, m.start(1), m.end(1), message="listed", args={"level": left.level}, confidence=0.6,
                suggestions=[(names["right"], "nameless", names)] if names else [], evidence=[(left, "context"), (right, "context")],
            )  # fmt: skip

    @staticmethod
    def _right(unit: Unit, g: Gazetteer, day: str, placed: bool) -> State | None:
        """The state of the unit if its level is another than written, at any time near the day. ``placed``: the text says where it lies."""
        if not unit.level or unit.level not in TIERS or not unit.code or not unit.province:
            return None
        state = g.at(unit.code, day)
        if state is None or not state.alive(day) or state.level == unit.level or state.tier not in TIERS[unit.level]:
            return None
        if state.tier == 3 and (day < _FIRST_LIST or (state.certainty.startswith("~") and state.valid_from)):
            return None
        soon = shift(day, _WINDOW)
        names = [s for s in g.by_key.get(key(unit.name), ()) if not (placed and s.tier == 3 and s.valid_from == REFORM > soon)]
        if any(s.level == unit.level and ((s.tier < 3 and not placed) or g.province(s).name == unit.province) for s in names):
            return None  # that level existed under this name: a matter of time, not of level
        near = shift(day, -_WINDOW), soon
        if any(s.level == unit.level and (s.alive(near[0]) or s.alive(near[1])) for s in g.by_code[unit.code]):
            return None
        return state

    # -- "UBND huyện" ------------------------------------------------------------------------------------------------------------------
    def _generic(self, doc: Document, g: Gazetteer, day: str) -> Iterator[Finding | Unchecked]:
        said = doc.layer("generics")
        if not said:
            return
        issuer = doc.issuer
        own = subject(doc, day)
        if issuer is None and own is None:
            if any(x.acting and x.level in ("quận", "huyện", "tỉnh") for x in said):
                yield self.unchecked("no-issuer")
            return
        if own is None or (issuer and own.level != issuer.level):
            return
        above = [s for c in g.chain(own, day)[1:] if (s := g.at(c, day))]
        legal = {own.level, *(s.level for s in above), *_BELOW.get((own.tier, own.level), ())}
        for unit in doc.units:
            state = g.at(unit.code, day) if unit.code else None
            legal |= {unit.level or "", state.level if state else ""}
        counts = Counter(x.level for x in said)
        evidence = [(u, "reference") for u in doc.units if u.code and u.code == own.code][:1]
        bodies = {e.end: e.start for e in doc.entities if e.label == "ORG"}
        for generic in said:
            if generic.level in legal or not _judged(generic, own, day):
                continue
            if (m := _ALSO.match(doc.text, generic.end)) and m[1] not in legal:
                continue  # "UBND huyện, UBND xã": levels in general
            if issuer is None and generic.start == generic.word[0] and not generic.text.lower().endswith("ủy"):
                continue
            if not generic.acting:  # "Hội Phụ nữ huyện": a body that only the people layer knows
                start = bodies.get(generic.end, generic.end)
                if start >= generic.start or "\n" in doc.text[start : generic.end]:
                    continue
                generic = replace(generic, start=start, text=doc.text[start : generic.end])
            if counts[generic.level] > max(counts[own.level], 1):
                yield self.unchecked("no-issuer")
                continue
            yield self.finding(
                doc, generic.start, generic.end, args={"issuer": f"{own.level} {own.name}", "level": generic.level},
                confidence=0.9 if issuer else 0.6,
                suggestions=[(_put(doc, generic, level), reason, {"level": level}) for level, reason in _choices(generic, own, above)],
                evidence=evidence,
            )  # fmt: skip


def _judged(generic: Generic, own: State, day: str) -> bool:
    """Whether the level of a generic mention can be judged for this issuer."""
    if generic.level == "tỉnh":
        return True
    if generic.level in ("quận", "huyện", "thị xã"):
        return day < REFORM
    if generic.level == "thành phố":  # a town of the province may be meant, but its committee hardly is
        return day < REFORM and own.tier == 2 and generic.text.lower().endswith("ủy")
    return generic.level in ("xã", "phường") and own.tier == 3 and generic.text.lower().startswith(("ubnd", "hđnd", "ủy ban", "hội đồng"))


def _choices(generic: Generic, own: State, above: list[State]) -> list[tuple[str, str]]:
    """The levels that can be meant instead, the likeliest first, with the reason's id."""
    tier = TIERS[generic.level][0]
    if own.tier < tier:
        return [("huyện", "below")] if own.level == "tỉnh" and tier == 2 else []
    same = [(s.level, "above") for s in above if s.tier == tier]
    if own.tier == tier:
        return [(own.level, "own")]
    if own.tier == 2 and tier == 1:
        return [(own.level, "own"), *same]
    return same


def _put(doc: Document, generic: Generic, level: str) -> str:
    a, b = generic.word
    if doc.text[b : generic.end].strip().lower() in ("ủy", "uỷ"):
        level = {"thị xã": "thị", "thành phố": "thành", "phường": "đảng", "xã": "đảng", "thị trấn": "đảng"}.get(level, level)
    return doc.text[generic.start : a] + cased(level, doc.text[a:b]) + doc.text[b : generic.end]


def _vn(day: str) -> str:
    y, m, d = day.split("-")
    return f"{int(d)}/{int(m)}/{y}"
