"""The unit of a body: which one "UBND quận" or "Đảng ủy xã" means at a place."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping

from vnreport.document import Document, Issuer, Unit
from vnreport.language.letters import fold
from vnreport.people.marks import Marks
from vnreport.people.offices import Office
from vnreport.people.vocabulary import LEVELS, fields

_IMPLIED = {
    "tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "quận ủy": "quận", "huyện ủy": "huyện", "thị ủy": "thị xã",
    "tỉnh đoàn": "tỉnh", "thành đoàn": "thành phố", "quận đoàn": "quận", "huyện đoàn": "huyện", "thị đoàn": "thị xã",
}  # fmt: skip
"""Bodies whose name says the level."""
PARTY = {
    "tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "quận": "Quận ủy", "huyện": "Huyện ủy", "thị xã": "Thị ủy", "phường": "Đảng ủy",
    "xã": "Đảng ủy",
}  # fmt: skip
"""The party committee of each level."""
_LOCAL = (
    "ubnd", "hđnd", "ubmttq", "mttq", "đảng ủy", "công an", "lđlđ", "hội", "phòng", "ban thường", "ban chấp", "ban chqs", "ban chỉ huy",
    "ban tuyên", "ban dân", "ban nội", "trung tâm", "đội", "bảo hiểm", "bhxh", "tand", "vksnd", "ủy ban", "văn phòng", "đoàn", "liên đoàn",
    "btv", "chi cục", "trạm", "hạt", "kho bạc", "thanh tra", "cục thuế", "viện kiểm sát", "bộ chqs", "bộ chỉ huy", "tòa án", "thường trực",
    "mặt trận", "đài", "đảng bộ",
)  # fmt: skip
"""Beginnings of bodies that every unit has: one without a unit is that of the issuer."""
_WARDS = frozenset({"phường", "xã", "thị trấn", "đặc khu"})
_CITIES = frozenset({"Hà Nội", "Hồ Chí Minh", "Đà Nẵng", "Hải Phòng", "Cần Thơ"})
"""Cities that have no Tỉnh ủy."""
GROUPS = ("ban thường vụ", "btv", "ban chấp hành", "bch", "ban thường trực")


def party_of(level: str, name: str | None) -> str | None:
    """The party committee of a unit: "Quận ủy Cẩm Lệ", "Đảng ủy phường Hòa An"."""
    head = PARTY.get(level)
    if head is None or name is None:
        return head
    return f"{head} {level} {name}" if head == "Đảng ủy" else f"{head} {name}"


class UnitFinder:
    """Finds the units of a document's bodies.

    Parameters
    ----------
    doc : Document
        The document.
    marks : Marks
        Its marks.
    bodies : mapping of int to int
        Tokens of its organisations.
    """

    def __init__(self, doc: Document, marks: Marks, bodies: Mapping[int, int]) -> None:
        self.doc = doc
        self.m = marks
        self.bodies = bodies
        self.issuer: Issuer | None = doc.issuer
        self.long = {a.text: a.expansion for a in doc.abbreviations if a.expansion}
        self.units: dict[str | None, list[Unit]] = {}
        self.short: dict[str, str] = {}
        for unit in doc.units:
            self.units.setdefault(unit.level, []).append(unit)
            if unit.text.startswith("TP") and not set(unit.text) & set(" .,"):
                self.short.setdefault(unit.name, unit.text)

    # -- text ---------------------------------------------------------------------------------------------------------------------------
    def written(self, a: int, b: int) -> str:
        """The body's text on one line, its fields of work written out."""
        text = " ".join(self.m.text(a, b).split())
        pieces = text.split(" ")
        for n, piece in enumerate(pieces):
            if piece == "BTV":
                pieces[n] = "Ban Thường vụ"
            elif n and fold(piece) in fields() and (long := self.long.get(piece)):
                pieces[n] = long[0].upper() + long[1:]
        text = " ".join(pieces).rstrip(" -–,")
        return text[:1].upper() + text[1:]

    def plain(self, text: str) -> str:
        """A body written in capitals as it stands in running text."""
        text = " ".join(text.split())
        if not text.isupper() or len(text) < 8:
            return text
        short = text.replace("ỦY BAN NHÂN DÂN", "UBND").replace("HỘI ĐỒNG NHÂN DÂN", "HĐND")
        head, _, rest = short.partition(" ")
        text = f"{head} {rest.lower()}".strip() if head in ("UBND", "HĐND") else short.capitalize()
        for name in sorted({u.name for units in self.units.values() for u in units}, key=len):
            at = fold(text).find(f" {fold(name)}")
            if at >= 0 and not text[at + 1 + len(name) : at + 2 + len(name)].isalpha():
                text = f"{text[: at + 1]}{name}{text[at + 1 + len(name) :]}"
        return text

    def names_unit(self, text: str) -> bool:
        """Whether a body's name ends with that of the issuer or of a unit of the text."""
        low = fold(text)
        names = {u.name for units in self.units.values() for u in units} | ({self.issuer.name} if self.issuer else set())
        return any(name and low.endswith(f" {fold(name)}") for name in names)

    # -- units --------------------------------------------------------------------------------------------------------------------------
    def level_of(self, text: str) -> tuple[str | None, bool]:
        """The level that a body's name says, and whether it is implied by the head ("Tỉnh ủy")."""
        low = text.lower().replace("uỷ", "ủy")
        for head, level in _IMPLIED.items():
            if low.endswith(head):
                return level, True
        last = low.rstrip(".").split(" ")
        for n in (2, 1):
            level_word = " ".join(last[-n:])
            if level_word in LEVELS and level_word != "thành":
                return LEVELS[level_word], False
        return None, False

    def unit_named(self, level: str | None, at: int) -> str | None:
        """The name of the unit of ``level`` meant at token ``at``, in the document's own one-word form if it has one ("TPHCM")."""
        name = self.unit_meant(level, at)
        return self.short.get(name, name) if name and level == "thành phố" else name

    def unit_meant(self, level: str | None, at: int) -> str | None:
        """The name of the unit of ``level`` meant at token ``at``: the issuer, its province, or the nearest before."""
        issuer = self.issuer
        if level is None:
            return None
        if issuer and issuer.name and issuer.level == level:
            return issuer.name
        if issuer and issuer.province and level == "tỉnh" and issuer.province not in _CITIES:
            return issuer.province
        place = self.m.scan.starts[at] if at < len(self.m.scan) else len(self.doc.text)
        found = self.most_likely(self.units.get(level, []), place)
        if found is None and issuer and issuer.province and level == "thành phố" and issuer.level in ("quận", "phường", "xã", "huyện"):
            return issuer.province
        return found

    def most_likely(self, units: list[Unit], place: int) -> str | None:
        """The unit that a bare level word at ``place`` means: the last one named in the same sentence, else the one named most often."""
        if not units:
            return None
        before = bisect_right(units, place, key=lambda u: u.start)
        last = units[max(before - 1, 0)]
        sentence = bisect_right(self.doc.sentences, place, key=lambda s: s.start)
        if before and sentence and last.start >= self.doc.sentences[sentence - 1].start:
            return last.name
        counts = Counter(u.name for u in units)
        return max((last.name, *counts), key=lambda n: counts[n])  # among equals the last before

    def last_before(self, level: str, place: int) -> list[Unit]:
        """The last unit of ``level`` that begins before ``place``, as a list of one or none."""
        units = self.units.get(level, [])
        n = bisect_right(units, place, key=lambda u: u.start)
        return units[n - 1 : n] if n else []

    def with_level(self, text: str, at: int) -> str:
        level, _ = self.level_of(text)
        name = self.unit_named(level, at)
        return f"{text} {name}" if name else text

    def with_unit(self, text: str, sibling: str | None, at: int) -> str:
        """The body with its unit: said by its own level word, by the offices beside it, or by the issuer."""
        level, _ = self.level_of(text)
        if level:
            name = self.unit_named(level, at)
            return f"{text} {name}" if name else text
        low = fold(text)
        if not low.startswith(_LOCAL) or "trung ương" in low:
            return text
        if sibling:
            return f"{text} {sibling}"
        issuer = self.issuer
        if low == "đảng ủy" and not (issuer and issuer.level in _WARDS):
            place = self.m.scan.starts[at]
            before = max((u for level in _WARDS for u in self.last_before(level, place)), key=lambda u: u.start, default=None)
            return f"{text} {before.level} {before.name}" if before else text
        if issuer and issuer.name and issuer.level and issuer.level != "trung ương":
            if low in GROUPS:
                party = party_of(issuer.level, issuer.name)
                return f"{text} {party}" if party else text
            return f"{text} {issuer.level} {issuer.name}"
        return text

    def sibling(self, office: Office, row: list[Office]) -> str | None:
        """What the offices beside it say of the unit: "huyện Phú Ninh", "Tỉnh ủy Thái Nguyên"."""
        spot = row.index(office)
        for other in [*row[spot + 1 :], *reversed(row[:spot])]:
            if other.body is None:
                continue
            a, b = other.body
            if other.former != office.former:
                continue
            own = " ".join(self.m.text(*office.body).split()).lower() if office.body else ""
            units = [k for k in range(a, b) if k in self.m.units]
            text = " ".join(self.m.text(a, b).split())
            level, implied = self.level_of(text)
            group = own in GROUPS
            if own == "đảng ủy" and not any(f" {w} " in f" {fold(text)} " for w in _WARDS):
                continue
            if implied and level:
                name = self.unit_named(level, a)
                head = " ".join(text.split(" ")[-2:])
                return f"{head} {name or ''}".strip() if group else f"{level} {name}" if name else None
            if units:
                k = units[-1]
                return " ".join(self.m.text(k, self.m.units[k]).split())
            if level and (name := self.unit_named(level, a)):
                word = text.split(" ")[-1] if text.split(" ")[-1].lower() in LEVELS else level
                return (party_of(level, name) if group else None) or f"{word} {name}"
            if level and group and level in PARTY:
                return PARTY[level]
        return None
