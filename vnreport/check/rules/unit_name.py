"""ADM004 unit-name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from vnreport.check.registry import Rule, register
from vnreport.document import Document, Finding, Unchecked, Unit
from vnreport.language.letters import bare, fold
from vnreport.language.syllables import is_syllable
from vnreport.units.cues import abroad, foreign, past, remote, years
from vnreport.units.gazetteer import TIERS, Gazetteer, State, close, gazetteer, key
from vnreport.units.mentions import HIGHLAND
from vnreport.units.relations import inside
from vnreport.units.resolve import day_of

_SURE_FROM = "2014-01-01"


@register
class UnitName(Rule):
    """Tên đơn vị hành chính viết sai.

    Kiểm tra gì: tên đi sau từ chỉ cấp mà không có trong danh mục, nhưng chỉ khác một chữ (hoặc một dấu) với tên của đúng một đơn vị cùng
    cấp trong quận, huyện hay tỉnh mà văn bản đang nói tới.

    Vì sao: tên đơn vị sai khiến người đọc không xác định được nơi chốn và làm sai dữ liệu tra cứu.

    Ví dụ sai: UBND xã Hòa Phhong, huyện Hòa Vang.

    Sửa thành: UBND xã Hòa Phong, huyện Hòa Vang.

    Giới hạn: không xét khi không biết quận, huyện, tỉnh; khi có nhiều tên gần giống; với văn bản trước năm 2014; với tên chỉ có một chữ cái
    khác ở tiếng ngắn. Các cách viết khác nhau của tên gốc dân tộc thiểu số (Đắk, Đăk, Đak) không bị coi là sai.

    Nguồn: danh mục đơn vị hành chính của Tổng cục Thống kê.
    """

    code = "ADM004"
    name = "unit-name"
    summary = ("Tên đơn vị hành chính viết sai", "Misspelt name of a unit")
    texts = {
        "message": ("không có {unit} ở {where}", "there is no {unit} in {where}"),
        "near": ("tên gần nhất ở {where} là {right}", "the nearest name in {where} is {right}"),
        "unknown": ("tên đơn vị không có trong danh mục", "the name is not in the gazetteer"),
    }

    def check(self, doc: Document) -> Iterable[Finding | Unchecked]:
        named = [u for u in doc.units if u.level in TIERS and not u.name.isdigit()]
        strange = [u for u in named if (not u.code and not u.candidates) or _misspelt(u)]
        if not strange:
            return
        g = gazetteer()
        day, _ = day_of(doc)
        above = {u.start: p for u, p in inside(doc)}
        for unit in strange:
            yield from self._judge(doc, g, unit, above.get(unit.start), day)

    def _judge(self, doc: Document, g: Gazetteer, unit: Unit, above: Unit | None, day: str) -> Iterator[Finding | Unchecked]:
        where = self._where(doc, g, above, day)
        # all provinces and districts are known: what differs from one in its tone marks alone is that one, wherever
        near = {unit.name} if unit.code else set(g.near(unit.name, [unit.level or ""], letters=True))
        if not near and not all(map(is_syllable, fold(unit.name).split())):  # "Lạc Dươg" is no spelling of any name
            near = set(g.near(unit.name, [unit.level or ""]))
        near = {s.name for name in near for s in g.by_key[key(name)] if s.tier < 3 and s.level == unit.level}
        quiet = False
        if near:
            quiet = foreign(doc, unit) or remote(doc, unit)
        elif where is not None:
            near = {s.name for s in _inside(g, where, day) if s.level == unit.level and close(unit.name, s.name)}
            quiet = day < _SURE_FROM or abroad(doc, unit) or past(doc, unit) or any(y < int(day[:4]) - 8 for y in years(doc, unit))
        if quiet:
            near = set()
        if len(near) != 1:
            yield self.unchecked("unknown")
            return
        right = near.pop()
        at = unit.end - len(unit.name) if bare(doc.text[unit.end - len(unit.name) : unit.end]) == bare(unit.name) else unit.start
        said = doc.text[at : unit.end]
        same = bare(right) == bare(said)
        place = {"where": f"{where.level} {where.name}" if where else "Việt Nam", "right": right, "unit": f"{unit.level} {said}"}
        if said.isupper():
            right = right.upper()
        yield self.finding(
            doc, at, unit.end, args=place, confidence=0.75 if same or above else 0.6,
            suggestions=[(right, "near", place)], evidence=[(above, "reference")] if above else [],
        )  # fmt: skip

    @staticmethod
    def _where(doc: Document, g: Gazetteer, above: Unit | None, day: str) -> State | None:
        """The unit in which the strange one lies: the one beside it, or the province that the text is about."""
        if above is not None and above.code:
            return g.at(above.code, day)
        tops = Counter(u.province for u in doc.units if u.province)
        if not tops or (len(tops) > 1 and tops.most_common(2)[1][1] * 3 > tops.most_common(1)[0][1]):
            return None
        return next((s for s in g.by_key[key(tops.most_common(1)[0][0] or "")] if s.tier == 1 and s.alive(day)), None)


def _misspelt(unit: Unit) -> bool:
    """Whether the name is written with other tone marks than the unit's own; highland names have several right spellings."""
    said = fold(" ".join(unit.text.split()))
    name = fold(unit.name)
    if not unit.code or said.endswith(name) or name.split()[0] in HIGHLAND or "'" in name:
        return False
    if not bare(said).endswith(bare(name)):
        return False
    seats = gazetteer().by_key.get(key(said[-len(name) :]), ())  # the seat is written so: "thị trấn Mù Cang Chải, huyện Mù Căng Chải"
    return not any(s.parent == unit.code for s in seats)


def _inside(g: Gazetteer, where: State, day: str) -> Iterator[State]:
    for child in g.children(where.code, day):
        yield child
        yield from g.children(child.code, day)
