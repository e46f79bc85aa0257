"""Organisations: the longest natural span of a body's name, with its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnreport.people.marks import Marks
from vnreport.people.vocabulary import Term, domain_syllables, surnames

_CAMEL = re.compile(r"[A-Z][A-Za-z]*[a-z][A-Z][A-Za-z]*")
_BEFORE_LOWER = frozenset(
    "tại của ở các học thăm từ vào đến do và với theo cho bởi là trên cùng phó trưởng chánh đoàn , ; : . ( - \" “ / • +".split()
)
"""What may stand before a one-syllable head in lower case: elsewhere it is a part of another word (thị trường, báo cáo)."""
_TYPE_WORDS = frozenset(
    "cổ phần cp tnhh mtv một thành viên hai liên doanh tmcp chuyên công lập dân lập tư thục quốc tế tổng hợp xây dựng thương mại dịch vụ đầu tư sản xuất "
    "du lịch vận tải phát triển tư vấn bảo hiểm chứng khoán phát thanh truyền hình truyền thanh tiểu học thcs thpt trung mầm non mẫu giáo đại "
    "cao đẳng y tế nghề sư phạm nông nghiệp đa khoa khoa huyện điện tử viễn thông xuất nhập khẩu và th mn khu vực số ptdt bán trú nội trú ptdtnt ptdtbt chi nhánh "
    "nhà máy thương tín bất động sản dược phẩm thực kỹ thuật".split()
)
_PURPOSE_STOP = frozenset(
    "đã sẽ đang vừa tổ do cho cùng được bị là có phải cần họp yêu đề chủ phối báo giao tại để nhằm khi với trong tiếp kiểm thông nhấn cũng còn không "
    "theo từ đến vào ngày gồm như này trên chịu bố hoàn gửi ban hướng tặng trao tiến khẳng ghi đánh nêu ra rà tham phân của thường rất chưa mới "
    "hay nên nếu thì mà vẫn đều luôn chúng tôi hãy sau trước năm tháng quyết nhận biết mong vui bày cảm chúc tuyên bắt hiện".split()
)
_PURPOSE_FIRST = frozenset("thực triển phòng xây giải chuyển phát cải bầu tổng dự tuyển lễ hội cuộc thi các quản trật".split())
_GENERIC = frozenset("cấp địa đơn nước ngành".split())
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

    # -- parts ----------------------------------------------------------------------------------------------------------------------
    def unit_tail(self, i: int) -> int:
        """End of the unit, level word or list of levels at ``i``; ``i`` itself if there is none; -1 for a generic one ("các cấp")."""
        m = self.m
        start = i
        if m.lower(i) == "việt" and m.lower(i + 1) == "nam":
            i += 2
        elif m.lower(i) in ("vn", "việtnam"):
            i += 1
        if not m.adjacent(i):
            return i
        if i in m.units:
            return m.units[i]
        if m.lower(i) in _GENERIC and m.lower(i) != "nước":
            return -1
        if (end := m.level(i)) and not (m.lower(i) == "xã" and m.lower(i + 1) == "hội"):
            return self.more_levels(end) if m.lower(end) in (",", "và") and i > start and False else end
        if m.lower(i) in _LISTS or m.shape(i) == "d":
            j = i + 1 + (m.lower(i + 1) == "số")
            if m.lower(j) in _GENERIC:
                return -1
            if end := m.level(j):
                return self.unit_names(self.more_levels(end), j)
        return i

    def more_levels(self, i: int) -> int:
        """End of ", thị xã, thành phố" and "và phường" at ``i``."""
        m = self.m
        while m.lower(i) in (",", "và", "-", "/") and (end := m.level(i + 1)) and (i + 1) not in m.units:
            i = end
        return i

    def unit_names(self, i: int, level_at: int) -> int:
        """End of the names listed after "các huyện" at ``i``: ": A, B và C"."""
        m = self.m
        if level_at in m.units:
            i = max(i, m.units[level_at])
        j = i + (m.lower(i) == ":")
        while j in m.units:
            i = m.units[j]
            j = i + 1 if m.lower(i) in (",", "và", ";") else i
            if j == i:
                break
        return i

    def person_at(self, i: int) -> bool:
        """Whether a person's name seems to begin at ``i``: a strong surname and one to three more capitals, then no capital."""
        if self.surnames.get(self.m.lower(i)) != "strong" or self.m.shape(i) != "C" or i in self.m.in_unit:
            return False
        j = i + 1
        while self.m.shape(j) in "Cm" and self.m.shape(j) and self.m.same_line(j):
            j += 1
        return 2 <= j - i <= 5

    def capitals(self, i: int, proper: bool) -> int:
        """End of a run of capitalised words at ``i``, with the joining signs and the lower-case syllables of fields of work inside."""
        m = self.m
        end = j = i
        seen = False
        while j < len(self.words) and m.adjacent(j):
            shape, low = self.shapes[j], self.lower[j]
            if j in m.units and seen:
                return max(end, m.units[j])
            if shape in "CUm" and not (j > i and (j in m.heads or j in m.office) and shape != "U"):
                if seen and self.person_at(j):
                    break
                if j > i and not m.same_line(j):
                    break
                j += 1
                end, seen = j, True
            elif seen and low in ("và", "-", "&", "/") and m.shape(j + 1) in ("C", "U", "m") and (j + 1) not in m.heads and not self.person_at(j + 1):
                j += 1
            elif seen and not proper and low in self.domain and shape == "l" and m.same_line(j):
                j += 1
                end = j
            elif proper and (low in _TYPE_WORDS or (shape == "d" and m.same_line(j))) and m.same_line(j):
                if shape == "d":
                    seen = True
                    end = j + 1
                j += 1
            else:
                break
        return end if seen else i

    def nested(self, i: int) -> int:
        """End of the body that begins right at ``i``, 0 if none."""
        if i not in self.m.heads or not self.m.adjacent(i):
            return 0
        found = self.parse(i)
        return found.end if found and found.head.kind in ("body", "closed", "group", "name", "field-head") else 0

    # -- heads ----------------------------------------------------------------------------------------------------------------------
    def parse(self, i: int) -> Body | None:
        """The longest body that begins at token ``i``."""
        best: Body | None = None
        for end, term in self.m.heads.get(i, ()):
            found = self.read(i, end, term)
            if found and (best is None or found.end > best.end):
                best = found
        return best

    def read(self, i: int, j: int, term: Term) -> Body | None:
        m = self.m
        kind = term.kind
        capital = self.shapes[i] in "CUm"
        if m.lower(j) == "viên" and term.key.endswith("ủy"):
            return None
        if kind == "closed":
            return Body(i, max(j, self.also(j)), term, 0.9) if capital else None
        if kind == "body":
            return self.read_body(i, j, term, capital)
        if kind == "group":
            if (end := self.nested(j)) or (m.shape(j) == "m" and _CAMEL.fullmatch(self.words[j]) and (end := j + 1)):
                return Body(i, end, term, 0.9)
            return Body(i, j, term, 0.6) if term.alone and capital and term.key != "thường trực" else None
        if not capital and j - i == 1 and i and self.lower[i - 1] not in _BEFORE_LOWER and self.shapes[i - 1] != "d":
            return None
        if kind == "field-head":
            return self.read_field(i, j, term, capital)
        if kind == "purpose":
            return self.read_purpose(i, j, term, capital)
        end = self.capitals(j, proper=True)
        if end == j:
            return None
        tail = self.unit_tail(end)
        return Body(i, max(end, tail), term, 0.8)

    def also(self, i: int) -> int:
        """End of "Việt Nam" after a closed name."""
        return i

    def read_body(self, i: int, j: int, term: Term, capital: bool) -> Body | None:
        m = self.m
        end = self.unit_tail(j)
        if end < 0:
            return None
        if end > j:
            if not capital and self.lower[end - 1] in ("xã", "tỉnh", "huyện", "quận", "phường") and end - j == 1 and term.key not in _LOWER_BODIES:
                return None
            return Body(i, end, term, 0.95 if capital else 0.7)
        if (end := self.nested(j)) and m.same_line(j):
            return Body(i, end, term, 0.9)
        joined = self.joined(j)
        if joined and term.key == "văn phòng":
            return Body(i, joined, term, 0.9)
        if m.lower(j) == "tại" and term.key == "hội đồng hương" and (end := self.unit_tail(j + 1)) > j + 1:
            return Body(i, end, term, 0.9)
        if m.shape(j) in ("m",) and _CAMEL.fullmatch(self.words[j]):
            return Body(i, j + 1, term, 0.8)
        return Body(i, j, term, 0.85) if term.alone and capital else None

    def joined(self, i: int) -> int:
        """End of "HĐND và UBND huyện" at ``i``, 0 if there is none."""
        return self.nested(i)

    def read_field(self, i: int, j: int, term: Term, capital: bool) -> Body | None:
        m = self.m
        end = m.fields.get(j, 0) if m.adjacent(j) else 0
        if end:
            while m.lower(end) in ("và", "-", "&") and (more := m.fields.get(end + 1, 0)) and m.shape(end + 1) in ("C", "U") and (end + 1) not in m.heads:
                end = more
            if m.shape(end) in ("C", "U") and m.same_line(end) and end not in m.units and end not in m.heads and end not in m.office and not self.person_at(end):
                end = max(end, self.capitals(end, proper=False))
            if not capital and m.shape(j) == "l" and self.unit_tail(end) <= end and term.key not in ("sở", "bộ"):
                return None
        elif capital and m.shape(j) in ("C", "U", "m", "d") and m.same_line(j) and j not in m.office and (j not in m.heads or m.shape(j) == "U") and not self.person_at(j):
            if m.shape(j) == "d" and not term.key.startswith(("cụm", "khối", "đội", "phòng cảnh")):
                return None
            end = j + 1 if m.shape(j) == "d" else self.capitals(j, proper=False)
            if j in m.units:
                end = m.units[j] if term.key in ("hội", "chi nhánh", "viện") else j
        if not end or end <= j:
            return None
        if nested := self.nested(end) if m.same_line(end) else 0:
            return Body(i, nested, term, 0.9)
        tail = self.unit_tail(end)
        return Body(i, max(end, tail), term, 0.9 if capital else 0.75)

    def read_purpose(self, i: int, j: int, term: Term, capital: bool) -> Body | None:
        m = self.m
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
            if shape == "p" and low not in ("-", ",") or low == ",":
                break
            if shape == "l" and low in _PURPOSE_STOP and not (k == j and low in _PURPOSE_FIRST):
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


_LOWER_BODIES = frozenset({"huyện ủy", "tỉnh ủy", "thị ủy", "quận ủy", "thành ủy", "đảng ủy", "huyện đoàn", "đoàn đbqh", "đoàn đại biểu quốc hội", "ubnd",
                           "công an", "khuyến nông", "bưu điện", "văn phòng"})  # fmt: skip


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
        found = finder.parse(i)
        if found is None or _in_law(marks, i) and found.head.kind == "closed":
            continue
        out.append(found)
        done = found.end
    taken = {k for b in out for k in range(b.start, b.end)}
    for i, shape in enumerate(marks.scan.shapes):
        if shape == "m" and i not in taken and _CAMEL.fullmatch(marks.scan.words[i]) and len(marks.scan.words[i]) > 4 and marks.lower(i + 1) != ".":
            out.append(Body(i, i + 1, _NEWS, 0.55))
    out += _agencies(marks, taken)
    return sorted(out, key=lambda b: b.start)


_NEWS = Term("name", "")


def _in_law(marks: Marks, i: int) -> bool:
    """Whether token ``i`` stands inside the title of a law ("Luật Bầu cử đại biểu Quốc hội")."""
    for k in range(i - 1, max(i - 12, -1), -1):
        if marks.shape(k) in "dp" and marks.lower(k) != ",":
            return False
        if marks.lower(k) in ("luật", "của"):
            return marks.lower(k) == "luật" and marks.shape(k) == "C"
    return False


def _agencies(marks: Marks, taken: set[int]) -> list[Body]:
    """Papers and agencies that sign a photo ("Ảnh: BGP/…"), open a post ("BGP - …") or end it ("Theo BGĐT")."""
    out = []
    for i, shape in enumerate(marks.scan.shapes):
        if shape != "U" or i in taken or len(marks.scan.words[i]) < 3:
            continue
        before, after = marks.lower(i - 1), marks.lower(i + 1)
        first = marks.scan.line_break(i)
        if (
            (before == ":" and after == "/" and marks.lower(i - 2) in ("ảnh", "tin"))
            or (first and after == "-" and i + 2 < len(marks.scan) and marks.shape(i + 2) == "C" and " " in marks.scan.text[marks.scan.ends[i] : marks.scan.starts[i + 1]])
            or (before == "theo" and marks.scan.line_break(i - 1) and (i + 1 == len(marks.scan) or marks.scan.line_break(i + 1)))
        ):
            out.append(Body(i, i + 1, _NEWS, 0.6))
    return out
