"""ADM003 unit-era."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from vnreport.check.registry import Option, Rule, register
from vnreport.document import Document, Finding, Unchecked, Unit
from vnreport.people.reforms import ended
from vnreport.units.cues import around, changing, past, years
from vnreport.units.gazetteer import REFORM, TIERS, AdminUnit, Gazetteer, State, gazetteer, get, key, shift
from vnreport.units.issuer import subject
from vnreport.units.relations import cased
from vnreport.units.resolve import day_of

_WINDOW = 183  # days around a change in which the old and the new name both pass
_BODY = re.compile(
    r"(?:UBND|HĐND|UBMTTQ(?:VN| Việt Nam)?|[Ủủ]y ban nhân dân|[Hh]ội đồng nhân dân|[Qq]uận ủy|[Hh]uyện ủy|[Tt]hị ủy|[Tt]hành ủy|[Tt]ỉnh ủy|"
    r"[Đđ]ảng ủy|Công an|[Pp]hòng [\w &-]{2,30}?)\s+$"
)
_PARTY = re.compile(r"\b([Qq]uận|[Hh]uyện|[Tt]hị|[Tt]hành|[Tt]ỉnh) ủy\s+$")
_PARTY_LEVELS = {"quận": "quận", "huyện": "huyện", "thị": "thị xã", "thành": "thành phố", "tỉnh": "tỉnh"}
_ALL = re.compile(
    r"(?:UBND|HĐND|[Ủủ]y ban nhân dân|[Hh]ội đồng nhân dân) các (?:quận|huyện|thị xã)"
    r"(?:(?:,| và|,\s*và) (?:quận|huyện|thị xã|thành phố))*(?=\s*[.,;:)]|\s+[a-zà-ỹđ]|\s*$)"
)
_UPWARDS = re.compile(r"kiến nghị|đề nghị|báo cáo|xin (?:ý kiến|chủ trương)|trình|đề xuất|khen|công nhận|cấp trên")
_SETTLED = 61  # days in which the old name of a body passes
_ISSUER = 60  # characters from a cited document to the body that issued it
_FIRST = "2004-01-01"  # what came before is known for provinces alone
_LISTED = "2019-05-10"  # the first list of communes


_TOTAL = re.compile(r"(?<![\d.,/-])(6[134])(?:/\1)?\s+tỉnh,?\s+(?:và\s+)?thành(?:\s+phố)?(?!\w)")


@register
class UnitEra(Rule):
    """Đơn vị hành chính được nói tới như đang có vào lúc nó chưa có hoặc không còn.

    Kiểm tra gì: cơ quan cấp huyện (UBND quận, Huyện ủy …) hoạt động sau ngày 01/7/2025; bộ, sở đã hợp nhất; đơn vị mang tên hoặc cấp
    mà vào ngày của văn bản chưa có hay đã hết; số tỉnh, thành phố của cả nước.

    Vì sao: sau mỗi lần sắp xếp, văn bản viết theo thói quen vẫn gọi tên cũ; cơ quan ấy không còn thẩm quyền.

    Ví dụ sai: (tin ngày 04/8/2025) Phường đề nghị UBND quận Cẩm Lệ hỗ trợ kinh phí.

    Sửa thành: Phường đề nghị UBND thành phố Đà Nẵng hỗ trợ kinh phí.

    Giới hạn: im lặng khi câu có "cũ", "trước đây", "nay là", "sáp nhập" …, có một năm sớm hơn, và trong sáu tháng quanh ngày thay đổi (trừ
    cơ quan cấp huyện đang hoạt động sau ngày 01/7/2025); chỉ xét những thay đổi biết chắc ngày.

    Nguồn: Luật Tổ chức chính quyền địa phương 72/2025/QH15; các nghị quyết ghi trong data/unit_facts.tsv và
    data/body_changes.tsv.
    """

    code = "ADM003"
    name = "unit-era"
    summary = ("Đơn vị chưa có hoặc không còn vào lúc đó", "A unit that did not exist at the time")
    texts = {
        "message": ("{unit} không còn từ ngày {until}", "{unit} ended on {until}"),
        "future": ("{unit} chỉ có từ ngày {since}", "{unit} exists only since {since}"),
        "not-yet": ("{unit}: danh mục trước và sau ngày đó ghi là {then}", "{unit}: the lists before and after the day have {then}"),
        "body": ("“{text}”: cấp huyện không còn từ ngày 01/7/2025", "“{text}”: districts ended on 1 July 2025"),
        "total": ("“{text}”: cả nước có {total} tỉnh, thành phố", "“{text}”: the country has {total} provinces and cities"),
        "count": ("cả nước có {total} tỉnh, thành phố", "there are {total} provinces and cities"),
        "now": ("nay là {new}", "now {new}"),
        "then": ("khi đó là {new}", "then {new}"),
        "above": ("cơ quan cấp trên của xã, phường nay là của {new}", "the body above communes is now that of {new}"),
        "own": ("văn bản của {new}", "the document is of {new}"),
        "no-date": ("không rõ ngày của văn bản", "the date of the document is not known"),
    }

    options = {
        "grace-days": Option(
            _WINDOW, "số ngày trước và sau khi thay đổi mà tên cũ, tên mới đều được", "days around a change in which both names pass"
        )
    }

    def check(self, doc: Document) -> Iterable[Finding | Unchecked]:
        day, dated = day_of(doc)
        units = [v for u in doc.units if (v := _led(doc, u)).level and (u.code or u.status == "former")]
        if not dated:
            if units:
                yield self.unchecked("no-date")
            return
        if day < _FIRST:
            return
        g = gazetteer()
        yield from self._totals(doc, g, day)
        yield from self._ministries(doc, day)
        for unit in units:
            state = self._outside(g, unit, day)
            if state is None or self._told_as_past(doc, unit, state, day):
                continue
            yield from self._judge(doc, g, unit, state, day)
        if day >= REFORM:
            yield from self._bodies(doc, g, day)

    def _totals(self, doc: Document, g: Gazetteer, day: str) -> Iterator[Finding]:
        """More provinces than the country has: "64 tỉnh, thành phố" after 1 August 2008, "63" after 1 July 2025."""
        for m in _TOTAL.finditer(doc.text):
            total = sum(s.alive(day) for s in takewhile(lambda s: s.tier == 1, g.states))
            place = doc.span(m.start(1), m.end(1))
            if int(m[1]) <= total or past(doc, place) or changing(doc, place) or any(y < int(day[:4]) for y in years(doc, place, 0)):
                continue
            yield self.finding(
                doc, m.start(), m.end(), message="total", args={"total": total}, confidence=0.7,
                suggestions=[(doc.text[m.start() : m.end()].replace(m[1], str(total)), "count", {"total": total})],
            )  # fmt: skip

    def _ministries(self, doc: Document, day: str) -> Iterator[Finding]:
        """Ministries and departments that ended, in a document of a later day."""
        for start, end, body in ended(doc):
            place = doc.span(start, end)
            if day < shift(body.until, _SETTLED) or not place.text[0].isupper() or past(doc, place) or changing(doc, place):
                continue
            if any(y < int(day[:4]) for y in years(doc, place, 0)) or any(c.start < end and start - c.end < _ISSUER for c in doc.citations):
                continue  # what it issued while it was
            yield self.finding(
                doc, start, end, args={"unit": body.name, "until": _vn(body.until)}, confidence=0.7,
                suggestions=[(cased(body.heir, place.text), "now", {"new": body.heir})],
            )  # fmt: skip

    def _bodies(self, doc: Document, g: Gazetteer, day: str) -> Iterator[Finding]:
        """Bodies of districts without a name ("UBND huyện") that act in a document of today's unit."""
        for m in _ALL.finditer(doc.text):
            place = doc.span(m.start(), m.end())
            if not (past(doc, place) or changing(doc, place) or any(y < int(REFORM[:4]) for y in years(doc, place, 0))):
                yield self.finding(doc, m.start(), m.end(), message="body", confidence=0.6)
        own = subject(doc, day)
        if own is None:
            return
        top = g.province(own, day)
        for generic in doc.layer("generics"):
            low = generic.text.lower()
            body = low.startswith(("ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân"))
            if generic.level not in ("quận", "huyện", "thị xã") or not (body or low.endswith("ủy")):
                continue
            if past(doc, generic) or changing(doc, generic) or any(y < int(REFORM[:4]) for y in years(doc, generic, 0)):
                continue
            a, b = generic.word
            fixes = [(top.level, "above", {"new": f"{top.level} {top.name}"})]
            if own.tier == 3:  # the post's own body may be meant: not where something is asked or got from above
                fixes.insert(1 if _UPWARDS.search(around(doc, generic)) else 0, (own.level, "own", {"new": f"{own.level} {own.name}"}))
            yield self.finding(
                doc, generic.start, generic.end, message="body", confidence=0.7,
                suggestions=[
                    (doc.text[generic.start : a] + level + doc.text[b : generic.end], reason, place) for level, reason, place in fixes if body
                ],
            )  # fmt: skip

    def _judge(self, doc: Document, g: Gazetteer, unit: Unit, state: State, day: str) -> Iterator[Finding]:
        args = {"unit": f"{state.level} {state.name}"}
        if state.valid_to and state.valid_to <= day:
            body = _BODY.search(doc.text, max(0, unit.start - 45), unit.start)
            if state.tier == 2 and state.valid_to == REFORM:
                if body is None and day < shift(REFORM, self.option("grace-days")):
                    return
                start = body.start() if body else unit.start
                new = next((str(u) for u in _heirs(g, g.province(state), day)), "")
                yield self.finding(
                    doc, start, unit.end, message="body" if body else "message", args=args | {"until": "01/7/2025"},
                    confidence=0.8 if body else 0.55, severity=None if body else "info",
                    suggestions=[(doc.text[start : unit.start] + new, "above", {"new": new})] if _council(body) and new else [],
                )  # fmt: skip
                return
            reform = state.valid_to == REFORM  # dated to the day: its bodies ended then; the place keeps its name in speech for a while
            if "~" in state.certainty.partition("|")[2] or (state.tier == 3 and not (reform and body)):
                return
            if day < shift(state.valid_to, 0 if reform and body else 31 if reform else self.option("grace-days")):
                return
            later = _heirs(g, state, day)
            if not unit.text.lower().startswith(unit.level or ""):  # "Tỉnh ủy Bắc Giang"
                yield self.finding(
                    doc, unit.start, unit.end, args=args | {"until": _vn(state.valid_to)}, confidence=0.7,
                    suggestions=[(cased(u.name, unit.text), "now", {"new": str(u)}) for u in later[:2] if u.level == unit.level],
                )  # fmt: skip
                return
            yield self.finding(
                doc, unit.start, unit.end, args=args | {"until": _vn(state.valid_to)}, confidence=0.7,
                suggestions=[(cased(str(u), unit.text), "now", {"new": str(u)}) for u in later[:2]],
            )  # fmt: skip
            return
        exact = "~" not in state.certainty.partition("|")[0]
        if not exact and day >= _LISTED and shift(day, self.option("grace-days")) < state.valid_from:
            alive = [s for s in g.by_code[state.code] if s.alive(day)]
            if len(alive) == 1 and alive[0].name == state.name and alive[0].level != state.level:  # xã until a list later than the text
                new = f"{alive[0].level} {state.name}"
                yield self.finding(
                    doc, unit.start, unit.end, message="not-yet", args=args | {"then": new}, confidence=0.6,
                    suggestions=[(cased(new, unit.text), "then", {"new": new})],
                )  # fmt: skip
            return
        acts = _BODY.search(doc.text, max(0, unit.start - 45), unit.start) and day >= _LISTED and state.valid_from == REFORM
        if exact and (state.tier < 3 or state.level == "đặc khu" or acts) and shift(day, self.option("grace-days")) < state.valid_from:
            then = g.at(state.code, day)
            top = g.province(state).code
            names = [s for s in g.by_key[key(state.name)] if s.tier == 2 and s.alive(day) and top in g.chain(s, None)]
            if len(names) == 1 and (state.tier == 2 or state.level == "đặc khu"):
                then = names[0]  # the district of that name: of which the city, the special zone was made
            elif then is None or not then.alive(day):
                then = None
            new = f"{then.level} {then.name}" if then else ""
            yield self.finding(
                doc, unit.start, unit.end, message="future", args=args | {"since": _vn(state.valid_from)}, confidence=0.7,
                suggestions=[(cased(new, unit.text), "then", {"new": new})] if new else [],
            )  # fmt: skip

    @staticmethod
    def _outside(g: Gazetteer, unit: Unit, day: str) -> State | None:
        """The state written, if no unit of that level and name was alive on the day."""
        states = [s for s in g.by_key.get(key(unit.name), ()) if s.level == unit.level]
        if not states or any(s.alive(day) for s in states):
            return None
        mine = [s for s in states if s.code == (unit.code or s.code)]
        if not mine or unit.level not in TIERS:
            return None
        return min(mine, key=lambda s: _distance(s, day))

    @staticmethod
    def _told_as_past(doc: Document, unit: Unit, state: State, day: str) -> bool:
        if past(doc, unit) or changing(doc, unit):
            return True
        near = years(doc, unit, 160 if state.valid_to != REFORM else 0)
        if state.valid_from > day:
            return any(y >= int(state.valid_from[:4]) for y in near)
        return any(y <= int(state.valid_to[:4]) + 1 and y < int(day[:4]) for y in near)


def _led(doc: Document, unit: Unit) -> Unit:
    """The unit with the level that a party committee before it says: "Huyện ủy Hòa Vang"."""
    if unit.level is None and unit.code and (m := _PARTY.search(doc.text, max(0, unit.start - 12), unit.start)):
        return replace(unit, level=_PARTY_LEVELS[m[1].lower()])
    return unit


def _council(body: re.Match[str] | None) -> bool:
    """Whether the body has a counterpart of the same name one tier above."""
    return body is not None and "ủy" not in body[0] and "òng" not in body[0]


def _distance(state: State, day: str) -> int:
    if state.valid_to and state.valid_to <= day:
        return (dt.date.fromisoformat(day) - dt.date.fromisoformat(state.valid_to)).days
    return (dt.date.fromisoformat(state.valid_from) - dt.date.fromisoformat(day)).days if state.valid_from > day else 0


def _heirs(g: Gazetteer, state: State, day: str) -> list[AdminUnit]:
    same = g.at(state.code, day)
    if same is not None and same.alive(day):
        return [get(state.code, on=day)]
    unit = next(u for u in get(state.code).history() if u.state == state)
    return unit.successors(on=day)


def _vn(day: str) -> str:
    y, m, d = day.split("-")
    return f"{int(d):02d}/{int(m)}/{y}"
