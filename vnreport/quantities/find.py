"""Numbers as they stand in a text, with the words of their unit.

A number is in figures ("2.460", "34,5", "71.204/101.720") or in words before a noun that is counted ("hai phường"); a scale ("triệu", "tỷ")
and the unit follow it. What a number means for another one is for the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from vnreport.language.common import common_words
from vnreport.language.letters import LOWER, fold
from vnreport.language.numbers import figure, spelled
from vnreport.language.scan import Scan, scan
from vnreport.resources import rows

_FIGURE = re.compile(
    # what may not stand before the number is asked after its first digit, so that the search can run from digit to digit
    rf"(?P<a>\d(?<![\w.,:-]\d)(?<![^{LOWER}]/\d)(?:\d{{0,2}}(?:\.\d{{3}})+(?:,\d+)?|\d*(?:[.,]\d+)?))"
    rf"(?:(?P<bar> ?/ ?)(?P<b>\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d+(?:[.,]\d+)?))?(?![\d/]|[.,:]\d|[-–]\d|[A-Za-zĐđ]*[-/&](?:[A-ZĐ]|\d))"
)
_SCALE = re.compile(r" ?(?:(trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?: (nghìn|ngàn|triệu|tỷ|tỉ))?)\b")
_FACTOR = {"trăm": 1e2, "nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}
_NUMERAL = r"(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?)"
_SPELLED = re.compile(rf"\b(?:{_NUMERAL} mươi(?: (?:mốt|hai|ba|tư|bốn|lăm|sáu|bảy|tám|chín))?|{_NUMERAL})\b")
_NUMERALS = frozenset("hai ba bốn năm sáu bảy tám chín mười".split())
_ORDINAL = frozenset(
    "thứ tháng quý cấp lớp khóa kỳ điều khoản mục phần chương số ngày hạng loại tiểu lần năm đêm mồng mùng quận phường đường".split()
)
_NAMED = frozenset(
    "quận phường đường số ngõ hẻm kiệt điều khoản mục chương phần tháng ngày mùng mồng quý lớp khóa tổ khu thứ hạng loại phụ "
    "hotline đt tel fax sđt biểu mẫu".split()
)
_PLACED = frozenset("khóm ấp thôn xóm bản buôn sóc khối".split())
"""Before a number without a unit of the table these make a name ("ấp 7, xã …"; but "mỗi ấp 3 hộ")."""
_HIGHER = frozenset("mươi trăm nghìn ngàn triệu tỷ tỉ linh lẻ".split())
_COUNTING = frozenset({"tổng", "trong", "trên"})
"""Before "số" these make it a count ("tổng số 920 người"), not a name ("số 12")."""
_FUNCTION = frozenset(
    "và hoặc của tại ở trong ngoài trên dưới đến tới từ với cho là đã đang sẽ được bị có không do theo như thì mà để nên khi nếu "
    "vì về so còn chỉ cũng này kia đó nhằm cùng bằng hay đạt tăng giảm chiếm trước sau mới rồi đều lại vào ra lên xuống gồm năm "
    "nhất ngay tính vừa".split()
)
_MONEY = re.compile(r" (?:(?:nghìn|ngàn|triệu|tỷ|tỉ) )?đồng\b")
"""After a number it counts money, whatever stands before: "ngân sách phường 3 tỷ đồng"."""
_PHONE = re.compile(r"0\d{8,10}|1[89]00\d*")
_APPROX = re.compile(
    r"\b(trên|hơn|gần|khoảng|xấp xỉ|chừng|ước|ước đạt|ước tính|tới|dưới|ít nhất|tối thiểu|không quá|hàng|tối đa|"
    r"(?<!mức )(?<!tốc )(?<!trình )độ|(?<!mầm )(?<!nước )non)(?: là)? ?$"
)
_DIRECTION = {"trên": 1, "hơn": 1, "ít nhất": 1, "tối thiểu": 1, "gần": -1, "dưới": -1, "không quá": -1, "tối đa": -1, "non": -1}


@dataclass(frozen=True, slots=True)
class Written:
    """A number as written.

    Attributes
    ----------
    start, end : int
        Span with the unit words.
    number_end : int
        End of the figures alone.
    value : float
        The number before scale and unit; of a fraction its upper part.
    of : float or None
        The lower part of a fraction ("19/19 tiêu chí").
    unit : str or None
        Scale and unit as written ("tỷ đồng").
    noun : str or None
        The unit without its scale, folded ("đồng").
    factor : float
        What the scale multiplies by.
    kind : str or None
        ``measure``, ``person`` or ``count`` where the unit is in the table.
    approx : int or None
        -1 after "gần", 1 after "trên", "hơn"; 0 after "khoảng"; ``None`` where the figure is meant exactly.
    decimals : int
        Digits after the comma.
    """

    start: int
    end: int
    number_end: int
    value: float
    of: float | None
    unit: str | None
    noun: str | None
    factor: float
    kind: str | None
    approx: int | None
    decimals: int

    @property
    def amount(self) -> float:
        """The number with its scale."""
        return self.value * self.factor


@cache
def units() -> dict[str, str]:
    """Units of the table, folded, and their kinds."""
    return {fold(unit): kind for unit, kind in rows("quantity_units.tsv")}


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """First token of a unit -> lengths of the units that begin so, in tokens, the longest first."""
    out: dict[str, set[int]] = {}
    for unit in units():
        tokens = scan(unit).lower
        out.setdefault(tokens[0], set()).add(len(tokens))
    return {k: tuple(sorted(v, reverse=True)) for k, v in out.items()}


def find(text: str, scanned: Scan | None = None, outside: Iterable[tuple[int, int]] = ()) -> list[Written]:
    """Numbers in ``text``, in text order; those that touch a span of ``outside`` (dates, document numbers) are left out.

    Examples
    --------
    >>> [(w.value, w.unit) for w in find("Tiếp nhận 2.460 hồ sơ, đạt 34,5%; kinh phí 4,2 tỷ đồng tại hai phường")]
    [(2460.0, 'hồ sơ'), (34.5, '%'), (4.2, 'tỷ đồng'), (2.0, 'phường')]
    """
    s = scanned or scan(text)
    blocked = sorted(outside)
    out: list[Written] = []
    k = 0
    for start, end, value, of, decimals, in_words in sorted(_numbers(text, s), key=lambda n: n[0]):
        while k < len(blocked) and blocked[k][1] <= start:
            k += 1
        if (k < len(blocked) and blocked[k][0] < end) or (out and start < out[-1].end):
            continue
        written = _with_unit(text, s, start, end, value, of, decimals)
        if written.kind is None and (in_words or s.lower[max(0, s.at(start) - 1)] in _PLACED):
            continue
        out.append(written)
    return out


def _numbers(text: str, s: Scan) -> Iterator[tuple[int, int, float, float | None, int, bool]]:
    for m in _FIGURE.finditer(text):
        value, of = figure(m["a"]), figure(m["b"]) if m["b"] else None
        if value is None or _PHONE.fullmatch(m["a"]):
            continue
        before = s.before(m.start())
        named = before >= 0 and s.ends[before] >= m.start() - 1 and s.lower[before] in _NAMED and not _MONEY.match(s.folded, m.end())
        if named and (s.lower[before] != "số" or before == 0 or s.lower[before - 1] not in _COUNTING):
            continue
        yield m.start(), m.end(), value, of, len(m["a"].split(",")[1]) if "," in m["a"] else 0, False
    done = -1
    for i in s.where(_NUMERALS):
        found = _SPELLED.match(s.folded, s.starts[i]) if s.starts[i] >= done else None
        if found is None:
            continue
        done = found.end()
        # "bốn trăm tám mươi sáu": the end of a longer number
        if i and (s.lower[i - 1] in _ORDINAL or (s.lower[i - 1] in _HIGHER and i > 1 and spelled(s.lower[i - 2]) is not None)):
            continue
        number = spelled(found[0])
        if number is not None:
            yield found.start(), found.end(), float(number), None, 0, True


def _with_unit(text: str, s: Scan, start: int, end: int, value: float, of: float | None, decimals: int) -> Written:
    factor, at, scale_end = 1.0, end, end
    if m := _SCALE.match(s.folded, end):
        factor = _FACTOR[m[1]] * (_FACTOR[m[2]] if m[2] else 1.0)
        at = scale_end = m.end()
    unit_end, kind = _unit(text, s, at)
    noun = s.folded[at:unit_end].strip() or None
    if noun is None and factor >= 1e6:  # "1,8 tỷ": money
        noun, kind = "đồng", "measure"
    unit = text[end:unit_end].strip() if unit_end > end else None
    lead = _APPROX.search(s.folded, max(0, start - 14), start)
    approx = _DIRECTION.get(lead[1], 0) if lead else None
    return Written(start, max(unit_end, scale_end), end, value, of, unit or None, noun, factor, kind, approx, decimals)


def _unit(text: str, s: Scan, at: int) -> tuple[int, str | None]:
    """End of the unit that begins at ``at`` (after at most one space), and its kind; ``at`` itself where there is none."""
    i = s.at(at)
    if i + 1 < len(s) and s.lower[i] == "số" and s.starts[i] <= at + 1:  # 5.400 số ca mắc
        i, at = i + 1, s.ends[i]
    if i >= len(s) or s.starts[i] > at + 1 or "\n" in text[at : s.starts[i]]:
        return at, None
    for n in _lengths().get(s.lower[i], ()):
        if i + n <= len(s) and (kind := units().get(s.folded[s.starts[i] : s.ends[i + n - 1]])):
            end = s.ends[i + n - 1]
            while m := _PER.match(text, end):  # triệu đồng/người/năm
                end = m.end()
            return end, kind
    if s.shapes[i] == "l" and s.lower[i] not in _FUNCTION and len(s.lower[i]) > 1:
        if i + 1 < len(s) and f"{s.lower[i]} {s.lower[i + 1]}" in common_words():
            return s.ends[i + 1], None
        return s.ends[i], None
    return at, None


_PER = re.compile(r"/(?:người|hộ|năm|tháng|quý|ngày|ha|kg|tấn|lượng|km2?|m[23²³]?|vụ|sào|suất|lít|giờ|h)\b")
