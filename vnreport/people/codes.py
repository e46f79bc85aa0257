"""The code of the unit that a body belongs to: "UBND huyện Phú Ninh" of Quảng Nam is 518."""

from __future__ import annotations

import re
from functools import lru_cache

from vnreport.document import Document
from vnreport.language.letters import fold
from vnreport.people.marks import Same
from vnreport.people.vocabulary import LEVELS

_WORDS = "|".join(sorted((re.escape(w) for w in LEVELS if w != "thành"), key=len, reverse=True))
_UNIT = re.compile(rf"^(?:.*\s)?(?<!hợp tác )({_WORDS})\.?\s+(?!(?:hội|ủy|đoàn)\b)([^,()]+)$")
_PARTY = re.compile(r"(?:^|\s)(tỉnh|thành|quận|huyện|thị) (?:ủy|đoàn)\s+(.+)$")
_OF_PARTY = {"tỉnh": "tỉnh", "thành": "thành phố", "quận": "quận", "huyện": "huyện", "thị": "thị xã"}
_CITY = {"tphcm": "hồ chí minh", "tp.hcm": "hồ chí minh", "tp hcm": "hồ chí minh"}


def unit_of(body: str) -> tuple[str, str] | None:
    """Level and name, folded, of the unit at the end of a body's name.

    Examples
    --------
    >>> unit_of("UBND huyện Phú Ninh"), unit_of("Thành ủy Vinh"), unit_of("Sở Nội vụ")
    (('huyện', 'phú ninh'), ('thành phố', 'vinh'), None)
    """
    low = " ".join(fold(body).split(",")[0].split())
    if found := _PARTY.search(low):
        level, name = _OF_PARTY[found[1]], found[2]
    elif found := _UNIT.search(low):
        level, name = LEVELS[found[1]], found[2]
    else:
        return None
    return level, _CITY.get(name, name)


@lru_cache(maxsize=1)
def _codes(units: Same) -> dict[str, set[tuple[str | None, str]]]:
    """Levels and codes of the units that a text names, by the folded name."""
    out: dict[str, set[tuple[str | None, str]]] = {}
    for u in units.units:
        if u.code:
            out.setdefault(fold(u.name), set()).add((u.level, u.code))
    return out


def unit_code(doc: Document, body: str | None) -> str | None:
    """The code of a body's unit: of a unit that the text names, of the issuer, or the only one of the name; ``None`` where it is open."""
    unit = unit_of(body) if body else None
    if unit is None:
        return None
    level, name = unit
    codes = {code for of, code in _codes(Same(doc.units)).get(name, ()) if of in (level, None)}
    if len(codes) == 1:
        return codes.pop()
    issuer = doc.issuer
    if issuer and issuer.level == level and issuer.name and fold(issuer.name) == name:
        return issuer.code
    if codes:
        return None
    from vnreport.units import find

    inside = issuer.province if issuer and level != "tỉnh" and issuer.province and fold(issuer.province) != name else None
    try:
        found = {u.code for u in find(name, level, on=doc.meta.posted, within=inside)}
    except ValueError:
        return None
    return found.pop() if len(found) == 1 else None
