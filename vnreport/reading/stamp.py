"""The date and time at which a page says it was posted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

_DATE = (
    r"(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})(?!\d)"
    r"|(?P<a>\d{1,2})(?P<sep>\s?[/.-]\s?)(?P<b>\d{1,2})(?P=sep)(?P<y2>\d{4})(?!\d)"
    r"|(?:ngày )?(?P<d3>\d{1,2}) tháng (?P<m3>\d{1,2}|mười một|mười hai|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
    r",?(?: năm)? (?P<y3>\d{4})(?!\d)"
)
_TIME = r"(?P<h>\d{1,2})(?:[:hg]|\s?giờ\s?)(?P<min>\d{2})(?!\d)(?::\d{2}(?:\.\d{1,6})?)?(?:\s?(?:phút|'))?(?:\s?(?P<half>[AP]M|SA|CH)\b)?"
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|t[2-7])"
_SEP = r"[\s,|\-–•.:;()\[\]]{0,8}"
_ZONE = r"(?:[(\[]?(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?00)?[)\]]?|[+-]\d\d:?\d\d|Z\b)?"
_MONTHS = "một hai ba tư năm sáu bảy tám chín mười".split()
_LATER = re.sub(r"\?P<(h|min|half)>", r"?P<\g<1>2>", _TIME)
_STAMP = re.compile(
    rf"(?:{_WEEKDAY}{_SEP})?(?:ngày\s)?(?:(?:{_TIME}){_SEP}(?:(?:{_WEEKDAY}){_SEP})?(?:ngày\s)?)?(?:{_DATE})"
    rf"(?:T|{_SEP})(?:(?:lúc\s{{0,3}})?{_LATER})?\s?{_ZONE}",
    re.I,
)
_LABEL = re.compile(
    r"(?P<posted>(?:ngày|thời gian|giờ) (?:đăng|xuất bản|phát hành|gửi|viết|tạo)(?: tin| bài(?: viết)?)?"
    r"|đăng (?:ngày|lúc|tin|bài|vào)"
    r"|post date|ngày tin|chương trình (?:PTTH|PT|TH|phát thanh|truyền hình)(?: ngày)?|posted(?: on| at)?|published(?: on| at)?)\s?:?\s{0,5}"
    r"|(?P<updated>(?:ngày |thời gian |lần )?cập nhật(?: lúc| ngày| lần cuối| cuối)?|sửa lần cuối|ngày ban hành"
    r"|ngày(?=\s?:)|updated(?: on| at)?)\s?:?\s{0,5}",
    re.I,
)
_BY = re.compile(
    r"\(?(?:(?:người|được|ng\.) )?(?:đăng|gửi|nhập)(?: tin| bài)?(?: bởi)?\s?:?\s[^\d\n]{2,60}?[-–|,;(]\s*$|đăng bởi [^\d\n]{2,60}?[-–|,;(]\s*$", re.I
)
_BY_AFTER = re.compile(r"[-–|,;)\s]{0,4}(?:(?:người|được|ng\.) )?(?:đăng|gửi|nhập)(?: tin| bài)?(?: bởi)?\s?:?\s[^\d\n]{2,60}$", re.I)
"""Who posted it, before or after the date: "Người đăng: Quản trị - 27/02/2020"."""
_PLACE = re.compile(r"[^\W\d_][^\d,.\n]{2,25}, $")
"""Before the date of a line: "Trà Vinh, ngày 18 tháng 12 năm 2017"."""
_YEAR = re.compile(r"\d{4}")
_LISTED = re.compile(r"[\s|\-–,.;:()\[\]]|\b(?:no|yes|đã ban hành|đã duyệt|đã xuất bản|approved|published)\b", re.I)
_OTHER = re.compile(
    r"(?:(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập|view)|đã (?:xem|đọc)|views?|xem)\s?:?\s?[\d.,]+|tác giả\s?:\s?[^\d|;\n]{2,40}"
    r"|[\d.,]+ (?:lượt|lần) (?:xem|đọc|truy cập)"
    r"|cỡ chữ\s?:?|\bA\s?[+-]?(?=\W|$)|(?:in|nghe|gửi|lưu|chia sẻ|tải|xem) (?:trang|bài(?: viết)?|email|ý kiến|bình luận|facebook|zalo|này)"
    r"|\b(?:chia sẻ|facebook|zalo|twitter|email|print|bình luận|mặc định|tương phản)\b(?:\s?:?\s?\(?\d+\)?)?|[|\s,;•·:\-–()\[\]]",
    re.I,
)
_CELLS = re.compile(r"\s{2,}|\t|\s?[|•·»]\s?")
"""What parts the cells of a line of the page's own: poster, date, section, buttons."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A posting date found in a line: its span, the ISO date, ``HH:MM`` or ``None``, and its ``rank``: 3 labelled as the
    posting date, 2 as an update, 1 a date alone in its line."""

    start: int
    end: int
    day: str
    clock: str | None
    rank: int


def find(text: str, start: int, end: int) -> Stamp | None:
    """The posting date in the line ``text[start:end]``, or ``None``.

    It is labelled ("Ngày đăng: …", "Cập nhật lúc …"), or stands alone in its line.

    Examples
    --------
    >>> find("Cập nhật lúc 08:30 24/04/2018 (GMT+7)", 0, 37)
    Stamp(start=13, end=37, day='2018-04-24', clock='08:30', rank=2)
    >>> find("11/19/2019 3:00 PM", 0, 18).day
    '2019-11-19'
    """
    if not _YEAR.search(text, start, end):
        return None
    for label in _LABEL.finditer(text, start, end):
        if (m := _STAMP.match(text, label.end(), end)) and (stamp := _stamp(m, 3 if label["posted"] else 2, month_first=False)):
            return stamp
    m = _STAMP.search(text, start, end)
    if m is None:
        return None
    if _BY.match(text, start, m.start()) or (m.start() == start and _BY_AFTER.match(text, m.end(), end)):
        return _stamp(m, 3, month_first=False)
    if _PLACE.match(text, start, m.start()) and not text[m.end() : end].strip():
        return _stamp(m, 1, month_first=False)
    rest = text[start : m.start()] + "|" + text[m.end() : end]
    if _LISTED.sub("", rest) and _OTHER.sub("", rest) and not _in_cells(text, start, end, m):
        return None
    clock = m["half"] or m["half2"]
    return _stamp(m, 1, month_first=bool(clock) and m["sep"].strip() == "/" and not (m["a"].startswith("0") or m["b"].startswith("0")))


def _in_cells(text: str, start: int, end: int, stamp: re.Match[str]) -> bool:
    """Whether the stamp fills a cell of its line, and each other cell has a few words at most: "quantri   26/03/2021   Tin trong xã"."""
    before, after = text[start : stamp.start()], text[stamp.end() : end]
    apart = (not before or _CELLS.search(before[-2:])) and (not after or _CELLS.match(after) or _CELLS.search(stamp[0][-2:]))
    return bool(apart) and all(len(cell.split()) <= 5 and not cell.endswith(".") for cell in _CELLS.split(f"{before}\t{after}"))


def _stamp(m: re.Match[str], rank: int, month_first: bool) -> Stamp | None:
    if m["a"]:
        a, b = int(m["a"]), int(m["b"])
        # A month above 12 can only be a day: SharePoint and the like print American dates.
        day, month = (b, a) if (month_first and a <= 12) or b > 12 else (a, b)
        year = int(m["y2"])
    else:
        year, month, day = int(m["y1"] or m["y3"]), _month(m["m1"] or m["m3"]), int(m["d1"] or m["d3"])
    try:
        iso = date(year, month, day).isoformat()
    except ValueError:
        return None
    end = m.start() + len(m[0].rstrip(" \t\xa0,|-–•.:;(["))
    return Stamp(m.start(), end, iso, _clock(m), rank)


def _month(text: str) -> int:
    word = text.lower()
    if word.isdigit():
        return int(word)
    return {"mười một": 11, "mười hai": 12}.get(word) or _MONTHS.index(word) + 1


def _clock(m: re.Match[str]) -> str | None:
    suffix = "" if m["h"] else "2"
    if not m["h" + suffix]:
        return None
    hour, half = int(m["h" + suffix]), (m["half" + suffix] or "").upper()
    if half in ("PM", "CH") and hour < 12:
        hour += 12
    elif half in ("AM", "SA") and hour == 12:
        hour = 0
    try:
        return time(hour, int(m["min" + suffix])).strftime("%H:%M")
    except ValueError:
        return None
