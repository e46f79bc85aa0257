"""Completing a body from the context: "UBND quận" of a quận's own post is "UBND quận Cẩm Lệ"."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping

from vnreport.document import Document, Issuer, Unit
from vnreport.language.letters import fold
from vnreport.language.syllables import is_syllable
from vnreport.people.marks import Marks
from vnreport.people.named import NamedBodies
from vnreport.people.offices import Office
from vnreport.people.vocabulary import LEVELS, fields, office_bodies

_IMPLIED = {
    "tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "quận ủy": "quận", "huyện ủy": "huyện", "thị ủy": "thị xã",
    "tỉnh đoàn": "tỉnh", "thành đoàn": "thành phố", "quận đoàn": "quận", "huyện đoàn": "huyện", "thị đoàn": "thị xã",
}  # fmt: skip
"""Bodies whose name says the level."""
_PARTY = {
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
_COMMITTEES = (
    "ban chỉ đạo", "bcđ", "ban tổ chức", "ban vận động", "ban quản lý", "tiểu ban", "ban biên", "ban soạn", "ban điều", "ban công tác",
    "ban đại diện", "ban liên lạc", "hội đồng thẩm", "hội đồng tuyển", "hội đồng thi", "hội đồng nghĩa", "tổ ",
    "ban chỉ huy pctt", "ban chỉ huy phòng", "ban an toàn", "ban giám khảo", "ban quản trị",
)  # fmt: skip
"""Beginnings of the bodies whose members are called by the bare title."""
_NOUNS = frozenset({"Đài", "Phòng", "Khoa", "Trạm", "Văn phòng", "Tổ", "Hội", "Ban"})
"""Bodies that a title names by their common noun only."""
_BARE = frozenset("trung tâm|công ty|cty|trường|bệnh viện|sở|phòng|ban|hội|đội|trạm|cục|vụ|viện|khoa|bộ".split("|"))
"""Common nouns that are no body's name by themselves."""
_WARDS = frozenset({"phường", "xã", "thị trấn", "đặc khu"})
_CITIES = frozenset({"Hà Nội", "Hồ Chí Minh", "Đà Nẵng", "Hải Phòng", "Cần Thơ"})
"""Cities that have no Tỉnh ủy."""
_MANY = frozenset({"đội", "phòng", "trạm", "tổ", "công", "trường", "khoa"})
"""First words of bodies of which a text may name several alike."""
_OF_BOARDS = frozenset({"chủ tịch", "chủ tịch thường trực", "thành viên", "thành viên độc lập", "tổng giám đốc"})
_BOARDS = ("hđqt", "hội đồng quản trị", "hội đồng thành viên")
_GROUPS = ("ban thường vụ", "btv", "ban chấp hành", "bch", "ban thường trực")


def _committee(level: str, name: str | None) -> str | None:
    """The party committee of a unit: "Quận ủy Cẩm Lệ", "Đảng ủy phường Hòa An"."""
    head = _PARTY.get(level)
    if head is None or name is None:
        return head
    return f"{head} {level} {name}" if head == "Đảng ủy" else f"{head} {name}"


class Completer:
    """Completes the bodies of a document's offices.

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
        self.named = NamedBodies(marks, bodies)
        self.boards: list[str] | None = None
        self.last: dict[str, str] = {}

    def body(self, office: Office, row: list[Office], signing: str | None) -> str | None:
        """The body of an office, completed; ``None`` where the text does not say."""
        found = self.find(office, row, signing)
        if found and office.term.base in ("chủ tịch", "bí thư"):
            self.last[office.term.base] = found
        return found

    def find(self, office: Office, row: list[Office], signing: str | None) -> str | None:
        term = office.term
        if signing:
            text = self.plain(signing)
            return text if self.names_unit(text) else self.with_unit(text, None, office.start)
        if office.body is None:
            return self.unsaid(office, row)
        a, b = office.body
        text = self.written(a, b)
        if text.isupper() and all(is_syllable(w) for w in fold(text).split()):
            text = self.plain(text) if len(text) > 7 else text.capitalize()
        if office.what == "noun":
            return self.common(text, office.start) or (None if self.m.shape(a) == "l" or fold(text) in _BARE else text)
        if office.what in ("cell", "committee", "field"):
            more = self.with_unit(text, self.sibling(office, row), a) if office.what == "field" else text
            reach = 60 if office.what == "cell" else 0
            return self.complete(self.named.longer(text, a, reach), a) or more
        if office.what != "body":
            return self.of_unit(office, text)
        if term.key.startswith("ủy viên") and text.lower() in ("trung ương đảng", "tw đảng", "t.ư đảng"):
            return "Ban Chấp hành Trung ương Đảng"
        if any(k in self.m.in_unit for k in range(a, b)):
            return text
        if fold(text) in _BOARDS:
            return self.board(text, office, row)
        full = self.with_unit(text, self.sibling(office, row), a)
        if full != text or fold(text) in ("đảng ủy", "ubnd", "hđnd", *_GROUPS):  # every unit has one: a full name far off is another's
            return full
        return self.complete(self.named.longer(" ".join(self.m.text(a, b).split()), a, alone=self.m.lower(a) in _MANY), a) or full

    def board(self, text: str, office: Office, row: list[Office]) -> str:
        """A company's board: "Chủ tịch HĐQT kiêm Tổng giám đốc Công ty A" is of the board of that company."""
        for other in row[row.index(office) + 1 :]:
            if other.body and other.term.base in ("tổng giám đốc", "giám đốc", "giám đốc điều hành"):
                return f"{text} {self.written(*other.body)}"
        full = self.company(board=True)
        often = Counter(x for x in self.boards or () if fold(x) not in _BOARDS).most_common(2)
        clear = often and (len(often) == 1 or often[0][1] > 2 * often[1][1])  # else it may be any company's
        return full if full and clear else text

    def of_unit(self, office: Office, text: str) -> str:
        """The body of an office that names a unit or a level only: "Chủ tịch quận", "Bí thư phường Hòa An", "Tổng thống Pháp"."""
        assert office.body is not None
        a, key = office.body[0], office.term.key
        if a == office.end and office.term.body in _NOUNS and office.what in ("place", "name") and not text.startswith(office.term.body):
            return f"{office.term.body} {text}"  # "Trưởng phòng Khảo thí": a body that no table knows
        if office.what == "level":  # "Chủ tịch quận"
            text = self.with_level(text, a)
        elif office.what != "unit":
            return text
        if key.endswith("chủ tịch") and text.split()[0].lower() in LEVELS:
            return f"UBND {text[0].lower()}{text[1:]}" if text[1:2].islower() else f"UBND {text}"
        if key.endswith("bí thư") and any(fold(text).startswith(w + " ") for w in ("thị trấn", "phường", "xã")):
            return f"Đảng ủy {text[0].lower()}{text[1:]}"
        return text

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
            if low in _GROUPS:
                party = _committee(issuer.level, issuer.name)
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
            group = own in _GROUPS
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
                return (_committee(level, name) if group else None) or f"{word} {name}"
            if level and group and level in _PARTY:
                return _PARTY[level]
        return None

    # -- nothing written ----------------------------------------------------------------------------------------------------------------
    def unsaid(self, office: Office, row: list[Office]) -> str | None:
        """The body of an office that stands alone: of the title itself, of the committee just named, of the issuer."""
        term = office.term
        key = term.key
        base = key.removeprefix("phó ")
        if term.body == "@":  # UVBTV: of the party committee beside it
            return self.party(office, row)
        if term.body in ("Tỉnh ủy", "Thành ủy", "Quận ủy", "Huyện ủy", "Thị ủy"):
            return self.with_unit(term.body, None, office.start)
        if term.body == "Đảng ủy":
            return self.with_unit(term.body, self.sibling(office, row), office.start)
        if term.body in ("Chính phủ", "Quốc hội", "Ban Chấp hành Trung ương Đảng"):
            return term.body
        if self.m.lower(office.end) == "kiêm" and (joined := self.joined(office, row)):
            return joined
        if base.removesuffix(" thường trực") == "bí thư" and len(row) > 1:
            return self.party(office, row)
        if self.m.lower(office.end) == "hội" and self.m.lower(office.end + 1) == "đồng" and self.m.same_line(office.end):
            return self.nearest(office, ("hội đồng",), before=True)  # "Phó Chủ tịch | Hội đồng"
        if base in ("thành viên", "thư ký", "ủy viên thư ký") and (found := self.committee(office.start)):
            return found
        if base.startswith(("trưởng ban", "ban", "ủy viên")) and not office.former:
            return self.committee(office.start)
        if self.m.shape(office.start) == "U" and key.split(" ")[-1] == "tịch" and self.issuer and self.issuer.name:
            return self.with_unit("UBND", None, office.start)
        if base in _OF_BOARDS and (found := self.company(board=base != "tổng giám đốc")):
            return found
        if term.base in ("chủ tịch", "bí thư") and not office.former:
            return self.same_as_before(office, row)
        if term.body in _NOUNS and self.m.shape(office.end) in ("C", "U") and self.m.same_line(office.end):
            return None
        if term.body in _NOUNS and term.body != "Ban" and (found := self.nearest(office, (term.body.lower(),))):
            return found
        heads = office_bodies().get("giám đốc" if term.base.startswith("giám đốc") else term.base)
        if heads and (found := self.complete(self.named.near(office.start, heads), office.start)):
            return found
        if base in ("bộ trưởng", "thứ trưởng") and len(row) == 1:
            return self.nearest(office, ("bộ",), before=True)
        if base.startswith("trưởng công an"):
            return self.with_unit("Công an", self.sibling(office, row), office.start)
        return None

    def joined(self, office: Office, row: list[Office]) -> str | None:
        """The body of "Phó Chủ tịch kiêm Tổng thư ký Hội …": that of the office it is joined with."""
        after = row[row.index(office) + 1 :][:1]
        if after and after[0].what == "body" and after[0].term.base in ("tổng thư ký", "giám đốc", "tổng giám đốc", "chủ nhiệm"):
            return self.find(after[0], row, None)
        return None

    def committee(self, at: int) -> str | None:
        """The committee of which one is head or member at token ``at``: the last one named in full, else by its common name."""
        appointed = self.m.lower(at - 1) in ("chức", "vụ", "làm")
        found = self.named.nearest(at, ("ban", "hội đồng") if appointed else _COMMITTEES, before=True)
        return self.complete(found if found is not None else self.named.bare(at, _COMMITTEES), at)

    def same_as_before(self, office: Office, row: list[Office]) -> str | None:
        """The body of a chairman or secretary who is listed after another: "Ông A, Chủ tịch UBND huyện; ông B, Phó Chủ tịch"."""
        base = office.term.base
        alone = self.m.lower(office.start - 1) not in (",", "-", "(", ";", "chức", "vụ", "làm", "cử")
        if alone and not office.term.deputy:
            return None
        return self.last.get(base) or (self.party(office, row) if base == "bí thư" else None)

    def party(self, office: Office, row: list[Office]) -> str | None:
        m = self.m
        end = office.end
        if end in self.bodies:
            return self.with_unit(self.written(end, self.bodies[end]), None, end)
        if (level := m.level(end)) and LEVELS.get(m.lower(end)) in _PARTY:
            found = LEVELS[m.lower(end)]
            name = self.unit_named(found, level - 1)
            return _committee(found, name)
        for other in row:
            if other.body:
                text = " ".join(m.text(*other.body).split())
                found_level, _ = self.level_of(text)
                if found_level in _PARTY:
                    name = self.unit_named(found_level, other.body[0])
                    return _committee(found_level, name)
        issuer = self.issuer
        return _committee(issuer.level, issuer.name) if issuer and issuer.level and issuer.name else None

    def company(self, board: bool) -> str | None:
        """The company of a board that the text names: "Chủ tịch" there is the chairman of "HĐQT …"."""
        if self.boards is None:
            local = "HĐND" in self.doc.text or "UBND" in self.doc.text  # there a bare "Chủ tịch" is the unit's
            found = [] if local else [self.written(a, b) for a, b in self.bodies.items() if fold(self.m.text(a, b)).startswith(_BOARDS)]
            self.boards = sorted(found, key=Counter(x for x in found if fold(x) not in _BOARDS).__getitem__)
        if not self.boards:
            return None
        full = self.boards[-1]
        if board:
            return full
        return next((full[len(head) :].strip() for head in _BOARDS if fold(full).startswith(head)), "") or None

    def complete(self, a: int | None, at: int) -> str | None:
        """The body at token ``a``, as a title at token ``at`` means it."""
        if a is None:
            return None
        text = self.written(a, self.bodies[a])
        text = text.capitalize() if text.isupper() and " " in text else text
        level, _ = self.level_of(text)
        return self.with_unit(text, None, at) if level else text

    def nearest(self, office: Office, heads: tuple[str, ...], before: bool = False) -> str | None:
        """The body nearest to an office whose name begins with one of ``heads``."""
        return self.complete(self.named.nearest(office.start, heads, before=before), office.start)

    def common(self, noun: str, at: int) -> str | None:
        """The body that a common noun means: "Giám đốc xí nghiệp"."""
        head = "trường" if fold(noun) == "nhà trường" else fold(noun)
        return self.complete(self.named.nearest(at, (head,)), at)
