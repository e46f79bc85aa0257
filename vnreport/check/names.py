"""Whether two names in a text are one person's, spelt two ways: what speaks for it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from vnreport import resources
from vnreport.check import known
from vnreport.document import Document, Official, Span
from vnreport.language.letters import bare, fold
from vnreport.language.syllables import is_syllable
from vnreport.people import is_single_office

_HONORIFIC = re.compile(r"(?:^|[^\w])(ông|bà|đồng chí|đ/c|đc|anh|chị|em|cụ|cô|thầy|bác|cháu)\s+$")
_ADDRESS = "ông|bà|anh|chị|em|cháu"
_KIN = re.compile(
    r"(?:con trai|con gái|con|vợ|chồng|em trai|em gái|anh trai|chị gái|bố|mẹ|cha|cháu|em ruột|anh ruột|anh em|chị em)"
    rf"(?: (?:là|{_ADDRESS}))*\s+$"
)
_INTRODUCES = re.compile(
    r"\s*[,(–-]?\s*(?:s\.n|\d|thường trú|hiện (?:là|ở)|cán bộ|công chức|giáo viên|học sinh|sinh viên|nông dân|công nhân|hội viên|đoàn viên|"
    r"đảng viên|chiến sĩ|phóng viên|(?:sn|người|sinh|trú|ngụ|ở|quê|thôn|xã|ấp|bản|tổ|phường|khu|huyện|lớp|chủ|con|vợ|chồng|em|anh|chị|nguyên|cựu)\b)"
)
_LISTED = re.compile(r"\s*(?:[,;]|và)\s*(?:(?:ông|bà|anh|chị|em|đồng chí|đ/c|cụ)\s+)?$")
_ONE_LETTER = ("chỉ khác một dấu hoặc một chữ", "one mark or letter differs")
_VERB = re.compile(r"[ \t]+(?:[^\W\d_]|“|\")")
_STOP = re.compile(r"\s*[.;,…”\"!]")
_GOES_ON = re.compile(r"\s*(?:[,;]|và\b)\s*(?:(?:ông|bà|anh|chị|em|đồng chí|đ/c|cụ|các)\s+)?")
_MANY = 30
"""More names than this that share all syllables but one are a list of people: only what is a letter apart is compared."""
_FAR = 20_000
"""Characters before a given name in which the person may have been named."""
_Y = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")


@dataclass(slots=True)
class Person:
    """A full name of a text, its mentions, the offices that the text gives it, and the numbers of the sentences that name it."""

    name: str
    mentions: list[Span] = field(default_factory=list)
    offices: list[Official] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Which of two names is likely the wrong one, how sure that is, and why; ``why`` is empty where nothing shows that they are one person's."""

    wrong: Person
    right: Person
    why: str = ""
    why_en: str = ""
    confidence: float = 0.0


def persons(doc: Document) -> list[Person]:
    """The persons with a full name, in text order."""
    out: dict[str, Person] = {}
    starts = [s.start for s in doc.sentences]
    for e in doc.entities:
        if e.label == "PER" and " " in " ".join(e.text.split()) and e.text[0].isupper():
            name = " ".join(e.text.split())
            person = out.setdefault(name := name.title() if name.isupper() else name, Person(name))
            person.mentions.append(e)
            n = bisect_right(starts, e.start) - 1
            if n >= 0 and e.end <= doc.sentences[n].end:
                person.sentences.add(n)
    for o in doc.officials:
        if o.name in out:
            out[o.name].offices.append(o)
    return list(out.values())


def pairs(people: Iterable[Person]) -> Iterator[tuple[Person, Person]]:
    """Pairs of names of one length that share all syllables but one; of many that share them, those that are a letter or mark apart."""
    groups: dict[tuple[int, tuple[str, ...]], list[Person]] = {}
    for person in people:
        words = fold(person.name).split()
        for i in range(len(words)):
            groups.setdefault((i, (*words[:i], "", *words[i + 1 :])), []).append(person)
    for (i, _), group in groups.items():
        if len(group) <= _MANY:
            yield from combinations(group, 2)
            continue
        near: dict[str, list[int]] = {}
        for n, person in enumerate(group):
            syllable = bare(fold(person.name).split()[i])
            for k in range(len(syllable) + 1):  # two syllables one letter apart are equal without that letter
                near.setdefault(syllable[:k] + syllable[k + 1 :], []).append(n)
        for a, b in sorted({pair for same in near.values() for pair in combinations(same, 2)}):
            yield group[a], group[b]


def evidence_of(doc: Document, one: Person, other: Person) -> Evidence | None:
    """What speaks for two names being one person's; ``None`` where they are not alike, or where the text shows two people."""
    x, y = _difference(one.name, other.name)
    near = known.near(x, y) or _sound(x) == _sound(y)
    first = fold(one.name).split()[0] != fold(other.name).split()[0]
    wrong, right = _order(doc, one, other, x, y)
    impossible = near and _impossible(wrong, right)
    shared = _shared(one, other)
    if first and not (near and (impossible or shared)):
        return None  # another surname is another family
    if impossible:
        return Evidence(wrong, right, "một âm tiết không có trong tiếng Việt", "one syllable is none of Vietnamese", 0.9)
    if wrong.sentences & right.sentences:  # two people in a list
        return None
    likelier = _is_name(_own(right, wrong)) > _is_name(_own(wrong, right))
    same_sound = _with_i(x) == _with_i(y)
    if shared and (is_single_office(shared.split("|")[0]) or (near and (same_sound or likelier or _titled(doc, wrong, right)))):
        office = shared.replace("|", " ").strip()
        return Evidence(wrong, right, f"cùng là {office}", f"both are {office}", 0.9 if near else 0.85)
    if not near or len(one.name.split()) < 3:
        return None
    if same_sound and (not (one.offices and other.offices) or _same_title(one, other)):
        return Evidence(wrong, right, *_ONE_LETTER, 0.7)
    if likelier and not right.offices and any(r.start <= m.start < r.end for r in doc.region("signature") for m in wrong.mentions):
        return Evidence(wrong, right, *_ONE_LETTER, 0.7)
    for again, before in ((wrong, right), (right, wrong)):
        if _called_again(doc, again, before):
            return Evidence(again, before, *_ONE_LETTER, 0.7)
    return Evidence(wrong, right)


def bare_strangers(doc: Document, people: list[Person]) -> Iterator[tuple[Span, Person]]:
    """Given names alone ("ông Tân") that are nobody's in the text, and differ by a letter or mark from that of one person named just before."""
    named = {w for e in doc.entities if e.label == "PER" and " " in e.text for w in fold(e.text).split()}
    told: set[str] = set()
    for e in doc.entities:
        if e.label != "PER" or not e.text.isalpha() or len(e.text) < 2 or fold(e.text) in named or e.text in told:
            continue
        address = _honorific(doc, e)
        if not address:
            continue
        told.add(e.text)
        before = [(m, p) for p in people for m in p.mentions if e.start - _FAR <= m.end <= e.start]
        fits = {p.name: p for m, p in before if _near_given(p.name, e.text) and _honorific(doc, m) in (address, "", "đồng chí", "đ/c")}
        if len(fits) != 1:
            continue
        person = next(iter(fits.values()))
        last = max(before, key=lambda b: b[0].start)[1]
        gap = e.start - max(m.end for m in person.mentions if m.end <= e.start)
        near = gap < 900 and doc.text.count("\n", e.start - gap, e.start) <= 2
        if last is person or (near and any(_honorific(doc, m) == address for m in person.mentions)):
            yield e, person


def _difference(one: str, other: str) -> tuple[str, str]:
    """The syllables, folded, in which two names of one length differ."""
    return next(((a, b) for a, b in zip(fold(one).split(), fold(other).split(), strict=True) if a != b), ("", ""))


def _own(person: Person, other: Person) -> str:
    return _difference(person.name, other.name)[0]


def _sound(syllable: str) -> str:
    """A syllable with the sounds made one that regions do not tell apart, without marks: Rích, Rít; Chí, Trí; Sinh, Xin."""
    s = bare(syllable)
    for a, b in (("tr", "ch"), ("gi", "d"), ("x", "s")):
        if s.startswith(a):
            s = b + s[len(a) :]
    for a, b in (("ch", "t"), ("nh", "n"), ("ng", "n"), ("c", "t")):
        if s.endswith(a) and len(s) > len(a):
            return s[: -len(a)] + b
    return s


def _near_given(name: str, given: str) -> bool:
    """Whether the given name of ``name`` differs from ``given`` by one letter or by its marks, not by both."""
    own, given = fold(name).split()[-1], fold(given)
    if own == given:
        return False
    a, b = unicodedata.normalize("NFD", own), unicodedata.normalize("NFD", given)
    return bare(own) == bare(given) or (len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1)


def _impossible(wrong: Person, right: Person) -> bool:
    """Whether only the wrong name has a syllable that cannot be Vietnamese."""
    return not is_syllable(_own(wrong, right)) and all(is_syllable(w) for w in fold(right.name).split())


def _order(doc: Document, one: Person, other: Person, x: str, y: str) -> tuple[Person, Person]:
    """The likelier wrong name and the likelier right one: by spelling, by what is said of them, by place."""

    def weight(p: Person, syllable: str) -> tuple[object, ...]:
        signs = any(r.start <= m.start < r.end for r in doc.region("signature") for m in p.mentions)
        return is_syllable(syllable) or not syllable, _is_name(syllable), len(p.mentions) + signs, bool(p.offices), -p.mentions[0].start

    return (one, other) if weight(one, x) < weight(other, y) else (other, one)


@cache
def _names() -> frozenset[str]:
    names = frozenset(fold(n) for _, _, row in resources.rows("given_names.tsv") for n in row.split())
    names |= {fold(name) for name, *_ in resources.rows("surnames.tsv")}
    return names | {_with_i(n) for n in names}


def _is_name(syllable: str) -> bool:
    """Whether a syllable is known as a given, middle or family name; i and y are written as one likes."""
    return syllable in _names() or _with_i(syllable) in _names()


def _with_i(syllable: str) -> str:
    """A syllable with i for a y that follows a consonant: both spellings are right (Quý, Quí; Sỹ, Sĩ), unlike Khải, Khảy."""
    return syllable.translate(_Y) if len(syllable) > 1 and syllable[-2] in "bcdđghklmnpqrstvxu" else syllable


def _shared(one: Person, other: Person) -> str | None:
    """The office, "title|body", that both names have; a body that is unsaid in one place may be the other's."""
    for a in one.offices:
        for b in other.offices:
            if not _may_be_one(a.organisation, b.organisation):
                continue
            both = {fold(t) for t in b.titles}
            for title in a.titles:
                if fold(title) in both and (a.organisation or b.organisation or len(title.split()) > 2):
                    return f"{title}|{a.organisation or b.organisation or ''}"
    return None


def _may_be_one(a: str | None, b: str | None) -> bool:
    """Whether two ways of writing a body may mean one: one begins the other, or most words are the same."""
    x, y = fold(a or ""), fold(b or "")
    if x.startswith(y) or y.startswith(x):
        return True
    first, second = set(x.split()), set(y.split())
    return len(first & second) >= 0.7 * len(first | second)


def _same_title(one: Person, other: Person) -> bool:
    return bool({fold(t) for o in one.offices for t in o.titles} & {fold(t) for o in other.offices for t in o.titles})


def _called_again(doc: Document, wrong: Person, right: Person) -> bool:
    """Whether the wrong name is called as one who was introduced before, and only the right name was."""
    if wrong.offices or len(wrong.mentions) > 1:
        return False
    at = wrong.mentions[0]
    introduced = bool(right.offices) or any(_INTRODUCES.match(_after(doc, m)) for m in right.mentions)
    if (len(right.mentions) < 2 and not introduced) or (at.start < right.mentions[0].start and len(right.mentions) < 3):
        return False
    before, after = _before(doc, at), _after(doc, at)
    everywhere = len(right.mentions) > 2
    if _honorific(doc, at) in ("em", "cháu") and not everywhere:  # pupils of a contest, children of a family
        return False
    if _INTRODUCES.match(after) or _KIN.search(before) or not (everywhere or _VERB.match(after) or (_honorific(doc, at) and _STOP.match(after))):
        return False
    listed, goes_on = _LISTED.search(before), _GOES_ON.match(after)
    edges = (at.start - (len(before) - listed.start()) if listed else -1, at.end + goes_on.end() if goes_on else -1)
    return not any(_person_at(doc, edge) for edge in edges)  # one of several in a list


def _person_at(doc: Document, edge: int) -> bool:
    """Whether a person's name ends or begins at this place."""
    n = bisect_left(doc.entities, edge, key=lambda e: e.start)
    return any(e.label == "PER" and edge in (e.start, e.end) for e in doc.entities[max(0, n - 1) : n + 1])


def _titled(doc: Document, wrong: Person, right: Person) -> bool:
    """Whether the wrong name follows its office ("Phó Chủ tịch UBND quận Lê Văn Mi nói"), as that of one who was introduced before."""
    at = wrong.mentions[0]
    if len(wrong.mentions) > 1 or at.start < right.mentions[0].start or not _VERB.match(_after(doc, at)):
        return False
    before = _before(doc, at)
    return any(fold(title) in before for o in wrong.offices for title in o.titles) and not before.rstrip().endswith((",", ":", ";"))


def _before(doc: Document, at: Span) -> str:
    return fold(doc.text[max(0, at.start - 60) : at.start])


def _after(doc: Document, at: Span) -> str:
    return fold(doc.text[at.end : at.end + 30])


def _honorific(doc: Document, at: Span) -> str:
    """The form of address right before a name, or ""."""
    found = _HONORIFIC.search(fold(doc.text[max(0, at.start - 12) : at.start]))
    return found[1] if found else ""
