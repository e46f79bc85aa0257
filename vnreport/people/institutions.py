"""Organisations: the longest natural span of a body's name, with its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnreport.language.common import common_words
from vnreport.people.marks import Marks
from vnreport.people.vocabulary import LEVELS, Term, domain_syllables, surnames, word_list

_CAMEL = re.compile(r"[A-Z][A-Za-z]*[a-z][A-Z][A-Za-z]*")
_LONGEST = 60  # tokens of a name; no body of the state has a longer one, and work for each head stays bounded
_DEEPEST = 6
"""Bodies inside bodies at most: no name has more, and a text of nothing but heads must not run deep."""
_GENERIC = frozenset("cấp địa đơn ngành".split())
_LISTS = frozenset("các những một số hai ba bốn năm".split())


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation found: tokens ``[start, end)``, the head that it begins with, and how sure it is."""

    start: int
    end: int
    head: Term
    confidence: float


class _Finder:
    def __init__(self, marks: Marks) -> None:
        self.m = marks
        self.words = marks.scan.words
        self.lower = marks.scan.lower
        self.shapes = marks.scan.shapes
        self.domain = domain_syllables()
        self.surnames = surnames()
        self.depth = 0
        self.parsed: dict[int, Body | None] = {}
        self.office_ends = {
            at for end, term in marks.office.values() for at in (end, end - 1 if term.body in ("Khoa", "Phòng", "Ban", "Đài", "Trạm") else end)
        }

    # -- parts ----------------------------------------------------------------------------------------------------------------------
    def unit_tail(self, i: int) -> int:
        """End of the unit, level word or list of levels at ``i``; ``i`` itself if there is none; -1 for a generic one ("các cấp")."""
        m = self.m
        if m.lower(i) == "việt" and m.lower(i + 1) == "nam":
            i += 2
        elif m.lower(i) in ("vn", "việtnam"):
            i += 1
        if not m.adjacent(i):
            return i
        if i in m.units:
            return m.units[i]
        if m.lower(i) in _GENERIC:
            return -1
        if (end := m.level(i)) and not (m.lower(end) in ("hội", "ủy", "đoàn") and m.same_line(end)):
            return end
        if m.lower(i) == "trung" and m.lower(i + 1) == "ương":
            return i + 2
        if m.lower(i) in ("tw", "tư") and m.shape(i) == "U":
            return i + 1
        if m.lower(i) == "t" and m.lower(i + 1) == "." and m.lower(i + 2) in ("ư", "w"):
            return i + 3
        if (end := m.hamlet(i)) > i:
            return end
        if (end := self.region(i)) > i:
            return end
        if m.lower(i) in _LISTS or m.shape(i) == "d":
            j = i + 1 + (m.lower(i + 1) == "số")
            if m.lower(j) in _GENERIC:
                return -1
            if end := m.level(j):
                return self.unit_names(self.more_levels(end), j)
        return i

    def region(self, i: int) -> int:
        """End of "khu vực 3 - Lâm Đồng", "khu vực Đông Bắc" at ``i``; ``i`` itself if there is none."""
        m = self.m
        if m.lower(i) != "khu" or m.lower(i + 1) != "vực":
            return i
        j = i + 2
        if m.shape(j) == "d" or (m.shape(j) == "U" and set(m.lower(j)) <= set("ivx")):
            j += 1
            if m.lower(j) != "-" or not m.same_line(j + 1):
                return j
            if j + 1 in m.units:
                return m.units[j + 1]
            k = j + 1  # "khu vực 2 - Phú Lộc"
            while m.shape(k) == "C" and m.same_line(k) and k not in m.office and k not in m.heads and k not in m.other and k - j < 4:
                k += 1
            return k if k > j + 2 and not self.person_at(j + 1) else j
        if j in m.units:
            end = m.units[j]
            return m.units[end + 1] if m.lower(end) == "-" and (end + 1) in m.units else end
        while m.shape(j) == "C" and m.same_line(j) and j not in m.office and j not in m.heads and j - i < 5:
            j += 1
        return j if j > i + 2 else i

    def more_levels(self, i: int) -> int:
        """End of ", thị xã, thành phố" and "và phường" at ``i``."""
        m = self.m
        while m.lower(i) in (",", "và", "-", "/"):
            j = i + 1 + (m.shape(i + 1) == "d")  # ", 01 thị trấn"
            if not (end := m.level(j)) or j in m.units:
                break
            i = end
        return i

    def unit_names(self, i: int, level_at: int) -> int:
        """End of the names listed after "các huyện" at ``i``: ": A, B và C"."""
        m = self.m
        listed = level_at in m.units
        if listed:
            i = max(i, m.units[level_at])
        j = i + (m.lower(i) == ":" or (listed and m.lower(i) == ",") or (m.lower(i) == "và" and m.level(i + 1) > 0))
        while j in m.units:
            i = m.units[j]
            j = i + 1 if m.lower(i) in (",", "và", ";") else i
            if j == i:
                break
        return i

    def person_at(self, i: int) -> bool:
        """Whether a person's name seems to begin at ``i``: a surname that can be nothing else, and one to three more capitals."""
        strength = self.surnames.get(self.m.lower(i))
        if strength is None or self.m.shape(i) != "C" or i in self.m.in_unit:
            return False
        if strength != "strong" and self.m.lower(i + 1) not in ("văn", "thị"):
            return False
        j = i + 1
        while self.m.shape(j) in "Cm" and self.m.shape(j) and self.m.same_line(j):
            j += 1
        return 2 <= j - i <= 5

    def surname_before(self, i: int) -> bool:
        """Whether a surname stands right before token ``i``: "Lê Trường Lưu" is no school."""
        return self.m.shape(i - 1) == "C" and self.m.same_line(i) and self.m.lower(i - 1) in self.surnames

    def capitals(self, i: int, proper: bool) -> int:
        """End of a run of capitalised words at ``i``, with the joining signs and the lower-case syllables of fields of work inside."""
        m = self.m
        end = j = first = i
        seen = False
        while j < min(len(self.words), i + _LONGEST) and m.adjacent(j):
            shape, low = self.shapes[j], self.lower[j]
            if j > i and (m.wide(j) or (shape == "C" and low in ("ngày", "lượt") and m.shape(j + 1) == "l")):  # a column, a label of the page
                break
            if j in m.units and (seen or (proper and j > i)):
                end = max(end, m.units[j])
                return m.units[end + 1] if m.lower(end) == "-" and (end + 1) in m.units else end
            if low == "trung" and m.lower(j + 1) == "ương" and (seen or (proper and j > i)):
                return j + 2
            if proper and shape == "C" and j in m.heads and m.heads[j][0][1].kind == "name" and m.same_line(j):
                j = m.heads[j][0][0]
            elif shape in "CUm" and not (j > i and (self.heads_body(j) or j in m.office) and shape != "U"):
                if seen and (self.lower[j - 1] not in self.surnames or j - first > 1) and self.person_at(j):
                    break
                if shape == "U" and any(term.kind == "degree" for _, term in m.other.get(j, ())):
                    break
                if j > i and not m.same_line(j):
                    break
                if not seen and not (proper and low in word_list("type-of-enterprise")):
                    seen, first = True, j
                j += 1
                end = j
            elif (
                (seen or (proper and j > i))
                and low in ("và", "-", "&", "/")
                and m.shape(j + 1) in ("C", "U", "m")
                and (j + 1) not in m.heads
                and self.scan_text(j + 1, j + 3) not in _DOCUMENTS
                and not self.person_at(j + 1)
            ):
                j += 1
            elif seen and shape == "l" and self.scan_text(j, j + 2) in _TAILS and m.same_line(j):
                j += 2
                end = j
            elif (
                (seen and not proper and shape == "l" and m.same_line(j) and self.in_field(j))
                or (
                    proper
                    and seen
                    and shape == "l"
                    and self.shapes[j - 1] == "C"
                    and low in word_list("second-syllable")
                    and m.same_line(j)
                    and not self.verb(j)
                )
                or (j > i and self.ends_word(j))
            ):
                j += 1
                end = j
            elif (
                proper
                and low in word_list("type-of-enterprise")
                and m.same_line(j)
                and not (low == "và" and j + 1 in m.heads and m.shape(j + 1) in ("C", "U"))
            ):
                j += 1
            elif proper and shape == "d" and m.same_line(j) and (j == i or self.lower[j - 1] == "số"):
                return j + 1
            else:
                break
        return end if seen else i

    def number_ends(self, k: int) -> bool:
        """Whether the number at ``k`` belongs to the name before it ("Bệnh viện Nhi Đồng 1") and counts nothing."""
        return (
            self.m.shape(k) == "d"
            and self.m.same_line(k)
            and len(self.words[k]) < 4
            and not (self.m.lower(k + 1) in (".", ",") and self.m.shape(k + 2) == "d")  # 1.020
            and self.m.lower(k + 1) not in _COUNTED
            and self.m.lower(k + 1) not in ("/", "-", "%")
        )

    def leads_to_unit(self, k: int) -> bool:
        """Whether a few words in lower case and then a unit follow the comma before ``k`` ("…, gian lận thương mại và hàng giả | huyện")."""
        m = self.m
        for n in range(k, k + 9):
            if n in m.units or m.level(n):
                return n > k
            if m.shape(n) != "l" or self.lower[n] in word_list("purpose-stop") | _PAPERS or n in m.heads or n in m.office or self.verb(n):
                return False
        return False

    def zone(self, k: int) -> bool:
        """Whether the comma at ``k`` stands in "Khu kinh tế, công nghiệp"."""
        return self.lower[k - 3 : k] == ("khu", "kinh", "tế") and self.m.lower(k) == "," and self.scan_text(k + 1, k + 3) == "công nghiệp"

    def heads_body(self, j: int) -> bool:
        """Whether a head stands at ``j`` that may go on: the last word of "Hoa Ban" does not."""
        m = self.m
        hits = m.heads.get(j)
        if hits and hits[0][0] == j + 1 and m.lower(j + 1) in word_list("not-before:" + self.lower[j]):
            return False  # "Khoa học"
        return hits is not None and not (
            hits[0][0] == j + 1 and self.lower[j] in _SYLLABLES_OF_NAMES and m.shape(j + 1) not in ("C", "U", "m") and j + 1 not in m.fields
        )

    def in_field(self, j: int) -> bool:
        """Whether the lower-case token ``j`` is of a field of work; after the country a verb comes ("… Việt Nam | lưu ý")."""
        low, after = self.lower[j], self.m.lower(j + 1)
        if low not in self.domain or self.lower[j - 2 : j] == ("việt", "nam") or self.verb(j):
            return False
        return after in self.domain or f"{low} {after}" not in common_words()  # "… Nông nghiệp | báo cáo"

    def verb(self, j: int) -> bool:
        """Whether tokens ``j`` and the next are a verb that may follow a body's name ("… Ia Ring | tài trợ")."""
        return f"{self.lower[j]}-{self.m.lower(j + 1)}" in word_list("verb-after-body")

    def ends_word(self, j: int) -> bool:
        """Whether the lower-case token ``j`` ends the word that the capital before it begins ("Phát | triển"), and begins none itself."""
        low, before = self.lower[j], self.lower[j - 1]
        if self.shapes[j] != "l" or self.shapes[j - 1] != "C" or not self.m.same_line(j):
            return False
        if f"{before}-{low}" in word_list("word-of-name"):
            return True
        known = common_words()
        return f"{before} {low}" in known and f"{low} {self.m.lower(j + 1)}" not in known

    def nested(self, i: int) -> int:
        """End of the body that begins right at ``i``, 0 if none."""
        if i not in self.m.heads or not self.m.adjacent(i) or self.depth == _DEEPEST:
            return 0
        self.depth += 1
        found = self.parse(i)
        self.depth -= 1
        return found.end if found and found.head.kind in ("body", "closed", "group", "name", "field-head") else 0

    def scan_text(self, i: int, j: int) -> str:
        return " ".join(self.lower[i:j])

    def company(self, i: int) -> int:
        """End of a company's bare name at ``i`` ("Nam Long Group"): capitals of which the last is no Vietnamese syllable."""
        m = self.m
        j = i
        while m.shape(j) in ("C", "m", "U") and m.same_line(j) and j not in m.office and j not in m.heads:
            j += 1
        return j if j > i and (m.lower(j - 1) in word_list("company-last") or _foreign(self.words[j - 1])) else i

    # -- heads ----------------------------------------------------------------------------------------------------------------------
    def parse(self, i: int) -> Body | None:
        """The longest body that begins at token ``i``; kept, since it may be asked for as a part of bodies before it."""
        if i in self.parsed:
            return self.parsed[i]
        best: Body | None = None
        for end, term in self.m.heads.get(i, ()):
            if self.in_office(i, end, term):
                continue
            found = self.read(i, end, term)
            if found and (best is None or found.end > best.end):
                best = found
        self.parsed[i] = best
        return best

    def announced(self, i: int) -> Body | None:
        """A body in lower case that an office announces ("Giám đốc | Trung tâm thử nghiệm lâm sàng, …"): up to the next sign or unit."""
        m = self.m
        end, term = m.heads[i][-1]
        if i not in self.office_ends or term.kind not in ("field-head", "name", "purpose") or "C" not in (self.shapes[i], m.shape(end)):
            return None
        k = end
        while k < len(self.words) and k - end < 12 and m.same_line(k) and self.shapes[k] in "lCU":
            if k in m.units:
                return Body(i, m.units[k], term, 0.6)
            if self.lower[k] in word_list("purpose-stop") or k in m.office or self.person_at(k):
                break
            k += 1
        whole = k == len(self.words) or not m.same_line(k) or self.shapes[k] == "p" or self.person_at(k)
        return Body(i, k, term, 0.6) if whole and k - end >= 2 else None

    def in_office(self, i: int, end: int, term: Term) -> bool:
        """Whether the head is a part of a title: "Phó Bí thư [Thường trực] Tỉnh ủy", "[Bộ] trưởng"."""
        office = self.m.office.get(i)
        if office and office[0] > end:
            return not office[1].key.startswith("thường trực")
        for k in range(max(0, i - 4), i):
            if (office := self.m.office.get(k)) and office[0] > i:
                if term.key.startswith("thường trực ") and office[1].key.endswith("thường trực"):
                    return True  # "Phó Chủ tịch Thường trực | HĐND huyện"
                return office[0] > end or (office[0] == end and (term.kind == "group" or term.key == "thường trực"))
        return False

    def read(self, i: int, j: int, term: Term) -> Body | None:
        m = self.m
        kind = term.kind
        capital = self.shapes[i] in "CUm"
        if m.lower(j) == "viên" and term.key.endswith("ủy"):
            return None
        if j - i == 1 and m.lower(j) in word_list("not-before:" + term.key):
            return None
        if j - i == 1 and i and self.lower[i - 1] in word_list("not-after:" + term.key) and self.shapes[i - 1] != "p":
            return None
        if not capital and j - i > 1 and i and m.same_line(i) and self.lower[i - 1] in word_list(f"not-after:{self.lower[i]}"):
            return None  # "đại | hội khuyến học tỉnh"
        if kind == "closed":
            if not capital:
                return None
            nested = self.nested(j) if m.same_line(j) else 0
            return Body(i, nested or (self.region(j) if m.adjacent(j) else j), term, 0.9)
        if kind == "body":
            return self.read_body(i, j, term, capital)
        if kind == "group":
            dash = (m.lower(j) == "-" and m.lower(j + 1) in ("công", "tập", "ngân")) or (m.lower(j) == "." and term.key in ("tt", "ttr"))
            if (end := self.nested(j + dash)) or (m.shape(j) == "m" and _CAMEL.fullmatch(self.words[j]) and (end := j + 1)):
                return Body(i, end, term, 0.9)
            if (end := self.company(j)) > j:
                return Body(i, end, term, 0.8)
            return Body(i, j, term, 0.6) if term.alone and (capital or len(term.key) > 14) else None
        if (
            not capital
            and j - i == 1
            and i
            and not word_list("not-after:" + term.key)
            and self.lower[i - 1] not in word_list("before-lower-head")
            and self.shapes[i - 1] != "d"
        ):
            return None
        if kind == "field-head":
            return self.read_field(i, j, term, capital)
        if kind == "purpose":
            return self.read_purpose(i, j, term, capital)
        if j in m.heads and any(t.kind == "closed" for _, t in m.heads[j]) and (end := self.nested(j)):
            return Body(i, end, term, 0.8)
        if (
            term.key == "trường"
            and m.shape(j) == "C"
            and j not in m.fields
            and (m.lower(j) not in word_list("type-of-enterprise") or self.surname_before(i))
        ):
            return None
        if m.shape(j) == "d" and not capital and not term.key.endswith(("đoàn", "khu", "đội")):
            return None  # "ở bệnh viện 6 ngày"
        end = self.capitals(j, proper=True)
        k = j
        while m.lower(k) in word_list("type-of-enterprise") and m.same_line(k) and not m.level(k):
            k += 1
        if end == j and capital and k - i > 2 and m.same_line(k) and (tail := self.unit_tail(k)) > k:  # "Bệnh viện Đa khoa | tỉnh"
            return Body(i, tail, term, 0.8)
        if end == j and capital and term.key in _BUSINESSES:
            end = self.plain_name(j)
        if end > j and capital and term.key in _BUSINESSES:
            end = self.goes_on(end)
        if end > j and m.shape(end - 1) != "d" and self.number_ends(end) and term.key.startswith(("bệnh viện", "bv", "trường", *_TROOPS)):
            end += 1
        if end > j and m.shape(end - 1) == "d" and term.key in _TROOPS and m.same_line(end) and f"{m.lower(end)}-{m.lower(end + 1)}" in _ARMS:
            end += 2  # "Lữ đoàn 171 | Hải quân"
        if end == j and capital and term.key.startswith(_SCHOOLS) and m.lower(j) not in _KINDS_OF_SCHOOLS:
            end = self.capitals(j, proper=False)  # a name of nothing but words of its field: "Trường Cao đẳng Nghề Kỹ thuật Công nghệ"
            if self.shapes[j:end].count("C") < 2:
                return None
        if end == j:
            return None
        if term.key.startswith(("trường đại học", "trường đh")) and m.lower(end) == "-" and (whole := self.nested(end + 1)):
            return Body(i, whole, term, 0.8)  # "Trường Đại học Bách khoa - Đại học Đà Nẵng"
        tail = self.branch(max(end, self.unit_tail(end)), term)
        return Body(i, tail, term, 0.8)

    def branch(self, i: int, term: Term) -> int:
        """End of a bank's or firm's branch at ``i``: "Ngân hàng … | (Agribank) chi nhánh Chư Sê"; ``i`` itself if there is none."""
        m = self.m
        if not term.key.startswith(("ngân hàng", "công ty", "tổng công ty")):
            return i
        k = i + 3 if m.lower(i) == "(" and m.lower(i + 2) == ")" else i
        k += m.lower(k) == "-"
        if m.lower(k) == "chi" and m.lower(k + 1) == "nhánh" and m.same_line(k):
            end = self.unit_tail(k + 2)
            return end if end > k + 2 else i
        return i

    def read_body(self, i: int, j: int, term: Term, capital: bool) -> Body | None:
        m = self.m
        if m.lower(i - 1) == "cấp":
            return None
        if term.key == "văn phòng" and (end := self.joined(j)):
            return Body(i, end, term, 0.9)
        if m.same_line(j) and (end := self.nested(j)):
            return Body(i, end, term, 0.9)
        within = m.units.get(j - 1, 0) if term.key.startswith("đoàn ") else 0
        end = within if within > j else self.unit_tail(j)  # "Đoàn | xã Ia Phang"
        if end < 0:
            return None
        after = self.bracketed(j)
        if after > j and (tail := self.unit_tail(after)) > after and (tail - 1) in m.in_unit:
            end = tail
        if term.key == "hội đồng hương":
            at = max(end, j)
            if m.lower(at) == "tại" and (more := self.unit_tail(at + 1)) > at + 1:
                end = more
        if end > j:
            if not capital and end - j == 1 and self.lower[end - 1] in LEVELS and term.key not in _LOWER_BODIES:
                return None
            return Body(i, end, term, 0.95 if capital else 0.7)
        if m.shape(j) == "m" and _CAMEL.fullmatch(self.words[j]):
            return Body(i, j + 1, term, 0.8)
        return Body(i, j, term, 0.85) if term.alone and (capital or term.key in _LOWER_ALONE) else None

    def joined(self, i: int) -> int:
        """End of "HĐND và UBND huyện" at ``i``, 0 if there is none."""
        end = self.nested(i)
        if self.m.lower(i) not in ("hđnd", "ubnd", "đoàn"):
            return end
        while end and self.m.lower(end) in ("và", "&", "-", ",") and (more := self.nested(end + 1)) and self.m.lower(end - 1) not in LEVELS:
            end = more
        return end

    def read_field(self, i: int, j: int, term: Term, capital: bool) -> Body | None:
        m = self.m
        end = m.fields.get(j, 0) if m.adjacent(j) else 0
        if end:
            while (
                m.lower(end) in ("và", "-", "&")
                and (more := m.fields.get(end + 1, 0))
                and m.shape(end + 1) in ("C", "U")
                and (end + 1) not in m.heads
                and not (m.shape(more) == "C" and self.scan_text(end + 1, more) == "tổ chức")  # "… Hình sự và Tổ chức Rồng Xanh"
            ):
                end = more
            if (
                m.shape(end) in ("C", "U")
                and m.same_line(end)
                and not m.wide(end)
                and end not in m.units
                and end not in m.heads
                and end not in m.office
                and not self.person_at(end)
            ):
                end = max(end, self.capitals(end, proper=False))
            if m.shape(j) == "l" and (
                self.scan_text(j, end) in _VERBAL or (not capital and self.unit_tail(end) <= end and term.key not in ("sở", "bộ"))
            ):
                return None
            if m.lower(end) == "số" and m.shape(end + 1) == "d":
                return Body(i, end + 2, term, 0.9)
        elif (
            capital
            and (self.shapes[i] == "C" or j - i > 1)
            and m.heads[i][0][1].kind not in ("purpose", "closed")
            and m.shape(j) in ("C", "U", "m", "d")
            and m.same_line(j)
            and j not in m.office
            and (not self.heads_body(j) or m.shape(j) == "U")
            and not self.person_at(j)
        ):
            if m.shape(j) == "d" and not term.key.startswith(("cụm", "khối", "đội", "phòng cảnh")):
                return None
            end = j + 1 if m.shape(j) == "d" else self.capitals(j, proper=False)
            if j in m.units:
                end = m.units[j] if term.key in ("chi nhánh", "viện") else j
            if end == j + 1 and m.shape(j) == "C":  # one capital says nothing: Hội An, Tây Ban Nha
                return None
        if not end or end <= j:
            return None
        if nested := self.nested(end) if m.same_line(end) else 0:
            return Body(i, nested, term, 0.9)
        if capital and term.key in _ASSOCIATIONS:
            end = self.before_country(end)
        after = self.bracketed(end)
        tail = self.unit_tail(after)
        if after > end and (tail - 1) not in m.in_unit:
            tail = end
        return Body(i, max(end, tail), term, 0.9 if capital else 0.75)

    def bracketed(self, i: int) -> int:
        """The token after a short form in brackets at ``i`` ("(CDC)", "(PCTT&TKCN)"); ``i`` itself if there is none."""
        m = self.m
        if m.lower(i) != "(" or not m.same_line(i):
            return i
        k = i + 1
        while k - i < 8 and m.shape(k) and m.shape(k) in "Up" and m.lower(k) != ")":
            k += 1
        return k + 1 if k > i + 1 and m.lower(k) == ")" else i

    def plain_name(self, i: int) -> int:
        """End of a business's name of nothing but words of its trade, or with a number ("Xây dựng Tâm Phát", "Xây dựng 505")."""
        end = self.capitals(i, proper=False)
        if self.number_ends(end):
            return end + 1
        return end if self.shapes[i:end].count("C") > 1 else i

    def goes_on(self, i: int) -> int:
        """End of a business's name that goes on in lower case up to a capital: "HTX Vải | thiều sạch Hồng Giang"."""
        m = self.m
        k = i
        while k - i < 5 and m.shape(k) == "l" and m.same_line(k) and not m.level(k) and not self.verb(k) and k not in m.heads:
            if self.lower[k] in word_list("purpose-stop") | word_list("said-of-a-person") | _PREPOSITIONS:
                return i
            k += 1
        if k == i or m.shape(k) != "C" or not m.same_line(k) or k in m.office or k in m.heads or self.person_at(k):
            return i
        return m.units[k] if k in m.units else max(self.capitals(k, proper=True), i)

    def before_country(self, i: int) -> int:
        """Token of the country's name if one to four small words stand before it at ``i`` ("Hiệp hội Kinh doanh | vàng Việt Nam")."""
        k = i
        stop = word_list("purpose-stop") | word_list("said-of-a-person")
        while k - i < 4 and self.m.shape(k) == "l" and self.m.same_line(k) and self.lower[k] not in stop:
            k += 1
        return k if self.m.shape(k) == "C" and self.m.lower(k) == "việt" and self.m.lower(k + 1) == "nam" else i

    def read_purpose(self, i: int, j: int, term: Term, capital: bool) -> Body | None:
        m = self.m
        if m.lower(j) == "nhân" and m.lower(j + 1) == "dân":
            return None
        if (tail := self.unit_tail(j)) > j:
            return Body(i, tail, term, 0.8)
        end = k = j
        while k < len(self.words) and k - j < 25 and m.same_line(k):
            shape, low = self.shapes[k], self.lower[k]
            if k in m.units:
                end = m.units[k]
                break
            if level := m.level(k):
                end = level
                if m.shape(level) not in ("C",):
                    break
                k = level
                continue
            if shape == "d" and self.lower[k - 1] != "-":
                break
            if shape == "p" and low != "-" and not (low == "," and (m.lower(k + 1) == "chống" or self.leads_to_unit(k + 1))) and not self.zone(k):
                break
            if (
                shape == "l"
                and low in word_list("purpose-stop")
                and not (k == j and low in word_list("purpose-first"))
                and self.lower[k - 1] not in ("thực", "thôn", "việc")
                and (low != "thông" or self.lower[k - 1] != "giao")
                and (low != "giao" or m.lower(k + 1) != "thông")
            ):
                break
            if self.verb(k) or self.scan_text(k, k + 2) in _VERBS:
                break
            if (low == "số" and m.shape(k + 1) == "d") or (low == "và" and m.lower(k + 1) in _PAPERS):
                break
            if (k == j and low == "và") or (shape == "C" and low == "ngày"):
                break
            if k in m.office or (k in m.heads and any(t.kind in ("body", "closed") for _, t in m.heads[k]) and shape in "CU"):
                if k in m.heads and k == end and (nested := self.nested(k)):
                    return Body(i, nested, term, 0.8)
                break
            if shape in "C" and self.person_at(k):
                break
            k += 1
            if low not in ("và", "-", "của"):
                end = k
        if end == j:
            alone = capital and term.key in ("ban chỉ đạo", "bcđ", "ban tổ chức", "ban quản lý")
            return Body(i, j, term, 0.55) if alone else None
        if not capital and term.key in ("quỹ", "hội đồng", "bql"):
            return None
        return Body(i, end, term, 0.75)


_DOCUMENTS = frozenset({"quyết định", "nghị quyết", "nghị định", "kế hoạch", "thông tư", "chỉ thị", "công văn", "luật"})
_TAILS = frozenset({"quốc dân", "quốc gia", "quốc tế", "nghề nghiệp", "dịch tễ", "năng khiếu", "thường xuyên", "dân lập", "tư thục", "nội trú"})
"""Words in lower case that may end the name of a school or institute."""
_TROOPS = ("quân khu", "quân đoàn", "sư đoàn", "lữ đoàn", "trung đoàn", "tiểu đoàn", "đại đội", "trung đội")
_ARMS = frozenset("hải-quân bộ-binh đặc-công công-binh pháo-binh phòng-không tăng-thiết thông-tin hóa-học".split())
_BUSINESSES = frozenset(
    {
        "công ty",
        "cty",
        "công ty cp",
        "công ty cổ phần",
        "công ty tnhh",
        "hợp tác xã",
        "htx",
        "câu lạc bộ",
        "clb",
        "nhà máy",
        "xí nghiệp",
        "nông trường",
    }
)
"""Heads whose proper name may go on in lower case."""
_PREPOSITIONS = frozenset("ở tại của cho với từ về đến trên dưới trong ngoài và hoặc hay bằng theo qua do bởi các những một mỗi".split())
_ASSOCIATIONS = frozenset({"hội", "hiệp hội", "tổng hội", "liên hiệp"})
_COUNTED = frozenset("năm ngày tháng giờ người ca lần tuổi triệu tỷ nghìn km m giường bác học lớp chỉ bệnh".split())
"""After a number these are what it counts."""
_SCHOOLS = ("trường", "học viện", "viện", "đại học", "cao đẳng")
_KINDS_OF_SCHOOLS = frozenset("trung tiểu mầm mẫu phổ cao đại thpt thcs th mn dân".split())
_SYLLABLES_OF_NAMES = frozenset("ban hội đài đoàn viện".split())
"""Heads of one syllable that may end a proper name."""
_PAPERS = frozenset("quyết nghị kế công thông chỉ văn các những đại lãnh".split())
_VERBS = frozenset({"công bố", "sử dụng", "nhiệm kỳ", "chính thức", "phát động", "duy trì"})
"""Words of two syllables that end a phrase of purpose; the first alone may be part of one."""
_VERBAL = frozenset(
    {
        "tổ chức", "giám sát", "thanh tra", "tuyên truyền", "xây dựng", "phát triển", "hành chính", "tổng hợp", "nghệ thuật", "kinh tế",
        "văn hóa", "văn hóa - xã hội", "việc làm", "trẻ em", "an ninh", "pháp luật", "du lịch",
    }
)  # fmt: skip
"""Fields of work that in lower case are ordinary words."""
_LOWER_ALONE = frozenset({"huyện ủy", "tỉnh ủy", "thị ủy", "quận ủy", "thành ủy", "huyện đoàn", "tỉnh đoàn", "quận đoàn", "thị đoàn"})
_LOWER_BODIES = _LOWER_ALONE | {"đảng ủy", "đoàn đbqh", "đoàn đại biểu quốc hội", "ubnd", "công an", "khuyến nông", "bưu điện", "văn phòng"}
"""Bodies that are meant in lower case too, alone or with a level word."""


def find(marks: Marks, closed: set[int]) -> list[Body]:
    """The organisations of a text, in order, none inside another.

    Parameters
    ----------
    marks : Marks
        The marks of the text.
    closed : set of int
        Tokens that belong to the numbers of documents.
    """
    finder = _Finder(marks)
    out: list[Body] = []
    done = 0
    for i in sorted(marks.heads):
        if i < done or i in closed or (i in marks.in_unit and i not in marks.units):
            continue
        found = finder.parse(i) or finder.announced(i)
        if found is None or (found.head.kind in ("closed", "body") and _in_law(marks, i, found.head.kind == "closed")):
            continue
        out.append(found)
        done = found.end
    taken = {k for b in out for k in range(b.start, b.end)}
    own = {w for b in out if b.head.key.startswith(("công ty", "tập đoàn", "hãng", "tổng công ty")) and _foreign(w := marks.scan.words[b.end - 1])}
    for i, word in enumerate(marks.scan.words):
        shape = marks.scan.shapes[i]
        if (shape != "m" and word not in own) or shape not in "Cm" or i in taken or i in closed:
            continue
        if word in own or (shape == "m" and len(word) > 4 and _CAMEL.fullmatch(word) and marks.shape(i - 1) != "C" and not _domain_follows(marks, i)):
            out.append(Body(i, i + 1, _NEWS, 0.55))
    out += _agencies(marks, taken)
    out += _short_names(marks, out)
    return sorted(out, key=lambda b: b.start)


def _foreign(word: str) -> bool:
    """Whether a word is no Vietnamese syllable: longer, and without marks."""
    return len(word) > 6 and word.isascii() and word[0].isupper()


def _domain_follows(marks: Marks, i: int) -> bool:
    s = marks.scan
    return i + 2 < len(s) and s.words[i + 1] == "." and s.starts[i + 2] == s.ends[i] + 1


def _short_names(marks: Marks, bodies: list[Body]) -> list[Body]:
    """A foreign short name in brackets after a body: "(Vietnam Post)"."""
    out = []
    for b in bodies:
        if marks.lower(b.end) != "(":
            continue
        k = b.end + 1
        while marks.shape(k) == "C" and marks.scan.words[k].isascii():
            k += 1
        if k > b.end + 1 and marks.lower(k) == ")" and any(_foreign(w) for w in marks.scan.words[b.end + 1 : k]):
            out.append(Body(b.end + 1, k, _NEWS, 0.6))
    return out


_NEWS = Term("name", "")


def _in_law(marks: Marks, i: int, commas: bool) -> bool:
    """Whether token ``i`` stands inside the title of a law ("Luật Bầu cử đại biểu Quốc hội")."""
    for k in range(i - 1, max(i - 12, -1), -1):
        if marks.shape(k) in "dp" and not (commas and marks.lower(k) == ","):
            return False
        if marks.lower(k) in ("luật", "của"):
            return marks.lower(k) == "luật" and marks.shape(k) == "C"
    return False


def _agencies(marks: Marks, taken: set[int]) -> list[Body]:
    """Papers and agencies that sign a photo ("Ảnh: BGP/…"), open a post ("BGP - …", "(BGO) - …") or end it ("Theo BGĐT")."""
    out = []
    for found in re.finditer("[UC]", marks.scan.shapes):
        i, shape = found.start(), found[0]
        before, after = marks.lower(i - 1), marks.lower(i + 1)
        if i in taken or len(marks.scan.words[i]) < 3 - (before == "("):
            continue
        if shape == "C":
            if before == ":" and after in (")", ".") and marks.lower(i - 2) == "ảnh" and _foreign(marks.scan.words[i]):
                out.append(Body(i, i + 1, _NEWS, 0.6))
            continue
        first = marks.scan.line_break(i)
        if (
            (before == ":" and after == "/" and marks.lower(i - 2) in ("ảnh", "tin"))
            or (
                first
                and after == "-"
                and i + 2 < len(marks.scan)
                and marks.shape(i + 2) == "C"
                and " " in marks.scan.text[marks.scan.ends[i] : marks.scan.starts[i + 1]]
            )
            or (before == "(" and after == ")" and marks.scan.line_break(i - 1) and marks.lower(i + 2) == "-")
            or (before == "theo" and marks.scan.line_break(i - 1) and (i + 1 == len(marks.scan) or marks.scan.line_break(i + 1)))
        ):
            out.append(Body(i, i + 1, _NEWS, 0.6))
    return out
