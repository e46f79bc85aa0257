"""The facts of names, offices and bodies: what the tables say, and all their strings in one matcher."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from vnreport import resources
from vnreport.language.letters import fold
from vnreport.language.matcher import Matcher

LEVELS: dict[str, str] = {
    "tỉnh": "tỉnh", "thành phố": "thành phố", "tp": "thành phố", "quận": "quận", "huyện": "huyện", "thị xã": "thị xã", "tx": "thị xã",
    "xã": "xã", "phường": "phường", "thị trấn": "thị trấn", "đặc khu": "đặc khu", "thành": "thành phố",
}  # fmt: skip
"""Level words and short forms, folded -> the level."""

ENDINGS = ("thường trực", "tt", "phụ trách", "thứ nhất", "chuyên trách", "danh dự", "điều hành", "không chuyên trách")


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the tables as it is looked up in a text.

    Attributes
    ----------
    kind : str
        ``office``, ``rank``, ``degree``, ``honorific``, ``status``, ``level``, ``field``, ``place``, or a class of heads: ``body``,
        ``group``, ``closed``, ``field-head``, ``purpose``, ``name``.
    key : str
        The folded string.
    single : bool
        Of an office: only one holder in a body.
    rank : int
        Of an office: its order, the highest first.
    body : str
        Of an office: the body that the title itself names.
    long : str
        Of a short form: what it stands for.
    alone : bool
        Of a head: a mention even without a unit.
    base : str
        Of an office: the office that it is, or is the deputy of, without endings ("phó chủ tịch thường trực": "chủ tịch").
    """

    kind: str
    key: str
    single: bool = False
    rank: int = 0
    body: str = ""
    long: str = ""
    alone: bool = False
    base: str = ""

    @property
    def deputy(self) -> bool:
        """Whether an office is a deputy's."""
        return bool(self.base) and "phó" in (self.long or self.key).split() and "phó" not in self.base.split()


@cache
def surnames() -> dict[str, str]:
    """Surname, folded -> ``strong``, ``weak`` or ``clan``.

    Examples
    --------
    >>> surnames()["nguyễn"], surnames()["mai"]
    ('strong', 'weak')
    """
    return {fold(name): strength for name, strength, _ in resources.rows("surnames.tsv")}


def _offices() -> Iterator[Term]:
    for title, kind, single, rank, body in resources.rows("titles.tsv"):
        if kind == "short":
            long, _, own = body.partition("|")
            yield Term("office", title, single == "1", int(rank), own, long, base=long.removeprefix("phó ").removesuffix(" thường trực"))
        elif kind != "office":
            yield Term(kind, title)
        else:
            yield from _with_deputies(title, single == "1", int(rank), body)


def _with_deputies(title: str, single: bool, rank: int, body: str) -> Iterator[Term]:
    """A title, its deputies and the endings that both take."""
    own = [title]
    deputies = [f"phó {title}"] if single else []
    if title.startswith("trưởng ") and title != "trưởng ban":
        deputies.append("phó " + title.removeprefix("trưởng "))
    elif title == "trưởng ban":
        deputies.append("phó ban")
    elif title.endswith(" trưởng"):
        deputies.append(title.removesuffix("trưởng") + "phó")
    elif title.startswith("chánh "):
        deputies.append("phó " + title.removeprefix("chánh "))
    for names, is_deputy in ((own, False), (deputies, True)):
        for name in names:
            yield Term("office", name, single and not is_deputy, rank - 5 * is_deputy, body, base=title)
            for ending in ENDINGS if single else ():
                yield Term("office", f"{name} {ending}", single and not is_deputy, rank - 4 * is_deputy, body, base=title)


@cache
def office_bodies() -> dict[str, tuple[str, ...]]:
    """Office, folded -> beginnings of the bodies in which it is held."""
    return {title: tuple(bodies.split("|")) for title, bodies in resources.rows("office_bodies.tsv")}


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in resources.rows("people_words.tsv")}


def word_list(name: str) -> frozenset[str]:
    """The list ``name`` of ``data/people_words.tsv``; empty if there is none."""
    return _lists().get(name, frozenset())


@cache
def offices() -> dict[str, Term]:
    """Offices by their title, folded; short forms by the title they stand for."""
    out: dict[str, Term] = {}
    for term in _offices():
        if term.kind == "office":
            out.setdefault(fold(term.long or term.key), term)
    return out


@cache
def single_offices() -> frozenset[str]:
    """Offices, folded, with one holder in a body."""
    return frozenset(t.key for t in _offices() if t.single and not t.long)


@cache
def matcher() -> Matcher[tuple[Term, ...]]:
    """All strings of the tables; a string may stand for several terms."""
    table: dict[str, list[Term]] = {}
    for term in _offices():
        if term.key not in table:
            table[term.key] = [term]
    for head, kind, alone in resources.rows("organisation_heads.tsv"):
        table.setdefault(head, []).append(Term("field-head" if kind == "field" else kind, head, alone=alone == "1"))
    for field in fields():
        table.setdefault(field, []).append(Term("field", field))
    for (place,) in resources.rows("places.tsv"):
        table.setdefault(fold(place), []).append(Term("place", fold(place)))
    for level in LEVELS:
        if level != "thành":
            table.setdefault(level, []).append(Term("level", level))
    return Matcher((key, tuple(terms)) for key, terms in table.items())


_COMMON = frozenset("các việc và tổ chức xây dựng phát triển giám sát quản lý cán sự kế hoạch tuyên truyền thi đua trong ngoài".split())


@cache
def fields() -> frozenset[str]:
    """Fields of work and their short forms, folded."""
    return frozenset(field for (field,) in resources.rows("organisation_fields.tsv")) | _culture()


def _culture() -> frozenset[str]:
    """Names of the offices of culture: each place joins the three fields in its own way ("Văn hóa - Thông tin và Thể thao")."""
    others = ("thông tin", "thể thao", "du lịch", "truyền thông", "truyền thanh")
    return frozenset(
        f"văn hóa{first}{a}{second}{b}"
        for a in others
        for b in others
        if a != b
        for first in (", ", " - ")
        for second in (", ", " - ", " và ", " & ")
    )


@cache
def domain_syllables() -> frozenset[str]:
    """Syllables that occur in the names of fields of work."""
    return frozenset(s for field in fields() for s in field.split() if s.isalpha()) - _COMMON
