"""ADM002 unit-parent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from vnreport.check.registry import Rule, register
from vnreport.document import Document, Finding, Unchecked, Unit
from vnreport.language.letters import bare
from vnreport.units.cues import abroad, foreign, past, remote, years
from vnreport.units.gazetteer import Gazetteer, State, close, gazetteer, key
from vnreport.units.relations import descends, inside, lists
from vnreport.units.resolve import day_of

_SURE_FROM = "2014-01-01"  # before it too many communes lay elsewhere for the lists to tell


@register
class UnitParent(Rule):
    """Đơn vị bị xếp vào đơn vị cấp trên mà nó không thuộc về.

    Kiểm tra gì: "phường A, quận B", "xã A (huyện B)", "xã A thuộc huyện B, tỉnh C" có đúng đơn vị cấp trên hay không; và trong một danh
    sách các xã, phường của cùng một quận, huyện có đơn vị nào thuộc nơi khác hay không.

    Vì sao: sai đơn vị cấp trên làm địa chỉ, thẩm quyền và số liệu tổng hợp sai theo.

    Ví dụ sai: Đoàn công tác làm việc tại phường Khuê Trung, quận Hải Châu.

    Sửa thành: Đoàn công tác làm việc tại phường Khuê Trung, quận Cẩm Lệ.

    Giới hạn: chỉ xét văn bản từ năm 2014; im lặng khi một đơn vị trùng tên đã từng thuộc đơn vị cấp trên ấy, hoặc khi tên không có
    trong danh mục. Danh sách chỉ xét khi có ít nhất hai đơn vị cùng thuộc một nơi và các đơn vị đều có cấp.

    Nguồn: danh mục đơn vị hành chính của Tổng cục Thống kê; các nghị quyết ghi trong data/unit_facts.tsv.
    """

    code = "ADM002"
    name = "unit-parent"
    summary = ("Đơn vị không thuộc đơn vị cấp trên được nêu", "A unit placed in one that it does not belong to")
    texts = {
        "message": ("{unit} không thuộc {above}", "{unit} does not lie in {above}"),
        "listed": (
            "{unit} không thuộc {above} như các đơn vị khác trong danh sách",
            "{unit} does not lie in {above} as the others of the list do",
        ),
        "belongs": ("{unit} thuộc {right}", "{unit} lies in {right}"),
        "unknown": ("tên đơn vị không có trong danh mục", "the name is not in the gazetteer"),
    }

    def check(self, doc: Document) -> Iterable[Finding | Unchecked]:
        g = gazetteer()
        day, _ = day_of(doc)
        if day < _SURE_FROM:
            return
        flagged: set[int] = set()
        for finding in self._lists(doc, g, day):
            flagged.add(finding.start)
            yield finding
        yield from self._pairs(doc, g, day, flagged)

    def _pairs(self, doc: Document, g: Gazetteer, day: str, flagged: set[int]) -> Iterator[Finding | Unchecked]:
        for child, above in inside(doc):
            if child.start in flagged or above.start in flagged:
                continue  # the odd one of a list
            states = [s for s in g.by_key.get(key(child.name), ()) if s.level == child.level]
            if not states:
                yield self.unchecked("unknown")
                continue
            state = _state(g, above, day)
            if state is None or not state.alive(day) or state.level != (above.level or state.level) or descends(g, key(child.name), state, day):
                continue
            if all(s.tier < 3 for s in states):
                if foreign(doc, above) or remote(doc, child):
                    continue
            elif abroad(doc, child) or past(doc, child) or any(y < int(day[:4]) - 8 for y in years(doc, child)):
                continue
            province = g.province(state, day)
            homes = [s for s in states if s.alive(day) and (state.tier == 1 or g.province(s, day).code == province.code)]
            if not homes and state.tier == 2:
                if any(close(child.name, s.name) or bare(child.name) == bare(s.name) for s in g.children(state.code, day)):
                    continue  # a slip of the name, here or in the lists
                homes = [s for s in states if s.alive(day)]
            right = g.parent(homes[0], day) if len({s.parent for s in homes}) == 1 else None
            if right is not None and right.tier != state.tier:
                right = None
            if right is None and not homes:
                continue  # a unit that the lists do not know at this date
            suggestions = []
            if right:
                name = f"{right.level} {right.name}"
                fixed = name if above.level else right.name
                suggestions.append((fixed, "belongs", {"unit": child.text, "right": name}))
            yield self.finding(
                doc, above.start, above.end, args={"unit": child.text, "above": above.text},
                confidence=0.6 if not right else 0.85 if above.level else 0.7,
                suggestions=suggestions, evidence=[(child, "conflict")],
            )  # fmt: skip

    def _lists(self, doc: Document, g: Gazetteer, day: str) -> Iterator[Finding]:
        for run in lists(doc):
            if run[0].level not in ("phường", "xã", "thị trấn"):
                continue
            votes = Counter(parent for u in run if (parent := _parent(g, u, day)))
            if not votes:
                continue
            code, count = votes.most_common(1)[0]
            above = g.at(code, day)
            if above is None or above.tier != 2 or count < max(2, len(run) - 1) or count == len(run):
                continue
            for unit in run:
                here = _parent(g, unit, day)
                if here in (None, code) or descends(g, key(unit.name), above, day):
                    continue
                home = g.at(here or "", day)
                if home is None or g.province(home, day).code != g.province(above, day).code:
                    continue
                names = {"unit": f"{unit.level} {unit.name}", "above": f"{above.level} {above.name}", "right": f"{home.level} {home.name}"}
                yield self.finding(
                    doc, unit.start, unit.end, message="listed", args=names, confidence=0.75,
                    evidence=[(u, "context") for u in run if u is not unit][:3],
                    suggestions=[(f"{unit.text} ({home.level} {home.name})", "belongs", names)],
                )  # fmt: skip


def _state(g: Gazetteer, unit: Unit, day: str) -> State | None:
    return g.at(unit.code, day) if unit.code else None


def _parent(g: Gazetteer, unit: Unit, day: str) -> str | None:
    state = _state(g, unit, day)
    return state.parent if state and state.alive(day) else None
