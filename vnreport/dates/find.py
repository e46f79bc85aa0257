"""Finds what is written: a grammar over the folded text that starts at cheap triggers and runs once, left to right.

Nothing is resolved here; see :mod:`vnreport.dates.resolve`. Every pattern is matched at a fixed place and has a bounded length, so that the
cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from re import Match, Pattern

from vnreport.dates.model import UNITS, Expression, Point

_ONES = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "giêng": 1, "chạp": 12, "nửa": 0, "vài": 0,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}
_WEEKDAYS = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5, "bẩy": 5}
PARTS = {"sáng": "MO", "rạng sáng": "MO", "trưa": "MI", "chiều": "AF", "tối": "EV", "đêm": "NI", "khuya": "NI", "nửa đêm": "NI"}
HOLIDAYS = frozenset(
    [(30, 4), (1, 5), (2, 9), (8, 3), (26, 3), (27, 7), (20, 11), (22, 12), (19, 5), (3, 2), (20, 10), (7, 5), (10, 10), (19, 8), (1, 6),
     (27, 2), (21, 6), (20, 3), (9, 1), (22, 4), (5, 6), (28, 6), (13, 10), (18, 11), (9, 11), (24, 12), (25, 12), (31, 12), (1, 1)]
)  # fmt: skip
"""Days of the year that posts name without "ngày"."""

_W = r"(?:một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín)"
_WORD_NUMBER = rf"(?:(?:hai|ba|bốn|tư|năm|sáu|bảy|tám|chín)\smươi(?:\s(?:mốt|một|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín))?|mười(?:\s(?:một|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín))?|{_W})"
_MONTH_WORD = r"(?:mười\smột|mười\shai|mười|giêng|chạp|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín)"
_ = r"[ \t\n]{0,3}"
_S = r"[ \t\n]{1,3}"
_END = r"(?![^\W_])"


def _compile(pattern: str) -> Pattern[str]:
    return re.compile(pattern)


_TRIGGER = _compile(
    r"(?<![^\W_])(?:(?:[0-9]{1,4}|(?:ngày|tháng|năm|quý|tuần|giai|nhiệm|thời|sáng|rạng|trưa|chiều|tối|đêm|khuya|buổi|nửa|thứ|chủ|chúa|"
    r"từ|kể|hôm|mai|mùng|mồng|rằm|tết|hiện|đến|tính|trước|những|các|mấy|nhiều|vừa|gần|mới|hằng|hàng|mỗi|mọi|từng|thường|quanh|cuối|đầu|giữa|"
    r"một|hai|ba|bốn|sáu|bảy|tám|chín|mười|cách|cùng|lúc|vào|bây|thập|thế|mùa|xuân|sắp|tương|xưa|lâu|bấy|niên|khóa|bữa|ngay|nhằm|giáng|"
    r"bình|t[2-7]|cn|giao|trong|sau)(?![^\W\d_])))"
)

_NUMERIC = _compile(
    rf"(?:(?P<ng>ngày){_})?(?:(?:mùng|mồng){_})?(?P<d>\d{{1,2}})(?:{_}(?P<sep>[/.-]){_}(?P<m>\d{{1,2}}){_}(?P=sep){_}(?P<y>\d{{4}}|\d{{2}})|"
    rf"{_}/{_}(?P<m3>\d{{1,2}}){_}[-.]{_}(?P<y3>\d{{4}}))(?!\d)"
)
_DAY_MONTH = _compile(
    rf"(?:(?P<ng>ngày){_})?(?:(?P<mung>mùng|mồng){_})?(?P<d>\d{{1,2}}){_}(?P<sep>[/.-]){_}(?P<m>\d{{1,2}})(?!\d)(?!{_}(?P=sep){_}\d)(?![.,]\d)"
)
_SPELLED = _compile(
    rf"(?:(?P<ng>ngày){_})?(?:(?P<mung>mùng|mồng){_})?(?P<d>\d{{1,2}}|{_WORD_NUMBER}|rằm){_}(?P<of>của{_S})?tháng{_}(?P<m>\d{{1,2}}|{_MONTH_WORD}){_END}"
)
_DAY_ONLY = _compile(rf"(?:ngày{_}(?:mùng|mồng)|ngày|mùng|mồng){_}(?P<d>\d{{1,2}}|{_WORD_NUMBER})(?![^\W_])(?!{_}[/.-]{_}\d)(?![,.]\d)")
_DAY_FIRST = _compile(rf"ngày{_S}(?P<o>đầu tiên|cuối cùng){_S}(?:của{_S})?tháng{_S}(?P<m>\d{{1,2}}|{_MONTH_WORD}){_END}")
_ISO = _compile(r"(?P<y>[12]\d{3})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)(?!-\d)")
_MONTH = _compile(
    rf"(?:(?P<edge>đầu|giữa|cuối){_S})?tháng{_}(?P<m>\d{{1,2}}|{_MONTH_WORD})(?![^\W_])(?!{_}[.,:]\d)(?:{_}[/-]{_}(?P<y>[12]\d{{3}})(?!\d))?"
)
_MONTH_YEAR = _compile(rf"(?P<m>\d{{1,2}}){_}/{_}(?P<y>(?:19|20)\d\d)(?!\d)(?!{_}[/-]{_}[^\W_])")
_YEAR = _compile(rf"(?:(?P<edge>đầu|giữa|cuối){_S})?(?:những{_S}|các{_S})?năm{_}(?P<y>[12]\d{{3}}|[3-9]\d\d)(?!\d)(?![.,/:]\d|-\d\d-\d)(?:{_S}(?P<bc>tcn|trước công nguyên))?")
_YEAR_TAIL = _compile(
    rf"(?:{_},?{_}(?:của{_S})?năm{_}(?P<y>[12]\d{{3}})(?!\d)|{_S}(?:của{_S})?năm{_S}(?P<r>nay|ngoái|trước|sau|tới|này|kia){_END})"
)
_YEAR_OFFSET = {"nay": 0, "này": 0, "ngoái": -1, "trước": -1, "kia": -2, "sau": 1, "tới": 1}
_QUARTER = _compile(rf"(?:(?P<edge>đầu|giữa|cuối){_S})?quý{_S}(?P<q>iii|ii|iv|i|[1-4]|một|hai|ba|tư|bốn){_END}(?:{_}[/-]{_}(?P<y>[12]\d{{3}})(?!\d))?")
_RANGE_WORDS = r"(?:giai đoạn|nhiệm kỳ|nhiệm kì|thời kỳ|thời kì|niên khóa|niên độ|năm học|khóa|các năm|hai năm|những năm|năm)"
_YEAR_RANGE = _compile(
    rf"(?:(?P<n>\d{{1,2}}){_S}năm{_S}|(?P<w>{_RANGE_WORDS}){_}(?:từ{_S})?(?:năm{_S})?)?\(?(?P<a>[12]\d{{3}}|[3-9]\d\d)(?:{_}(?:-|/){_}|{_S}(?:đến|tới){_S})"
    rf"(?:năm{_S})?(?P<b>[12]\d{{3}}|(?<=\d-)\d\d(?=[\s.,;)]))(?!\d)(?![/:.]\d)(?!-\w)"
)
_MONTHS_OF = _compile(
    rf"(?P<n>\d{{1,2}}|{_WORD_NUMBER}){_S}tháng{_S}(?:(?P<side>đầu|cuối){_S})?(?:của{_S})?năm(?:{_S}(?P<y>[12]\d{{3}})(?!\d)|{_S}(?P<r>nay|ngoái|trước|sau|tới|này){_END})?"
)
_HALF = _compile(rf"(?P<h>nửa đầu|nửa cuối|nửa sau){_S}(?:của{_S})?(?:năm(?:{_S}(?P<y>[12]\d{{3}})(?!\d)|{_S}(?P<r>nay|ngoái|trước|sau|tới|này))?|tháng{_S}(?P<m>\d{{1,2}}))")
_DECADE = _compile(rf"(?:(?P<w>những năm|thập niên|thập kỷ|thập kỉ)){_S}(?:(?P<c>\d{{2}})|(?P<y>[12]\d\d0))(?:{_S}(?:của{_S})?thế kỷ{_S}(?:trước|xx|20))?(?![^\W_])(?![-/]\d)(?!{_S}(?:đến|-))")
_CENTURY = _compile(rf"thế kỷ{_S}(?:thứ{_S})?(?P<c>\d{{1,2}}|[xvi]+){_END}(?:{_S}(?P<bc>tcn|trước công nguyên))?")
_REL_UNIT = _compile(
    rf"(?:(?P<edge>đầu|giữa|cuối){_S})?(?P<u>ngày|tuần|tháng|quý|năm){_S}(?P<r>này|nay|hiện tại|trước nữa|trước đó|trước|ngoái|vừa qua|vừa rồi|"
    rf"qua|sau nữa|sau đó|sau|tới đây|sắp tới|tới|tiếp theo|kế tiếp|tiếp|kia){_END}"
)
_REL_OFFSET = {
    "này": 0, "nay": 0, "hiện tại": 0, "trước": -1, "ngoái": -1, "trước đó": -1, "vừa qua": -1, "vừa rồi": -1, "qua": -1, "trước nữa": -2,
    "kia": -2, "sau": 1, "sau đó": 1, "tới": 1, "tới đây": 1, "sắp tới": 1, "tiếp theo": 1, "kế tiếp": 1, "tiếp": 1, "sau nữa": 2,
}  # fmt: skip
_EDGE_YEAR = _compile(rf"(?P<edge>đầu|giữa|cuối){_S}(?P<u>năm|tháng|tuần|quý){_END}(?!{_S}(?:học|thứ|đầu|cuối|sinh|mới)|[ \t]\d)")
_TODAY = _compile(
    rf"(?:(?P<p>rạng sáng|sáng sớm|sáng|trưa|chiều|tối|đêm|khuya){_S})?(?:(?:vào{_S})?ngày{_S})?(?P<t>hôm nay|hôm qua|hôm kia|hôm trước|hôm sau|bữa nay|ngày mai|ngày kia|ngày mốt|mai)"
    rf"{_END}(?:{_S}(?:vào{_S})?buổi{_S}(?P<q>sáng|trưa|chiều|tối|đêm))?"
)
_TODAY_OFFSET = {"hôm nay": 0, "bữa nay": 0, "hôm qua": -1, "hôm kia": -2, "hôm trước": -1, "hôm sau": 1, "ngày mai": 1, "mai": 1, "ngày kia": 2, "ngày mốt": 2}
_PART_REL = _compile(rf"(?:buổi{_S})?(?P<p>rạng sáng|sáng sớm|sáng|trưa|chiều|tối|đêm|khuya){_S}(?P<t>nay|qua|mai|kia|cùng ngày|hôm đó|hôm sau)(?!{_S}[(]?\d+h){_END}")
_PART = _compile(rf"(?:(?:vào{_S})?(?P<b>buổi){_S})?(?P<p>rạng sáng|sáng sớm|nửa đêm|sáng|trưa|chiều tối|chiều muộn|chiều|tối|đêm|khuya){_END}")
_SAME_DAY = _compile(rf"(?:ngày{_S})?cùng{_S}(?P<u>ngày|tháng|năm){_END}(?!{_S}\d)")
_WEEKDAY = _compile(
    rf"(?:ngày{_S})?(?:thứ{_}(?P<w>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7]){_END}|(?P<cn>chủ nhật|chúa nhật){_END})"
    rf"(?:{_S}(?:của{_S})?(?:(?P<tu>tuần){_S})?(?P<r>này|trước|vừa rồi|vừa qua|qua|tới|sau|kế tiếp){_END})?"
)
_WEEKDAY_AFTER = _compile(rf"{_}(?:\({_}(?:thứ{_}(?P<w>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?P<cn>chủ nhật|chúa nhật)){_}\))")
_SHORT_WEEKDAY = _compile(rf"(?:t(?P<w>[2-7])|(?P<cn>cn)){_END}")
_CLOCK = _compile(
    rf"(?:(?:vào{_S})?(?P<at>lúc|vào|đúng|hồi){_S}(?:đúng{_S}|khoảng{_S})?)?(?P<h>\d{{1,2}}|{_WORD_NUMBER})(?:(?P<c>:)(?P<m>\d{{2}})(?::\d{{2}})?(?!\d)(?:{_S}(?P<ap>am|pm){_END})?"
    rf"|{_}(?P<g>giờ|h|g)(?:(?:{_}(?P<m2>[0-5]?\d)(?![^\W_])(?!{_}[/.-]\d)(?:{_}(?P<ph>phút|ph|p){_END}|['′])?)|(?:{_S}(?P<k>kém){_S}(?P<km>\d{{1,2}}))|(?P<r>{_S}rưỡi))?)(?![^\W_])"
)
_AMPM = _compile(rf"(?P<h>\d{{1,2}})(?::(?P<m>\d{{2}}))?{_}(?P<ap>am|pm){_END}")
_AFTER_CLOCK = _compile(rf"[ \t]{{0,3}}(?:,[ \t]?)?(?:buổi{_S})?(?P<p>rạng sáng|sáng|trưa|chiều|tối|đêm|khuya){_END}")
_STAMP_CLOCK = _compile(rf"[ \t]{{0,3}}[,|-]?[ \t]{{0,3}}(?:lúc{_S}|vào lúc{_S})?(?P<h>\d{{1,2}})(?::|h|g|{_}giờ{_})(?P<m>\d{{2}})?(?::\d{{2}})?(?!\d)(?:{_S}phút)?(?:{_S}(?P<ap>am|pm){_END})?")
_DURATION = _compile(
    rf"(?P<n>\d{{1,4}}(?:[.,]5)?|nửa|{_WORD_NUMBER})(?:{_}-{_}(?P<n2>\d{{1,3}}))?{_S}(?P<u>giây|phút|giờ|tiếng|ngày đêm|ngày|tuần|tháng|quý|năm|thập kỷ|thập niên|thế kỷ){_END}(?P<half>{_S}rưỡi{_END})?"
)
_DURATION_RANGE = _compile(rf"từ{_S}(?P<n>\d{{1,3}})(?:{_S}(?:đến|tới){_S}|{_}-{_})(?P<n2>\d{{1,3}}){_S}(?P<u>phút|giờ|tiếng|ngày|tuần|tháng|quý|năm){_END}")
_SHIFT = _compile(rf"{_S}(?P<s>vừa qua|vừa rồi|qua|gần đây|gần nhất|trở lại đây|trước đây|trước đó|trước|tới đây|tới|sắp tới|tiếp theo|nữa|sau đó|sau|kế tiếp|liền kề)(?!{_S}(?:khi|đó|ngày|năm|lúc|đại hội|thời hạn)){_END}")
_AGO = _compile(rf"cách{_S}(?:đây{_S}|nay{_S})(?:gần{_S}|hơn{_S}|khoảng{_S}|đúng{_S}|tròn{_S}|chừng{_S})?")
_SET = _compile(
    rf"(?:(?:hằng|hàng|mỗi|mọi|từng)(?:{_S}một)?{_S}(?P<u>ngày|tuần|tháng|quý|năm|đêm|giờ|buổi{_S}(?:sáng|chiều|tối)|sáng|chiều|tối)|(?P<y>thường niên|quanh năm)){_END}"
)
_SET_TAIL = _compile(rf"{_S}(?:hằng|hàng|mỗi){_S}(?P<u>năm|tháng|ngày|tuần|quý){_END}")
_SET_VALUE = {"ngày": "P1D", "đêm": "P1D", "tuần": "P1W", "tháng": "P1M", "quý": "P3M", "năm": "P1Y", "giờ": "PT1H", "sáng": "P1D", "chiều": "P1D", "tối": "P1D"}
_SEASON = _compile(rf"(?:(?P<edge>đầu|giữa|cuối){_S})?(?:mùa{_S}(?P<s>xuân|hè|hạ|thu|đông)|(?<=đầu )(?P<x>xuân)){_END}(?!{_S}(?:hồng|nghĩa|vàng|bóng))")
_SEASONS = {"xuân": "SP", "hè": "SU", "hạ": "SU", "thu": "FA", "đông": "WI"}
_SEASON_TAIL = _compile(rf"{_S}(?P<r>này|tới|trước|sau|vừa qua){_END}")
_SAME_PERIOD = _compile(rf"cùng{_S}(?:kỳ|kì)(?:{_S}(?:của{_S})?(?:năm{_S}(?:(?P<y>[12]\d{{3}})|(?P<r>ngoái|trước|nay))|(?P<y2>20\d\d)(?!\d)))?")
_WEEK_OF = _compile(rf"tuần{_S}(?:lễ{_S})?(?:thứ{_S})?(?P<o>đầu tiên|đầu|cuối cùng|cuối|nhất|hai|ba|tư|1|2|3|4){_S}(?:của{_S}|trong{_S})?tháng{_S}(?P<m>\d{{1,2}}|{_MONTH_WORD}){_END}")
_WEEK_ORDER = {"đầu tiên": 1, "đầu": 1, "nhất": 1, "1": 1, "hai": 2, "2": 2, "ba": 3, "3": 3, "tư": 4, "4": 4, "cuối cùng": -1, "cuối": -1}
_WEEK = _compile(rf"tuần{_S}(?:thứ{_S}|số{_S})?(?P<n>\d{{1,2}})(?![^\W_])(?:{_}/{_}(?P<y>20\d\d)|{_S}năm{_S}(?P<y2>20\d\d))?")
_TET = _compile(
    rf"(?:(?P<d>mùng{_S}\d{{1,2}}|mồng{_S}\d{{1,2}}|(?:đêm{_S})?(?:29|30)|giao thừa){_S})?tết(?:{_S}nguyên đán)?"
    rf"(?:{_S}(?:năm{_S}|xuân{_S})?(?:(?P<cc>{'{CANCHI}'})|(?P<y>20\d\d|19\d\d)))?"
)
_LUNAR_TAIL = _compile(rf"{_}(?:\({_}(?:theo{_S})?âm lịch{_}\)|,?{_}(?:theo{_S})?âm lịch)(?:{_S}năm{_S}(?P<y>[12]\d{{3}}))?")
_CAN = "giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý"
_CHI = "tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi"
CANCHI = rf"(?:{_CAN}){_S}(?:{_CHI})"
_TET = _compile(_TET.pattern.replace("{CANCHI}", CANCHI))
_CANCHI_YEAR = _compile(rf"(?:năm|xuân){_S}(?P<cc>{CANCHI}){_END}(?:{_}[-(]?{_}(?P<y>20\d\d|19\d\d)\)?)?")
_RAM = _compile(rf"(?P<d>rằm|mùng{_S}\d{{1,2}}|mồng{_S}\d{{1,2}}){_S}tháng{_S}(?P<m>\d{{1,2}}|{_MONTH_WORD}){_END}")
_VAGUE: dict[str, tuple[str, ...]] = {
    "PAST_REF": (
        r"(?:trong )?(?:suốt )?(?:những|các|mấy|nhiều) (?:ngày|tuần|tháng|năm)(?: học)? (?:vừa qua|qua|gần đây|trước đây|trước đó|trước|vừa rồi|đã qua)",
        r"(?:trong )?(?:những |suốt )?thời gian (?:vừa qua|qua|gần đây|trước đây|trước đó|vừa rồi|dài vừa qua)",
        r"(?:giai đoạn|nhiệm kỳ|thời kỳ) (?:trước đây|trước|vừa qua|qua)",
        r"thời điểm (?:đó|ấy)|thời (?:đó|ấy|xưa)|lúc (?:đó|ấy|bấy giờ)|bấy giờ|thời kỳ (?:đó|này|ấy)|ngày (?:đó|ấy|xưa)|năm (?:ấy|xưa)|xưa kia|lâu nay|từ lâu|từ xa xưa",
        r"trước (?:đây|đó|kia)(?! (?:là|một|hai|ba|\d))|vừa qua|vừa rồi|gần đây(?: nhất)?|mới đây(?: nhất)?|những ngày (?:cuối|đầu) nhiệm kỳ",
    ),
    "PRESENT_REF": (
        r"(?:đến |tính đến |cho đến |tới |vào |tại |ở )?thời điểm (?:hiện tại|hiện nay|này)",
        r"(?:tính |cho )?(?:đến|tới) (?:nay|hiện nay|hiện tại|giờ|bây giờ|hôm nay)|(?:ngay )?(?:bây giờ|lúc này)|hiện (?:nay|tại|giờ)|ngày nay|giờ đây",
        r"giai đoạn (?:hiện nay|hiện tại|này)|(?:trong )?những ngày này",
    ),
    "FUTURE_REF": (
        r"(?:trong )?(?:những|các|mấy) (?:ngày|tuần|tháng|năm)(?: học)? (?:tới đây|tới|tiếp theo|sắp tới|sau|kế tiếp|sau đó|sau này)",
        r"(?:trong )?thời gian (?:sắp tới|tới đây|tới|tiếp theo|không xa)",
        r"(?:giai đoạn|nhiệm kỳ|thời kỳ) (?:tới|tiếp theo|sau)",
        r"(?:trong )?tương lai(?: gần)?|sắp tới(?: đây)?|sau này",
    ),
}  # fmt: skip
_VAGUE_ONE = _compile("(?:" + "|".join(f"(?P<{k[:2]}>{'|'.join(v)})" for k, v in _VAGUE.items()).replace(" ", r"\s{1,2}") + ")" + _END)
_VAGUE_NAME = {"PA": "PAST_REF", "PR": "PRESENT_REF", "FU": "FUTURE_REF"}
_NOW = _compile(rf"hiện{_END}")
_NOW_COMPOUND = _compile(
    rf"{_S}(?:đại|trường|trạng|thực|hành|vật|tượng|diện|hữu|thân|hóa|hình|rõ|sinh|ra|được|các|những|một|kim|dịch|thị|ý|nghĩa|việc|cho|công){_END}"
)
_NOW_SECOND = frozenset("thực phát thể xuất biểu tái hiển lộ ẩn".split())  # "thực hiện tại", "phát hiện nay"
_NOW_BEFORE = _NOW_SECOND | frozenset("tự cụ đã sẽ và vào dần đang".split())
_ORDINAL_BEFORE = frozenset("lần tháng năm kỳ tuần họp phiên vị hạng con người tập quý mùa đợt hội bàn khóa lứa vòng cấp lớp tầng".split())
"""Words after which "thứ ba" counts."""
_DURATION_BEFORE = frozenset("thứ số khóa lần lớp tổ đội khu điểm bàn phòng trang cấp đường quận phường độ".split())
_LINK = _compile(rf"(?:{_}-{_}|{_S}(?:(?:cho|kéo dài){_S})?(?:đến|tới)(?:{_S}hết|{_S}cuối|{_S}giữa|{_S}đầu)?{_S})")
_AND = _compile(rf"{_}(?:,|và|&|;|hoặc){_}")
_DAYS_HEAD = _compile(rf"(?:(?:trong{_S})?(?:\d{{1,2}}|{_WORD_NUMBER}){_S})?(?:các{_S})?ngày{_}(?=\d)")
_NUMBER = _compile(r"(?:mùng |mồng )?(?P<d>\d{1,2})(?![^\W_])(?!\s{0,2}[:%]|[.,]\d)")
_FROM = _compile(rf"(?P<k>kể{_S})?từ{_S}")
_FROM_START = _compile(rf"từ{_S}đầu{_S}(?P<u>năm|tháng|tuần|nhiệm kỳ)(?:{_S}(?P<y>[12]\d{{3}})(?!\d))?{_S}(?:cho{_S})?(?:đến|tới){_S}(?:nay|hiện nay|thời điểm này|giờ){_END}")
_TO_NOW = _compile(rf"{_S}(?:trở lại đây|(?:cho{_S})?(?:đến|tới){_S}(?:nay|hiện nay|hiện tại|giờ|thời điểm này|thời điểm hiện tại)){_END}")
_NOW_TO = _compile(rf"từ{_S}nay{_S}(?:cho{_S})?(?:đến|tới){_S}(?:hết{_S})?")
_DIRECTION = _compile(rf"{_S}(?P<r>vừa qua|vừa rồi|tới đây|sắp tới|tới(?={_}(?:[.,;:)]|$|sẽ|tại|để|ở)))(?![^\W_])")
_STREET = frozenset("đường phố hẻm ngõ kiệt ngách số lô cầu chợ rạp viên trường khu tổ nhà hầm mét km ấp thôn bến block đội xóm lớp quầy phòng bàn ql tl".split())
_COUNTED = _compile(
    rf"{_}(?:tiêu|xã|phường|huyện|thôn|ấp|bản|người|hộ|đại|phiếu|trường|đơn|chỉ|thành|tỉnh|quận|cơ|khu|điểm|công|ý|nội|mục|số|trạm|ủy|em|cháu|học|bài|tổng|"
    rf"cử|vụ|km|m|ha|kg|%|tổ|đảng|chi|đội|doanh|dự|sản|hội|cán|lần|trẻ|bệnh|ca|nước|giờ|h|cái|chiếc|giải|trận|bộ|sở|ngành|thị|mẫu|câu|đồng|tỷ|triệu|nhà|lớp|phòng|bị|hồ|nhiệm|gia){_END}"
)
_RATIO_BEFORE = frozenset("đạt có được chiếm giảm tăng hơn khoảng gần với bằng là tỷ tỉ lệ còn gồm cả tới thắng thua hòa trên dưới mẫu khổ thể".split())
_DATE_BEFORE = frozenset("lễ dịp đến trước sau từ tới hết vào hôm mừng tế nữ niệm ngày trong tết và nhân bế kể khoảng qua".split())
_YEAR_BEFORE_NO = frozenset("số gồm có đạt là hơn gần khoảng trên dưới được giá với còn tổng thêm iso tcvn mã hotline tới điện từ đến thứ qh lô".split())
_YEAR_AFTER_NO = _compile(
    rf"{_}(?:[%/]|người|đồng|ha|m|km|tỷ|triệu|lượt|hộ|kg|tấn|cây|chỗ|cán|học|đại|em|suất|phần|đơn|vụ|trường|cơ|doanh|mét|usd|con|bộ|quyển|cuốn|tờ|ca|bài|giờ|ngày|"
    rf"tháng|năm|lao|sản|hồ|cử|công|tác|tập|cái|chiếc|m2|m3|nhà|phòng|xe|lít|mw|kw|tr|thôn|xã|chữ|điểm|căn|bệnh|trẻ|liệt|hội|đoàn|nghìn|thanh|tỉ|bị|thành|thí|ý|gia|khách|mẫu){_END}"
)
_AGE_AFTER = _compile(rf"{_S}(?:tuổi|rưỡi tuổi)")
_PER_AFTER = _compile(r"\s?/\s?[^\W\d_]")


def number(text: str) -> int | None:
    """The value of a day, month or count in figures or words.

    Examples
    --------
    >>> number("07"), number("hai mươi mốt"), number("mười lăm"), number("giêng")
    (7, 21, 15, 1)
    """
    if text.isdigit():
        return int(text)
    words = text.split()
    if len(words) == 1:
        return _ONES.get(text)
    if "mươi" in words:
        tens = _ONES[words[0]] * 10
        return tens + (_ONES[words[2]] if len(words) > 2 else 0)
    return 10 + _ONES[words[1]] if words[0] == "mười" else None


def _year(text: str) -> int:
    y = int(text)
    return y if y > 99 else (2000 + y if y < 50 else 1900 + y)


def _word_before(s: str, i: int) -> str:
    j = i
    while j > 0 and s[j - 1] in ' \t"“”(':
        j -= 1
    k = j
    while k > 0 and s[k - 1].isalnum():
        k -= 1
    return s[k:j]


class Finder:
    """One pass over a text.

    Parameters
    ----------
    text : str
        As written, NFC (capitals tell "thứ Ba" from "thứ ba").
    folded : str
        Its shadow (:func:`vnreport.language.letters.fold`).
    loose : bool
        Accept what only a phrase standing alone may mean ("thứ ba", "buổi sáng", "2:30"); not for running text.
    """

    def __init__(self, text: str, folded: str, loose: bool = False) -> None:
        self.text = text
        self.s = folded
        self.loose = loose
        self.last: Expression | None = None

    def find(self) -> Iterator[Expression]:
        """The expressions, left to right, without overlap."""
        s, end = self.s, 0
        for trigger in _TRIGGER.finditer(s):
            i = trigger.start()
            if i < end:
                continue
            for found in self._at(i):
                yield found
                end = found.end
                self.last = found

    # -- dispatch --------------------------------------------------------------------------------------------------------------------
    def _at(self, i: int) -> list[Expression]:
        for production in _PRODUCTIONS:
            found = production(self, i)
            if found:
                return found
        return []

    # -- points ----------------------------------------------------------------------------------------------------------------------
    def _tail(self, p: Point) -> Point:
        """A point with the year, the direction or "âm lịch" that follows it."""
        s = self.s
        if p.year is None and p.grain in ("day", "month", "quarter", "week") and (m := _YEAR_TAIL.match(s, p.end)):
            p = p.but(end=m.end(), year=int(m["y"])) if m["y"] else p.but(end=m.end(), year_rel=_YEAR_OFFSET[m["r"]])
        if p.grain in ("day", "month") and s.find("âm lịch", p.end, p.end + 14) >= 0 and (m := _LUNAR_TAIL.match(s, p.end)):
            p = p.but(lunar=True, end=m.end(), year=int(m["y"]) if m["y"] else p.year)
        if p.grain == "day" and p.month and p.weekday is None and (m := _WEEKDAY_AFTER.match(s, p.end)):
            p = p.but(end=m.end(), weekday=6 if m["cn"] else _WEEKDAYS[m["w"]])
        if p.year is None and (m := _DIRECTION.match(s, p.end)):
            p = p.but(end=m.end(), direction=-1 if m["r"].startswith("vừa") else 1)
        return p

    def _day(self, i: int, sure: bool = False) -> Point | None:
        """A day at ``i``; ``sure`` where the words before leave no doubt that a date follows."""
        s = self.s
        if m := _ISO.match(s, i):
            return Point(i, m.end(), "day", int(m["y"]), int(m["m"]), int(m["d"]))
        if m := _NUMERIC.match(s, i):
            year, day, month = m["y"] or m["y3"], int(m["d"]), int(m["m"] or m["m3"])
            if len(year) == 2 and not ((m["ng"] or sure or self.loose) and m["sep"] in "/-" or m["sep"] == "/" and day <= 31 and 0 < month <= 12 and int(year) >= 10):
                return None
            if len(year) == 4 and (year[0] not in "012" or day > 39 or month > 39 or (day == 0 and month == 0)):
                return None
            if i > 0 and s[i - 1] in "/.-:" and i > 1 and s[i - 2].isalnum() or re.match(r"\s?[/-]\s?(?:[^\W\d_]|\d)", s[m.end() : m.end() + 4]) or s.startswith("%", m.end()):
                if not m["ng"] and not re.match(r"\s?-\s?\d{1,2}[/:.h]", s[m.end() : m.end() + 7]):
                    return None
            elif not m["ng"] and _word_before(s, i) in ("số", "iso", "tcvn", "version", "ip"):
                return None
            if m["sep"] == "." and not m["ng"] and not sure and not (len(year) == 4 and 1900 <= int(year) <= 2100):
                return None
            swapped = month > 12 and day <= 12 and month <= 31
            if swapped:
                day, month = month, day
            return self._tail(Point(i, m.end(), "day", _year(year), month, day, swapped=swapped))
        if m := _SPELLED.match(s, i):
            rest = m.end()
            day_ = 15 if m["d"] == "rằm" else number(m["d"])
            month_ = number(m["m"])
            if day_ is None or month_ is None or day_ > 39 or month_ > 19 or (not m["ng"] and not m["mung"] and m["d"] != "rằm" and not m["d"].isdigit() and not sure and not self.loose):
                return None
            if m["m"] == "năm" and re.match(rf"{_S}[12]\d\d\d", s[rest : rest + 8]):  # "ngày 3 tháng năm 2018" does not occur; "tháng năm 2018" is a slip
                return None
            y = re.compile(rf"{_}(?:[/-]|,){_}(?P<y>[12]\d{{3}})(?!\d)").match(s, rest)
            lunar = m["m"] in ("giêng", "chạp") or m["d"] == "rằm"
            if not m["ng"] and not m["mung"] and not sure and m["d"].isdigit() and not y and not _YEAR_TAIL.match(s, rest) and not self.loose:
                if day_ in (3, 6, 9) or (s[i - 4 : i].strip() not in ("đến", "tới", "và", "sáng", "ngày") and not self._after_date(i)):
                    return None
            return self._tail(Point(i, y.end() if y else rest, "day", int(y["y"]) if y else None, month_, day_, lunar=lunar))
        if m := _DAY_MONTH.match(s, i):
            day, month = int(m["d"]), int(m["m"])
            if day > 39 or month > 19 or day == 0 or month == 0 or (month > 12 and m["sep"] != "/"):
                return None
            if not m["ng"] and not sure and not m["mung"] and not self._bare(i, m.end(), day, month, m["sep"]):
                return None
            if re.match(r"/[^\W\d_]|-[^\W\d_]", s[m.end() : m.end() + 2]) and not m["ng"]:
                return None
            return self._tail(Point(i, m.end(), "day", None, month, day))
        if m := _DAY_FIRST.match(s, i):
            return self._tail(Point(i, m.end(), "day", None, number(m["m"]), 1 if m["o"] == "đầu tiên" else -1))
        if m := _DAY_ONLY.match(s, i):
            day_ = number(m["d"])
            if day_ is None or not 1 <= day_ <= 39 or (not m["d"].isdigit() and not s[i:].startswith(("mùng", "mồng"))):
                return None
            if re.match(rf"{_S}(?:tiếng|giờ|lần|buổi|ca|bữa|triệu|nghìn|phút|công)\b", s[m.end() : m.end() + 10]) or s[m.end() : m.end() + 1] == "%":
                return None
            return self._tail(Point(i, m.end(), "day", None, None, day_))
        return None

    def _after_date(self, i: int) -> bool:
        return self.last is not None and i - self.last.end <= 5 and self.last.first is not None and self.last.first.day is not None

    def _bare(self, i: int, end: int, day: int, month: int, sep: str) -> bool:
        """Whether "d/m" without a word before it is a date: a fraction, a street and a score are not."""
        s = self.s
        if self.loose and sep == "/":
            return True
        if sep != "/" or day > 31 or month > 12 or s.startswith(("%", "/"), end) or (i > 0 and s[i - 1] in "/-.,:" and s[i - 2 : i - 1].isalnum()):
            return False
        before = _word_before(s, i)
        if self._after_date(i) and _AND.fullmatch(s, self.last.end, i):  # type: ignore[union-attr]
            return not _COUNTED.match(s, end)
        if before in _STREET or _COUNTED.match(s, end):
            return False
        if (day, month) in HOLIDAYS and before not in _RATIO_BEFORE and not before.isdigit():
            return True
        if day <= month and before in _RATIO_BEFORE:
            return False
        if s[i - 1 : i] == "(" and s[end : end + 1] == ")":
            return self._after_date(i - 2) or day > 12
        return before in _DATE_BEFORE and before not in _RATIO_BEFORE

    def _month(self, i: int) -> Point | None:
        s = self.s
        if (m := _MONTH.match(s, i)) and (n := number(m["m"])) is not None:
            if not 1 <= n <= 19 or (m["m"] == "năm" and re.match(rf"{_S}(?:[12]\d\d\d|nay|ngoái|trước)", s[m.end("m") : m.end("m") + 8])):
                return None
            if not m["m"].isdigit() and m["m"] in ("ba", "hai", "một", "năm") and self.text[m.start("m")].islower() and not m["y"] and not self.loose and not _YEAR_TAIL.match(s, m.end()):
                return None
            lunar = m["m"] in ("giêng", "chạp")
            return self._tail(Point(i, m.end(), "month", int(m["y"]) if m["y"] else None, n, edge=m["edge"], lunar=lunar))
        if m := _MONTH_YEAR.match(s, i):
            if not 1 <= int(m["m"]) <= 12 or (i > 0 and s[i - 1] in "/.-,:") or _word_before(s, i) in ("số", "lô", "lệ", "đồ", "tỷ", "xích") or _COUNTED.match(s, m.end()):
                return None
            return Point(i, m.end(), "month", int(m["y"]), int(m["m"]))
        return None

    def _year_point(self, i: int) -> Point | None:
        if m := _YEAR.match(self.s, i):
            if m["bc"]:
                return Point(i, m.end(), "year", -int(m["y"]))
            return Point(i, m.end(), "year", int(m["y"]), edge=m["edge"])
        return None

    def _quarter(self, i: int) -> Point | None:
        if m := _QUARTER.match(self.s, i):
            if re.match(rf"{_S}(?:{_CHI})\b", self.s[m.end() : m.end() + 6]):
                return None
            return self._tail(Point(i, m.end(), "quarter", int(m["y"]) if m["y"] else None, number=_ROMAN[m["q"]], edge=m["edge"]))
        return None

    def _weekday(self, i: int) -> Point | None:
        s = self.s
        m = _WEEKDAY.match(s, i)
        if not m or (not m["cn"] and _word_before(s, i) in _ORDINAL_BEFORE):
            return None
        w = 6 if m["cn"] else _WEEKDAYS[m["w"]]
        p = Point(i, m.end(), "day", weekday=w)
        if m["r"]:
            off = 0 if m["r"] == "này" else (-1 if m["r"] in ("trước", "vừa rồi", "vừa qua", "qua") else 1)
            p = p.but(rel=("W", off)) if m["tu"] else p.but(direction=off)
            bracket = re.compile(rf"{_}[(,]{_}").match(s, m.end())
            day = self._day(bracket.end(), sure="(" in bracket[0]) if bracket else None
            if day is None or day.month is None:
                return p
            return day.but(start=i, end=day.end + (s[day.end : day.end + 1] == ")"), weekday=w)
        gap = re.compile(rf"{_}[,(]?{_}").match(s, m.end())
        assert gap is not None
        day = self._day(gap.end(), sure=True)
        if day is not None and day.weekday is None and (day.month is not None or s.startswith("ngày", gap.end())):
            end = day.end
            if "(" in gap[0] and s[end : end + 1] == ")":
                end += 1
            return day.but(start=i, end=end, weekday=w)
        return p

    def _clock_of(self, m: Match[str]) -> tuple[int, int] | None:
        groups = m.groupdict()
        h = number(groups["h"])
        minute = int(groups.get("m") or groups.get("m2") or 0)
        if h is None:
            return None
        if groups.get("k"):
            h, minute = h - 1, 60 - int(groups["km"])
        if groups.get("r"):
            minute = 30
        if groups.get("ap") and h <= 12:
            h = h % 12 + (12 if groups["ap"] == "pm" else 0)
        return h, minute

    def _with_part(self, clock: tuple[int, int], part: str) -> tuple[int, int]:
        h, minute = clock
        if part in ("AF", "EV") and h < 12:
            h += 12
        elif (part == "MI" and h < 5) or (part == "NI" and 6 <= h < 12):
            h += 12
        elif (part == "MO" and h == 12) or (part == "NI" and h == 12):
            h = 0
        return h, minute

    # -- productions: a list of expressions, empty where the production does not apply ----------------------------------------------------
    def ranges(self, i: int) -> list[Expression]:
        """Two ends: "từ … đến …", "12 - 15/11", "tháng 3, 4/2018", "giai đoạn 2016 - 2020"."""
        s = self.s
        if s.startswith("từ", i) or s.startswith("kể", i):
            if m := _FROM_START.match(s, i):
                unit = {"năm": "year", "tháng": "month", "tuần": "week", "nhiệm kỳ": "year"}[m["u"]]
                first = Point(i, m.end(), unit, int(m["y"])) if m["y"] else Point(i, m.end(), unit, rel=("YMW"[["year", "month", "week"].index(unit)], 0))
                return [Expression(i, m.end(), "range", first, Point(i, m.end(), "now"), period=True)]
            if m := _NOW_TO.match(s, i):
                edge = re.compile(rf"(?:giữa|cuối|đầu){_S}").match(s, m.end())
                p = self._point(edge.end() if edge else m.end()) or self._point(m.end())
                if p:
                    return [Expression(i, p.end, "range", Point(i, i, "now", rel=("D", 0)), p)]
                return []
            if m := _DURATION_RANGE.match(s, i):
                return [_duration(i, m.end(), m["n"], m["u"], m["n2"])]
            m = _FROM.match(s, i)
            if not m:
                return []
            days = self._day_list(m.end(), i)
            if days:
                return days
            first_ = self._point(m.end(), sure=True)
            if first_ is None:
                bare = re.compile(r"(?:19|20)\d\d(?!\d)(?![.,/]\d)").match(s, m.end())
                if not bare:
                    return []
                first_ = Point(m.end(), bare.end(), "year", int(bare[0]))
                if not (_LINK.match(s, bare.end()) or _TO_NOW.match(s, bare.end())):
                    return []
            if now := _TO_NOW.match(s, first_.end):
                return [Expression(i, now.end(), "range", first_, Point(now.start(), now.end(), "now"), period=True)]
            last = self._after_link(first_)
            if last is not None:
                return [Expression(i, last.end, "range", *_share(first_, last), period=True)]
            return []
        if found := self._day_list(i, i):
            return found
        if m := _YEAR_RANGE.match(s, i):
            a, b = int(m["a"]), int(m["b"])
            if b < 100:
                b += a // 100 * 100
            named = m["w"] or m["n"]
            prev = s[i - 1 : i]
            if not named:
                if "/" in s[m.end("a") : m.start("b")]:
                    return []
                if prev in "/.:-" and prev and s[i - 2 : i - 1].isalnum() or _word_before(s, i) in ("số", "tcvn", "iso", "qcvn") or _YEAR_AFTER_NO.match(s, m.end()):
                    return []
                if not (1900 <= a <= 2100 and 1900 <= b <= 2100) and not (prev == "(" and s[m.end() : m.end() + 1] == ")" and a < b):
                    return []
            elif not (900 <= a <= 2150):
                return []
            word = m["w"] or ("n" if m["n"] else "")
            return [Expression(i, m.end(), "range", Point(i, m.end("a"), "year", a), Point(m.start("b"), m.end(), "year", b), period=bool(word))]
        if m := re.compile(rf"(?:giai đoạn|nhiệm kỳ|thời kỳ){_S}(?=từ{_S})").match(s, i):
            inner = self.ranges(m.end())
            if len(inner) == 1 and inner[0].kind == "range":
                e = inner[0]
                return [Expression(i, e.end, "range", e.first, e.last, period=True)]
            return []
        return []

    def _after_link(self, first: Point) -> Point | None:
        s = self.s
        link = _LINK.match(s, first.end)
        if not link:
            return None
        last = self._point(link.end(), sure=True)
        if last is None and first.grain == "year" and (m := re.compile(r"(?:năm\s)?(?P<y>[12]\d{3})(?!\d)").match(s, link.end())):
            last = Point(link.end(), m.end(), "year", int(m["y"]))
        if last is None and first.grain == "month" and (m := re.compile(rf"(?P<m>\d{{1,2}})(?:{_}[/-]{_}(?P<y>[12]\d{{3}}))?(?![^\W_])").match(s, link.end())) and 1 <= int(m["m"]) <= 12:
            last = self._tail(Point(link.end(), m.end(), "month", int(m["y"]) if m["y"] else None, int(m["m"])))
        if last is not None and (last.grain == first.grain or (first.grain, last.grain) in {("day", "month"), ("month", "year"), ("month", "day")}):
            return last
        return None

    def _day_list(self, i: int, start: int) -> list[Expression]:
        """Days with a shared tail: "ngày 12 và 13/11", "từ ngày 10 đến 15/12", "7-9/5"."""
        s = self.s
        head = _DAYS_HEAD.match(s, i)
        at = head.end() if head else i
        if not head and not s[at : at + 1].isdigit():
            return []
        numbers: list[Match[str]] = []
        linked = False
        while len(numbers) < 8:
            n = _NUMBER.match(s, at)
            if not n or not 1 <= int(n["d"]) <= 39:
                return []
            link = _LINK.match(s, n.end()) or _AND.match(s, n.end())
            if not link:
                return []
            linked = linked or link.re is _LINK
            numbers.append(n)
            if linked and len(numbers) > 1:
                return []
            skip = re.compile(rf"(?:đến{_S})?(?:hết{_S})?ngày{_}").match(s, link.end())
            at = skip.end() if skip else link.end()
            tail = _NUMERIC.match(s, at) or _SPELLED.match(s, at) or _DAY_MONTH.match(s, at)
            if tail:
                sure = bool(head) or start < i or linked
                p = self._day(at, sure=sure)
                if p is None or p.month is None or p.day is None:
                    return []
                if not head and start == i and not self._tight(numbers, p, linked):
                    return []
                break
        else:
            return []
        first = Point(start, numbers[0].end(), "day", None, None, int(numbers[0]["d"]))
        days = [int(n["d"]) for n in numbers]
        if linked or all(b == a + 1 for a, b in zip(days, [*days[1:], p.day], strict=True)):
            a, b = _share(first, p)
            return [Expression(start, p.end, "range", a, b, period=linked)]
        a, b = _share(first, p)
        out = [Expression(start, numbers[0].end(), "point", a)]
        for n in numbers[1:]:
            out.append(Expression(n.start(), n.end(), "point", a.but(start=n.start(), end=n.end(), day=int(n["d"]))))
        return [*out, Expression(p.start, p.end, "point", p)]

    def _tight(self, numbers: list[Match[str]], last: Point, linked: bool) -> bool:
        """Whether "7-9/5" standing without "ngày" is a range of days and not an arithmetic."""
        s = self.s
        start = numbers[0].start()
        before = _word_before(s, start)
        if len(numbers) > 1 or not linked or last.day is None or last.month is None:
            return False
        if not (int(numbers[0]["d"]) < last.day <= 31 and last.month <= 12) or (start and s[start - 1] in "/.-,:("):
            return False
        return (before in _DATE_BEFORE or last.year is not None or before in PARTS) and before not in _STREET and not _COUNTED.match(s, last.end)

    def _point(self, i: int, sure: bool = False) -> Point | None:
        """A point of any grain at ``i``, with what belongs to it."""
        s = self.s
        p = self._stamp(i) or self._parted(i) or self._day(i, sure) or self._weekday_sure(i) or self._months_of(i) or self._month(i) or self._quarter(i)
        if p is None and (m := _YEAR.match(s, i)):
            p = self._year_point(i)
        return p or self._relative(i)

    def _weekday_sure(self, i: int) -> Point | None:
        p = self._weekday(i)
        if p is None or p.day is not None or p.rel or p.direction or self.loose:
            return p
        word = self.text[i : p.end].split()
        named = word[-1][0].isupper() or word[-1].isdigit() or self.s.startswith(("chủ", "chúa"), i)
        if word[0].lower() not in ("thứ", "chủ", "chúa", "ngày"):
            return None
        return p if named and word[-1] not in ("Nhất",) and not (word[-1].isdigit() and _word_before(self.s, i) in ("lần", "kỳ", "họp", "phiên", "vị", "hạng", "ngày", "khóa")) and (
            not word[-1].isdigit() or _word_before(self.s, i) in ("sáng", "chiều", "tối", "trưa", "vào", "đêm")) else None

    def _months_of(self, i: int) -> Point | None:
        s = self.s
        if (m := _MONTHS_OF.match(s, i)) and (n := number(m["n"])) and n <= 12 and (m["side"] or m["y"]):
            months = (13 - n, 12) if m["side"] == "cuối" else (1, n)
            return Point(i, m.end(), "months", int(m["y"]) if m["y"] else None, months=months, year_rel=_YEAR_OFFSET[m["r"]] if m["r"] else None)
        if m := _HALF.match(s, i):
            if m["m"]:
                return Point(i, m.end(), "month", None, int(m["m"]), edge=m["h"]) if 1 <= int(m["m"]) <= 12 else None
            months = (1, 6) if m["h"] == "nửa đầu" else (7, 12)
            return Point(i, m.end(), "months", int(m["y"]) if m["y"] else None, months=months, year_rel=_YEAR_OFFSET[m["r"]] if m["r"] else None)
        return None

    def _stamp(self, i: int) -> Point | None:
        """A day and a clock time of a page: "2017-02-27 23:31:12", "03:36 11/07/2017", "24/05/2021 07:45"."""
        s = self.s
        day: Point | None
        if s[i : i + 1].isdigit() and (c := _CLOCK.match(s, i)) and c["c"]:
            gap = re.compile(rf"{_}[,|-]?{_}(?:ngày{_S})?").match(s, c.end())
            assert gap is not None
            clock = self._clock_of(c)
            day = self._day(gap.end(), sure=True) if clock and clock[0] < 25 else None
            if day is not None and day.year is not None and day.month is not None:
                return day.but(start=i, clock=clock)
        return None

    def _with_clock(self, p: Point) -> Point:
        """A day with the clock time that follows it directly."""
        if p.grain != "day" or p.clock or p.lunar:
            return p
        m = _STAMP_CLOCK.match(self.s, p.end)
        if m and (m["m"] or "lúc" in m[0]) and (clock := self._clock_of(m)) and clock[0] <= 24 and clock[1] < 60 and (p.year or "lúc" in m[0] or ":" in m[0]):
            part = _AFTER_CLOCK.match(self.s, m.end())
            if part:
                clock = self._with_part(clock, PARTS[part["p"]])
            return p.but(end=part.end() if part else m.end(), clock=clock)
        return p

    def _parted(self, i: int) -> Point | None:
        """A part of the day with its day: "chiều ngày 23/4", "tối qua", "sáng thứ Hai", "8 giờ 30 sáng 5/3"."""
        s = self.s
        if m := _PART_REL.match(s, i):
            part = PARTS[m["p"].replace("sáng sớm", "sáng")]
            if m["t"] in ("cùng ngày", "hôm đó"):
                return Point(i, m.end(), "day", part=part, same="day")
            if m["t"] == "hôm sau":
                return Point(i, m.end(), "day", part=part, same="next")
            off = {"nay": 0, "qua": -1, "mai": 1, "kia": -2}[m["t"]]
            if m["t"] == "qua" and m["p"] in ("sáng", "trưa", "chiều") and not self.loose and re.match(r"\s[^\W\d_]", s[m.end() : m.end() + 2]) and s[i - 2 : i - 1] not in ".,;":
                pass
            p = Point(i, m.end(), "day", rel=("D", off), part=part)
            return self._apposed(p)
        if m := _TODAY.match(s, i):
            if m["t"] == "mai" and not m["p"] and not self.loose:
                return None
            part_ = PARTS.get((m["p"] or m["q"] or "").replace("sáng sớm", "sáng"))
            if m["t"] in ("hôm sau", "hôm trước"):
                return Point(i, m.end(), "day", part=part_, same="next" if m["t"] == "hôm sau" else "previous")
            return self._apposed(Point(i, m.end(), "day", rel=("D", _TODAY_OFFSET[m["t"]]), part=part_))
        if m := _PART.match(s, i):
            part = PARTS[m["p"].replace("sáng sớm", "sáng").replace("chiều tối", "chiều").replace("chiều muộn", "chiều")]
            gap = re.compile(rf"{_}[,(]?{_}(?:vào{_S}|của{_S}|các{_S})?").match(s, m.end())
            assert gap is not None
            at = gap.end()
            day = self._feast(at) or self._day(at, sure=True) or self._weekday(at) or self._same_day(at)
            if day is None and (r := _TODAY.match(s, at)) and not r["p"]:
                day = Point(at, r.end(), "day", rel=("D", _TODAY_OFFSET[r["t"]]))
            if day is not None and day.part is None:
                if "," in gap[0] and day.weekday is None and not s.startswith("ngày", at):
                    return None
                end = day.end + (1 if "(" in gap[0] and s[day.end : day.end + 1] == ")" else 0)
                return day.but(start=i, end=end, part=part)
            if self.loose and (m["b"] or m["p"] in ("nửa đêm", "sáng sớm", "đêm")):
                return Point(i, m.end(), "day", rel=("D", 0), part=part, edge=m["p"])
        return None

    def _feast(self, i: int) -> Point | None:
        """A day of Tết, or a lunar day by its name: "mùng 1 Tết Mậu Tuất", "30 Tết", "rằm tháng Giêng"."""
        s = self.s
        if (m := _TET.match(s, i)) and m["d"]:
            day = 30 if m["d"] == "giao thừa" else int(re.findall(r"\d+", m["d"])[0])
            return Point(i, m.end(), "day", int(m["y"]) if m["y"] else None, 12 if day > 10 else 1, day, lunar=True, edge=m["cc"], number=1)
        if m := _RAM.match(s, i):
            day = 15 if m["d"] == "rằm" else int(re.findall(r"\d+", m["d"])[0])
            lunar = m["d"] == "rằm" or m["m"] in ("giêng", "chạp")
            return self._tail(Point(i, m.end(), "day", None, number(m["m"]), day, lunar=lunar))
        return None

    def _apposed(self, p: Point) -> Point:
        """A relative day with its date in apposition: "sáng mai, thứ Bảy 29/11", "hôm nay (5/3)"."""
        gap = re.compile(rf"{_}[,(]?{_}").match(self.s, p.end)
        assert gap is not None
        day = self._weekday(gap.end()) or (self._day(gap.end(), sure=True) if "(" in gap[0] or not gap[0].strip() else None)
        if day is not None and day.month is not None:
            end = day.end + (1 if "(" in gap[0] and self.s[day.end : day.end + 1] == ")" else 0)
            return day.but(start=p.start, end=end, part=p.part, clock=p.clock)
        return p

    def _same_day(self, i: int) -> Point | None:
        if m := _SAME_DAY.match(self.s, i):
            return Point(i, m.end(), m["u"].replace("ngày", "day").replace("tháng", "month").replace("năm", "year"), same="day")
        return None

    def _relative(self, i: int) -> Point | None:
        s = self.s
        if m := _REL_UNIT.match(s, i):
            unit, word = m["u"], m["r"]
            if word in ("nay", "hiện tại") and unit in ("ngày", "tháng", "tuần"):
                return None
            if unit == "ngày" and word in ("qua", "tới", "nay", "tiếp", "vừa qua", "vừa rồi"):
                return None
            if word in ("qua", "tới") and re.match(rf"{_S}(?:đường|các|những|tay|năm|ngày|tháng|từng|cầu|\d|nhiều|mức|hơn|gần)\b", s[m.end() : m.end() + 8]) and unit != "năm":
                return None
            if word == "sau" and re.match(rf"{_S}(?:khi|đó|này)\b", s[m.end() : m.end() + 5]):
                return None
            if word == "này" and unit in ("ngày",):
                return Point(i, m.end(), "day", same="day")
            grain = {"ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}[unit]
            letter = {"ngày": "D", "tuần": "W", "tháng": "M", "quý": "Q", "năm": "Y"}[unit]
            if word in ("trước đó", "sau đó"):
                return Point(i, m.end(), grain, same="previous" if word == "trước đó" else "next", rel=(letter, _REL_OFFSET[word]))
            edge = m["edge"]
            if unit == "năm" and word in ("qua", "vừa qua"):
                return Point(i, m.end(), "year", rel=("Y", -1), edge="qua")
            return Point(i, m.end(), grain, rel=(letter, _REL_OFFSET[word]), edge=edge)
        if m := _EDGE_YEAR.match(s, i):
            grain = {"năm": "year", "tháng": "month", "tuần": "week", "quý": "quarter"}[m["u"]]
            if m["u"] == "tuần" and m["edge"] != "cuối":
                return None
            letter = {"năm": "Y", "tháng": "M", "tuần": "W", "quý": "Q"}[m["u"]]
            return Point(i, m.end(), grain, rel=(letter, 0), edge=m["edge"])
        if m := _WEEK_OF.match(s, i):
            return self._tail(Point(i, m.end(), "week", None, number(m["m"]), number=_WEEK_ORDER[m["o"]]))
        if m := _WEEK.match(s, i):
            y = m["y"] or m["y2"]
            if not y and not self.loose:
                return None
            return Point(i, m.end(), "week", int(y) if y else None, number=int(m["n"]))
        return None

    def clocks(self, i: int) -> list[Expression]:
        """Clock times, with the day that follows them."""
        s = self.s
        m = _CLOCK.match(s, i)
        if not m:
            if self.loose and (a := _AMPM.match(s, i)) and (clock := self._clock_of(a)):
                return [Expression(i, a.end(), "point", Point(i, a.end(), "clock", clock=clock))]
            return []
        clock = self._clock_of(m)
        if clock is None or clock[0] > 39 or (clock[1] > 59 and m["c"]) or (m["at"] == "vào" and not (m["g"] or m["c"])):
            return []
        if not m["at"] and i > 0 and s[i - 1] in "/.-,:" and s[i - 2 : i - 1].isalnum():
            return []
        if m["g"] in ("h", "g") and s.startswith("/", m.end()):
            return []
        if m["g"] == "giờ" and m["m2"] is None and re.match(r"\s\d\d\s?phút", s[m.end() : m.end() + 9]):
            return []
        end = m.end()
        part = None
        if a := _AFTER_CLOCK.match(s, end):
            part = PARTS[a["p"]]
            clock = self._with_part(clock, part)
            end = a.end()
            if rel := re.compile(rf"{_S}(?P<t>nay|qua|mai|hôm nay|hôm qua|ngày mai|cùng ngày)(?![^\W_])").match(s, end):
                off = {"nay": 0, "qua": -1, "mai": 1, "hôm nay": 0, "hôm qua": -1, "ngày mai": 1}.get(rel["t"])
                p = Point(i, rel.end(), "day", clock=clock, rel=("D", off)) if off is not None else Point(i, rel.end(), "day", clock=clock, same="day")
                p = self._apposed(p)
                return [Expression(i, p.end, "point", p)]
        if m["h"].isdigit() and (st := _SET_TAIL.match(s, end)):
            return [Expression(i, st.end(), "set", value=f"XXXX-XX-XXT{clock[0]:02}:{clock[1]:02}")]
        gap = re.compile(rf"{_}[,(]?{_}(?:của{_S}|vào{_S}|các{_S})?").match(s, end)
        assert gap is not None
        day = self._day(gap.end(), sure=s.startswith("ngày", gap.end()) or part is not None or not m["c"]) or self._weekday(gap.end()) or self._same_day(gap.end())
        if day is None and (r := _TODAY.match(s, gap.end())) and not r["p"]:
            day = Point(gap.end(), r.end(), "day", rel=("D", _TODAY_OFFSET[r["t"]]))
        if day is None and (r := _PART.match(s, gap.end())):
            day = self._parted(gap.end())
        if day is not None and day.grain == "day" and (day.month or day.rel or day.same or day.weekday is not None or s.startswith("ngày", gap.end())):
            return [Expression(i, day.end, "point", day.but(start=i, clock=clock))]
        if to := re.compile(rf"{_}(?:-|đến|tới){_}").match(s, end):
            nested = _CLOCK.match(s, to.end())
            if nested and nested["g"]:
                inner = self.clocks(to.end())
                if len(inner) == 1 and inner[0].first is not None:
                    return [Expression(i, end, "point", inner[0].first.but(start=i, end=end, clock=clock)), *inner]
        before = _word_before(s, i)
        minutes = m["m"] or m["m2"] is not None or m["r"] or m["k"]
        cue = m["at"] or part or before in ("lúc", "vào", "đến", "từ", "trước", "sau", "đúng", "hồi", "khoảng", "tới")
        if m["c"] and not cue and not self.loose:
            return []
        if m["ph"] and not cue and clock[0] < 5 and not self.loose:
            return []
        if not minutes and not cue and not (m["g"] == "h" and m["h"].isdigit() and (before in ("", "và") or clock[0] > 5)) and not (self.loose and m["g"]):
            return []
        if m["g"] == "giờ" and not minutes and not m["at"] and re.match(rf"{_S}(?:đồng hồ|làm việc|liền|liên tục|bay|chạy|sau khi|nữa|học|mỗi|trước|qua|tới|vừa|tiếp)\b", s[end : end + 12]):
            return []
        if (clock[0] > 24 and not (minutes or m["at"])) or (m["g"] == "g" and not (minutes or m["at"] or part)):
            return []
        if not m["h"].isdigit() and not (minutes or part or m["at"]):
            return []
        return [Expression(i, end, "point", Point(i, end, "clock", clock=clock, part=part))]

    def points(self, i: int) -> list[Expression]:
        """A single point, or the first of a range that begins with one ("30/4 - 1/5")."""
        s = self.s
        p = self._point(i)
        if p is None:
            return []
        if p.grain == "day" and p.month is not None:
            p = self._with_clock(p)
        if t := _SET_TAIL.match(s, p.end):
            if p.grain == "day" and p.year is None and p.day is not None and p.rel is None:
                month = f"{p.month:02}" if p.month and t["u"] == "năm" else "XX"
                return [Expression(i, t.end(), "set", value=f"XXXX-{month}-{p.day:02}")]
            if p.grain == "month" and p.year is None and p.month and t["u"] == "năm":
                return [Expression(i, t.end(), "set", value=f"XXXX-{p.month:02}")]
        if (p.year or p.month) and not p.clock and (now := _TO_NOW.match(s, p.end)):
            return [Expression(i, now.end(), "range", p, Point(now.start(), now.end(), "now"), period=True)]
        if p.rel is None and p.same is None:
            last = self._after_link(p) if not p.clock else None
            if last is not None and not (p.grain == "year" and last.grain != "year") and last.rel is None and last.same is None:
                dash = "-" in s[p.end : last.start]
                if (dash and p.grain == last.grain and (p.grain != "day" or p.month)) or (not dash and p.grain == last.grain == "day" and p.month and p.part is None and last.part is None) or (not dash and p.grain == last.grain and p.grain in ("month", "quarter")):
                    return [Expression(i, last.end, "range", *_share(p, last))]
            if p.grain in ("month", "quarter") and p.year is None:
                listed = self._month_list(p)
                if listed:
                    return listed
            # "ngày 11/11 và 28/12/2020": two dates, the year of the second is the first's too
            if p.year is None and p.year_rel is None and p.month and (a := _AND.match(s, p.end)):
                q = self._day(a.end(), sure=True) if p.grain == "day" else self._month(a.end()) if p.grain == "month" else None
                if q is not None and q.year is not None and q.month is not None and not _COUNTED.match(s, q.end):
                    return [Expression(i, p.end, "point", p.but(year=q.year - (1 if q.month < p.month else 0))), Expression(q.start, q.end, "point", self._with_clock(q))]
        return [Expression(i, p.end, "point", p)]

    def _month_list(self, p: Point) -> list[Expression]:
        """ "tháng 3, 4/2018", "quý I, II/2018", "tháng 5 và 6". """
        s = self.s
        numbers = [p.month if p.grain == "month" else p.number]
        at = p.end
        year = None
        while len(numbers) < 6 and (a := _AND.match(s, at)):
            if p.grain == "month":
                m = re.compile(rf"(?P<n>\d{{1,2}})(?![^\W_])(?![.,:]\d)(?!{_}[%])(?:{_}/{_}(?P<y>[12]\d{{3}})(?!\d)|(?!{_}/))").match(s, a.end())
                n = int(m["n"]) if m else 0
            else:
                m = re.compile(rf"(?P<n>iii|ii|iv|i|[1-4])(?![^\W_])(?:{_}/{_}(?P<y>[12]\d{{3}})(?!\d))?").match(s, a.end())
                n = _ROMAN[m["n"]] if m else 0
            if not m or not 1 <= n <= 12 or n <= (numbers[-1] or 0):
                break
            numbers.append(n)
            at = m.end()
            if m["y"]:
                year = int(m["y"])
                break
        if len(numbers) < 2 or (year is None and not _YEAR_TAIL.match(s, at)) :
            return []
        last = self._tail(Point(p.start, at, p.grain, year, numbers[-1] if p.grain == "month" else None, number=numbers[-1] if p.grain != "month" else None))
        first = last.but(month=p.month, number=p.number, end=p.end)
        return [Expression(p.start, last.end, "range", first, last)]

    def sets(self, i: int) -> list[Expression]:
        """Recurring times."""
        s = self.s
        m = _SET.match(s, i)
        if not m or (m["u"] and m["u"].split()[-1] not in _SET_VALUE) or re.match(r"\s(?:nghìn|trăm|triệu)", s[m.end() : m.end() + 7]):
            return []
        if m["y"] == "thường niên" and (_word_before(s, i) in ("hội", "đông", "nghị", "kỳ", "họp", "cáo", "đhđcđ") or s[i - 2 : i] == ") "):
            return []
        return [Expression(i, m.end(), "set", value="P1Y" if m["y"] else _SET_VALUE[m["u"].split()[-1]])]

    def vague(self, i: int) -> list[Expression]:
        """Past, present and future without a date."""
        s = self.s
        if m := _VAGUE_ONE.match(s, i):
            kind = next(k for k, v in m.groupdict().items() if v is not None)
            value = _VAGUE_NAME[kind]
            word = m[0]
            if word.startswith("ngày") and word.endswith(("đó", "ấy")):
                return []
            if word.startswith("hiện") and _word_before(s, i) in _NOW_SECOND:
                return []
            if word == "gần đây" and _word_before(s, i) in ("ở",):
                return []
            end = m.end()
            if self.loose and word in ("bây giờ", "ngay bây giờ", "lúc này", "ngay lúc này"):
                return [Expression(i, end, "point", Point(i, end, "now", rel=("D", 0), edge="now"))]
            return [Expression(i, end, "vague", value=value)]
        if m := _NOW.match(s, i):
            if _NOW_COMPOUND.match(s, m.end()) or _word_before(s, i) in _NOW_BEFORE:
                return []
            return [Expression(i, m.end(), "vague", value="PRESENT_REF")]
        return []

    def durations(self, i: int) -> list[Expression]:
        """Lengths of time."""
        s = self.s
        if a := _AGO.match(s, i):
            m = _DURATION.match(s, a.end())
            if not m or m["n2"] or (count := number(m["n"])) is None:
                return []
            unit = UNITS.get(m["u"], "D")
            return [Expression(i, m.end(), "point", _shifted(i, m.end(), m["u"], unit, -count))]
        m = _DURATION.match(s, i)
        if not m:
            return []
        if (i > 0 and s[i - 1] in "/.-,:+" and s[i - 2 : i - 1].isalnum()) or _AGE_AFTER.match(s, m.end()) or _PER_AFTER.match(s, m.end()):
            return []
        n, unit = m["n"], m["u"]
        before = _word_before(s, i)
        if n == "năm" or (before in _DURATION_BEFORE and not self.loose) or (unit == "quý" and not self.loose):
            return []
        if n == "tư" or (unit in ("ngày", "tháng", "năm") and re.match(rf"{_S}(?:tháng|năm)?{_}\d{{1,4}}(?![^\W_])(?!{_S}(?:người|đồng|lượt))", s[m.end() : m.end() + 13]) and not re.match(r"\s?\(|\s?[,;]", s[m.end() : m.end() + 2]) and (unit == "tháng" or s[m.end() : m.end() + 4].strip()[:1].isdigit())):
            if not (unit == "năm" and re.match(rf"{_S}\d{{4}}", s[m.end() : m.end() + 6]) is None):
                return []
        if unit == "tiếng" and re.match(rf"{_S}(?:việt|anh|pháp|nói|súng|trống|thái|dân)\b", s[m.end() : m.end() + 7]):
            return []
        if unit == "giờ" and not n[0].isdigit() and before in ("lúc", "vào"):
            return []
        if n.isdigit() and len(n) == 4 and n[0] in "12" and unit in ("ngày", "tháng"):
            return []
        if unit in ("giờ", "tiếng") and n.isdigit() and (minutes := re.match(r"\s(\d\d?)\s?phút(?![^\W_])", s[m.end() : m.end() + 10])):
            if int(minutes[1]) > 59:
                return []
            return [Expression(i, m.end() + minutes.end(), "duration", value=f"PT{int(n)}H{int(minutes[1])}M")]
        if unit == "phút" and before == "giờ":
            return []
        shift = _SHIFT.match(s, m.end())
        if re.match(rf"{_S}(?:nào|nữa là|ấy|thứ|một lần|công|lễ|nghỉ lễ|rằm|hội)\b", s[m.end() : m.end() + 6]):
            return []
        if shift and not m["half"] and not m["n2"] and (count := number(n)):
            word = shift["s"]
            if word in ("trước", "trước đây") or (word in ("nữa", "sau") and self.loose):
                if re.match(rf"{_S}(?:ngày|khi|đại|thời|lúc|năm|tháng|kỳ)\b", s[shift.end() : shift.end() + 6]) or _word_before(s, i) in ("chỉ",):
                    return [_duration(i, m.end(), n, unit, None)]
                return [Expression(i, shift.end(), "point", _shifted(i, shift.end(), unit, UNITS.get(unit, "D"), -count if word.startswith("trước") else count))]
            direction = -1 if word in ("vừa qua", "vừa rồi", "qua", "gần đây", "gần nhất", "trở lại đây") else 1
            if word not in ("trước đó", "sau đó", "sau", "liền kề", "nữa") and (word not in ("qua", "tới") or not re.match(rf"{_S}(?:các|\d|đường|lại)", s[shift.end() : shift.end() + 6])):
                return [_duration(i, shift.end(), n, unit, None, direction)]
        return [_duration(i, m.end("half") if m["half"] else m.end(), n, unit, m["n2"], half=bool(m["half"]))]

    def periods(self, i: int) -> list[Expression]:
        """Decades, centuries, seasons, same periods, Tết and years of the sixty-year cycle."""
        s = self.s
        if (m := _SAME_PERIOD.match(s, i)) is not None:
            y = m["y"] or m["y2"]
            rel = _YEAR_OFFSET.get(m["r"], -1) if m["r"] else -1
            return [Expression(i, m.end(), "point", Point(i, m.end(), "months", int(y) if y else None, same="period", year_rel=None if y else rel))]
        if m := _DECADE.match(s, i):
            if m["c"] and (int(m["c"]) % 10 or m["w"] == "những năm" and int(m["c"]) < 10):
                return []
            decade = int(m["y"]) // 10 if m["y"] else (190 + int(m["c"]) // 10 if int(m["c"]) >= 30 else 200 + int(m["c"]) // 10)
            return [Expression(i, m.end(), "point", Point(i, m.end(), "decade", decade * 10))]
        if m := _CENTURY.match(s, i):
            from vnreport.language.numbers import roman

            c = int(m["c"]) if m["c"].isdigit() else roman(m["c"].upper())
            if not c or m["bc"]:
                return []
            return [Expression(i, m.end(), "point", Point(i, m.end(), "century", (c - 1) * 100))]
        if m := _CANCHI_YEAR.match(s, i):
            return [Expression(i, m.end(), "point", Point(i, m.end(), "year", int(m["y"]) if m["y"] else None, edge=None if m["y"] else m["cc"], lunar=not m["y"]))]
        if (p := self._feast(i)) is not None:
            return [Expression(i, p.end, "point", p)]
        if (m := _SEASON.match(s, i)) or (s.startswith("đầu xuân", i) and (m := re.compile(rf"(?P<edge>đầu){_S}(?P<x>xuân)(?P<s>)?(?![^\W_])").match(s, i))):
            code = _SEASONS[m["s"] or m["x"]]
            tail = _YEAR_TAIL.match(s, m.end())
            if tail:
                p = Point(i, tail.end(), "season", int(tail["y"]) if tail["y"] else None, year_rel=_YEAR_OFFSET[tail["r"]] if tail["r"] else None, edge=code)
            elif r := _SEASON_TAIL.match(s, m.end()):
                p = Point(i, r.end(), "season", year_rel={"này": 0, "tới": 1, "sau": 1}.get(r["r"], -1), edge=code)
            elif m["x"]:
                p = Point(i, m.end(), "season", year_rel=0, edge=code)
            else:
                return [Expression(i, m.end(), "set", value=f"XXXX-{code}")]
            return [Expression(i, p.end, "point", p)]
        if self.loose and (m := re.compile(r"(?:ngày\s)?(?:lễ\s)?giáng sinh").match(s, i)):
            return [Expression(i, m.end(), "point", Point(i, m.end(), "day", None, 12, 25))]
        if self.loose and (m := _SHORT_WEEKDAY.match(s, i)):
            return [Expression(i, m.end(), "point", Point(i, m.end(), "day", weekday=6 if m["cn"] else int(m["w"]) - 2))]
        return []

    def same(self, i: int) -> list[Expression]:
        """ "cùng ngày" alone. """
        p = self._same_day(i)
        return [Expression(i, p.end, "point", p)] if p and p.grain == "day" else []

    def years(self, i: int) -> list[Expression]:
        """A bare year: in brackets, or after a name ("Hội thi … 2018")."""
        s, text = self.s, self.text
        m = re.compile(r"(?:19|20)\d\d(?![^\W_])(?![.,/:]\d)").match(s, i)
        if not m or _YEAR_AFTER_NO.match(s, m.end()) or s[m.end() : m.end() + 1] in "-/%":
            return []
        if i > 0 and s[i - 1] in "/.-:,+" or not 1900 <= int(m[0]) <= 2060:
            return []
        if now := _TO_NOW.match(s, m.end()):
            return [Expression(i, now.end(), "range", Point(i, m.end(), "year", int(m[0])), Point(i, now.end(), "now"), period=True)]
        before = _word_before(s, i)
        if not before and s[i - 3 : i] == " - " and s[i - 4 : i - 3].isalpha():
            before = "-"
        if not before and s[i - 2 : i - 1] in ".;" and re.match(r"\s(?:cũng )?(?:là|được)\b", s[m.end() : m.end() + 9]):
            before = "."
        if not before or before.isdigit() or before in _YEAR_BEFORE_NO:
            if not (s[i - 1 : i] == "(" and s[m.end() : m.end() + 1] == ")") and not (self.last is not None and self.last.first is not None and self.last.first.grain == "year" and _AND.fullmatch(s, self.last.end, i)):
                return []
        follows = s[m.end() : m.end() + 2].strip()
        if follows[:1].isalpha() and not re.match(r"(?:và|cũng|của|tại|đã|sẽ|được|do|với|là|trên|ở|để|cho|có|vào|diễn|từ|theo|trong|này|-)\b", s[m.end() : m.end() + 7].strip()):
            return []
        if s[i - 1 : i] == "\n":
            return []
        return [Expression(i, m.end(), "point", Point(i, m.end(), "year", int(m[0])), weak=True)] if text else []


def _shifted(i: int, end: int, word: str, unit: str, count: int) -> Point:
    grain = {"năm": "year", "tháng": "month", "tuần": "day", "ngày": "day", "ngày đêm": "day", "quý": "quarter"}.get(word, "clock")
    return Point(i, end, grain, rel=("W" if word == "tuần" else unit, count))


def _duration(i: int, end: int, n: str, unit: str, n2: str | None, shift: int = 0, half: bool = False) -> Expression:
    def one(count: str) -> str:
        base = unit.replace("ngày đêm", "ngày")
        letter = UNITS[base]
        time = base in ("giây", "phút", "giờ", "tiếng")
        if count == "nửa":
            return {"năm": "P6M", "tháng": "P15D", "ngày": "PT12H", "giờ": "PT30M", "tiếng": "PT30M"}.get(base, f"P0.5{letter}")
        amount = float(count.replace(",", ".")) if count[0].isdigit() else float(number(count) or 0)
        amount += 0.5 * half
        if half and letter == "Y":
            return f"P{amount * 12:g}M"
        if letter == "Q":
            amount, letter = amount * 3, "M"
        if len(letter) > 1:
            amount, letter = amount * int(letter[:-1]), "Y"
        return f"P{'T' if time else ''}{amount:g}{letter}"

    value = one(n) + (f"/{one(n2)}" if n2 else "")
    return Expression(i, end, "duration", value=value, shift=shift)


def _share(first: Point, last: Point) -> tuple[Point, Point]:
    """Both ends of a range with the parts that they share."""
    changes: dict[str, object] = {}
    if first.grain == "day" and first.month is None and first.rel is None and first.weekday is None and last.month is not None:
        changes["month"] = last.month
    if first.year is None and first.year_rel is None and last.year is not None and first.grain != "now" and first.rel is None:
        month = changes.get("month", first.month)
        later = isinstance(month, int) and last.month is not None and (month > last.month)
        changes["year"] = last.year - (1 if later else 0)
    elif last.year is None and last.year_rel is None and first.year is not None and last.grain in ("day", "month", "quarter") and last.rel is None:
        wraps = first.month is not None and last.month is not None and last.month < first.month
        last = last.but(year=first.year + (1 if wraps else 0))
    if first.year is None and last.year_rel is not None and first.year_rel is None:
        changes["year_rel"] = last.year_rel
    if last.lunar:
        changes["lunar"] = True
    if last.direction and not first.direction:
        changes["direction"] = last.direction
    return (first.but(**changes) if changes else first), last


def _lunar_prefix(f: Finder, i: int) -> list[Expression]:
    """ "nhằm ngày 17/02 âm lịch". """
    if m := re.compile(rf"nhằm{_S}(?:vào{_S})?").match(f.s, i):
        found = f.ranges(m.end()) or f.points(m.end())
        if len(found) == 1:
            e = found[0]
            return [Expression(i, e.end, e.kind, e.first, e.last, e.value, period=e.period)]
    return []


_Production = Callable[[Finder, int], list[Expression]]
_PRODUCTIONS: tuple[_Production, ...] = (
    _lunar_prefix, Finder.ranges, Finder.sets, Finder.vague, Finder.periods, Finder.clocks, Finder.points, Finder.same, Finder.durations, Finder.years,
)  # fmt: skip
