"""Capitals that standard spelling or the rest of the text does not have."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from vnreport.check.registry import Rule, register
from vnreport.check.slips import Slip, kept
from vnreport.document import Document, Finding, Span
from vnreport.language.letters import fold
from vnreport.language.matcher import Matcher
from vnreport.language.scan import Scan
from vnreport.resources import rows

_LEVELS = {"tỉnh": 1, "huyện": 1, "quận": 1, "xã": 1, "phường": 1, "thành phố": 2, "thị xã": 2, "thị trấn": 2}
_COMMITTEES = frozenset({"tỉnh", "huyện", "quận", "thành", "thị"})
_ROMAN = frozenset("IVXLC")
_HEADS = _COMMITTEES | {"khóa", "phó", "covid", "kỳ"}
_FUNCTION = frozenset("và của cho với để nhưng hoặc thì mà đã đang sẽ cũng bị này".split())
_LEVEL_WORDS = frozenset(level.split()[0] for level in _LEVELS)
_FIELDS = frozenset("ngành khối môn lớp hệ vòng trình án thi đề trường học viện trung khoa loại dạng sản phẩm bằng theo".split())
"""Before the name of a field, a subject or a project, which may have its capital: "ngành Giáo dục", "dự án Nhà máy"."""
_MANY = frozenset("trường trạm chợ thôn hợp".split())
_OFFICES = frozenset("tổng phó chủ giám bí trưởng viện hiệu".split())
_MASS = frozenset(
    {"y tế", "quốc tế", "nông thôn", "chính quyền", "nhà nước", "nhân dân", "quốc gia", "đất nước", "nông nghiệp", "kinh tế", "văn hóa", "xã hội",
     "nông dân", "phụ nữ", "thanh niên", "đoàn viên", "hội viên", "cán bộ", "công chức", "nhân sự", "môi trường", "dân tộc", "trung ương"}
)  # fmt: skip
"""Nouns that hardly head a name: beside the same words in small letters their capital is a slip."""
_PLURAL = frozenset("các những mọi nhiều mỗi từng một số hai ba bốn".split())
_INNER = re.compile(r"(?=[Cl](?:C[Cl]|lC))")
_PLAIN = re.compile(r"[Cl]{3}")
_SPECIFIC = frozenset(
    "lễ hội quyết kế nghị chương đề dự trường công ban sở phòng trung ngày tuần tháng năm cuộc giải luật thông chỉ báo kết đại "
    "đảng đoàn bộ cục văn viện học khu cụm tổ ủy thành tỉnh huyện quận xã phường thị thôn chủ phó bí giám chi liên mặt bệnh ngân "
    "quỹ cổng sàn hệ đội đồn trạm cầu chợ đền chùa phong di festival hiệp tập tổng".split()
)
"""First words of names: one capital and one small letter may both be right, the name and the common noun."""


@cache
def _known() -> Matcher[tuple[str, str]]:
    return Matcher((fold(form), (form, kind)) for form, kind in rows("capitals.tsv"))


@register
class Capitalisation(Rule):
    """Viết hoa không đúng hoặc không nhất quán.

    Kiểm tra gì: "Đồng chí" giữa câu trong khi nơi khác viết thường; tên cơ quan, chức vụ, địa danh quen thuộc viết hoa sai ("Bộ y tế",
    "Giám Đốc"); một cụm viết hoa hai kiểu trong cùng văn bản.

    Vì sao: văn bản hành chính có quy tắc viết hoa; viết hai kiểu làm khó tra cứu.

    Ví dụ sai: Kết luận hội nghị, Đồng chí Trần Văn An đề nghị; sau đó đồng chí trao quà.

    Sửa thành: Kết luận hội nghị, đồng chí Trần Văn An đề nghị; sau đó đồng chí trao quà.

    Giới hạn: danh từ chung dùng làm tên riêng (Hội nghị, Chương trình …) không xét; khi chỉ khác nhau về kiểu viết thì báo ở mức thông
    tin.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục II (viết hoa trong văn bản hành chính).
    """

    code = "TXT003"
    name = "capitalisation"
    repair = "text"
    severity = "info"
    summary = ("viết hoa không đúng hoặc không nhất quán", "capitals out of place or not consistent")
    texts = {
        "message": ("“{text}”: chuẩn chính tả là “{fixed}”", "“{text}”: standard spelling is “{fixed}”"),
        "variant": ("“{text}” nhưng nơi khác viết “{other}”", "“{text}”, but elsewhere “{other}”"),
        "honorific": ("“{text}” viết hoa giữa câu, nơi khác viết thường", "“{text}” has a capital inside a sentence, lower case elsewhere"),
        "fix": ("viết “{fixed}”", "write “{fixed}”"),
    }

    def check(self, doc: Document) -> Iterator[Finding]:
        s: Scan = doc.layer("scan")
        found = [*_honorifics(s), *_standard(s), *_variants(s), *_first_letters(s), *_levels(s), *_units(doc, s), *_function_words(s)]
        told: Counter[str] = Counter()
        for slip in kept(found, doc, "letterhead"):
            text = doc.text[slip.start : slip.end]
            told[text] += 1
            if told[text] > 2:
                continue  # one name written so all through the text: two places will do
            evidence = [(Span(*slip.other, doc.text[slip.other[0] : slip.other[1]]), "reference")] if slip.other else []
            other = evidence[0][0].text if evidence else ""
            yield self.finding(
                doc, slip.start, slip.end, message=slip.message, args={"fixed": slip.fixed, "other": other}, confidence=slip.confidence,
                severity=slip.severity, suggestions=[(slip.fixed, "fix", {"fixed": slip.fixed})], evidence=evidence,
            )  # fmt: skip


def _inside(s: Scan, i: int) -> bool:
    """Whether token ``i`` stands inside a sentence: after a word in small letters or a comma, on the same line."""
    if s.line_break(i):
        return False
    before = s.words[i - 1]
    return s.shapes[i - 1] == "l" or (before == "," and i > 1 and not s.line_break(i - 1))


def _honorifics(s: Scan) -> Iterator[Slip]:
    places = [i for i in s.where(("đồng",)) if s.lower[i + 1 : i + 2] == ("chí",) and i + 2 < len(s)]
    small = [i for i in places if s.words[i] == "đồng"]
    large = [i for i in places if s.words[i] == "Đồng" and s.shapes[i + 2] == "C" and _inside(s, i)]
    if small and len(large) <= len(small):
        for i in large:
            yield Slip(s.starts[i], s.ends[i + 1], "đồng chí", "honorific", 0.85, "warning", (s.starts[small[0]], s.ends[small[0] + 1]))


def _standard(s: Scan) -> Iterator[Slip]:
    for start, end, (form, kind) in _known().longest(s.folded):
        text = s.text[start:end]
        if text == form or text.isupper() or len(text) != len(form):
            continue
        wrong = [(a, b) for a, b in zip(text.split(), form.split(), strict=False) if a[0].isupper() != b[0].isupper()]
        i = s.at(start)
        if kind == "common":
            if text[0].islower() and not text.islower():
                yield Slip(start, end, form, "message", 0.6, "info")
            continue
        if kind == "name" and text.islower() and s.text[end : end + 1] not in {".", "/", "@", "-"}:  # "singapore"
            yield Slip(start, end, form, "message", 0.7, "info")
            continue
        words = text.split()
        opens = text[0].isupper()
        if words[0] == "phòng" and words[1][0].isupper():  # "Trưởng phòng Giáo dục và đào tạo": its own small letter is right
            opens, form, wrong = True, form[0].lower() + form[1:], wrong[1:]
        inner = opens and wrong and all(any(c.isupper() for c in w) or w.islower() for w in text.split())
        if not inner or any(w.isupper() and len(w) > 1 for w in text.split()):
            continue
        if i > 0 and s.shapes[i - 1] == "C" and kind not in {"body", "office"} and not s.line_break(i):
            continue  # of a person's name: "Trần Quốc Khánh"
        if kind in {"place", "name"} and not (i > 0 and _inside(s, i)):
            continue
        if kind == "office" and any(b[0].isupper() for _, b in wrong):  # "Phó chủ tịch" is a style of the press
            continue
        yield Slip(start, end, _recased(text, form), "message", 0.75 if kind in {"body", "place", "name"} else 0.6, "info")


def _recased(text: str, form: str) -> str:
    """``text``, its spelling kept, with the capitals of ``form``."""
    return "".join(c.upper() if f.isupper() else c.lower() for c, f in zip(text, form, strict=True))


def _variants(s: Scan) -> Iterator[Slip]:
    """Three words that stand with two patterns of capitals; the rarer is at fault, of two equally frequent ones the less likely."""
    lower, shapes = s.lower, s.shapes
    # only words that somewhere have a capital inside can differ
    keys = {lower[m.start() : m.start() + 3] for m in _INNER.finditer(shapes)}
    at: dict[tuple[str, ...], dict[str, list[int]]] = defaultdict(dict)
    for i in s.where({key[0] for key in keys}):
        key = lower[i : i + 3]
        if key not in keys or not _PLAIN.fullmatch(shapes, i, i + 3):
            continue
        if s.text[s.ends[i] : s.starts[i + 1]] == " " == s.text[s.ends[i + 1] : s.starts[i + 2]]:
            at[key].setdefault(shapes[i : i + 3], []).append(i)
    for phrase, patterns in at.items():
        for first in "Cl":
            group = {p: at_ for p, at_ in patterns.items() if p[0] == first}
            if len(group) == 2:
                yield from _of_two(s, phrase, group)


def _of_two(s: Scan, key: tuple[str, ...], group: dict[str, list[int]]) -> Iterator[Slip]:
    (p, some), (q, others) = sorted(group.items(), key=lambda g: (len(g[1]), g[0]))
    place = next(k for k in range(3) if p[k] != q[k])
    if sum(a != b for a, b in zip(p, q, strict=True)) != 1 or place == 0:
        return
    if len(some) == len(others):
        # in a name ("Trung tâm Dịch vụ") the capital is right, after a word in small letters ("quản lý nhà nước") the small letter
        wrong = "l" if p[0] == "C" else "C"
        if p[place] != wrong:
            p, some, q, others = q, others, p, some
    if p[0] == "l":
        # small, then capital or small: the common noun, unless the word heads a name
        if place == 2 or p[place] == "l" or key[1] in _SPECIFIC or p[2] == "C":
            return
        # not inside a name ("Trung tâm Dịch vụ"), nor before one ("ở Nhà hát Tuổi Trẻ")
        some = [i for i in some if (i == 0 or s.shapes[i - 1] != "C") and s.shapes[i + 3 : i + 4] not in {"C", "U"}]
        if not some:
            return
    elif place == 2:
        # the word that follows must be the same, else the third may begin two different words: "Tổ chức Chính phủ", "Tổ chức chính quyền"
        ends = {s.lower[j + 3] for j in others if j + 3 < len(s)}
        some = [i for i in some if i + 3 < len(s) and s.lower[i + 3] in ends]
        if key[2] in _SPECIFIC or not some:
            return
    if p[0] == "C":  # inside a longer name ("Luật Sở hữu trí tuệ", "Cục Sở hữu Trí tuệ") another one may be meant
        some = [i for i in some if i == 0 or s.shapes[i - 1] not in "CU" or any(s.lower[i - 1] == s.lower[j - 1] for j in others if j)]
        if not some:
            return
    ratio = len(others) / len(some)
    if p[0] == "C" and ratio < 3 and not (key[0] in _MANY and _before_name(s, some) and _before_name(s, others)):
        return  # "Ban chỉ đạo" once, "Ban Chỉ đạo" once: two bodies, or two styles; "Trường mầm non An Hòa" and others are one term
    if p[0] == "l" and (key[0] in _FIELDS or (ratio < 3 and f"{key[1]} {key[2]}" not in _MASS)):
        return
    if key[0] in _OFFICES:
        return  # "Tổng giám đốc", "Phó chủ tịch": a style of the press
    for i in some if ratio >= 3 else some[:1]:
        a, b = (i + 1, i + 2) if p[0] == "l" else (i, i + 2)
        j = others[0] + (a - i)
        yield Slip(
            s.starts[a], s.ends[b], s.text[s.starts[j] : s.ends[j + b - a]], "variant", 0.7 if ratio >= 3 else 0.55, "info",
            (s.starts[j], s.ends[j + b - a]),
        )  # fmt: skip


def _before_name(s: Scan, places: list[int]) -> bool:
    return all(s.shapes[i + 3 : i + 4] == "C" for i in places)


def _first_letters(s: Scan) -> Iterator[Slip]:
    """Words whose first letter differs: "Khóa XII", "huyện ủy Vị Xuyên", "phó Chủ tịch", "covid"."""
    terms: dict[str, list[int]] = {"C": [], "l": []}
    sessions: dict[str, list[int]] = {"C": [], "l": []}
    committees: dict[str, dict[str, list[int]]] = defaultdict(lambda: {"C": [], "l": []})
    deputies: dict[str, list[int]] = {"C": [], "l": []}
    covid: dict[str, list[int]] = defaultdict(list)
    for i in s.where(_HEADS):
        word = s.lower[i]
        if i + 1 == len(s):
            break
        if word == "kỳ" and s.lower[i + 1] == "họp" and s.shapes[i + 1] == "l" and (s.shapes[i] == "l" or _inside(s, i)):
            sessions[s.shapes[i]].append(i) if s.shapes[i] in sessions else None
        elif word == "khóa" and set(s.words[i + 1]) <= _ROMAN and _inside_or_small(s, i):
            terms[s.shapes[i]].append(i) if s.shapes[i] in terms else None
        elif s.words[i + 1] in {"ủy", "uỷ"} and word in _COMMITTEES and s.shapes[i] in {"C", "l"} and s.lower[i - 1] not in _PLURAL:
            committees[word][s.shapes[i]].append(i)
        elif (
            word == "phó"
            and s.shapes[i] in deputies
            and s.shapes[i + 1] == "C"
            and s.lower[i + 1] in {"chủ", "bí", "giám", "trưởng", "tổng"}
        ):
            deputies[s.shapes[i]].append(i)
        elif word == "covid":
            covid[s.words[i]].append(i)
    if terms["l"] and len(terms["C"]) <= len(terms["l"]):
        yield from (_pair(s, i, terms["l"][0], 2) for i in terms["C"])
    if len(sessions["C"]) * 2 <= len(sessions["l"]):
        yield from (_pair(s, i, sessions["l"][0], 2) for i in sessions["C"])
    for large, small in (c.values() for c in committees.values()):  # "thị ủy" and "Tỉnh ủy" are two bodies
        if len(large) > len(small):
            yield from (_pair(s, i, large[0], 2, s.words[i].capitalize() + " " + s.words[i + 1]) for i in small)
    if deputies["C"]:
        yield from (_pair(s, i, deputies["C"][0], 1) for i in deputies["l"])
    if len(covid) > 1 and "covid" in covid:
        best = max((w for w in covid if w != "covid"), key=lambda w: len(covid[w]))
        yield from (_pair(s, i, covid[best][0], 1) for i in covid["covid"])


def _inside_or_small(s: Scan, i: int) -> bool:
    return s.shapes[i] == "l" or (i > 0 and (_inside(s, i) or s.shapes[i - 1] in "UC") and not s.line_break(i))


def _pair(s: Scan, i: int, j: int, n: int, fixed: str | None = None) -> Slip:
    other = (s.starts[j], s.ends[j + n - 1])
    head = s.words[j] if n == 1 else f"{s.words[j]} {s.words[i + 1]}"
    return Slip(s.starts[i], s.ends[i + n - 1], fixed or head, "variant", 0.6, "info", other)


def _levels(s: Scan) -> Iterator[Slip]:
    """Level words with a capital inside a sentence ("của Tỉnh Hà Giang") where the text mostly has small ones."""
    large: list[tuple[int, int]] = []
    small = 0
    for i in s.where(_LEVEL_WORDS):
        n = 1 if s.lower[i] in _LEVELS else 2 if i + 2 < len(s) and f"{s.lower[i]} {s.lower[i + 1]}" in _LEVELS else 0
        if not n or i + n >= len(s) or s.shapes[i + n] != "C" or s.shapes[i + n - 1] == "U":
            continue
        if s.shapes[i] == "l":
            small += 1
        elif s.shapes[i] == "C" and n == 1 and _inside(s, i) and s.shapes[i - 1] == "l":  # "Thành phố" is a style, and begins names
            large.append((i, n))
    if small >= 2 and len(large) * 2 <= small:
        for i, n in large:
            a, b = s.starts[i], s.ends[i + n - 1]
            yield Slip(a, b, s.text[a:b].lower(), "message", 0.5, "info")


def _units(doc: Document, s: Scan) -> Iterator[Slip]:
    """Names of units of this text with a small letter inside: "Bắc hà" where "Bắc Hà" is a unit."""
    names: dict[tuple[str, str], tuple[int, int]] = {}
    for unit in doc.units:
        i = s.before(unit.end)
        if i > 0 and s.shapes[i - 1 : i + 1] == "CC" and len(unit.name.split()) == 2:
            names.setdefault((s.lower[i - 1], s.lower[i]), (s.starts[i - 1], s.ends[i]))
    for m in re.finditer("(?=lCl|llC)", s.shapes) if names else ():
        i = m.start() + 1
        other = names.get((s.lower[i], s.lower[i + 1]))
        if other and s.starts[i + 1] == s.ends[i] + 1 and not s.line_break(i):
            yield Slip(s.starts[i], s.ends[i + 1], s.text[slice(*other)], "variant", 0.7, "info", other)


def _function_words(s: Scan) -> Iterator[Slip]:
    """Words that no name begins with, with a capital inside a sentence: "hội nghị Đã bàn"."""
    for m in re.finditer("(?<=l)C(?=l)", s.shapes):
        i = m.start()
        if s.lower[i] in _FUNCTION and s.text[s.ends[i - 1] : s.starts[i]] == " ":
            yield Slip(s.starts[i], s.ends[i], s.lower[i], "message", 0.6, "info")
