"""Completing a body from the context: "UBND quận" of a quận's own post is "UBND quận Cẩm Lệ"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from vnreport.document import Document
from vnreport.language.letters import fold
from vnreport.language.syllables import is_syllable
from vnreport.people.body_units import GROUPS, PARTY, UnitFinder, party_of
from vnreport.people.marks import Marks
from vnreport.people.named import NamedBodies
from vnreport.people.offices import Office
from vnreport.people.vocabulary import LEVELS, office_bodies

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
_MANY = frozenset({"đội", "phòng", "trạm", "tổ", "công", "trường", "khoa"})
"""First words of bodies of which a text may name several alike."""
_OF_BOARDS = frozenset({"chủ tịch", "chủ tịch thường trực", "thành viên", "thành viên độc lập", "tổng giám đốc"})
_BOARDS = ("hđqt", "hội đồng quản trị", "hội đồng thành viên")


class Completer(UnitFinder):
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
        super().__init__(doc, marks, bodies)
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
        if full != text or fold(text) in ("đảng ủy", "ubnd", "hđnd", *GROUPS):  # every unit has one: a full name far off is another's
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
        if (level := m.level(end)) and LEVELS.get(m.lower(end)) in PARTY:
            found = LEVELS[m.lower(end)]
            name = self.unit_named(found, level - 1)
            return party_of(found, name)
        for other in row:
            if other.body:
                text = " ".join(m.text(*other.body).split())
                found_level, _ = self.level_of(text)
                if found_level in PARTY:
                    name = self.unit_named(found_level, other.body[0])
                    return party_of(found_level, name)
        issuer = self.issuer
        return party_of(issuer.level, issuer.name) if issuer and issuer.level and issuer.name else None

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
