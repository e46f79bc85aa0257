"""Persons' names: what is written, by surname, by what stands before, and by the place on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vnreport.language.letters import UPPER
from vnreport.people.institutions import Body
from vnreport.people.marks import PERSON_CUES, Marks
from vnreport.people.vocabulary import surnames, word_list

_GIVEN = frozenset("nam bắc đông trung việt tin đoàn hội chính luật quốc".split())
_CREDIT = re.compile(
    r"(?:^|[\s(.\"”])(?:(?:tin|bài|ảnh|clip|video|đồ họa)(?:\s*(?:,|và|-|&|/)\s*(?:tin|bài|ảnh|clip|video))*|tác giả|"
    r"thực hiện|người viết|biên tập|tổng hợp|người thực hiện)(?: minh họa)?\s*:$",
)
_LONGEST_CREDIT = 60
_CREDIT_NAME = re.compile(
    rf"(?:[^\s/:()]{{2,20}}/)?[ ]*((?:[{UPPER}][^\W\d_]*)(?:[ ][{UPPER}][^\W\d_]+){{0,4}})(?=\s*(?:[.,;)\n&|–-]|và\s|$|\s{{2}}))"
)
_AND = re.compile(r"\s*(?:,|-|–|&|và)\s*")
_INITIALS = re.compile(r"(?:[A-ZĐ]\.)+(?:[A-ZĐ]\.?(?![^\W\d_]))?")
_BEFORE_PLACES = frozenset({("thpt", "("), ("thcs", "("), ("ngã", "ba"), ("ngã", "tư"), ("ngã", "năm"), ("nút", "giao")})
"""Two words after which a name is a street's or a school's; so it is after "(12" and "trường cấp 3"."""
_PLACES = frozenset({("cù", "lao"), ("châu", "mỹ"), ("châu", "á"), ("châu", "âu"), ("châu", "phi")})
"""Beginnings of the names of islands and continents whose first word is a surname too."""
_LABELS = frozenset({"chức", "sinh", "ngày", "quê", "số", "năm", "nơi", "đơn", "điện"})
"""Words that begin a line of a form after a name."""
_MINORITY = re.compile(r"[HK]['’][^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name found: tokens ``[start, end)``, and how sure it is."""

    start: int
    end: int
    confidence: float


class _Finder:
    def __init__(self, marks: Marks, bodies: Iterable[Body], closed: set[int], unit_names: set[str]) -> None:
        self.m = marks
        self.scan = marks.scan
        self.surnames = surnames()
        self.unit_names = unit_names
        self.blocked = set(marks.in_unit) | closed
        self.body_end: dict[int, Body] = {}
        self.place_ends: set[int] = set()
        self.refused: set[int] = set()
        for body in bodies:
            self.blocked.update(range(body.start, body.end))
            self.body_end[body.end] = body
            if body.head.key.startswith("trường") and marks.lower(body.start - 1) == "các":
                self.place_ends.add(body.end)
        self.cue_end: dict[int, str] = {}
        for i, (end, term) in marks.office.items():
            if not (marks.scan.shapes[i] == "l" and end - i == 1):
                self.cue_end.setdefault(end, "office")
            if term.body == "Bộ" and (stop := marks.fields.get(end, 0)):  # "Bộ trưởng Công Thương"
                self.cue_end[stop] = "office"
                self.blocked.update(range(end, stop))
        for hits in marks.other.values():
            for end, term in hits:
                if term.kind in PERSON_CUES and self.cue_end.get(end) not in ("office", "honorific"):
                    self.cue_end[end] = term.kind
        for i, (end, _) in marks.office.items():
            if marks.scan.shapes[i] in "CU" or end - i > 1:
                self.blocked.update(range(i, end))
        self.close_places()

    def close_places(self) -> None:
        """Countries and sights are no persons; after an office they belong to it ("Tổng thống Mỹ …")."""
        for i, end in self.m.places.items():
            if self.cue_end.get(i) == "office":
                self.cue_end[end] = "office"
            elif end - i == 1 or self.person_goes_on(end) or (self.m.shape(i - 1) == "C" and self.m.same_line(i)):
                continue
            self.blocked.update(range(i, end))

    def person_goes_on(self, i: int) -> bool:
        """Whether a capital follows: "Trung Quốc" is a country, "Hoàng Sa Lan" is not."""
        return self.m.shape(i) == "C" and self.m.same_line(i)

    # -- what stands before -----------------------------------------------------------------------------------------------------------
    def cue(self, i: int) -> str:
        """What announces a person right before token ``i``: an office, a rank, a degree, an honorific, or ""."""
        m = self.m
        if not m.adjacent(i):
            return ""
        if i in self.cue_end:
            return self.cue_end[i]
        if body := self.body_end.get(i):  # "Chủ tịch UBND quận | Lê Văn Sơn"
            before = body.start
            if before in self.cue_end or any(e in self.cue_end for e in range(before + 1, body.end + 1)):
                return "office"
        if (i - 1) in m.in_unit or m.lower(i - 1) in ("tỉnh", "huyện", "xã", "quận", "phường"):
            k = i - 1
            while k in m.in_unit or m.lower(k) in ("tỉnh", "huyện", "xã", "quận", "phường"):
                k -= 1
            if k + 1 in self.cue_end and self.cue_end[k + 1] == "office":
                return "office"
        if m.lower(i - 1) == "." and self.cue_end.get(i - 1) == "degree" and m.shape(i - 2) in ("U", "m") and m.same_line(i):
            return "degree"  # "ThS. Chamaléa Thị Khiêm"
        if m.lower(i - 1) in ("-", ",", ":") and i > 1 and (i - 1) in self.cue_end:
            return "office,"
        return ""

    def place_before(self, i: int, end: int) -> bool:
        """Whether the name ``[i, end)`` is a street's or a school's; one of a list of them too ("các trường A, B và C")."""
        m = self.m
        if not m.same_line(i):
            return False
        if m.lower(i - 1) in word_list("place-before"):
            if m.lower(i - 2) in ("các", "những", "tuyến"):
                self.place_ends.add(end)
            return True
        if (m.lower(i - 2), m.lower(i - 1)) in _BEFORE_PLACES or (m.shape(i - 1) == "d" and m.lower(i - 2) in ("(", "cấp")):
            self.place_ends.add(end)
            return True
        if m.lower(i - 1) in (",", "và", "-") and (i - 1) in self.place_ends:
            self.place_ends.add(end)
            return True
        return False

    # -- runs of capitals -------------------------------------------------------------------------------------------------------------
    def runs(self) -> Iterator[tuple[int, int]]:
        """Runs of capitalised tokens with nothing but a space between, none of them taken."""
        shapes, n = self.scan.shapes, len(self.scan)
        text, starts, ends = self.scan.text, self.scan.starts, self.scan.ends
        i = 0
        for m in re.finditer(r"[CUm]+(?:p[Cm]+)*", shapes):
            i = m.start()
            while i < m.end():
                if i in self.blocked or shapes[i] == "p":
                    i += 1
                    continue
                j = i + 1
                while j < n and j < m.end() and j not in self.blocked:
                    if shapes[j] == "p":
                        if (
                            text[ends[j - 1] : starts[j] + 1] != "-"
                            or j + 1 >= n
                            or starts[j + 1] != ends[j]
                            or shapes[j - 1] == "U"
                            or j + 1 in self.blocked
                        ):
                            break
                        j += 2
                        continue
                    gap = text[ends[j - 1] : starts[j]]
                    if (gap != " " and len(gap) > 2) or (gap.strip(" ") and not (gap.count("\n") == 1 and not gap.strip() and self.runs_on(j))):
                        break
                    j += 1
                yield i, min(j, m.end())
                i = j

    def runs_on(self, i: int) -> bool:
        """Whether a name that a line break cuts goes on at token ``i``: after "Văn", "Thị", or a surname that cannot be a line's end."""
        before = self.lower(i - 1)
        if before in ("văn", "thị"):
            return self.lower(i) not in _LABELS
        if (
            self.surnames.get(self.lower(i - 2)) == "strong"
            and self.cue(i - 2)
            and not self.scan.line_break(i - 1)
            and (self.m.lower(i + 1) in ("-", ",", "(") or self.person_after(i + 1))
        ):
            return True  # "đ/c Lê Chí / Phó - Phó Chủ tịch"
        return self.surnames.get(before) == "strong" and (
            not self.scan.line_break(i - 1) or self.cue(i - 1) == "office" or self.lower(i) in ("văn", "thị")
        )

    def lower(self, i: int) -> str:
        return self.m.lower(i)

    def read_run(self, a: int, b: int) -> Name | None:
        """The name in the run ``[a, b)``."""
        shapes = self.scan.shapes
        cue = self.cue(a)
        k = a
        while k < b - 1 and not (k > a and self.surnames.get(self.lower(k)) == "strong"):  # "Đồng chí Lê …": the cue stands inside the run
            end = next((e for e, t in self.m.other.get(k, ()) if t.kind in PERSON_CUES and e < b), 0) if shapes[k] != "U" else 0
            if self.lower(end) in ("văn", "thị"):  # "Chị Ông Thị Tuyết": a surname too
                end = 0
            if end and (k == a or self.lower(a) not in self.surnames):
                a, cue = end, self.cue_end.get(end, "honorific")
                k = end
            else:
                k += 1
        if shapes[a] == "U" and cue == "office" and shapes[b - 1] == "C":  # "Chủ nhiệm UBDT | Hầu A Lềnh"
            while shapes[a] == "U":
                a += 1
        elif shapes[a] == "U" and not cue and not (b - a >= 3 and self.surnames.get(self.lower(a)) == "strong"):
            while a < b and shapes[a] == "U":  # an abbreviation before the name
                a += 1
            if a == b:
                return None
            cue = self.cue(a) or "office" if (a - 1) in self.cue_end else self.cue(a)
        if shapes[a] != "U" and "U" in shapes[a:b]:
            b = a + shapes[a:b].index("U")
        if self.lower(b - 1) in ("ngày", "lượt") and self.m.shape(b) == "l" and b - a > 2:  # "Người đăng: X Ngày đăng: …"
            b -= 1
        if a == b:
            return None
        n = b - a
        if cue:
            return self.after_cue(a, b, cue)
        for s in range(a, b):
            strength = self.surnames.get(self.lower(s))
            if strength in (None, "clan") and not _MINORITY.fullmatch(self.scan.words[s]):
                continue
            if s > a and strength != "strong":
                continue
            found = self.by_surname(s, b, strength, s > a)
            if found or s > a:
                return found
            if n > 4:
                continue
        return None

    def after_cue(self, a: int, b: int, cue: str) -> Name | None:
        n = b - a
        low = self.lower(a)
        if self.lower(b - 1) in word_list("company-last"):
            return None
        if low in word_list("not-first-of-name") and n < 2 and cue != "honorific":
            return None
        if self.lower(a - 1) == "em" and self.lower(a - 2) in ("trẻ", "chị", "anh", "đàn"):
            return None
        if n == 1 and (self.lower(a - 1) == "bạn" or not self.m.same_line(a)):
            return None
        if n == 1:
            if (
                cue != "honorific"
                or (low in word_list("not-first-of-name") and low not in _GIVEN)
                or self.lower(a - 1) in ("vua", "chúa", "tướng", "đế")
            ):
                return None
            if self.scan.words[a - 1] in ("Bác", "Anh", "Bà", "Cô") and low in ("hồ", "tôn", "ngữ", "mo", "chúa"):
                return None
            if self.scan.shapes[a] == "U" or (self.scan.words[a - 1][0].isupper() and self.lower(a - 2) in word_list("place-before")):
                return None  # "cồn Ông Trang"
            if self.scan.words[a - 1][0].isupper() and not self.m.scan.line_break(a - 1) and self.lower(a - 1) in ("anh", "bà", "mẹ", "bé", "cô"):
                return None
            return Name(a, b, 0.75)
        if low == "việt" and self.lower(a + 1) == "nam" and (n == 2 or self.lower(a + 2) == "anh"):
            return None  # "Bà mẹ Việt Nam anh hùng"
        strength = self.surnames.get(low)
        if n > 4:
            if strength:
                return Name(a, a + 4 if n > 5 else b, 0.7)
            return None
        if cue == "office,":
            return Name(a, b, 0.85) if strength and n >= 2 and not self.place_before(a, b) else None
        if strength is None and cue in ("office", "degree") and n == 2 and low in word_list("not-first-of-name"):
            return None
        if strength is None and cue == "office":  # "Chủ tịch Nam Long Trần Văn Khải"
            inner = next((k for k in range(a + 1, b - 1) if self.surnames.get(self.lower(k)) == "strong"), None)
            if inner is not None:
                return Name(inner, b, 0.7)
            if self.vietnamese(a, b):
                return None
        return Name(a, b, 0.97 if strength else 0.75)

    def vietnamese(self, a: int, b: int) -> bool:
        """Whether the words have Vietnamese marks or are common given names, so that a place or a title may be meant."""
        return any(ord(c) > 127 for w in self.scan.words[a:b] for c in w)

    def by_surname(self, s: int, b: int, strength: str | None, inside: bool) -> Name | None:
        if b - s > 2 and len(self.scan.words[b - 1]) == 1 and self.m.shape(b) == "d" and self.scan.starts[b] == self.scan.ends[b - 1]:
            b -= 1  # "Hồ Chí Minh K38"
        n = b - s
        if n < 2 or n > 5:
            return None
        low = self.lower(s + 1)
        words = self.scan.words
        if self.place_named(s, b):
            self.refused.update(range(s, b))
            return None
        capital = self.scan.shapes[s] == "U"
        if capital and not (n >= 3 and strength == "strong" and self.alone(s, b)):
            return None
        if strength is None:
            return Name(s, b, 0.8)
        if " ".join(words[s + 1 : b]) in self.unit_names and not self.person_after(b):  # "Lê Bắc Hà": the pears of Bắc Hà
            self.refused.update(range(s, b))
            return None
        if strength == "strong":
            if n >= 3:
                return Name(s, b, 0.9 if n < 5 else 0.6)
            if low in word_list("not-first-of-name") or inside:
                return None
            return Name(s, b, 0.6) if self.person_after(b) else None
        if n >= 3 and low in ("văn", "thị"):
            return Name(s, b, 0.9)
        if n in (3, 4) and low in word_list("middle-name") and all(words[k].isalpha() for k in range(s, b)):
            return Name(s, b, 0.6 if self.person_after(b) or self.list_context(s) else 0.5)
        if n == 3 and self.person_after(b):
            return Name(s, b, 0.55)
        return None

    def place_named(self, s: int, b: int) -> bool:
        """Whether the name ``[s, b)`` is that of a street, a school, a lake, an island."""
        if self.lower(s - 1) == "-" and self.lower(b) in ("-", ",") and not self.person_after(b) and self.m.same_line(s):
            return True  # a stretch of road: "Nguyễn Trãi - Lê Văn Lương - Vạn Phúc"
        if self.scan.words[s] == "Hồ" and "hồ " + " ".join(self.scan.words[s + 1 : b]) in self.scan.text:
            return True  # "hồ Đồng Mô" stands elsewhere
        return (self.lower(s), self.lower(s + 1)) in _PLACES or self.place_before(s, b)

    def list_context(self, s: int) -> bool:
        return self.lower(s - 1) in (":", ";", "và") or self.scan.line_break(s)

    def person_after(self, b: int) -> bool:
        """Whether an office, an age or a verb of saying follows."""
        m = self.m
        low = m.lower(b)
        if low in (",", "-", "(") and (
            b + 1 in m.office
            or (m.shape(b + 1) == "d" and (m.lower(b + 2) == "tuổi" or (low == "(" and m.lower(b + 2) in (")", "-"))))
            or m.lower(b + 1) in ("sinh", "sn", "nguyên", "quê", "trú", "ngụ")
        ):
            return True
        return low in word_list("said-of-a-person") and m.same_line(b)

    def alone(self, s: int, b: int) -> bool:
        """Whether the tokens are a line of their own."""
        return self.scan.line_break(s) and (b == len(self.scan) or self.scan.line_break(b))

    # -- names of other kinds ---------------------------------------------------------------------------------------------------------
    def initials(self) -> Iterator[Name]:
        """ "anh L.", "chị N.T.H." """
        text = self.scan.text
        for i, kind in self.cue_end.items():
            if kind != "honorific" or self.m.shape(i) not in ("C", "U") or self.lower(i + 1) != ".":
                continue
            if found := _INITIALS.match(text, self.scan.starts[i]):
                end = self.scan.before(found.end()) + 1
                yield Name(i, end, 0.8)

    def credits(self) -> Iterator[Name]:
        """Names in photo credits and bylines: "Ảnh: BGP/Đại Lâm", "Tin, ảnh: Gia Huy", "Bài: A - Ảnh: B"."""
        text, folded = self.scan.text, self.scan.folded
        colon = folded.find(":")
        while colon >= 0:  # what stands before each colon
            m = _CREDIT.search(folded, max(0, colon - _LONGEST_CREDIT), colon + 1)
            start, colon = colon, folded.find(":", colon + 1)
            if m is None:
                continue
            at = start + 1
            while text[at : at + 1].isspace():
                at += 1
            for _ in range(3):
                found = _CREDIT_NAME.match(text, at)
                if not found:
                    break
                a, b = self.scan.at(found.start(1)), self.scan.before(found.end(1)) + 1
                if 2 <= b - a <= 4 and self.person_like(a, b):
                    yield Name(a, b, 0.85)
                joint = _AND.match(text, found.end())
                if not joint or "\n" in joint[0]:
                    break
                at = joint.end()

    def person_like(self, a: int, b: int, shapes: str = "Cm") -> bool:
        """Whether every word is one capitalised syllable with nothing that speaks for a body or place."""
        return (
            all(self.scan.shapes[k] in shapes for k in range(a, b))
            and not any(k in self.m.in_unit or k in self.m.heads or k in self.blocked for k in range(a, b))
            and a not in self.m.office
            and self.scan.lower[b - 1] not in word_list("company-last")
            and not any(term.kind == "honorific" for end, term in self.m.other.get(a, ()) if end < b - 1)
        )

    def last_lines(self) -> Iterator[Name]:
        """A line of two to four capitalised syllables near the end: the author."""
        scan = self.scan
        lines: list[tuple[int, int]] = []
        i = len(scan)
        while i and len(lines) < 8:
            j = i
            i = scan.at(scan.text.rfind("\n", 0, scan.starts[j - 1]) + 1)
            lines.append((i, j))
        for a, b in lines:
            k = a
            if scan.lower[a] in ("theo", "nguồn", "xem", "tin", "từ", "bài") or scan.lower[a] in word_list("place-before"):
                continue
            while k < b and scan.shapes[k] in "Cm" and scan.shapes[k]:
                k += 1
            glued = k == b - 1 and scan.words[k] == "hợp"
            if 2 <= k - a <= 4 and (k == b or glued or scan.words[k] in ("–", "-", "(", "|")) and self.person_like(a, k):
                yield Name(a, k, 0.8)
                if k < b - 1 and scan.words[k] in ("–", "-", "&", ","):  # "Lê Minh - Tân An"
                    j = k + 1
                    while j < b and scan.shapes[j] in "Cm":
                        j += 1
                    if 2 <= j - k - 1 <= 4 and j == b and self.person_like(k + 1, j):
                        yield Name(k + 1, j, 0.8)
                return

    # -- all ---------------------------------------------------------------------------------------------------------------------------
    def find(self, regions: Iterable[tuple[int, int]]) -> list[Name]:
        found = list(self.credits())
        for a, b in regions:
            span = self.scan.between(a, b)
            if 2 <= len(span) <= 4 and self.person_like(span.start, span.stop, "CmU"):
                found.append(Name(span.start, span.stop, 0.9))
        found += self.last_lines()
        found += self.initials()
        taken = {k for n in found for k in range(n.start, n.end)}
        for a, b in self.runs():
            if any(k in taken for k in range(a, b)):
                continue
            name = self.read_run(a, b)
            if name:
                if self.hyphened(name.end):
                    name = Name(name.start, name.end + 2, name.confidence)  # "Park Min-ho"
                if len(self.scan.words[name.end - 1]) == 1 and self.lower(name.end) == "." and name.end - name.start > 1:
                    name = Name(name.start, name.end + 1, name.confidence)  # "Hoàng Văn H."
                found.append(name)
                taken.update(range(name.start, name.end))
        found += self.again(found, taken)
        found += self.listed(found, taken)
        found.sort(key=lambda n: n.start)
        return _apart(found)

    def hyphened(self, i: int) -> bool:
        """Whether a hyphen and a small syllable are glued on at ``i``."""
        s = self.scan
        return self.m.shape(i + 1) == "l" and self.lower(i) == "-" and s.starts[i] == s.ends[i - 1] and s.starts[i + 1] == s.ends[i]

    def listed(self, found: list[Name], taken: set[int]) -> list[Name]:
        """Members of a list of persons: two or three capitals between commas, a person on each side ("A, | Kpuih Thớt, | B")."""
        out: list[Name] = []
        ends, starts = {n.end for n in found}, {n.start for n in found}
        for a in sorted(e + 1 for e in ends):
            names: list[Name] = []
            while self.lower(a - 1) in (",", ";") and self.m.same_line(a) and a not in starts:
                b = a
                while self.m.shape(b) in ("C", "m") and b not in taken and b not in self.blocked and b - a < 4 and (b == a or self.m.same_line(b)):
                    b += 1
                if b - a not in (2, 3) or self.lower(b) not in (",", ";") or not self.person_like(a, b):
                    break
                names.append(Name(a, b, 0.7))
                a = b + 1
            if names and a in starts:
                out += names
        return out

    def again(self, found: list[Name], taken: set[int]) -> list[Name]:
        """The other mentions of names that are sure somewhere: the same words, and the surname of a foreigner."""
        out: list[Name] = []
        scan = self.scan
        by_first: dict[str, set[tuple[str, ...]]] = {}
        for n in found:
            words = scan.words[n.start : n.end]
            if n.confidence >= 0.75 and len([w for w in words if w[0].isalpha()]) >= 2 and scan.words[n.start + 1] != ".":
                by_first.setdefault(words[0], set()).add(words)
                capitals = tuple(w.upper() for w in words)  # in a heading
                by_first.setdefault(capitals[0], set()).add(capitals)
                if words[-1].isascii() and words[0].isascii() and len(words[-1]) > 3 and self.surnames.get(self.lower(n.start)) is None:
                    by_first.setdefault(words[-1], set()).add(words[-1:])
        done = 0
        for i in [i for i, word in enumerate(scan.words) if word in by_first]:
            if i < done:
                continue
            for words in sorted(by_first[scan.words[i]], key=len, reverse=True):
                j = i + len(words)
                if (
                    scan.words[i:j] == words
                    and not any(k in taken or k in self.blocked for k in range(i, j))
                    and not self.place_before(i, j)
                    and not (self.m.shape(j) == "C" and self.m.same_line(j) and len(words) == 1)
                ):
                    out.append(Name(i, j, 0.8))
                    taken.update(range(i, j))
                    done = j
                    break
        return out


def _apart(found: list[Name]) -> list[Name]:
    """The names without those that overlap an earlier one."""
    out: list[Name] = []
    for n in found:
        if not out or n.start >= out[-1].end:
            out.append(n)
    return out


def find(
    marks: Marks, bodies: Iterable[Body], closed: set[int], unit_names: set[str], regions: Iterable[tuple[int, int]] = ()
) -> tuple[list[Name], set[int]]:
    """The persons named in a text, in order, and the tokens of names that are streets' and schools'.

    Parameters
    ----------
    marks : Marks
        The marks of the text.
    bodies : iterable of Body
        Its organisations: a name inside one is none.
    closed : set of int
        Tokens that belong to the numbers of documents.
    unit_names : set of str
        Names of the units that the text names.
    regions : iterable of (int, int)
        Places on the page that hold an author's name.
    """
    finder = _Finder(marks, bodies, closed, unit_names)
    return finder.find(regions), finder.refused
