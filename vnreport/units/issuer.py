"""The layer ``issuer``: whose document or post this is.

Three kinds of evidence: the letterhead of an official document; the bodies that speak without a name ("UBND quận", "Huyện ủy", "toàn
tỉnh"), which mean the issuer's own unless a unit of that level was named before; and the units that the title and the text name. The
press names every unit and speaks for none: without a trace of an issuer there is none.
"""

from __future__ import annotations

import re
from collections import Counter

from vnreport.document import Document, Issuer, Unit
from vnreport.units.gazetteer import Gazetteer, State, gazetteer
from vnreport.units.generic import Generic
from vnreport.units.resolve import day_of

_HEAD = re.compile(
    r"^\s*(?:(?:VĂN PHÒNG|THƯỜNG TRỰC)\s+)?(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|BAN CHỈ ĐẠO|ĐẢNG BỘ|ỦY BAN MTTQ|"
    r"ĐẢNG ỦY|TỈNH ỦY|THÀNH ỦY|QUẬN ỦY|HUYỆN ỦY|THỊ ỦY|SỞ|CÔNG AN|CHỦ TỊCH|LIÊN ĐOÀN LAO ĐỘNG|CHI CỤC|HẠT KIỂM LÂM|PHÒNG|TRUNG TÂM|"
    r"HỘI (?:LIÊN HIỆP|NÔNG DÂN|CỰU CHIẾN BINH|CHỮ THẬP)|ĐOÀN TNCS|BAN (?:QUẢN LÝ|CHẤP HÀNH|CHỈ HUY|TỔ CHỨC|TUYÊN GIÁO|DÂN VẬN)|BẢO HIỂM XÃ HỘI|"
    r"VIỆN KIỂM SÁT|TÒA ÁN|TOÀ ÁN|ỦY BAN MẶT TRẬN|MẶT TRẬN TỔ QUỐC)\b",
    re.M,
)
_BELOW = re.compile(r"CỘNG H[ÒO][ÀA] XÃ HỘI|ĐẢNG CỘNG SẢN|^\W*Số\b|^[-*_\s]{3,}$|^[^\n]*\bngày\b|\n\s*\n", re.M)
_CENTRAL = re.compile(
    r"^\s*(?:CHÍNH PHỦ|THỦ TƯỚNG CHÍNH PHỦ|QUỐC HỘI|ỦY BAN THƯỜNG VỤ QUỐC HỘI|BỘ [A-ZĐÀ-Ỹ]+ .*|BAN CHẤP HÀNH TRUNG ƯƠNG)\s*$|"
    r"^\s*\(?(?:Chinhphu\.vn|Mặt trận|TTXVN)\)?\s*[-–]",
    re.M,
)
_BODY = re.compile(r"(?:UBND|HĐND|[Ủủ]y ban nhân dân|Hội đồng nhân dân|[ủuỷỦ]y|MTTQ|MTTQVN|Việt Nam|Công an|Đoàn|nhân dân)\s+$")
_SPEAKING = re.compile(
    r"(?:UBND|HĐND|[Ủủ]y ban nhân dân|[Hh]ội đồng nhân dân|MTTQ(?:VN)?|Việt Nam|[Mm]ặt trận) "
    r"(tỉnh|thành phố|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu)\b"
)
_COMRADE = re.compile(r"\b(?:[Đđ]ồng chí|[Đđ]/c)\b")
_PRESS = re.compile(r"\bPV\b|phóng viên|Dân trí|VnExpress|VietNamNet|Tuổi Trẻ|Thanh Niên Online|bạn đọc")


def annotate(doc: Document) -> Issuer | None:
    """The layer ``issuer``; ``None`` where nothing tells.

    Examples
    --------
    >>> import vnreport
    >>> post = "Quận Cẩm Lệ họp giao ban\\n\\nSáng 5/3, UBND quận Cẩm Lệ họp. Đồng chí Chủ tịch UBND quận chủ trì."
    >>> vnreport.analyze(post, posted="2018-03-05").issuer
    Issuer(level='quận', name='Cẩm Lệ', code='495', province='Đà Nẵng')
    """
    g, (day, _) = gazetteer(), day_of(doc)
    top = doc.text[:700]
    if found := _letterhead(doc, top):
        return found
    if _CENTRAL.search(top):
        return Issuer("trung ương", None)
    found = _speaker(doc, g, day)
    if found is None and doc.meta.title and doc.text.count("Trung ương") > 2 and _COMRADE.search(doc.text):
        return Issuer("trung ương", None)
    return found


def subject(doc: Document, day: str) -> State | None:
    """The unit whose own level words a text uses: the issuer's or, without an issuer, the one unit that a text is about.

    That is a unit that a body or the level word alone ("UBND quận", "toàn quận") points at again, while no other of its tier is named.
    """
    g, issuer = gazetteer(), doc.issuer
    if issuer is not None:
        return g.at(issuer.code, day) if issuer.code else None
    states = {u.code: s for u in doc.units if u.code and (s := g.at(u.code, day)) and s.alive(day)}
    if any(not u.code for u in doc.units) or not states:
        return None
    lowest = max(s.tier for s in states.values())
    spoken = {x.level for x in doc.layer("generics")} | {w[1].lower() for w in _SPEAKING.finditer(doc.text)}
    for tier in (2, 3) if lowest > 1 else (1,):
        here = [s for s in states.values() if s.tier == tier]
        if len(here) == 1 and here[0].level in spoken:
            chain = set(g.chain(here[0], day))
            if all(s.code in chain or here[0].code in g.chain(s, day) for s in states.values()):
                return here[0]
    return None


def _letterhead(doc: Document, top: str) -> Issuer | None:
    """The unit of a letterhead in capitals."""
    head = _HEAD.search(top)
    if head is None:
        return None
    stop = _BELOW.search(top, head.end())
    end = stop.start() if stop else head.end() + 60
    capitals = [u for u in doc.units if u.text.isupper() and head.start() <= u.start < len(top)]
    within = [u for u in capitals if u.start < end]  # the superior body first, the issuing one below it
    if within:
        return _issuer(within[-1])
    return next((_issuer(u) for u in capitals if u.start < head.end() + 60), None)


def _issuer(unit: Unit) -> Issuer:
    state = gazetteer().by_code.get(unit.code or "")
    level = unit.level or (state[-1].level if state else None)
    return Issuer(level, unit.name, unit.code, unit.province)


def _speaker(doc: Document, g: Gazetteer, day: str) -> Issuer | None:
    """The unit for which the text speaks."""
    said = doc.layer("generics")
    states: dict[str, State] = {}
    named: Counter[str] = Counter()
    first_named: dict[str, int] = {}
    title = next(doc.region("title"), None)
    if title is not None:
        a, b = title.start, title.end
    else:
        a = doc.text.find(doc.meta.title) if doc.meta.title else 0
        b = a + len(doc.meta.title) if doc.meta.title else 0
    bonus: Counter[str] = Counter()
    led: Counter[str] = Counter()  # named right at the start, with a body before it
    for n, unit in enumerate(doc.units):
        if unit.code is None:
            continue
        state = g.at(unit.code, day)
        if state is None:
            continue
        states[unit.code] = state
        named[unit.code] += 1
        if unit.level:
            first_named.setdefault(unit.level, unit.start)
        if a <= unit.start < b:
            bonus[unit.code] += 4
            if doc.text[unit.end : unit.end + 1] == ":":
                bonus[unit.code] += 4
        elif unit.start < b + 260 and _BODY.search(doc.text, max(0, unit.start - 24), unit.start):
            bonus[unit.code] += 3
            led[unit.code] += 1
        if n == 0:
            bonus[unit.code] += 1
    for code in list(states):  # "UBND tỉnh" of a province that only its districts give away
        above = g.province(states[code], day)
        if above.code != code:
            states.setdefault(above.code, above)
            bonus[above.code] += 1 if not named[above.code] and bonus[above.code] < 2 else 0
    if not states:
        return None
    alone: Counter[str] = Counter()
    heard: Counter[str] = Counter()
    for generic in said:
        heard[generic.level] += 2 if generic.acting else 1
        if generic.acting and generic.start < first_named.get(generic.level, len(doc.text)):
            alone[generic.level] += 1
    comrades = len(_COMRADE.findall(doc.text))
    portal = bool(doc.meta.poster or doc.meta.posted_time or comrades or (doc.meta.title and not _PRESS.search(doc.text)))
    best: tuple[float, State] | None = None
    for code, state in states.items():
        if not state.alive(day):
            continue
        score = min(named[code], 8) + min(bonus[code], 8) + min(heard[state.level], 8)
        if alone[state.level]:
            score += min(2 + 2 * alone[state.level], 9)
        elif not heard[state.level]:
            score -= 2
        if best is None or score > best[0]:
            best = (score, state)
    if best is None or best[0] < 6:
        return None
    state = _above(g, best[1], day, said, heard)
    code, level = state.code, state.level
    own = alone[level] or comrades or led[code] or state is not best[1]
    if not portal or not (own or (heard[level] and bonus[code] > 2) or (heard[level] > 2 and named[code] > 5)):
        return None
    return Issuer(state.level, state.name, None if state.code.startswith("x") else state.code, g.province(state, day).name)


def _above(g: Gazetteer, state: State, day: str, said: tuple[Generic, ...], heard: Counter[str]) -> State:
    """The district of a commune where the district's own bodies are spoken of first and as often: its portal tells of the commune."""
    above = g.parent(state, day)
    if state.tier < 3 or above is None or above.tier != 2:
        return state
    first = {x.level: x.start for x in reversed(said)}
    mine, theirs = first.get(above.level), first.get(state.level)
    if mine is None or (theirs is not None and theirs < mine) or heard[above.level] < heard[state.level]:
        return state
    return above
