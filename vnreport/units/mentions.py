"""Finding units: what is written, before what it means.

Three steps, each cheaper than a pattern over the whole text: names after a level word (with lists that share it), names of provinces, and
then, when the context is known, other names without a level word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from vnreport.language.scan import Scan
from vnreport.units.gazetteer import TIERS, Gazetteer, State, key

SURNAMES = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương mai trịnh đoàn tô lâm tạ đào hà lương cao châu "
    "phùng quách tăng thân nông chu lưu tống doãn khổng vương đàm kiều lò giàng vàng sùng thào quàng lường cầm bế hứa triệu viên ksor siu "
    "niê điểu mạc lại nghiêm tôn giáp diệp lô kha lữ xồng lã vừ khưu cụt lỳ hạng kpă rơ puih rah chảo phàn alăng zơrâm bhling bnướch pơloong "
    "arất vù chẩu thền hảng chá tếnh khoàng kbuôr mlô kđoh byă êban ayŭn adrơng knul bkrông hmok bdap hwing hđơk lù lầu sầm moong thạch mùa "
    "tẩn phàng lèng cháng thèn lừu pờ tòng sín bàn tráng lang".split()
)
"""Surnames that begin names of persons (many begin names of units too)."""

_PARTY = {"ủy": True, "uỷ": True, "đoàn": True}
_SINGLE = {"tỉnh", "quận", "huyện", "xã", "phường"}
_DOUBLE = {("thành", "phố"): "thành phố", ("thị", "xã"): "thị xã", ("thị", "trấn"): "thị trấn", ("đặc", "khu"): "đặc khu"}
_SHORT = {"tp": "thành phố", "tx": "thị xã", "tt": "thị trấn"}
_LETTER = {"Q": "quận", "P": "phường", "H": "huyện", "X": "xã", "q": "quận", "p": "phường", "h": "huyện"}
_SEAT = {"tỉnh": ("tỉnh",), "thành": ("thành phố",), "huyện": ("huyện",), "quận": ("quận",), "thị": ("thị xã",)}
_TRIGGERS = _SINGLE | {a for a, _ in _DOUBLE} | set(_SHORT) | {"q", "p", "h", "x", "t", "tphcm", "phủ", "tổng"}
_PLURAL = {"các", "những", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "nhiều", "một số", "số"}
_OPENERS = {":", "gồm", "là", "như", "bao", "đó", "sau", "có"}
_OLD_LEVELS = {"phủ", "tổng"}
_INTRODUCTIONS = {":", "là", "gồm", "như"}
_ENDS = {".", "!", "?", ";"}
_MODIFIERS = {"miền": "núi", "đảo": "", "biên": "giới", "vùng": "cao", "ven": "biển", "rẻo": "cao", "nghèo": ""}
"""Words between a level word and a name: "huyện miền núi Kỳ Sơn"."""
_SEPARATORS = {",", ";", "và", "-", "/", "hoặc", "hay", "cùng"}
_MEASURES = frozenset(
    "năm lần tháng tuần ngày người tỷ triệu nghìn hộ ha km m % đồng giờ đơn thôn xã điểm buổi đợt tổ lớp tiêu chỉ công mô nhà căn suất "
    "phần cuộc chi hội trường tập cá cơ nội nhiệm giải dự hạng mục vụ ca phòng ban đại chức loại tuyến con bộ sở chương phong".split()
)
_BODIES = {"ủy", "uỷ", "ubnd", "hđnd", "an", "mttq"}
"""Last words of bodies: "Công an quận 9"."""
_VERBS = {"tổ chức", "công bố", "công nhận", "công khai", "điểm lại", "mô tả", "giải quyết", "giải ngân", "giải đáp"}
"""Verbs that begin like a measure: "Phường 1 tổ chức …"."""
_HONORIFICS = {"ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cháu", "cụ", "chí", "thầy", "đ", "mẹ", "tác", "giả", "tên", "họ"}
_CREDITS = {"ảnh", "tin", "bài", "clip", "video", "hình", "giả"}
"""What stands before the colon of a credit: "Ảnh: Thanh Hà"."""
_FEATURES = {
    "đường", "phố", "cầu", "sông", "núi", "mũi", "hồ", "đảo", "chùa", "đền", "đình", "đèo", "vịnh", "suối", "thác", "kênh", "rạch", "ga",
    "hang", "đầm", "biển", "thôn", "ấp", "bản", "xóm", "buôn", "làng", "tổ", "hẻm", "ngõ", "ngách", "lộ", "hầm", "đập", "phà", "dốc", "cồn",
    "bãi", "dòng", "sóc", "plei", "sàn", "miếu", "lăng", "tháp", "chợ", "quán", "khẩu",
}  # fmt: skip
"""Words for other kinds of places (and streets): what follows is not a unit."""
_COMPOUNDS = {
    "yêu cầu", "nhu cầu", "toàn cầu", "văn bản", "cơ bản", "nhật bản", "xuất bản", "biên bản", "gia đình", "thành phố", "công bố",
    "nhập khẩu", "xuất khẩu", "hộ khẩu", "nhân khẩu", "phụ lộ", "miền núi", "miền biển", "vùng biển", "ven biển", "buôn làng",
}  # fmt: skip
"""Words whose last syllable is one of those."""
_NOT_NAMES = {"hội", "đoàn", "ủy", "đội", "nông", "việt", "trung", "liên", "mặt", "công", "ban", "nhà", "bộ", "sở"}
_OFFICES = frozenset("tịch thư đốc trưởng ủy viên chí ông bà".split())
_FOREIGN_AFTER = {"dương"}
_CAPITAL = re.compile("[CUm]")
"""Shapes of a name's first word."""
_ABROAD = re.compile(r"Trung Quốc|Quảng Tây|Quảng Đông|\bLào\b(?! Cai)|Campuchia|Nhật Bản|Hàn Quốc|Đài Loan")
HIGHLAND = {"đắk", "đăk", "đắc", "đak", "dak", "ea", "ia", "krông", "chư", "cư", "kon", "ya", "đa", "đạ", "plei", "plây", "buôn"}
"""First syllables of names that are spelt in many ways."""


@dataclass(slots=True)
class Mention:
    """A unit as it is written.

    ``first`` and ``last`` are token indices (``last`` excluded), ``name`` the tokens of the name alone. ``hints`` are levels that the words
    around make likely without saying them ("Huyện ủy …"); ``group`` numbers the list that the mention is part of.
    """

    start: int
    end: int
    first: int
    last: int
    name: int
    level: str | None
    key: str | None
    states: list[State] = field(default_factory=list)
    hints: tuple[str, ...] = ()
    group: int = -1


class Finder:
    """Finds the mentions of one text."""

    def __init__(self, scan: Scan, gazetteer: Gazetteer) -> None:
        self.scan, self.gazetteer = scan, gazetteer
        self.taken = bytearray(len(scan) + 1)
        self.found: list[Mention] = []
        self._group = 0
        self._saigon = any(x in scan.folded for x in ("hcm", "hồ chí minh", "sài gòn"))  # where quận have numbers
        self._names: dict[tuple[int, bool], list[tuple[int, str]]] = {}
        self._run = (0, 0)
        self._waiting: tuple[list[str], str | None] | None = None  # levels of a plural that still has no list

    # -- names -----------------------------------------------------------------------------------------------------------------------
    def names(self, i: int, lower: bool = False) -> list[tuple[int, str]]:
        """Names of the gazetteer that begin at token ``i``, the longest first: (end, key). ``lower``: small later syllables too."""
        found = self._names.get((i, lower))
        if found is None:
            found = self._names[i, lower] = self._look(i, lower)
        return found

    def _look(self, i: int, lower: bool) -> list[tuple[int, str]]:
        s, g = self.scan, self.gazetteer
        n = len(s)
        if i >= n or s.shapes[i] not in "CUmd":
            return []
        word = s.lower[i]
        if s.shapes[i] == "d":
            return [(i + 1, str(int(word)))] if len(word) <= 2 and int(word) else []
        limit = g.longest.get(word)
        if not limit:
            return []
        out, text, j = [], word, i
        while True:
            if text in g.by_key:
                out.append((j + 1, text))
            j += 1
            if j - i >= limit or j >= n:
                break
            shape = s.shapes[j]
            if (shape == "l" and not lower) or "\n\n" in s.text[s.ends[j - 1] : s.starts[j]]:
                break
            if not (shape in "CUm" or (shape == "l" and lower) or shape == "d" or s.lower[j] == "-"):
                break
            text += " " + s.lower[j]
        return out[::-1]

    def run(self, i: int) -> tuple[int, int]:
        """The capitalised words around token ``i`` that only spaces part: (first, after the last)."""
        if self._run[0] <= i < self._run[1]:
            return self._run
        s, a, b = self.scan, i, i + 1
        while a and s.shapes[a - 1] in "CmU" and s.text[s.ends[a - 1] : s.starts[a]] == " ":
            a -= 1
        while b < len(s) and s.shapes[b] in "CmU" and s.text[s.ends[b - 1] : s.starts[b]] == " ":
            b += 1
        if s.shapes[i] in "CmU":  # the same for each of its words
            self._run = a, b
        return a, b

    def _unknown(self, i: int) -> int | None:
        """End of a name that the gazetteer lacks, or ``None`` where it may be a person or a common word."""
        s = self.scan
        if i >= len(s) or s.shapes[i] not in "Cm" or not s.words[i][0].isupper():
            return None
        if s.lower[i] in SURNAMES or s.lower[i] in _NOT_NAMES:
            return None
        _, b = self.run(i)
        if b - i > 2 and s.lower[i + 1] in ("văn", "thị"):
            return None  # a person of a rare surname
        j = i + 1
        while j < b and j - i < 4 and s.lower[j] not in SURNAMES:
            j += 1
        if j < b and s.lower[j] in SURNAMES and b - j == 1:  # "Phú Lê" rather than a person's name of one word
            j = b
        return j if 2 <= j - i <= 3 or (j - i == 1 and s.shapes[i] == "m") else None

    # -- level words -----------------------------------------------------------------------------------------------------------------
    def level(self, i: int) -> tuple[str | None, int, tuple[str, ...], bool] | None:
        """The level word at token ``i``: (level, end, hints, strict). ``strict``: short for other things too."""
        s = self.scan
        word, after = s.lower[i], s.lower[i + 1] if i + 1 < len(s) else ""
        if i and s.ends[i - 1] == s.starts[i] and s.shapes[i - 1] == "d":
            return None  # a number plate
        if word in _SEAT and after in _PARTY:
            return None, i + 2, _SEAT[word], True
        if (word, after) in _DOUBLE:
            return _DOUBLE[word, after], i + 2, (), False
        if word in _SINGLE:
            return word, i + 1, (), False
        if word == "t" and after == "." and s.words[i : i + 3] == ("T", ".", "P"):
            return "thành phố", i + 4 if s.lower[i + 3 : i + 4] == (".",) else i + 3, (), False
        if word == "tt" and after == "-":
            return None  # TT-Huế
        if word == "tp" and after == "-" and s.lower[i + 2 : i + 3] == ("hcm",):
            return "thành phố", i + 2, (), False
        if word in _SHORT and (s.words[i][0].isupper() or word == "tp" or after == "."):
            return _SHORT[word], i + 2 if after == "." else i + 1, (), word != "tp"
        if s.words[i] in _LETTER and after == "." and s.lower[i + 2 : i + 3] and s.shapes[i + 2] in "Cm":
            return _LETTER[s.words[i]], i + 2, (), True
        if s.words[i] in _LETTER and s.words[i].isupper() and (after == "." or (after.isdigit() and s.starts[i + 1] == s.ends[i])):
            return _LETTER[s.words[i]], i + 2 if after == "." else i + 1, (), True
        if word == "tổng" and s.shapes[i] == "l" and i and (s.lower[i - 1] in _PLURAL or s.lower[i - 1].isdigit()):
            return "tổng", i + 1, (), False
        if word == "phủ" and s.shapes[i] == "l" and (i == 0 or s.lower[i - 1] != "chính"):
            return "phủ", i + 1, (), False
        return None

    def explicit(self) -> None:
        """Mentions with a level word, and what shares it."""
        s = self.scan
        triggers = s.where(_TRIGGERS)
        i, n = 0, len(s)
        while i < n:
            if s.lower[i] not in _TRIGGERS or self.taken[i]:
                if not self._waiting:
                    k = bisect_right(triggers, i)
                    i = triggers[k] if k < len(triggers) else n
                    continue
                if s.lower[i] in _ENDS or s.line_break(i):
                    self._waiting = None
                elif s.lower[i] in _INTRODUCTIONS:
                    self._late(i + 1, *self._waiting)
                i += 1
                continue
            if s.lower[i] == "tphcm":
                self._add(i, i, i + 1, "thành phố", "tphcm", ())
                i += 1
                continue
            if s.lower[i] == "tt" and s.lower[i + 1 : i + 3] == (".", "huế"):
                self._add(i, i, i + 3, None, "tt huế", ())
                i += 3
                continue
            found = self.level(i)
            if found is None:
                i += 1
                continue
            i = self._after_level(i, *found)

    def _after_level(self, i: int, level: str | None, k: int, hints: tuple[str, ...], strict: bool) -> int:
        s = self.scan
        before = s.lower[i - 1] if i else ""
        plural = before in _PLURAL or before.isdigit()
        levels = [level] if level else list(hints)
        mixed = False
        while k + 1 < len(s) and s.lower[k] in (",", "/", "và", "-") and (more := self.level(k + 1)) and more[0]:
            nxt = more[1]
            if self._item(nxt, [more[0]], True) and s.lower[k] != "/" and not plural:
                break
            if self._item(nxt, [more[0]], True) and s.shapes[nxt] != "p" and not mixed and s.lower[k] == "và":
                break
            levels.append(more[0])
            mixed, k = True, nxt
        start, loose = k, False
        if plural or mixed:
            if k + 1 < len(s) and s.lower[k] == "," and s.lower[k + 1] in ("gồm", "bao", "là", "đó"):
                k += 1
            while k < len(s) and k - start < 5 and (s.lower[k] in _OPENERS or s.shapes[k] == "l") and s.lower[k] not in _SEPARATORS:
                if self.level(k):
                    self._waiting = (levels, None if mixed else level) if level else None
                    return k
                loose = loose or s.lower[k] not in _OPENERS
                k += 1
            if loose and self._feature(k):
                return k
            if k < len(s) and s.lower[k] == "(":
                k += 1
        elif not strict:
            while k + 1 < len(s) and (step := _MODIFIERS.get(s.lower[k])) is not None and (not step or s.lower[k + 1] == step):
                k, loose = k + (2 if step else 1), True
        if k >= len(s):
            return i + 1
        gap = s.text[s.ends[k - 1] : s.starts[k]]
        if "\n\n" in gap or ("\n" in gap and s.shapes[k] == "U" != s.shapes[k - 1]):
            return i + 1  # another block of the page
        if "\n" in gap and s.shapes[i] == "l" and s.starts[i] - s.text.rfind("\n", 0, s.starts[i]) < 50:
            return i + 1  # a short line that ends with the level word: the name is not on it
        item = self._item(k, levels, strict or loose)
        if item is None or (s.shapes[k] == "d" and k > start and s.lower[k - 1] not in (":", "(")):
            if plural and level:
                self._waiting = levels, None if mixed else level
            return max(start, i + 1)
        shared = None if mixed or level is None else level
        self._group += 1
        first = i if before not in ("các", "những") and (k == start or not plural) and not mixed and level is not None else k
        self._add(first, k, item[0], shared, item[1], tuple(levels))
        self._list(item[0], levels, shared, plural or mixed or (level is None and s.shapes[k] == "d"))
        return start

    def _late(self, k: int, levels: list[str], shared: str | None) -> None:
        """A list that comes later in the sentence than its level word: "các xã được nhập về, đó là A, B, C"."""
        s = self.scan
        item = self._item(k, levels, True)
        if item is None or item[0] + 1 >= len(s) or s.lower[item[0]] not in _SEPARATORS:
            return
        if self._item(item[0] + 1, levels, True) is None:
            return
        self._waiting = None
        self._group += 1
        self._add(k, k, item[0], shared, item[1], tuple(levels))
        self._list(item[0], levels, shared, True)

    def _item(self, k: int, levels: list[str], strict: bool) -> tuple[int, str | None] | None:
        """The name at token ``k`` for one of ``levels``: (end, key)."""
        s, g = self.scan, self.gazetteer
        if k >= len(s) or self.taken[k] or s.shapes[k] not in "CUmd" or self.level(k):
            return None
        names = self.names(k)
        if s.shapes[k] == "d":
            after = s.lower[k + 1] if k + 1 < len(s) else ""
            tight = k + 1 < len(s) and s.starts[k + 1] == s.ends[k]
            if not names or not set(levels) & {"quận", "phường", "thành phố"}:
                return None
            if after in _MEASURES and f"{after} {s.lower[k + 2] if k + 2 < len(s) else ''}" not in _VERBS:
                return None
            if (tight and after in ("/", "%")) or (tight and after in (".", ",") and k + 2 < len(s) and s.starts[k + 2] == s.ends[k + 1]):
                return None
            if not any(st.level in levels for st in g.by_key.get(names[0][1], ())):
                return None
            beside = k > 1 and (s.lower[k - 2] in _BODIES or (k > 2 and s.lower[k - 2] == "," and bool(self.taken[k - 3])))
            spoken = s.shapes[k - 1] == "l" and not beside
            if levels == ["quận"] and k + 1 < len(s) and s.shapes[k + 1] == "l" and not self._saigon and spoken:
                return None  # "toàn quận 5 khu phố …"
            return names[0]
        best: tuple[int, str | None] | None
        fits = next(((j, key) for j, key in names if any(st.level in levels for st in g.by_key[key])), None)
        if fits and levels == ["thành phố"] and names[0][0] > fits[0] and any(st.tier == 1 for st in g.by_key[names[0][1]]):
            fits = None  # "thành phố Bà Rịa Vũng Tàu"
        tiers = {t for x in levels for t in TIERS.get(x, ())}
        best = fits or next(((j, key) for j, key in names if any(st.tier in tiers for st in g.by_key[key])), None)
        if strict:
            best = fits or self._short(k, names, levels)
        elif best is None and names and names[0][0] - k > 1 and "tỉnh" not in levels:
            best = names[0][0], None  # a name of other units: this one the gazetteer lacks
        if best is not None and not fits and _ABROAD.search(s.text, s.ends[best[0] - 1], s.ends[best[0] - 1] + 40):
            return None
        _, b = self.run(k)
        if not fits and not strict and 2 <= b - k <= 3 and s.lower[k] not in HIGHLAND and not self._held(k):
            near = set(g.near(" ".join(s.lower[k:b]), levels, letters=True))
            if len(near) == 1:  # "huyện Đinh Hóa": a tone mark from the name of a district
                return b, key(near.pop())
        if best is not None:
            person = s.lower[k] in SURNAMES and s.shapes[k] != "U"
            rest = b - best[0]
            if person and rest > 0 and s.lower[best[0]] not in SURNAMES:
                return None  # "UBND huyện Hoàng Mai Phương"
            known = rest == 0 and best[0] - k > 2 and any(st.tier == 2 for st in g.by_key[best[1] or ""]) and not self._held(k)
            if person and not fits and not known and not (levels == ["tỉnh"] and any(st.tier == 1 for st in g.by_key[best[1] or ""])):
                return None  # "UBND quận Lê Lợi": a name that no quận has
            if not fits and 0 < rest <= 2 and s.lower[best[0]] not in SURNAMES and s.shapes[k] != "U":
                longer = None if strict else self._unknown(k)
                return (longer, None) if longer and longer > best[0] else best
            return best
        if strict:
            return None
        if s.shapes[k] == "U":
            return None
        if not set(levels) & {"xã", "phường", "thị trấn", "huyện", "phủ", "tổng"}:
            return (b, None) if 2 <= b - k <= 3 and g.near(" ".join(s.lower[k:b]), levels) else None
        end = self._unknown(k)
        if end is None:
            return None
        written = " ".join(s.lower[k:end])
        if s.lower[k] in HIGHLAND or "'" in written:
            spelt = {key for key in g.loose(written) if any(st.level in levels for st in g.by_key[key])}
            if len({st.code for key in spelt for st in g.by_key[key] if st.level in levels}) == 1:
                return end, spelt.pop()
        return end, None

    def _held(self, k: int) -> bool:
        """Whether an office stands before the level word of the name at ``k``, which may then be its holder's: "Chủ tịch UBND huyện Lê Thủy"."""
        return self.scan.lower[k] in SURNAMES and not _OFFICES.isdisjoint(self.scan.lower[max(0, k - 7) : k])

    def _short(self, k: int, names: list[tuple[int, str]], levels: list[str]) -> tuple[int, str] | None:
        """The name after a short level word that is wrong ("Q. Hòa Vang"): one that a single unit of the tier bears, and no person."""
        s, g = self.scan, self.gazetteer
        if not names or names[0][0] - k < 2 or s.lower[k - 1] != "." or s.lower[k] in SURNAMES or self.run(k)[1] != names[0][0]:
            return None
        same = {st.code for st in g.by_key[names[0][1]] if st.tier == 2 and levels[0] in ("quận", "huyện", "thị xã")}
        return names[0] if len(same) == 1 else None

    def _list(self, j: int, levels: list[str], shared: str | None, plural: bool) -> None:
        """The further items of a list whose first item ended at ``j``."""
        s, g = self.scan, self.gazetteer
        while j < len(s):
            if s.lower[j] == "(":  # a remark between the items
                close = next((k for k in range(j, min(j + 14, len(s))) if s.lower[k] == ")"), None)
                if close is None:
                    return
                j = close + 1
                if j >= len(s):
                    return
            if plural:
                j = self._figures(j)
            if j >= len(s) or s.lower[j] not in _SEPARATORS or s.line_break(j):
                return
            k = j + 1
            if k < len(s) and s.lower[k] in ("và", "cùng"):
                k += 1
            if k >= len(s) or (s.lower[j] in "-/" and not plural):
                return
            if word := self.level(k):
                if plural and word[0] and word[1] < len(s) and s.lower[word[1]] in _SEPARATORS:  # "các xã A, thị trấn, B"
                    j = word[1]
                    continue
                own = self._item(word[1], [word[0]], word[3]) if plural and word[0] else None
                after = own[0] if own else len(s)
                if own is None or after + 1 >= len(s) or s.lower[after] != "," or self._item(after + 1, levels, True) is None:
                    return
                self._add(k, word[1], own[0], word[0], own[1], (word[0],) if word[0] else ())  # "các xã A, thị trấn B, C"
                j = own[0]
                continue
            if s.shapes[k] == "d" and s.starts[k] == s.ends[j] and s.lower[j] != "/":
                return
            item = self._item(k, levels, not plural)
            if item is None:
                end = self.run(k)[1] if plural and s.shapes[k] in "Cm" else k
                if not k < end <= k + 2 or end >= len(s) or s.lower[end] not in _SEPARATORS or (s.lower[k] in SURNAMES and end == k + 1):
                    return
                item = end, None  # a strange name among known ones
            if not plural:
                states = g.by_key.get(item[1] or "", ())
                if not any(st.level in levels for st in states) or (any(st.tier == 1 for st in states) and levels != ["tỉnh"]):
                    return
                if {st.parent for st in self.found[-1].states} & {st.code for st in states if st.tier == 2}:
                    return  # "phường Hòa An, Cẩm Lệ": where it lies
                if not self._akin([st for st in states if st.level in levels]):
                    return
            elif item[1] and any(st.tier == 1 for st in g.by_key[item[1]]) and not any(st.level in levels for st in g.by_key[item[1]]):
                return
            self._add(k, k, item[0], shared, item[1], tuple(levels))
            j = item[0]

    def _figures(self, j: int) -> int:
        """The place after the figures of a list item: "Khuê Trung 99,71%; …", "Ea Kar: 42 tấn; …"."""
        s, t = self.scan, j
        if t < len(s) and s.lower[t] in (":", "("):
            t += 1
        if t >= len(s) or s.shapes[t] != "d":
            return j
        while t < len(s) and t - j < 10:
            if s.lower[t] in (";", "và") or (s.lower[t] == "," and t + 1 < len(s) and s.shapes[t + 1] in "Cm"):
                return t
            if s.shapes[t] not in "dl" and s.lower[t] not in "%.,)":
                return j
            t += 1
        return j

    def _akin(self, states: list[State]) -> bool:
        """Whether one of the states has the parent of a state of the last mention."""
        last = self.found[-1]
        parents = {st.parent for st in last.states}
        return not last.states or any(st.parent in parents or st.tier == 1 for st in states)

    def _add(self, first: int, name: int, last: int, level: str | None, key: str | None, hints: tuple[str, ...]) -> None:
        s = self.scan
        states = self.gazetteer.by_key[key] if key else []
        if level in _OLD_LEVELS:
            states = []  # what bears the name today is another unit
        if key == "tphcm":
            level = "thành phố"
        self.found.append(Mention(s.starts[first], s.ends[last - 1], first, last, name, level, key, states, hints, self._group))
        for t in range(first, last):
            self.taken[t] = 1

    # -- names alone -----------------------------------------------------------------------------------------------------------------
    def plain(self, accept: Callable[[int, int, str, bool], bool], lower: bool = False) -> None:
        """Mentions without a level word: what ``accept(first, last, key, whole)`` takes; ``whole`` says that the name is not part of a
        longer capitalised one."""
        s = self.scan
        free = 0
        for m in _CAPITAL.finditer(s.shapes):
            i = m.start()
            if i < free or self.taken[i] or s.lower[i] not in self.gazetteer.longest:
                continue
            for j, name in self.names(i, lower):
                if any(self.taken[i:j]):
                    continue
                verdict = self._place(i, j)
                if verdict is not None and accept(i, j, name, verdict):
                    self._group += 1
                    self._add(i, i, j, None, name, ())
                    free = j
                    break

    def _place(self, i: int, j: int) -> bool | None:
        """``None`` where the words around say person, street or river; else whether the name stands alone."""
        s = self.scan
        before = s.lower[i - 1] if i and not s.line_break(i) else ""
        if self._feature(i) or (before in _HONORIFICS and s.shapes[i] != "U"):
            return None
        if before in (":", "/") and i > 1 and s.lower[i - 2] in _CREDITS:
            return None
        if before in ("kcn", "ccn") or (before == "nghiệp" and i > 2 and s.lower[i - 3] in ("khu", "cụm")):
            return None
        if before.isdigit() and i > 1 and (s.lower[i - 2] in ("số", "-", "/")):
            return None  # a house number: the name is a street's
        if before == "-" and i > 1 and s.ends[i - 1] == s.starts[i] and s.ends[i - 2] == s.starts[i - 1] and s.shapes[i - 2] in "Cm":
            return None  # "Ma-Bình"
        a, b = self.run(i)
        if s.shapes[i] == "U":
            return None if before in SURNAMES or before in ("văn", "thị") else True
        if any(s.lower[t] in SURNAMES and s.shapes[t] != "U" and not self.taken[t] for t in range(max(a, i - 3), i)):
            return None  # the end of a person's name
        if j < b and s.lower[j] in _FOREIGN_AFTER:
            return None
        if a < i and not self.taken[i - 1] and any(k > i for k, _ in self.names(i - 1)):
            return None  # the end of a longer name: "Thái Bình Dương"
        return j >= b or s.lower[j] in SURNAMES or bool(self.taken[j]) or bool(self.names(j))

    def _feature(self, i: int) -> bool:
        """Whether the word before token ``i`` is one for another kind of place."""
        s = self.scan
        if not 0 < i < len(s) or s.line_break(i) or s.lower[i - 1] not in _FEATURES:
            return False
        return i < 2 or f"{s.lower[i - 2]} {s.lower[i - 1]}" not in _COMPOUNDS

    def mentions(self) -> Iterator[Mention]:
        """The mentions in text order."""
        return iter(sorted(self.found, key=lambda m: m.start))
