"""Words and patterns of the grammar. Each is matched at a fixed place of the folded text and has a bounded length."""

from __future__ import annotations

import re
from re import Pattern

ONES = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "giêng": 1, "chạp": 12, "nửa": 0, "vài": 0,
}  # fmt: skip
SCALES = frozenset("mươi trăm nghìn ngàn triệu tỷ tỉ vài mấy nhiều hàng".split())
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}
WEEKDAYS = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5, "bẩy": 5}
PARTS = {"sáng": "MO", "rạng sáng": "MO", "trưa": "MI", "chiều": "AF", "tối": "EV", "đêm": "NI", "khuya": "NI", "nửa đêm": "NI"}
HOLIDAYS = frozenset(
    [(30, 4), (1, 5), (2, 9), (8, 3), (26, 3), (27, 7), (20, 11), (22, 12), (19, 5), (3, 2), (20, 10), (7, 5), (10, 10), (19, 8), (1, 6),
     (27, 2), (21, 6), (20, 3), (9, 1), (22, 4), (5, 6), (28, 6), (13, 10), (18, 11), (9, 11), (24, 12), (25, 12), (31, 12), (1, 1)]
)  # fmt: skip
"""Days of the year that posts name without "ngày"."""

_W = r"(?:một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín)"
_TAIL = r"(?:mốt|một|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín)"
WORD_NUMBER = rf"(?:(?:hai|ba|bốn|tư|năm|sáu|bảy|tám|chín)\smươi(?:\s{_TAIL})?|mười(?:\s{_TAIL})?|{_W})"
MONTH_WORD = r"(?:mười\smột|mười\shai|mười|giêng|chạp|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín)"
_ = r"[ \t\n]{0,3}"
_S = r"[ \t\n]{1,3}"
_END = r"(?![^\W_])"


def _compile(pattern: str) -> Pattern[str]:
    return re.compile(pattern)


_NUMBERS = "[0-9]|một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười"
_HOURS = "ngày|buổi|rạng|sáng|trưa|chiều|tối|đêm|khuya|nửa"
_SPANS = "ngày|tháng|năm|tuần|quý"
_FOLLOWED = {
    "các|những|mấy|nhiều": f"{_SPANS}|{_HOURS}|thời|thứ|chủ|chúa",
    "trong": f"{_SPANS}|{_NUMBERS}|suốt|những|các|mấy|nhiều|thời|tương",
    "đầu|giữa|cuối": f"{_SPANS}|những|các|mùa|xuân",
    "thượng|trung|hạ": "tuần",
    "vào": f"{_HOURS}|{_NUMBERS}|các|lúc|đúng|hồi|khoảng|thời",
    "lúc": f"{_NUMBERS}|đúng|khoảng|này|đó|ấy|bấy|bình",
    "chủ|chúa": "nhật",
    "thế": "kỷ|kỉ",
    "thập": "niên|kỷ|kỉ",
    "cách": "đây|nay",
    "cùng": f"{_SPANS}|kỳ|kì",
    "nhiệm": "kỳ|kì",
    "giai": "đoạn",
    "thời": "kỳ|kì|gian|điểm|đó|ấy|xưa",
}
"""Frequent words that begin an expression only before certain others."""
TRIGGER = _compile(
    r"(?<![^\W_])(?:(?:[0-9]{1,4}|(?:ngày|tháng|năm|quý|tuần|sáng|rạng|trưa|chiều|tối|đêm|khuya|buổi|nửa|thứ|từ|kể|hôm|mai|mùng|mồng|"
    r"rằm|tết|hiện|đến|tính|trước|vừa|gần|mới|hằng|hàng|mỗi|mọi|từng|thường|quanh|một|hai|ba|bốn|sáu|bảy|tám|chín|mười|bây|mùa|xuân|sắp|"
    r"tương|xưa|lâu|bấy|niên|khóa|bữa|ngay|nhằm|giáng|bình|t[2-7]|t\d{1,2}(?=/\d)|cn|giao|sau|"
    + "|".join(rf"(?:{words})(?=\s{{1,3}}(?:{then}))" for words, then in _FOLLOWED.items())
    + r")(?![^\W\d_])))"
)

NUMERIC = _compile(
    rf"(?:(?P<ng>ngày){_})?(?:(?:mùng|mồng){_})?(?P<d>\d{{1,2}})(?:{_}(?P<sep>[/.-]){_}(?P<m>\d{{1,2}}){_}(?P=sep){_}(?P<y>\d{{4}}|"
    rf"\d{{2}})|"
    rf"{_}/{_}(?P<m3>\d{{1,2}}){_}[-.]{_}(?P<y3>\d{{4}}))(?!\d)"
)
BRACKETED = _compile(rf"\d{{1,2}}{_}/{_}(?:\d{{1,2}}){_}-{_}\d{{1,2}}{_}/{_}\d{{1,2}}\)")
"""Two days in brackets of their own, as no fractions stand."""
WHEN_COLON = _compile(r"(?<![^\W_])(?:đợt(?: \d{1,2})?|thời gian[^:\n]{0,20}|ngày [^:\n\d]{0,12}) ?: ?$")
DAYS_COMMA = _compile(r" ngày ?[,:] ?$")
CROSSING = _compile(r"(?<![^\W_])(?:đường|phố|ngã tư|ngã ba|nút giao)\s[^,.;\n\d]{0,40}- ?$")
DAY_MONTH = _compile(
    rf"(?:(?P<ng>ngày){_})?(?:(?P<mung>mùng|"
    rf"mồng){_})?(?P<d>\d{{1,2}}){_}(?P<sep>[/.-]){_}(?P<m>\d{{1,2}})(?!\d)(?!{_}(?P=sep){_}\d)(?![.,]\d)"
)
SPELLED = _compile(
    rf"(?:(?P<ng>ngày){_})?(?:(?P<mung>mùng|mồng){_})?(?P<d>\d{{1,2}}|{WORD_NUMBER}|rằm){_}(?P<of>của{_S})?tháng{_}(?P<m>\d{{1,2}}|"
    rf"{MONTH_WORD})(?:{_END}|(?=năm{_}[12]\d{{3}}))"
)
DAY_ONLY = _compile(rf"(?:ngày{_}(?:mùng|mồng)|ngày|mùng|mồng){_}(?P<d>\d{{1,2}}|{WORD_NUMBER})(?![^\W_])(?!{_}[/.-]{_}\d)(?![,.]\d)")
DAY_FIRST = _compile(rf"ngày{_S}(?P<o>đầu tiên|cuối cùng){_S}(?:của{_S})?tháng{_S}(?P<m>\d{{1,2}}|{MONTH_WORD}){_END}")
ISO = _compile(r"(?P<y>[12]\d{3})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)(?!-\d)")
MONTH = _compile(
    rf"(?:(?P<edge>đầu|giữa|cuối|(?:thượng|trung|hạ){_S}tuần){_S})?tháng{_}(?P<m>\d{{1,2}}|{MONTH_WORD})(?![^\W_])(?!{_S}lần|{_}[,:]\d|{_}\.\d(?!\d{{3}}(?!\d)))(?:{_}[/.-]{_}"
    rf"(?P<y>[12]\d{{3}})(?!\d))?"
)
MONTH_YEAR = _compile(rf"(?P<m>\d{{1,2}}){_}/{_}(?P<y>(?:19|20)\d\d)(?!\d)(?!{_}[/-]{_}[^\W_])")
MONTH_SHORT = _compile(rf"t(?P<m>\d{{1,2}}){_}/{_}(?P<y>(?:19|20)\d\d)(?!\d)(?!{_}[/-]{_}[^\W_])")
"""T6/2018."""
FIRST_DAYS = _compile(
    rf"(?P<n>\d{{1,2}}|{WORD_NUMBER}){_S}ngày{_S}(?P<side>đầu|cuối){_S}(?:của{_S})?tháng{_S}(?P<m>\d{{1,2}}|{MONTH_WORD}){_END}(?:{_}/{_}(?P<y>(?:19|20)\d\d)(?!\d))?"
)
"""15 ngày đầu tháng 4."""
YEAR = _compile(
    rf"(?:(?P<edge>đầu|giữa|cuối){_S})?(?:những{_S}|các{_S})?năm{_}(?P<y>[12]\d{{3}}|[3-9]\d\d|"
    rf"\d{{1,4}}(?={_S}(?:tcn|trước công nguyên)))(?!\d)(?![.,/:]\d|"
    rf"-\d\d-\d)(?:{_S}(?P<bc>tcn|trước công nguyên))?"
)
_BELOW_HUNDRED = rf"(?:(?:linh|lẻ){_S}{_W}|mười(?:{_S}{_TAIL})?|{_W}{_S}mươi(?:{_S}{_TAIL})?)"
YEAR_WORDS = _compile(
    rf"{_},?{_}(?:của{_S})?năm{_S}(?P<y>(?:một|hai){_S}(?:nghìn|ngàn)(?:(?:{_S}(?:không|{_W}){_S}trăm)?(?:{_S}{_BELOW_HUNDRED})|"
    rf"{_S}(?:không|{_W}){_S}trăm)){_END}"
)
CAN = "giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý"
CHI = "tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi"
CANCHI = rf"(?:{CAN}){_S}(?:{CHI})"
YEAR_CYCLE = _compile(rf"{_S}(?:âm lịch{_S})?năm{_S}(?P<cc>{CANCHI}){_END}")
LEAP = _compile(rf"{_S}(?:nhuận{_END}|\({_}nhuận{_}\))")
YEAR_TAIL = _compile(
    rf"(?:{_},?{_}(?:của{_S})?năm{_}(?P<y>[12]\d{{3}})(?!\d)|{_S}(?:của{_S})?năm{_S}(?P<r>nay|ngoái|trước|sau|tới|này|kia){_END})"
)
YEAR_OFFSET = {"nay": 0, "này": 0, "ngoái": -1, "trước": -1, "kia": -2, "sau": 1, "tới": 1}
QUARTER = _compile(
    rf"(?:(?P<edge>đầu|giữa|cuối){_S})?quý{_S}(?P<q>iii|ii|iv|i|[1-4]|một|hai|ba|tư|"
    rf"bốn){_END}(?:{_}[/.-]{_}(?P<y>[12]\d{{3}})(?!\d))?"
)
RANGE_WORDS = r"(?:giai đoạn|nhiệm kỳ|nhiệm kì|thời kỳ|thời kì|niên khóa|niên độ|niên vụ|năm học mới|năm học|khóa|các năm|hai năm|những năm|năm)"
YEAR_RANGE = _compile(
    rf"(?:(?P<n>\d{{1,2}}){_S}năm{_S}|(?P<w>{RANGE_WORDS}){_}(?:từ{_S})?(?:năm{_S})?)?\(?(?P<a>[12]\d{{3}}|[3-9]\d\d)(?:{_}(?:--?|"
    rf"/){_}|{_S}(?:đến|tới){_S})"
    rf"(?:năm{_S})?(?P<b>[12]\d{{3}}|(?<=\d-)\d\d(?=[\s.,;)]))(?!\d)(?![/:.]\d)(?!-\w)"
)
MONTHS_OF = _compile(
    rf"(?P<n>\d{{1,2}}|{WORD_NUMBER}){_S}(?P<u>tháng|quý){_S}(?:(?P<side>đầu|cuối){_S})?(?:của{_S})?năm(?:{_S}(?P<y>[12]\d{{3}})(?!\d)|"
    rf"{_S}(?P<r>nay|ngoái|trước|sau|tới|này){_END})?"
)
HALF = _compile(
    rf"(?P<h>nửa đầu|nửa cuối|nửa sau){_S}(?:của{_S})?(?:năm(?:{_S}(?P<y>[12]\d{{3}})(?!\d)|{_S}(?P<r>nay|ngoái|trước|sau|tới|"
    rf"này))?|tháng{_S}(?P<m>\d{{1,2}})(?:{_}[/-]{_}(?P<my>[12]\d{{3}})(?!\d))?)"
)
DECADE = _compile(
    rf"(?:(?P<w>những năm|thập niên|thập kỷ|thập kỉ)){_S}(?:(?P<c>\d{{2}})|(?P<y>[12]\d\d0))(?:{_S}(?:của{_S})?thế kỷ{_S}(?:trước|"
    rf"xx|20))?(?![^\W_])(?![-/]\d)(?!{_S}(?:đến|-))"
)
CENTURY = _compile(rf"thế kỷ{_S}(?:thứ{_S})?(?P<c>\d{{1,2}}|[xvi]+){_END}(?:{_S}(?P<bc>tcn|trước công nguyên))?")
REL_UNIT = _compile(
    rf"(?:(?P<edge>đầu|giữa|cuối){_S})?(?P<u>ngày|tuần|tháng|quý|năm){_S}(?P<r>này|nay|hiện tại|trước nữa|trước đó|trước|ngoái|"
    rf"vừa qua|vừa rồi|"
    rf"qua|sau nữa|sau đó|sau|tới đây|sắp tới|tới|tiếp theo|kế tiếp|tiếp|kia){_END}"
)
REL_OFFSET = {
    "này": 0, "nay": 0, "hiện tại": 0, "trước": -1, "ngoái": -1, "trước đó": -1, "vừa qua": -1, "vừa rồi": -1, "qua": -1, "trước nữa": -2,
    "kia": -2, "sau": 1, "sau đó": 1, "tới": 1, "tới đây": 1, "sắp tới": 1, "tiếp theo": 1, "kế tiếp": 1, "tiếp": 1, "sau nữa": 2,
}  # fmt: skip
EDGE_YEAR = _compile(rf"(?P<edge>đầu|giữa|cuối){_S}(?P<u>năm|tháng|tuần|quý){_END}(?!{_S}(?:học|thứ|đầu|cuối|sinh|mới)|[ \t]\d)")
TODAY = _compile(
    rf"(?:(?P<p>rạng sáng|sáng sớm|sáng|trưa|chiều|tối|đêm|khuya){_S})?(?:(?:vào{_S})?ngày{_S})?(?P<t>hôm nay|hôm qua|hôm kia|"
    rf"hôm trước|hôm sau|bữa nay|ngày mai|ngày kia|ngày mốt|mai)"
    rf"{_END}(?:{_S}(?:vào{_S})?buổi{_S}(?P<q>sáng|trưa|chiều|tối|đêm))?"
)
SOME_DAYS = _compile(rf"(?<![^\W_])(?:mấy|vài|ít|nhiều){_S}(?:ngày{_S})?$")
TODAY_OFFSET = {
    "hôm nay": 0,
    "bữa nay": 0,
    "hôm qua": -1,
    "hôm kia": -2,
    "hôm trước": -1,
    "hôm sau": 1,
    "ngày mai": 1,
    "mai": 1,
    "ngày kia": 2,
    "ngày mốt": 2,
}
PART_REL = _compile(
    rf"(?:buổi{_S})?(?P<p>rạng sáng|sáng sớm|sáng|trưa|chiều|tối|đêm|khuya){_S}(?P<t>nay|qua|mai|kia|cùng ngày|hôm đó|"
    rf"hôm sau)(?!{_S}[(]?\d+h){_END}"
)
PART = _compile(
    rf"(?:(?:vào{_S})?(?P<b>buổi){_S})?(?P<p>rạng sáng|sáng sớm|nửa đêm|sáng|trưa|chiều tối|chiều muộn|chiều|tối|đêm|khuya){_END}"
)
LIGHT = frozenset("chiếu ánh thắp tỏa soi tươi phát bừng ngời".split())
"""Before "sáng" that is light: "đèn chiếu sáng, ngày 26/4"."""
SAME_DAY = _compile(rf"(?:ngày{_S})?cùng{_S}(?P<u>ngày|tháng|năm){_END}(?!{_S}\d)")
WEEKDAY = _compile(
    rf"(?:ngày{_S})?(?:thứ{_}(?P<w>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7]){_END}|(?P<cn>chủ nhật|chúa nhật){_END})"
    rf"(?!{_S}(?:xanh|đỏ|đen|tình nguyện){_END})"
    rf"(?:{_S}(?:của{_S})?(?:(?P<tu>tuần){_S})?(?P<r>này|trước|vừa rồi|vừa qua|qua|tới|sau|kế tiếp){_END})?"
)
WEEKDAY_AFTER = _compile(rf"{_}(?:\({_}(?:thứ{_}(?P<w>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?P<cn>chủ nhật|chúa nhật)){_}\))")
_DAY_NAME = rf"(?:ngày{_S})?(?:thứ{_}(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|chúa nhật){_END}"
WEEKDAYS_SET = _compile(
    rf"(?P<each>(?:mỗi|mọi){_S})?(?:(?:vào{_S})?(?:các{_S})?(?:buổi{_S})?(?P<p>sáng|trưa|chiều|tối|đêm){_S})?(?P<all>(?:các|những|mỗi){_S})?(?P<days>{_DAY_NAME}"
    rf"(?:(?:{_}[,-]{_}|{_S}(?:và|hoặc|đến|tới){_S}){_DAY_NAME}){{0,6}})(?P<every>{_S}(?:của{_S})?(?:hằng|hàng|mỗi|các){_S}(?:tuần|tháng){_END})?"
)
WEEKDAY_NAME = _compile(r"thứ\s{0,3}(hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?:chủ|chúa) nhật")
DATED_NEXT = _compile(rf"{_}[,(]?{_}(?:của{_S})?(?:ngày{_S})?(?:\d|tuần|này|trước|vừa|qua|tới|sau|kế|đầu|cuối|hôm|cùng)")
PART_NUMBER = _compile(rf"(?P<p>đêm|tối|khuya|chiều|sáng|trưa){_S}(?:ngày{_S})?(?=\d{{1,2}}(?:{_}-|{_S}(?:đến|tới)))")
NIGHT_DAY = _compile(
    rf"(?P<p>đêm|tối|khuya|chiều|sáng|trưa)(?:{_S}ngày)?{_S}(?P<d>\d{{1,2}})(?:{_},{_}|{_}-{_}|{_S}(?:và|đến)?{_S}?)"
    rf"(?=(?:rạng{_S})?(?:sáng|trưa|chiều|tối|đêm){_S}(?:ngày{_S})?\d)"
)
SHORT_WEEKDAY = _compile(rf"(?:t(?P<w>[2-7])|(?P<cn>cn)){_END}")
CLOCK = _compile(
    rf"(?:(?:vào{_S})?(?P<at>lúc|vào|đúng|hồi){_S}(?:đúng{_S}|khoảng{_S})?)?(?P<h>\d{{1,2}}|"
    rf"{WORD_NUMBER})(?:(?P<c>:)(?P<m>\d{{2}})(?::\d{{2}})?(?!\d)(?:{_S}(?P<ap>am|pm|sa|ch){_END})?"
    rf"|{_}(?P<g>giờ|h|g)(?:(?:{_}(?P<m2>[0-5]?\d)(?![^\W_])(?!{_}[/.-]\d{{1,2}}(?![\dhg:]))(?:{_}(?P<ph>phút|ph|p){_END}|['′])?)|"
    rf"(?:{_S}(?P<k>kém){_S}(?P<km>\d{{1,2}}))|(?P<r>{_S}rưỡi))?)(?![^\W_])"
)
CLOCK_BEFORE = frozenset("lúc vào đến từ trước sau đúng hồi khoảng".split())
LONG_BEFORE = frozenset("trong vòng suốt mất cần dài thêm hết tốn ngót hơn được".split())
"""Before a number of hours that is a length: "trong 24h", "cần khoảng 12 giờ"."""
AMPM = _compile(rf"(?P<h>\d{{1,2}})(?::(?P<m>\d{{2}}))?{_}(?P<ap>am|pm){_END}")
AFTER_CLOCK = _compile(
    rf"[ \t]{{0,3}}(?:,[ \t]?(?=(?:buổi{_S})?[^\W\d_]{{1,6}}(?: sáng)?{_S}(?:\d|ngày|thứ|chủ|nay|mai|qua|hôm|cùng|mùng|mồng|rằm)))?"
    rf"(?:buổi{_S})?(?P<p>rạng sáng|sáng|trưa|chiều|tối|đêm|khuya){_END}")
STAMP_CLOCK = _compile(
    rf"[ \t]{{0,3}}[,|-]?[ \t]{{0,3}}(?:lúc{_S}|vào lúc{_S})?(?P<h>\d{{1,2}})(?::|h|g|"
    rf"{_}giờ{_})(?P<m>\d{{2}})?(?::\d{{2}})?(?!\d)(?:{_S}phút)?(?:{_S}(?P<ap>am|pm|sa|ch){_END})?"
)
DURATION = _compile(
    rf"(?:{_W}{_S}(?={_W}{_S}))?(?P<n>\d{{1,4}}(?:[.,]5)?|nửa|{WORD_NUMBER})"
    rf"(?:{_}-{_}(?P<n2>\d{{1,3}}))?{_S}(?P<u>giây|phút|giờ|tiếng|ngày đêm|ngày|tuần|"
    rf"tháng|quý|năm|thập kỷ|thập niên|thế kỷ){_END}(?P<half>{_S}rưỡi{_END})?"
)
HOURS_FROM = _compile(rf"từ{_S}(?P<h>[01]?\d|2[0-4])(?:{_}-{_}|{_S}(?:đến|tới){_S})(?=\d{{1,2}}{_}(?:giờ|h|g))")
DURATION_RANGE = _compile(
    rf"từ{_S}(?P<n>\d{{1,3}})(?:{_S}(?:đến|tới){_S}|{_}-{_})(?P<n2>\d{{1,3}}){_S}(?P<u>phút|giờ|tiếng|ngày|tuần|tháng|quý|năm){_END}"
)
ONCE = _compile(rf"(?:/{_}lần|{_S}(?:một|1){_S}lần){_END}")
SHIFT = _compile(
    rf"{_S}(?P<s>vừa qua|vừa rồi|qua|gần đây|gần nhất|trở lại đây|trước đây|trước đó|trước|tới đây|tới|sắp tới|tiếp theo|nữa|sau đó|"
    rf"sau|kế tiếp|liền kề)(?!{_S}(?:khi|đó|ngày|năm|lúc|đại hội|thời hạn)){_END}"
)
AGO = _compile(rf"cách{_S}(?:đây{_S}|nay{_S})(?:gần{_S}|hơn{_S}|khoảng{_S}|đúng{_S}|tròn{_S}|chừng{_S})?")
SET = _compile(
    rf"(?:(?:hằng|hàng|mỗi|mọi|từng)(?:{_S}một)?{_S}(?P<u>ngày|tuần|tháng|quý|năm|đêm|giờ|buổi{_S}(?:sáng|chiều|tối)|sáng|chiều|"
    rf"tối)|(?P<y>thường niên|quanh năm)){_END}(?!{_S}(?:nay|ngoái){_END})"
)
GOODS = frozenset("đơn mặt bán mua khách ngân gian nhà cửa hóa lượng giao chở xếp bốc lô kho đặt nhận lấy".split())
"""Words before "hàng" that make it goods, a shop or a bank: "đơn hàng năm nay"."""
SET_TAIL = _compile(rf"{_S}(?:hằng|hàng|mỗi){_S}(?P<u>năm|tháng|ngày|tuần|quý){_END}")
SET_VALUE = {
    "ngày": "P1D",
    "đêm": "P1D",
    "tuần": "P1W",
    "tháng": "P1M",
    "quý": "P3M",
    "năm": "P1Y",
    "giờ": "PT1H",
    "sáng": "P1D",
    "chiều": "P1D",
    "tối": "P1D",
}
SEASON = _compile(
    rf"(?:(?P<edge>đầu|giữa|cuối){_S})?(?:mùa{_S}(?P<s>xuân|hè|hạ|thu|đông)|(?<=đầu )(?P<x>xuân)){_END}(?!{_S}(?:hồng|nghĩa|vàng|xanh|"
    rf"bóng))"
)
SEASONS = {"xuân": "SP", "hè": "SU", "hạ": "SU", "thu": "FA", "đông": "WI"}
SEASON_YEAR = _compile(rf"{_S}(?P<y>(?:19|20)\d\d)(?![^\W_])(?![.,/:-]\d)")
SEASON_TAIL = _compile(rf"{_S}(?P<r>này|tới|trước|sau|vừa qua){_END}")
SAME_PERIOD = _compile(
    rf"cùng{_S}(?:kỳ|kì)(?:{_S}(?:của{_S})?(?:năm{_S}(?:(?P<y>[12]\d{{3}})|(?P<r>ngoái|trước|nay))|(?P<y2>20\d\d)(?!\d)))?"
)
WEEK_OF = _compile(
    rf"tuần{_S}(?:lễ{_S})?(?:thứ{_S})?(?P<o>đầu tiên|đầu|cuối cùng|cuối|nhất|hai|ba|tư|1|2|3|4){_S}(?:của{_S}|"
    rf"trong{_S})?tháng{_S}(?P<m>\d{{1,2}}|{MONTH_WORD}){_END}"
)
WEEK_ORDER = {"đầu tiên": 1, "đầu": 1, "nhất": 1, "1": 1, "hai": 2, "2": 2, "ba": 3, "3": 3, "tư": 4, "4": 4, "cuối cùng": -1, "cuối": -1}
WEEK = _compile(rf"tuần{_S}(?:thứ{_S}|số{_S})?(?P<n>\d{{1,2}})(?![^\W_])(?:{_}/{_}(?P<y>20\d\d)|{_S}năm{_S}(?P<y2>20\d\d))?")
TET = _compile(
    rf"(?:(?P<d>(?:mùng|mồng){_S}(?:\d{{1,2}}|mười|{_W})|(?:đêm{_S})?(?:2[3-9]|30)|giao thừa){_S})?tết(?:{_S}nguyên đán)?"
    rf"(?:{_S}(?:năm{_S}|xuân{_S})?(?:(?P<cc>{CANCHI})|(?P<y>20\d\d|19\d\d)))?"
)
LUNAR_TAIL = _compile(
    rf"{_}(?:\({_}(?:theo{_S})?(?:âm lịch|âl|lịch âm){_}\)|,?{_}(?:theo{_S})?(?:âm lịch|lịch âm|âl{_END}))(?:{_S}năm{_S}(?P<y>[12]\d{{3}}))?")
CANCHI_YEAR = _compile(rf"(?:năm|xuân){_S}(?P<cc>{CANCHI}){_END}(?:{_}[-(]?{_}(?P<y>20\d\d|19\d\d)\)?)?")
RAM = _compile(rf"(?P<d>rằm|(?:mùng|mồng){_S}(?:\d{{1,2}}|mười|{_W})){_S}tháng{_S}(?P<m>\d{{1,2}}|{MONTH_WORD}){_END}")
VAGUE: dict[str, tuple[str, ...]] = {
    "PAST_REF": (
        r"(?:trong )?(?:suốt )?(?:những|các|mấy|nhiều) (?:ngày|tuần|tháng|năm)(?: học)? (?:vừa qua|qua|gần đây|trước đây|trước đó|"
        r"trước|vừa rồi|đã qua)",
        r"(?:trong )?(?:những |suốt )?thời gian (?:vừa qua|qua|gần đây|trước đây|trước đó|vừa rồi|dài vừa qua)",
        r"(?:giai đoạn|nhiệm kỳ|thời kỳ) (?:trước đây|trước(?! (?:năm|ngày|tháng|khi))|vừa qua|qua)",
        r"thời điểm (?:đó|ấy)|thời (?:đó|ấy|xưa)|lúc (?:đó|ấy|bấy giờ)|bấy giờ|thời kỳ (?:đó|này|ấy)|ngày (?:đó|ấy|xưa)|năm (?:ấy|xưa)|"
        r"xưa kia|lâu nay|từ lâu|từ xa xưa",
        r"trước (?:đây|đó|kia)(?! (?:là|một|hai|ba|\d))|vừa qua|vừa rồi|gần đây(?: nhất)?|mới đây(?: nhất)?|những ngày (?:cuối|"
        r"đầu) nhiệm kỳ",
    ),
    "PRESENT_REF": (
        r"(?:đến |tính đến |cho đến |tới |vào |tại |ở )?thời điểm (?:hiện tại|hiện nay|này)",
        r"(?:tính |cho )?(?:đến|tới) (?:nay|hiện nay|hiện tại|giờ|bây giờ|hôm nay)|(?:ngay )?(?:bây giờ|lúc này)|hiện (?:nay|tại|giờ)|"
        r"ngày nay|giờ đây",
        r"giai đoạn (?:hiện nay|hiện tại|này)|(?:trong )?những ngày này",
    ),
    "FUTURE_REF": (
        r"(?:trong )?(?:những|các|mấy) (?:ngày|tuần|tháng|năm)(?: học)? (?:tới đây|tới|tiếp theo|sắp tới|sau|kế tiếp|sau đó|sau này)",
        r"(?:trong )?thời gian (?:sắp tới|tới đây|tới|tiếp theo|không xa)",
        r"(?:giai đoạn|nhiệm kỳ|thời kỳ) (?:tới|tiếp theo|sau)",
        r"(?:trong )?tương lai(?: gần)?|sắp tới(?: đây)?|sau này",
    ),
}  # fmt: skip
VAGUE_ONE = _compile("(?:" + "|".join(f"(?P<{k[:2]}>{'|'.join(v)})" for k, v in VAGUE.items()).replace(" ", r"\s{1,2}") + ")" + _END)
VAGUE_NAME = {"PA": "PAST_REF", "PR": "PRESENT_REF", "FU": "FUTURE_REF"}
NOW = _compile(rf"hiện{_END}")
NOW_COMPOUND = _compile(
    rf"{_S}(?:đại|trường|trạng|thực|hành|vật|tượng|diện|hữu|thân|hóa|hình|rõ|sinh|ra|được|các|những|một|kim|dịch|thị|ý|nghĩa|việc|"
    rf"cho|công){_END}"
)
NOW_SECOND = frozenset("thực phát thể xuất biểu tái hiển lộ ẩn".split())  # "thực hiện tại", "phát hiện nay"
NOW_BEFORE = NOW_SECOND | frozenset("tự cụ đã sẽ và vào dần đang".split())
ORDINAL_BEFORE = frozenset(
    "lần tháng năm kỳ tuần họp phiên vị hạng con người tập quý mùa đợt hội bàn khóa lứa vòng cấp lớp tầng trí ngôi bậc kỷ xếp đứng".split()
)
"""Words after which "thứ ba" counts."""
DURATION_BEFORE = frozenset("thứ số khóa lần lớp tổ đội khu điểm bàn phòng trang cấp đường quận phường độ phần".split())
LINK = _compile(rf"(?:{_}-{_}|{_S}(?:(?:cho|kéo dài){_S})?(?:đến|tới)(?:{_S}hết|{_S}cuối|{_S}giữa|{_S}đầu)?{_S})")
AND = _compile(rf"{_}(?:,|và|&|;|hoặc){_}")
DAYS_HEAD = _compile(
    rf"(?:(?:\d{{1,2}}|{WORD_NUMBER}){_S})?(?:các{_S})?ngày{_}(?=\d)|(?:các{_S}|hai{_S})?(?P<p>đêm|tối)(?:{_S}ngày)?{_S}(?=\d{{1,2}}{_}(?:,|và))"
    rf"|(?=(?:mùng|mồng){_S}\d)"
)
NUMBER = _compile(r"(?:mùng |mồng )?(?P<d>\d{1,2})(?![^\W_])(?!\s{0,2}[:%]|\.\d|,\d(?!\d?(?:[,/]|\svà\s)))")
FROM = _compile(rf"(?P<k>kể{_S})?từ{_S}")
FROM_START = _compile(
    rf"từ{_S}đầu{_S}(?P<u>năm|tháng|tuần|nhiệm kỳ)(?:{_S}(?P<y>[12]\d{{3}})(?!\d))?{_S}(?:cho{_S})?(?:đến|tới){_S}(?:nay|hiện nay|"
    rf"thời điểm này|giờ){_END}"
)
TO_NOW = _compile(rf"{_S}(?:trở lại đây|(?:cho{_S})?(?:đến|tới){_S}(?:nay|hiện nay|hiện tại|giờ|thời điểm này|thời điểm hiện tại)){_END}")
NOW_TO = _compile(rf"từ{_S}nay{_S}(?:cho{_S})?(?:đến|tới){_S}(?:hết{_S})?")
DIRECTION = _compile(rf"{_S}(?P<r>vừa qua|vừa rồi|tới đây|sắp tới|tới(?={_}(?:[.,;:)]|$|sẽ|tại|để|ở)))(?![^\W_])")
STREET = frozenset(
    "đường phố hẻm ngõ kiệt ngách số lô cầu chợ rạp viên trường khu tổ nhà hầm mét km ấp thôn bến block "
    "đội xóm lớp quầy phòng bàn ql tl thcs thpt học non trạm viện máy xưởng ty đoạn sở lộ hát khóa".split()
)
COUNTED = _compile(
    rf"{_}(?:tiêu|xã|phường|huyện|thôn|ấp|bản|người|hộ|đại|phiếu|trường|đơn|chỉ|thành|tỉnh|quận|cơ|khu|điểm|công|ý|nội|mục|số|trạm|"
    rf"ủy|em|cháu|học|bài|tổng|"
    rf"cử|vụ|km|m|ha|kg|%|tổ|đảng|chi|đội|doanh|dự|sản|hội|cán|lần|trẻ|bệnh|ca|nước|giờ|h|cái|chiếc|giải|trận|bộ|sở|ngành|thị|mẫu|"
    rf"câu|đồng|tỷ|triệu|nhà|lớp|phòng|bị|hồ|nhiệm|gia|lên|xuống){_END}"
)
TROOPS = frozenset("tiểu trung sư lữ quân binh liên".split())
"""Before "đoàn": a unit of the army, which may be named after a day."""
FEAST_BEFORE = _compile(r"(?<![^\W_])(?:ngày|lễ|dịp|mừng|kỷ niệm)\s[^,.;:\d\n]{0,50}$")
RATIO_BEFORE = frozenset(
    "đạt có được chiếm giảm tăng hơn khoảng gần với bằng là tỷ tỉ lệ còn gồm cả tới thắng thua hòa trên dưới mẫu khổ thể lực áp lên xuống".split()
)
DATE_BEFORE = frozenset(
    "cuối chót hạn lễ dịp đến trước sau từ tới hết vào hôm mừng tế nữ niệm ngày trong tết và nhân bế kể khoảng qua phiên tức nhằm".split()
)
YEAR_BEFORE_NO = frozenset(
    "số khoản gồm có đạt là hơn gần khoảng trên dưới được giá với còn tổng thêm iso tcvn mã hotline tới điện từ đến thứ qh lô".split()
)
AIMS = frozenset("hướng nhìn tiêu lược hoạch".split())
YEAR_AFTER_NO = _compile(
    rf"{_}(?:[%/]|người|đồng|ha|m|km|tỷ|triệu|lượt|hộ|kg|tấn|cây|chỗ|cán|học|đại|em|suất|phần|đơn|vụ|trường|cơ|doanh|mét|usd|con|bộ|"
    rf"quyển|cuốn|tờ|ca|bài|giờ|ngày|"
    rf"tháng|năm|lao|sản|hồ|cử|công|tác|tập|cái|chiếc|m2|m3|nhà|phòng|xe|lít|mw|kw|tr|thôn|xã|chữ|điểm|căn|bệnh|trẻ|liệt|hội|đoàn|"
    rf"nghìn|thanh|tỉ|bị|thành|thí|ý|gia|khách|mẫu){_END}"
)
AGE_AFTER = _compile(rf"{_S}(?:tuổi|rưỡi tuổi)")
PER_AFTER = _compile(r"\s?/\s?[^\W\d_]")


NUMBER_GOES_ON = _compile(r"\s?/\s?[^\W_]|-\s?[^\W_]|\s-(?:[^\W_]|\s\d)")
RANGE_GOES_ON = _compile(r"\s?-\s?\d{1,2}[/:.h]")
YEAR_NEXT = _compile(rf"{_S}[12]\d\d\d")
YEAR_JOINED = _compile(rf"{_}(?:[/-]|,){_}(?P<y>[12]\d{{3}})(?!\d)")
LETTER_NEXT = _compile(r"/[^\W\d_]|-[^\W\d_]")
MONTHLY = _compile(rf"{_S}(?:hằng|hàng|mỗi){_S}tháng{_END}")
MONTH_REL = _compile(rf"{_S}tháng{_S}(?P<r>này|nay|trước|sau|tới|vừa qua|vừa rồi|qua){_END}")
OTHER_MONTH = _compile(rf"{_S}(?:của{_S})?tháng{_S}(?:cuối|đầu|liền|kế|sau{_S}quý)\b")
LISTED_DAY = _compile(rf"{_}(?:,|và|;){_}(?:ngày{_S})?(?P<d>\d{{1,2}})(?![^\W_])(?!{_}[/.:%-]{_}\d|%)")
LIST_ENDS = _compile(r"\s{0,3}(?:[.;)\n]|$|,\s{0,3}[^\W\d_]|(?:hằng|hàng) tháng)")
HOURS_NEXT = _compile(rf"{_S}(?:tiếng|giờ|lần|đêm|buổi|ca|bữa|triệu|nghìn|phút|công)\b")
YEAR_WORD_NEXT = _compile(rf"{_S}(?:[12]\d\d\d|nay|ngoái|trước)")
CHI_NEXT = _compile(rf"{_S}(?:{CHI})\b")
OPENING = _compile(rf"{_}[(,]{_}")
GAP = _compile(rf"{_}[,(]?{_}")
EDGE = _compile(rf"(?:giữa|cuối|đầu){_S}")
BARE_YEAR = _compile(r"(?:19|20)\d\d(?!\d)(?![.,/]\d)")
PERIOD_FROM = _compile(rf"(?:giai đoạn|nhiệm kỳ|thời kỳ){_S}(?=từ{_S})")
JUST_PAST = _compile(rf"{_S}(?:vừa qua|vừa rồi){_END}")
RISE = _compile(rf"{_S}(?:lên|xuống){_END}")
YEAR_END = _compile(r"(?:năm\s)?(?P<y>[12]\d{3})(?!\d)")
MONTH_END = _compile(rf"(?P<m>\d{{1,2}})(?:{_}[/-]{_}(?P<y>[12]\d{{3}}))?(?![^\W_])")
TO_DAY = _compile(rf"(?:đến{_S})?(?:hết{_S})?ngày{_}")
GAP_DAY = _compile(rf"{_}[,|-]?{_}(?:ngày{_S})?")
GAP_OF = _compile(rf"{_}[,(]?{_}(?:vào{_S}|của{_S}|các{_S})?")
PASSING = _compile(rf"{_S}(?:đường|các|những|tay|năm|ngày|tháng|từng|cầu|\d|nhiều|mức|hơn|gần)\b")
SINCE = _compile(rf"{_S}(?:khi|đó|này)\b")
MINUTES_NEXT = _compile(r"\s\d\d\s?phút")
PART_DAY = _compile(rf"{_S}(?P<t>nay|qua|mai|hôm nay|hôm qua|ngày mai|cùng ngày)(?![^\W_])")
GAP_IN = _compile(rf"{_}[,(]?{_}(?:của{_S}|vào{_S}|các{_S})?")
TO_CLOCK = _compile(rf"{_}(?:-|đến|tới|và){_}")
SPAN_NEXT = _compile(rf"{_S}(?:đồng hồ|làm việc|liền|liên tục|bay|chạy|sau khi|nữa|học|mỗi|trước|qua|tới(?!{_S}(?:lúc|khi))|vừa|tiếp)\b")
HOUR_ALONE = _compile(
    r"(?<![^\W_])(?:(?:^|\n|[.;!?…”\"] )[-•*+ ]{0,3}(?:(?:mới|gần|đến|khoảng|đúng|quá) )?|(?:ở lại|chờ|thức|mở cửa|làm) (?:tới|đến) )$"
)
"""Before an hour without minutes that is a time of the clock: it opens its line or sentence."""
TO_SCHOOL = _compile(rf"{_S}(?:học|trường|lớp|nơi|đây|chợ|nhà|rẫy|ruộng|cơ quan|bệnh viện){_END}")
LISTED_MONTH = _compile(rf"(?P<n>\d{{1,2}})(?![^\W_])(?![.,:]\d)(?!{_}[%])(?:{_}/{_}(?P<y>[12]\d{{3}})(?!\d)|(?!{_}/))")
LISTED_QUARTER = _compile(rf"(?P<n>iii|ii|iv|i|[1-4])(?![^\W_])(?:{_}/{_}(?P<y>[12]\d{{3}})(?!\d))?")
HUNDREDS = _compile(r"\s(?:nghìn|trăm|triệu)")
NUMBER_NEXT = _compile(rf"{_S}(?:tháng|năm)?{_}\d{{1,4}}(?![^\W_])(?!{_S}(?:người|đồng|lượt))")
BRACKET_NEXT = _compile(r"\s?\(|\s?[,;]")
HOURS_LONG = _compile(rf"{_S}(?P<s>qua|tới|vừa qua|liên tục|đồng hồ|liền)(?=\W|$)(?!{_S}(?:ngày|\d))")
NIGHTS = _compile(rf"{_S}\d{{1,2}}{_S}đêm{_END}")
YEAR_FIGURE = _compile(rf"{_S}\d{{4}}")
LANGUAGE = _compile(rf"{_S}(?:việt|anh|pháp|nói|súng|trống|thái|dân)\b")
MINUTES = _compile(r"\s(\d\d?)\s?phút(?![^\W_])")
NO_LENGTH = _compile(rf"{_S}(?:nào|nữa là|ấy|thứ|một lần|công|lễ|nghỉ lễ|rằm|hội)\b")
BEFORE_EVENT = _compile(rf"{_S}(?:ngày|khi|đại|thời|lúc|năm|tháng|kỳ)\b")
ACROSS = _compile(rf"{_S}(?:các|\d|đường|lại)")
SPRING = _compile(rf"(?P<edge>đầu){_S}(?P<x>xuân)(?P<s>)?(?![^\W_])")
HOLIDAY_NAMES: dict[str, tuple[int, int, bool]] = {
    "tết dương lịch": (1, 1, False), "quốc tế phụ nữ": (8, 3, False), "giải phóng miền nam": (30, 4, False),
    "quốc tế lao động": (1, 5, False), "quốc tế thiếu nhi": (1, 6, False), "thương binh liệt sĩ": (27, 7, False),
    "thương binh - liệt sĩ": (27, 7, False), "quốc khánh": (2, 9, False), "phụ nữ việt nam": (20, 10, False),
    "nhà giáo việt nam": (20, 11, False), "tết nguyên đán": (1, 1, True), "tết âm lịch": (1, 1, True), "tết nguyên tiêu": (15, 1, True),
    "giỗ tổ hùng vương": (10, 3, True), "giỗ tổ": (10, 3, True), "lễ phật đản": (15, 4, True), "tết đoan ngọ": (5, 5, True),
    "lễ vu lan": (15, 7, True), "tết trung thu": (15, 8, True), "ông công ông táo": (23, 12, True),
}  # fmt: skip
"""Names of feasts, their day and month, and whether of the lunar calendar; read in a phrase alone, for a text names feasts without dating."""
HOLIDAY = _compile(
    rf"(?:(?:ngày|lễ|tết){_S}){{0,2}}?(?P<h>{'|'.join(sorted(HOLIDAY_NAMES, key=len, reverse=True))}){_END}"
    rf"(?:{_S}(?:năm{_S})?(?P<y>(?:19|20)\d\d)(?!\d)|{_S}(?:năm{_S})?(?P<r>nay|ngoái|sau|tới){_END})?"
)
TRIGGER_LOOSE = _compile(TRIGGER.pattern.replace("|giao|", "|giao|quốc|giải|thương|phụ|nhà|giỗ|lễ|ông|"))
DAWN = _compile(rf"(?:lúc{_S})?bình minh{_END}")
CHRISTMAS = _compile(r"(?:ngày\s)?(?:lễ\s)?giáng sinh")
YEAR_ALONE = _compile(r"(?:19|20)\d\d(?![^\W_])(?![.,/:]\d)")
IS_NEXT = _compile(r"\s(?:cũng )?(?:là|được)\b")
CLAUSE_NEXT = _compile(r"\s?(?:và|cũng|của|tại|đã|sẽ|được|do|với|là|trên|ở|để|cho|có|vào|diễn|từ|theo|trong|này|-)\b")
LUNAR_BEFORE = _compile(rf"nhằm{_S}(?:vào{_S})?")


def number(text: str) -> int | None:
    """The value of a day, month or count in figures or words.

    Examples
    --------
    >>> number("07"), number("hai mươi mốt"), number("mười lăm"), number("giêng")
    (7, 21, 15, 1)
    """
    if text.isdigit():
        return int(text)
    first, *rest = text.split() or [""]
    if not rest:
        return ONES.get(first)
    if rest[0] == "mươi":
        return ONES.get(first, 0) * 10 + (ONES.get(rest[1], 0) if len(rest) > 1 else 0)
    return 10 + ONES.get(rest[0], 0) if first == "mười" else None


def full_year(text: str) -> int:
    """A year of two figures made whole.

    Examples
    --------
    >>> full_year("18"), full_year("75")
    (2018, 1975)
    """
    y = int(text)
    return y if y > 99 else (2000 + y if y < 50 else 1900 + y)


def word_before(s: str, i: int) -> str:
    """The word before a place, over spaces, quotes and an opening bracket.

    Examples
    --------
    >>> word_before("đường 2/9", 6)
    'đường'
    """
    j = i
    while j > 0 and s[j - 1] in ' \t"“”(':
        j -= 1
    k = j
    while k > 0 and s[k - 1].isalnum():
        k -= 1
    return s[k:j]
