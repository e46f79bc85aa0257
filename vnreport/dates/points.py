"""Points of the calendar: a day, month, quarter, year or clock time at one place of the text."""

from __future__ import annotations

from re import Match

from vnreport.dates import patterns as P
from vnreport.dates.model import Expression, Point
from vnreport.dates.patterns import full_year, number, word_before
from vnreport.language.numbers import spelled


class Points:
    """The productions for points; each gives the point that begins at a place, or ``None``.

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
        self.row = -1

    def _tail(self, p: Point) -> Point:
        """A point with the year, the direction or "âm lịch" that follows it."""
        s = self.s
        if p.month and p.grain in ("day", "month") and s.find("nhuận", p.end, p.end + 9) >= 0 and (m := P.LEAP.match(s, p.end)):
            p = p.but(end=m.end(), lunar=True, leap=True)
        if p.year is None and p.grain in ("day", "month", "quarter", "week") and (m := P.YEAR_TAIL.match(s, p.end)):
            p = p.but(end=m.end(), year=int(m["y"])) if m["y"] else p.but(end=m.end(), year_rel=P.YEAR_OFFSET[m["r"]])
        if p.year is None and p.month and p.grain in ("day", "month"):
            if m := P.YEAR_WORDS.match(s, p.end):
                p = p.but(end=m.end(), year=spelled(m["y"]))
            elif (m := P.YEAR_CYCLE.match(s, p.end)) and p.edge is None:
                p = p.but(end=m.end(), lunar=True, edge=m["cc"])
        if p.grain in ("day", "month") and "â" in s[p.end : p.end + 12] and (m := P.LUNAR_TAIL.match(s, p.end)):
            p = p.but(lunar=True, end=m.end(), year=int(m["y"]) if m["y"] else p.year)
        if p.grain == "day" and p.month and p.weekday is None and (m := P.WEEKDAY_AFTER.match(s, p.end)):
            p = p.but(end=m.end(), weekday=6 if m["cn"] else P.WEEKDAYS[m["w"]])
        if p.year is None and (m := P.DIRECTION.match(s, p.end)):
            p = p.but(end=m.end(), direction=-1 if m["r"].startswith("vừa") else 1)
        return p

    def _day(self, i: int, sure: bool = False) -> Point | None:
        """A day at ``i``; ``sure`` where the words before leave no doubt that a date follows."""
        s = self.s
        if m := P.ISO.match(s, i):
            return Point(i, m.end(), "day", int(m["y"]), int(m["m"]), int(m["d"]))
        if m := P.NUMERIC.match(s, i):
            year, day, month = m["y"] or m["y3"], int(m["d"]), int(m["m"] or m["m3"])
            if len(year) == 2 and not (
                ((m["ng"] or sure or self.loose) and (m["sep"] in "/-" or m["ng"]))
                or (m["sep"] == "/" and day <= 31 and 0 < month <= 12 and int(year) >= 10)
            ):
                return None
            if len(year) == 4 and (year[0] not in "012" or day > 39 or month > 39 or (day == 0 and month == 0)):
                return None
            if (
                (not sure and i > 1 and s[i - 1] in "/.-:" and s[i - 2].isalnum())
                or P.NUMBER_GOES_ON.match(s, m.end())
                or s.startswith("%", m.end())
            ):
                if not m["ng"] and not P.RANGE_GOES_ON.match(s, m.end()):
                    return None
            elif not m["ng"] and word_before(s, i) in ("số", "iso", "tcvn", "version", "ip"):
                return None
            if m["sep"] == "." and not m["ng"] and not sure and not (len(year) == 4 and 1900 <= int(year) <= 2100):
                return None
            swapped = month > 12 and day <= 12 and month <= 31
            if swapped:
                day, month = month, day
            return self._tail(Point(i, m.end(), "day", full_year(year), month, day, swapped=swapped))
        if m := P.SPELLED.match(s, i):
            rest = m.end()
            day_ = 15 if m["d"] == "rằm" else number(m["d"])
            month_ = number(m["m"])
            if (
                day_ is None
                or month_ is None
                or day_ > 39
                or month_ > 19
                or (not m["ng"] and not m["mung"] and m["d"] != "rằm" and not m["d"].isdigit() and not sure and not self.loose)
            ):
                return None
            if m["m"] == "năm" and P.YEAR_NEXT.match(s, rest):  # "ngày 3 tháng năm 2018" does not occur; "tháng năm 2018" is a slip
                return None
            y = P.YEAR_JOINED.match(s, rest)
            lunar = m["m"] in ("giêng", "chạp") or m["d"] == "rằm"
            # "12 tháng 5" without "ngày" or a year may count months ("3 tháng 5 lần")
            if not m["ng"] and m["d"].isdigit() and word_before(s, i) in P.STREET:
                return None
            bare = not m["ng"] and not m["mung"] and not sure and m["d"].isdigit() and not self.loose and not lunar
            if bare and not y and not P.YEAR_TAIL.match(s, rest):
                joined = s[i - 4 : i].strip() in ("đến", "tới", "và", "sáng") or self._after_date(i)
                if day_ in (3, 6, 9) or not joined:
                    return None
            return self._tail(Point(i, y.end() if y else rest, "day", int(y["y"]) if y else None, month_, day_, lunar=lunar))
        if m := P.DAY_MONTH.match(s, i):
            day, month = int(m["d"]), int(m["m"])
            if day > 39 or month > 19 or day == 0 or month == 0 or (month > 12 and m["sep"] != "/"):
                return None
            if P.LUNAR_TAIL.match(s, m.end()):
                sure = True
            if not m["ng"] and not sure and not m["mung"] and not self._bare(i, m.end(), day, month, m["sep"]):
                return None
            if P.LETTER_NEXT.match(s, m.end()) and not m["ng"]:
                return None
            return self._tail(Point(i, m.end(), "day", None, month, day))
        if m := P.DAY_FIRST.match(s, i):
            return self._tail(Point(i, m.end(), "day", None, number(m["m"]), 1 if m["o"] == "đầu tiên" else -1))
        if m := P.DAY_ONLY.match(s, i):
            day_ = number(m["d"])
            named = not m["d"].isdigit()
            if named and not P.LUNAR_TAIL.match(s, m.end()) and not P.MONTHLY.match(s, m.end()):
                return None  # "mùng một đầu năm"
            if day_ is None or not 1 <= day_ <= 39 or (named and not s.startswith(("mùng", "mồng"), i)):
                return None
            if P.OTHER_MONTH.match(s, m.end()) or P.HOURS_NEXT.match(s, m.end()) or s[m.end() : m.end() + 1] == "%":
                return None
            if r := P.MONTH_REL.match(s, m.end()):  # "ngày 10 tháng trước"
                return Point(i, r.end(), "day", None, None, day_, rel=("M", P.REL_OFFSET[r["r"]]))
            return self._tail(Point(i, m.end(), "day", None, None, day_))
        return None

    def _after_date(self, i: int) -> bool:
        return self.last is not None and i - self.last.end <= 5 and self.last.first is not None and self.last.first.day is not None

    def _when(self, i: int) -> bool:
        """Whether a label that asks for a date stands before: "Thời gian: 20/5"."""
        return _colon(self.s, i) and P.WHEN_COLON.search(self.s, max(0, i - 36), i) is not None

    def _bare(self, i: int, end: int, day: int, month: int, sep: str) -> bool:
        """Whether "d/m" without a word before it is a date: a fraction, a street and a score are not."""
        s = self.s
        if self.loose and sep == "/":
            return word_before(s, i) not in P.STREET | P.RATIO_BEFORE and not P.COUNTED.match(s, end)
        if sep == "-" and (day, month) in P.HOLIDAYS and P.FEAST_BEFORE.search(s, max(0, i - 60), i):
            return not s.startswith("-", end)
        if (
            sep != "/"
            or day > 31
            or month > 12
            or s.startswith(("%", "/"), end)
            or (i > 0 and s[i - 1] in "/-.,:" and s[i - 2 : i - 1].isalnum())
        ):
            return False
        before = word_before(s, i)
        if (s[i - 1 : i] == "(" and P.BRACKETED.match(s, i)) or self._when(i):
            return True
        if self._after_date(i) and P.AND.fullmatch(s, self.last.end, i):  # type: ignore[union-attr]
            return not P.COUNTED.match(s, end)
        if before in P.STREET or P.COUNTED.match(s, end) or s.endswith("vận động ", 0, i):
            return False
        if s.startswith("-", max(0, i - 2)) and P.CROSSING.search(s, max(0, i - 60), i):  # "đường Trần Phú - 2/9"
            return False
        if before == "đoàn" and word_before(s, s.rfind("đoàn", 0, i)) in P.TROOPS:
            return False
        if (day, month) in P.HOLIDAYS and before not in P.RATIO_BEFORE and not before.isdigit():
            return True
        if day <= month and before in P.RATIO_BEFORE:
            return False
        if s[i - 1 : i] == "(" and s[end : end + 1] == ")":
            return self._after_date(i - 2) or day > 12
        return before in P.DATE_BEFORE and before not in P.RATIO_BEFORE

    def _month(self, i: int) -> Point | None:
        s = self.s
        before = word_before(s, i)
        if before.isdigit() and word_before(s, s.rfind(before, 0, i)) in P.STREET:
            return None  # "đường 3 tháng 2"
        if (m := P.MONTH.match(s, i)) and (n := number(m["m"])) is not None:
            if not 1 <= n <= 19 or (m["m"] == "năm" and P.YEAR_WORD_NEXT.match(s, m.end("m"))):
                return None
            if (
                not m["m"].isdigit()
                and m["m"] in ("ba", "hai", "một", "năm")
                and self.text[m.start("m")].islower()
                and not m["y"]
                and not self.loose
                and not P.YEAR_TAIL.match(s, m.end())
            ):
                return None
            lunar = m["m"] in ("giêng", "chạp")
            p = self._tail(Point(i, m.end(), "month", int(m["y"]) if m["y"] else None, n, edge=m["edge"], lunar=lunar))
            return None if p.year is None and s.endswith("cách mạng ", 0, i) else p  # "đường Cách mạng Tháng Tám"
        if (m := P.MONTH_SHORT.match(s, i)) and self.text[i] == "T" and 1 <= int(m["m"]) <= 12:
            return Point(i, m.end(), "month", int(m["y"]), int(m["m"]))
        if m := P.MONTH_YEAR.match(s, i):
            if (
                not 1 <= int(m["m"]) <= 12
                or (i > 0 and s[i - 1] in "/.-,:")
                or before in ("số", "lô", "lệ", "đồ", "tỷ", "xích")
                or (m["y"] == "2000" and m["m"] == "1" and before not in ("đến", "trước", "từ"))  # a scale of maps
                or P.COUNTED.match(s, m.end())
            ):
                return None
            return Point(i, m.end(), "month", int(m["y"]), int(m["m"]))
        return None

    def _year_point(self, i: int) -> Point | None:
        if (m := P.YEAR_WORDS.match(self.s, i)) and self.s.startswith("năm", i) and not P.YEAR_AFTER_NO.match(self.s, m.end()):
            return Point(i, m.end(), "year", spelled(m["y"]))
        if m := P.YEAR.match(self.s, i):
            if m["bc"]:
                return Point(i, m.end(), "year", -int(m["y"]))
            if "những" in m[0] and m["y"].endswith("0"):
                return Point(i, m.end(), "decade", int(m["y"]))
            past = P.JUST_PAST.match(self.s, m.end())
            return Point(i, past.end() if past else m.end(), "year", int(m["y"]), edge=m["edge"])
        return None

    def _quarter(self, i: int) -> Point | None:
        if m := P.QUARTER.match(self.s, i):
            if P.CHI_NEXT.match(self.s, m.end()):
                return None
            return self._tail(Point(i, m.end(), "quarter", int(m["y"]) if m["y"] else None, number=P.ROMAN[m["q"]], edge=m["edge"]))
        return None

    def _weekday(self, i: int) -> Point | None:
        s = self.s
        m = P.WEEKDAY.match(s, i)
        if not m or (not m["cn"] and word_before(s, i) in P.ORDINAL_BEFORE):
            return None
        w = 6 if m["cn"] else P.WEEKDAYS[m["w"]]
        p = Point(i, m.end(), "day", weekday=w)
        if m["r"]:
            off = 0 if m["r"] == "này" else (-1 if m["r"] in ("trước", "vừa rồi", "vừa qua", "qua") else 1)
            p = p.but(rel=("W", off)) if m["tu"] else p.but(direction=off)
            bracket = P.OPENING.match(s, m.end())
            day = self._day(bracket.end(), sure="(" in bracket[0]) if bracket else None
            if day is None or day.month is None:
                return p
            return day.but(start=i, end=day.end + (s[day.end : day.end + 1] == ")"), weekday=w)
        gap = P.GAP.match(s, m.end())
        assert gap is not None
        day = self._day(gap.end(), sure=True)
        if day is not None and day.weekday is None and (day.month is not None or s.startswith("ngày", gap.end())):
            end = day.end
            if "(" in gap[0] and s[end : end + 1] == ")":
                end += 1
            return day.but(start=i, end=end, weekday=w)
        return p

    def _point(self, i: int, sure: bool = False) -> Point | None:
        """A point of any grain at ``i``, with what belongs to it."""
        p = (
            self._stamp(i)
            or self._parted(i)
            or self._day(i, sure)
            or self._weekday_sure(i)
            or self._months_of(i)
            or self._month(i)
            or self._quarter(i)
        )
        return p or self._year_point(i) or self._relative(i)

    def _weekday_sure(self, i: int) -> Point | None:
        p = self._weekday(i)
        if p is None or p.day is not None or p.rel or p.direction or self.loose:
            return p
        word = self.text[i : p.end].split()
        named = word[-1][0].isupper() or word[-1].isdigit() or self.s.startswith(("chủ", "chúa"), i)
        if word[0].lower() not in ("thứ", "chủ", "chúa", "ngày"):
            return None
        return (
            p
            if named
            and word[-1] not in ("Nhất",)
            and not (word[-1].isdigit() and word_before(self.s, i) in ("lần", "kỳ", "họp", "phiên", "vị", "hạng", "ngày", "khóa"))
            and (not word[-1].isdigit() or word_before(self.s, i) in ("sáng", "chiều", "tối", "trưa", "vào", "đêm"))
            else None
        )

    def _months_of(self, i: int) -> Point | None:
        s = self.s
        if (m := P.MONTHS_OF.match(s, i)) and (n := number(m["n"])) and n <= 12 and (m["side"] or m["y"]):
            n = min(12, n * 3) if m["u"] == "quý" else n
            months = (13 - n, 12) if m["side"] == "cuối" else (1, n)
            return Point(
                i, m.end(), "months", int(m["y"]) if m["y"] else None, months=months, year_rel=P.YEAR_OFFSET[m["r"]] if m["r"] else None
            )
        if m := P.HALF.match(s, i):
            if m["m"]:
                half = Point(i, m.end(), "month", int(m["my"]) if m["my"] else None, int(m["m"]), edge=m["h"])
                return self._tail(half) if 1 <= int(m["m"]) <= 12 else None
            months = (1, 6) if m["h"] == "nửa đầu" else (7, 12)
            return Point(
                i, m.end(), "months", int(m["y"]) if m["y"] else None, months=months, year_rel=P.YEAR_OFFSET[m["r"]] if m["r"] else None
            )
        return None

    def _stamp(self, i: int) -> Point | None:
        """A day and a clock time of a page: "2017-02-27 23:31:12", "03:36 11/07/2017", "24/05/2021 07:45"."""
        s = self.s
        day: Point | None
        if s[i : i + 1].isdigit() and (c := P.CLOCK.match(s, i)) and (c["c"] or c["m2"]):
            gap = P.GAP_DAY.match(s, c.end())
            assert gap is not None
            clock = clock_of(c)
            day = self._day(gap.end(), sure=True) if clock and clock[0] < 25 else None
            if day is not None and day.year is not None and day.month is not None:
                return day.but(start=i, clock=clock)
        return None

    def _parted(self, i: int) -> Point | None:
        """A part of the day with its day: "chiều ngày 23/4", "tối qua", "sáng thứ Hai", "8 giờ 30 sáng 5/3"."""
        s = self.s
        if m := P.PART_REL.match(s, i):
            part = P.PARTS[m["p"].replace("sáng sớm", "sáng")]
            if m["t"] in ("cùng ngày", "hôm đó"):
                return Point(i, m.end(), "day", part=part, same="day")
            if m["t"] == "hôm sau":
                return Point(i, m.end(), "day", part=part, same="next")
            off = {"nay": 0, "qua": -1, "mai": 1, "kia": -2}[m["t"]]
            p = Point(i, m.end(), "day", rel=("D", off), part=part)
            return self._apposed(p)
        if (m := P.TODAY.match(s, i)) and not (m["t"] == "hôm nay" and P.SOME_DAYS.search(s, max(0, i - 12), i)):
            if m[0] == "mai" and not self.loose:
                return None
            part_ = P.PARTS.get((m["p"] or m["q"] or "").replace("sáng sớm", "sáng"))
            if m["t"] in ("hôm sau", "hôm trước"):
                before = word_before(s, i)
                if before.isdigit() or before in P.ONES or before in P.SCALES:  # "3 hôm trước"
                    return None
                return Point(i, m.end(), "day", part=part_, same="next" if m["t"] == "hôm sau" else "previous")
            return self._apposed(Point(i, m.end(), "day", rel=("D", P.TODAY_OFFSET[m["t"]]), part=part_))
        if (m := P.PART.match(s, i)) and not (
            (m["p"] == "đêm" and word_before(s, i) == "ngày") or (m["p"] == "sáng" and word_before(s, i) in P.LIGHT)
        ):
            part = P.PARTS[m["p"].replace("sáng sớm", "sáng").replace("chiều tối", "tối").replace("chiều muộn", "chiều")]
            gap = P.GAP_OF.match(s, m.end())
            assert gap is not None
            at = gap.end()
            day = self._feast(at) or self._day(at, sure=True) or self._weekday(at) or self._same_day(at)
            if day is None and (r := P.TODAY.match(s, at)) and not r["p"]:
                day = Point(at, r.end(), "day", rel=("D", P.TODAY_OFFSET[r["t"]]))
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
        if (m := P.TET.match(s, i)) and m["d"]:
            day = 30 if m["d"] == "giao thừa" else number(m["d"].split()[-1]) or 1
            return Point(
                i, m.end(), "day", int(m["y"]) if m["y"] else None, 12 if day > 10 else 1, day, part="NI" if m["d"].startswith("đêm") else None,
                lunar=True, edge=m["cc"], number=1,
            )  # fmt: skip
        if m := P.RAM.match(s, i):
            day = 15 if m["d"] == "rằm" else number(m["d"].split()[-1]) or 1
            lunar = m["d"] == "rằm" or m["m"] in ("giêng", "chạp")
            return self._tail(Point(i, m.end(), "day", None, number(m["m"]), day, lunar=lunar))
        return None

    def _apposed(self, p: Point) -> Point:
        """A relative day with its date in apposition: "sáng mai, thứ Bảy 29/11", "hôm nay (5/3)"."""
        gap = P.GAP.match(self.s, p.end)
        assert gap is not None
        day = self._weekday(gap.end()) or (self._day(gap.end(), sure=True) if "(" in gap[0] or not gap[0].strip() else None)
        if day is not None and day.month is not None:
            end = day.end + (1 if "(" in gap[0] and self.s[day.end : day.end + 1] == ")" else 0)
            return day.but(start=p.start, end=end, part=p.part, clock=p.clock)
        return p

    def _counted(self, i: int) -> bool:
        """Whether a number word stands before a unit: "mười tháng qua" is a length; "hai phần ba năm ngoái" is none."""
        s = self.s
        before = word_before(s, i)
        if before.isdigit() and s[i - 1 : i] == " ":
            return True  # "28.000 năm trước"
        if before not in P.ONES and before not in P.SCALES:
            return False
        at = s.rfind(before, 0, i)
        return word_before(s, at) not in ("phần", *(P.GOODS if before == "hàng" else ())) and not self._ends_name(at)

    def _ends_name(self, i: int) -> bool:
        """Whether the word at ``i`` and the one before have capitals, as those of a name have."""
        text = self.text
        before = word_before(self.s, i)
        return bool(before) and text[i - 1] == " " and text[i].isupper() and text[i - 1 - len(before)].isupper() and text[i + 1 : i + 2].islower()

    def _same_day(self, i: int) -> Point | None:
        if m := P.SAME_DAY.match(self.s, i):
            return Point(i, m.end(), m["u"].replace("ngày", "day").replace("tháng", "month").replace("năm", "year"), same="day")
        return None

    def _relative(self, i: int) -> Point | None:
        s = self.s
        if m := P.REL_UNIT.match(s, i):
            unit, word = m["u"], m["r"]
            if self._counted(i):
                return None
            if word in ("nay", "hiện tại") and unit in ("ngày", "tháng", "tuần"):
                return None
            if unit == "ngày" and word in ("qua", "tới", "nay", "tiếp", "vừa qua", "vừa rồi"):
                return None
            if word in ("qua", "tới") and P.PASSING.match(s, m.end()) and unit != "năm":
                return None
            if word == "sau" and P.SINCE.match(s, m.end()):
                return None
            if word == "này" and unit in ("ngày",):
                return Point(i, m.end(), "day", same="day")
            grain = {"ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}[unit]
            letter = {"ngày": "D", "tuần": "W", "tháng": "M", "quý": "Q", "năm": "Y"}[unit]
            if word in ("trước đó", "sau đó"):
                return Point(i, m.end(), grain, same="previous" if word == "trước đó" else "next", rel=(letter, P.REL_OFFSET[word]))
            edge = m["edge"]
            if unit == "năm" and word in ("qua", "vừa qua"):
                return Point(i, m.end(), "year", rel=("Y", -1), edge="qua")
            return Point(i, m.end(), grain, rel=(letter, P.REL_OFFSET[word]), edge=edge)
        if m := P.EDGE_YEAR.match(s, i):
            grain = {"năm": "year", "tháng": "month", "tuần": "week", "quý": "quarter"}[m["u"]]
            if m["u"] == "tuần" and m["edge"] != "cuối":
                return None
            letter = {"năm": "Y", "tháng": "M", "tuần": "W", "quý": "Q"}[m["u"]]
            return Point(i, m.end(), grain, rel=(letter, 0), edge=m["edge"])
        if m := P.WEEK_OF.match(s, i):
            return self._tail(Point(i, m.end(), "week", None, number(m["m"]), number=P.WEEK_ORDER[m["o"]]))
        if m := P.WEEK.match(s, i):
            y = m["y"] or m["y2"]
            if not y and not self.loose:
                return None
            return Point(i, m.end(), "week", int(y) if y else None, number=int(m["n"]))
        return None


def _colon(s: str, i: int) -> bool:
    """Whether a colon stands before a place."""
    return s[i - 1 : i] == ":" or s[i - 2 : i] == ": "


def clock_of(m: Match[str]) -> tuple[int, int] | None:
    """Hour and minute of a clock time."""
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
        h = h % 12 + (12 if groups["ap"] in ("pm", "ch") else 0)
    return h, minute


def with_part(clock: tuple[int, int], part: str) -> tuple[int, int]:
    """A clock time in a part of the day: "3 giờ chiều" is 15."""
    h, minute = clock
    if (part in ("AF", "EV") and h < 12) or (part == "MI" and h < 5) or (part == "NI" and 6 <= h < 12):
        h += 12
    elif (part == "MO" and h == 12) or (part == "NI" and h == 12):
        h = 0
    return h, minute
