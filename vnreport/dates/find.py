"""Finds what is written: a grammar over the folded text that starts at cheap triggers and runs once, left to right.

Nothing is resolved here; see :mod:`vnreport.dates.resolve`. Every pattern is matched at a fixed place and has a bounded length, so that the
cost is linear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from re import Match

from vnreport.dates import patterns as P
from vnreport.dates.model import UNITS, Expression, Point
from vnreport.dates.patterns import number, word_before
from vnreport.dates.points import Points, clock_of, with_part
from vnreport.language.numbers import roman


class Finder(Points):
    """One pass over a text: the productions for whole expressions, each a list, empty where it does not apply.

    Examples
    --------
    >>> [(e.start, e.end) for e in Finder("từ ngày 12 đến 15/11", "từ ngày 12 đến 15/11").find()]
    [(0, 20)]
    """

    def find(self) -> Iterator[Expression]:
        """The expressions, left to right, without overlap."""
        s, end = self.s, 0
        for trigger in (P.TRIGGER_LOOSE if self.loose else P.TRIGGER).finditer(s):
            i = trigger.start()
            if i < end:
                continue
            for found in self._at(i, trigger[0]):
                yield found
                end = found.end
                self.last = found

    def _at(self, i: int, word: str) -> list[Expression]:
        for production in _DIGITS if word[0].isdigit() else _BY_WORD.get(word, _PRODUCTIONS):
            found = production(self, i)
            if found:
                return found
        return []

    def ranges(self, i: int) -> list[Expression]:
        """Two ends: "từ … đến …", "12 - 15/11", "tháng 3, 4/2018", "giai đoạn 2016 - 2020"."""
        s = self.s
        if s.startswith("từ", i) or s.startswith("kể", i):
            if m := P.FROM_START.match(s, i):
                unit = {"năm": "year", "tháng": "month", "tuần": "week", "nhiệm kỳ": "year"}[m["u"]]
                first = (
                    Point(i, m.end(), unit, int(m["y"]))
                    if m["y"]
                    else Point(i, m.end(), unit, rel=("YMW"[["year", "month", "week"].index(unit)], 0))
                )
                return [Expression(i, m.end(), "range", first, Point(i, m.end(), "now"), period=True)]
            if m := P.NOW_TO.match(s, i):
                edge = P.EDGE.match(s, m.end())
                p = self._point(edge.end() if edge else m.end()) or self._point(m.end())
                if p:
                    return [Expression(i, p.end, "range", Point(i, i, "now", rel=("D", 0)), p)]
                return []
            if h := P.HOURS_FROM.match(s, i):
                inner = self.clocks(h.end())
                if len(inner) == 1 and (q := inner[0].first) and (q.grain == "day" or s[q.end - 1] == "h"):
                    return [Expression(h.start("h"), h.end("h"), "point", q.but(start=h.start("h"), end=h.end("h"), clock=(int(h["h"]), 0))), *inner]
            if m := P.DURATION_RANGE.match(s, i):
                return [_duration(i, m.end(), m["n"], m["u"], m["n2"])]
            m = P.FROM.match(s, i)
            if not m:
                return []
            if found := self._weekdays(i, m.end()):
                return found
            at, part = m.end(), P.PART_NUMBER.match(s, m.end())
            days = self._day_list(part.end() if part else at, i)
            if days:
                if part and (night := days[0].first):  # "từ đêm 24 đến ngày 26/4"
                    days[0] = days[0].but(first=night.but(part=P.PARTS[part["p"]]))
                return days
            first_ = self._point(m.end(), sure=True)
            if first_ is not None and first_.month and first_.year is None and not s.startswith("ngày", m.end()) and P.RISE.match(s, first_.end):
                return []
            if first_ is None:
                bare = P.BARE_YEAR.match(s, m.end())
                if not bare:
                    return []
                first_ = Point(m.end(), bare.end(), "year", int(bare[0]))
                if not (P.LINK.match(s, bare.end()) or P.TO_NOW.match(s, bare.end())):
                    return []
            if now := P.TO_NOW.match(s, first_.end):
                return [Expression(i, now.end(), "range", first_, Point(now.start(), now.end(), "now"), period=True)]
            last = self._after_link(first_)
            if last is not None:
                if last.grain == "month" == first_.grain and last.year is first_.year is None and (t := P.SET_TAIL.match(s, last.end)):
                    return [Expression(i, t.end(), "set", value=f"XXXX-{first_.month:02}/XXXX-{last.month:02}")]
                return [Expression(i, last.end, "range", *_share(first_, last), period=True)]
            return []
        if found := self._day_list(i, i):
            return found
        if (m := P.FIRST_DAYS.match(s, i)) and (n := number(m["n"])) and 1 < n < 29:
            month = number(m["m"])
            a, b = (1, n) if m["side"] == "đầu" else (-n, -1)
            last = self._tail(Point(i, m.end(), "day", int(m["y"]) if m["y"] else None, month, b))
            return [Expression(i, last.end, "range", last.but(day=a), last, period=True)]
        if (m := P.NIGHT_DAY.match(s, i)) and (p := self._parted(m.end())) and p.month and p.day and 1 <= int(m["d"]) <= 31 and not p.lunar:
            first = p.but(start=i, end=m.end("d"), day=int(m["d"]), part=P.PARTS[m["p"]], clock=None, weekday=None)
            if int(m["d"]) > p.day:  # "đêm 31/3" said with the day alone
                first = first.but(month=(p.month - 2) % 12 + 1, year=p.year - 1 if p.year and p.month == 1 else p.year)
            return [Expression(i, first.end, "point", first), Expression(p.start, p.end, "point", p)]
        if m := P.YEAR_RANGE.match(s, i):
            a, b = int(m["a"]), int(m["b"])
            if b < 100:
                b += a // 100 * 100
            named = m["w"] or m["n"]
            prev = s[i - 1 : i]
            if not named:
                if "/" in s[m.end("a") : m.start("b")]:
                    return []
                if (
                    (prev in "/.:-" and prev and s[i - 2 : i - 1].isalnum())
                    or word_before(s, i) in ("số", "tcvn", "iso", "qcvn")
                    or P.YEAR_AFTER_NO.match(s, m.end())
                ):
                    return []
                if not (1900 <= a <= 2100 and 1900 <= b <= 2100) and not (prev == "(" and s[m.end() : m.end() + 1] == ")" and a < b):
                    return []
            elif not (900 <= a <= 2150):
                return []
            word = m["w"] or ("n" if m["n"] else "")
            return [
                Expression(i, m.end(), "range", Point(i, m.end("a"), "year", a), Point(m.start("b"), m.end(), "year", b), period=bool(word))
            ]
        if m := P.PERIOD_FROM.match(s, i):
            inner = self.ranges(m.end())
            if len(inner) == 1 and inner[0].kind == "range":
                e = inner[0]
                return [Expression(i, e.end, "range", e.first, e.last, period=True)]
            return []
        return []

    def _after_link(self, first: Point) -> Point | None:
        s = self.s
        link = P.LINK.match(s, first.end)
        if not link:
            return None
        last = self._point(link.end(), sure=True)
        if last is None and first.grain == "year" and (m := P.YEAR_END.match(s, link.end())):
            last = Point(link.end(), m.end(), "year", int(m["y"]))
        if last is None and first.grain == "month" and (m := P.MONTH_END.match(s, link.end())) and 1 <= int(m["m"]) <= 12:
            last = self._tail(Point(link.end(), m.end(), "month", int(m["y"]) if m["y"] else None, int(m["m"])))
        if last is None and first.grain == "quarter" and (m := P.LISTED_QUARTER.match(s, link.end())):
            last = self._tail(Point(link.end(), m.end(), "quarter", int(m["y"]) if m["y"] else None, number=P.ROMAN[m["n"]]))
        if last is not None and (
            last.grain == first.grain or (first.grain, last.grain) in {("day", "month"), ("month", "year"), ("month", "day")}
        ):
            return last
        return None

    def _day_list(self, i: int, start: int) -> list[Expression]:
        """Days with a shared tail: "ngày 12 và 13/11", "từ ngày 10 đến 15/12", "7-9/5"."""
        s = self.s
        head = P.DAYS_HEAD.match(s, i)
        at = head.end() if head else i
        if not head and not s[at : at + 1].isdigit():
            return []
        numbers: list[Match[str]] = []
        linked = False
        while len(numbers) < 8:
            n = P.NUMBER.match(s, at)
            if not n or not 1 <= int(n["d"]) <= 39:
                return []
            link = P.LINK.match(s, n.end()) or P.AND.match(s, n.end())
            if not link:
                return []
            linked = linked or link.re is P.LINK
            numbers.append(n)
            if linked and len(numbers) > 1:
                return []
            skip = P.TO_DAY.match(s, link.end())
            at = skip.end() if skip else link.end()
            feast = self._feast(at) if numbers[0][0].startswith(("mùng", "mồng")) else None
            tail = feast or P.NUMERIC.match(s, at) or P.SPELLED.match(s, at) or P.DAY_MONTH.match(s, at)
            if tail:
                sure = bool(head) or start < i or linked
                p = feast or self._day(at, sure=sure)
                if p is None or p.month is None or p.day is None:
                    return []
                if not head and start == i and not self._tight(numbers, p, linked):
                    return []
                break
        else:
            return []
        first = Point(start, numbers[0].end(), "day", None, None, int(numbers[0]["d"]))
        if p.edge and p.lunar:
            first = first.but(edge=p.edge)
        if head and head["p"]:  # "đêm 9, 10 và 12/8"
            first, p = first.but(part=P.PARTS[head["p"]]), p.but(part=P.PARTS[head["p"]])
        days = [int(n["d"]) for n in numbers]
        apart = first.part is not None or s.startswith(("mùng", "mồng"), p.start)
        if linked or (not apart and all(b == a + 1 for a, b in zip(days, [*days[1:], p.day], strict=True))):
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
        before = word_before(s, start)
        if last.day is not None and last.month is not None and (
            (s[start - 1 : start] == "(" and s[last.end : last.end + 1] == ")") or P.DAYS_COMMA.search(s, max(0, start - 8), start)
        ):
            days = [*(int(n["d"]) for n in numbers), last.day]  # "(28 và 29/4)"
            step = days == list(range(days[0], days[0] + len(days)))
            return last.month <= 12 and last.day <= 31 and (step or (linked and days[0] < last.day))
        if len(numbers) > 1 or not linked or last.day is None or last.month is None:
            return False
        if not (int(numbers[0]["d"]) < last.day <= 31 and last.month <= 12) or (start and s[start - 1] in "/.-,:("):
            return False
        return (
            (before in P.DATE_BEFORE or self._when(start) or last.year is not None or before in P.PARTS)
            and before not in P.STREET
            and not P.COUNTED.match(s, last.end)
        )

    def _with_clock(self, p: Point) -> Point:
        """A day with the clock time that follows it directly."""
        if p.grain != "day" or p.clock or p.lunar:
            return p
        m = P.STAMP_CLOCK.match(self.s, p.end)
        if (
            m
            and (m["m"] or "lúc" in m[0])
            and (clock := clock_of(m))
            and clock[0] <= 24
            and clock[1] < 60
            and (p.year or "lúc" in m[0] or ":" in m[0])
        ):
            part = P.AFTER_CLOCK.match(self.s, m.end())
            if part:
                clock = with_part(clock, P.PARTS[part["p"]])
            return p.but(end=part.end() if part else m.end(), clock=clock)
        return p

    def clocks(self, i: int) -> list[Expression]:
        """Clock times, with the day that follows them."""
        s = self.s
        m = P.CLOCK.match(s, i)
        if not m:
            if self.loose and (a := P.AMPM.match(s, i)) and (clock := clock_of(a)):
                return [Expression(i, a.end(), "point", Point(i, a.end(), "clock", clock=clock))]
            return []
        clock = clock_of(m)
        if clock is None or clock[0] > 72 or (clock[1] > 59 and m["c"]) or (m["at"] == "vào" and not (m["g"] or m["c"])):
            return []
        joined = s[i - 1 : i] == "-" and m["g"] is not None  # "7h30-11h30"
        if not m["at"] and not joined and i > 0 and s[i - 1] in "/.-,:" and s[i - 2 : i - 1].isalnum():
            return []
        if m["g"] in ("h", "g") and s.startswith("/", m.end()):
            return []
        if m["g"] == "giờ" and m["m2"] is None and P.MINUTES_NEXT.match(s, m.end()):
            return []
        end = m.end()
        part = None
        plain = not m["at"] and m["m2"] is None and m["c"] is None and not m["r"] and not m["k"]
        if plain and m["g"] == "h" and m["h"].isdigit() and (long := P.HOURS_LONG.match(s, end)):
            return [Expression(i, long.end(), "duration", value=f"PT{int(m['h'])}H")]
        if plain and self.text[end - 1] == "H":  # "4W - 1H"
            return []
        if a := P.AFTER_CLOCK.match(s, end):
            part = P.PARTS[a["p"]]
            clock = with_part(clock, part)
            end = a.end()
            if rel := P.PART_DAY.match(s, end):
                off = {"nay": 0, "qua": -1, "mai": 1, "hôm nay": 0, "hôm qua": -1, "ngày mai": 1}.get(rel["t"])
                p = (
                    Point(i, rel.end(), "day", clock=clock, rel=("D", off))
                    if off is not None
                    else Point(i, rel.end(), "day", clock=clock, same="day")
                )
                p = self._apposed(p)
                return [Expression(i, p.end, "point", p)]
        if m["h"].isdigit() and (st := P.SET_TAIL.match(s, end)):
            return [Expression(i, st.end(), "set", value=f"XXXX-XX-XXT{clock[0]:02}:{clock[1]:02}")]
        gap = P.GAP_IN.match(s, end)
        assert gap is not None
        if every := self._weekdays(i, gap.end()):
            return [e.but(value=_at_clock(e.value, clock)) for e in every]
        day = (
            self._day(gap.end(), sure=s.startswith("ngày", gap.end()) or part is not None or not m["c"])
            or self._weekday(gap.end())
            or self._same_day(gap.end())
        )
        if day is None and (r := P.TODAY.match(s, gap.end())) and not r["p"]:
            day = Point(gap.end(), r.end(), "day", rel=("D", P.TODAY_OFFSET[r["t"]]))
        if day is None and (r := P.PART.match(s, gap.end())):
            day = self._parted(gap.end())
        if (
            day is not None
            and day.grain == "day"
            and (day.month or day.rel or day.same or day.weekday is not None or s.startswith("ngày", gap.end()))
        ):
            return [Expression(i, day.end, "point", day.but(start=i, clock=clock))]
        if to := P.TO_CLOCK.match(s, end):
            nested = P.CLOCK.match(s, to.end())
            if nested and nested["g"]:
                inner = self.clocks(to.end())
                if inner and inner[0].kind == "set" and inner[0].value and "-WXX-" in inner[0].value:
                    return [Expression(i, end, "set", value=_at_clock(inner[0].value, clock)), *inner]
                if len(inner) == 1 and inner[0].first is not None:
                    return [Expression(i, end, "point", inner[0].first.but(start=i, end=end, clock=clock)), *inner]
        before = word_before(s, i)
        minutes = m["m"] or m["m2"] is not None or m["r"] or m["k"] or m["h"] in ("0", "00")
        about = before if before != "khoảng" else word_before(s, s.rfind("khoảng", 0, i))
        if m["g"] == "h" and plain and not part and (about in P.LONG_BEFORE or clock[0] > 24):
            return [Expression(i, end, "duration", value=f"PT{clock[0]}H")]
        cue = m["at"] or part or (before in P.CLOCK_BEFORE and not (plain and about in P.LONG_BEFORE) and (before != "sau" or clock[0] > 12))
        if m["c"] and not cue and not self.loose:
            return []
        if m["ph"] and not cue and clock[0] < 5 and not self.loose:
            return []
        alone = plain and m["g"] == "giờ" and m["h"].isdigit() and clock[0] <= 24 and P.HOUR_ALONE.search(s, max(0, i - 24), i)
        if alone and (s[end : end + 1] in ",:" or (clock[0] > 12 and before in ("tới", "đến"))):
            cue = True
        if (
            not minutes
            and not cue
            and not (m["g"] == "h" and m["h"].isdigit() and (before in ("", "và") or clock[0] > 5))
            and not (self.loose and m["g"])
        ):
            return []
        if m["g"] == "giờ" and not minutes and not m["at"] and P.SPAN_NEXT.match(s, end):
            return []
        if clock[0] > 39 or (clock[0] > 24 and not (minutes or m["at"])) or (m["g"] == "g" and not (minutes or m["at"] or part)):
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
        if t := P.SET_TAIL.match(s, p.end):
            if p.grain == "day" and p.year is None and p.day is not None and p.rel is None:
                month = f"{p.month:02}" if p.month and t["u"] == "năm" else "XX"
                return [Expression(i, t.end(), "set", value=f"XXXX-{month}-{p.day:02}")]
            if p.grain == "month" and p.year is None and p.month and t["u"] == "năm":
                return [Expression(i, t.end(), "set", value=f"XXXX-{p.month:02}")]
        if p.grain == "day" and p.day and p.month is None and (listed := self._bare_days(p)):
            return listed
        if (p.year or p.month) and not p.clock and (now := P.TO_NOW.match(s, p.end)):
            return [Expression(i, now.end(), "range", p, Point(now.start(), now.end(), "now"), period=True)]
        if p.rel is None and p.same is None:
            last = self._after_link(p) if not p.clock else None
            if last is not None and not (p.grain == "year" and last.grain != "year") and last.rel is None and last.same is None:
                dash = "-" in s[p.end : last.start]
                if (
                    (dash and p.grain == last.grain and (p.grain != "day" or p.month))
                    or (not dash and p.grain == last.grain == "day" and (p.month or (p.day and last.month)) and p.part is None and last.part is None)
                    or (not dash and p.grain == last.grain and p.grain in ("month", "quarter"))
                ):
                    return [Expression(i, last.end, "range", *_share(p, last))]
            if p.grain in ("month", "quarter") and p.year is None:
                listed = self._month_list(p)
                if listed:
                    return listed
            if p.weekday is not None and p.day is None and (a := P.AND.match(s, p.end)):
                q = self._weekday(a.end())
                if q is not None and q.day is None and (q.rel or q.direction):
                    return [Expression(i, p.end, "point", p.but(rel=q.rel, direction=q.direction)), Expression(q.start, q.end, "point", q)]
            if p.year is None and p.month and (a := P.AND.match(s, p.end)):
                q = self._day(a.end(), sure=True) if p.grain == "day" else self._month(a.end()) if p.grain == "month" else None
                if q is not None and q.month and q.year is None and (t := P.SET_TAIL.match(s, q.end)) and t["u"] == "năm":
                    day = (f"-{x.day:02}" if x.day else "" for x in (p, q))
                    return [
                        Expression(i, p.end, "set", value=f"XXXX-{p.month:02}{next(day)}"),
                        Expression(q.start, t.end(), "set", value=f"XXXX-{q.month:02}{next(day)}"),
                    ]
            # "ngày 11/11 và 28/12/2020": two dates, the year of the second is the first's too
            if p.year is None and p.year_rel is None and p.month and (a := P.AND.match(s, p.end)):
                q = self._day(a.end(), sure=True) if p.grain == "day" else self._month(a.end()) if p.grain == "month" else None
                if q is not None and q.year is not None and q.month is not None and not P.COUNTED.match(s, q.end):
                    return [
                        Expression(i, p.end, "point", p.but(year=q.year - (1 if q.month < p.month else 0))),
                        Expression(q.start, q.end, "point", self._with_clock(q)),
                    ]
        return [Expression(i, p.end, "point", p)]

    def _bare_days(self, p: Point) -> list[Expression]:
        """Days of the month said before: "tháng 5/2018: ngày 02, 09, 16 và 23."."""
        days, at = [p], p.end
        while len(days) < 16 and (m := P.LISTED_DAY.match(self.s, at)) and (days[-1].day or 31) < int(m["d"]) <= 31:
            days.append(p.but(start=m.start("d"), end=m.end(), day=int(m["d"])))
            at = m.end()
        if len(days) < 2 or not P.LIST_ENDS.match(self.s, at):
            return []
        if t := P.MONTHLY.match(self.s, at):
            days[-1] = days[-1].but(end=t.end())
            return [Expression(d.start, d.end, "set", value=f"XXXX-XX-{d.day:02}") for d in days]
        return [Expression(d.start, d.end, "point", d) for d in days]

    def _month_list(self, p: Point) -> list[Expression]:
        """ "tháng 3, 4/2018", "quý I, II/2018", "tháng 5 và 6"."""
        s = self.s
        numbers = [p.month if p.grain == "month" else p.number]
        at = p.end
        year = None
        while len(numbers) < 6 and (a := P.AND.match(s, at)):
            if p.grain == "month":
                m = P.LISTED_MONTH.match(s, a.end())
                n = int(m["n"]) if m else 0
            else:
                m = P.LISTED_QUARTER.match(s, a.end())
                n = P.ROMAN[m["n"]] if m else 0
            if not m or not 1 <= n <= 12 or n <= (numbers[-1] or 0):
                break
            numbers.append(n)
            at = m.end()
            if m["y"]:
                year = int(m["y"])
                break
        if len(numbers) < 2 or (year is None and not P.YEAR_TAIL.match(s, at) and not P.LIST_ENDS.match(s, at)):
            return []
        last = self._tail(
            Point(
                p.start, at, p.grain, year, numbers[-1] if p.grain == "month" else None, number=numbers[-1] if p.grain != "month" else None
            )
        )
        first = last.but(month=p.month, number=p.number, end=p.end)
        return [Expression(p.start, last.end, "range", first, last)]

    def _weekdays(self, i: int, end: int) -> list[Expression]:
        """Days of the week without a week of their own: "thứ Bảy hằng tuần", "thứ Bảy và Chủ nhật", "các ngày thứ Hai, thứ Tư"."""
        s = self.s
        m = P.WEEKDAYS_SET.match(s, end)
        if m is None or word_before(s, m.start("days")) in P.ORDINAL_BEFORE or (not m["every"] and P.DATED_NEXT.match(s, m.end())):
            return []
        names = list(P.WEEKDAY_NAME.finditer(s, m.start("days"), m.end("days")))
        each = bool(m["each"]) or word_before(s, i) == "cứ"
        if not m["every"] and not each and len(names) < 2 and not m["all"]:
            return []
        if not m["every"] and not all(self._names_weekday(n, bool(m["all"]) or each or names[-1][1] is None) for n in names):
            return []
        numbers = [P.WEEKDAYS[n[1]] + 1 if n[1] else 7 for n in names]
        time = "T" + P.PARTS[m["p"]] if m["p"] else ""
        running = numbers == list(range(numbers[0], numbers[-1] + 1))
        if len(numbers) > 1 and (running or (len(numbers) == 2 and not P.AND.fullmatch(s, names[0].end(), names[1].start()))):
            value = f"XXXX-WXX-{numbers[0]}{time}/XXXX-WXX-{numbers[-1]}{time}"
            return [Expression(i, m.end(), "set", value=value)]
        ends = [*(n.end() for n in names[:-1]), m.end()]
        starts = [i, *(n.start() for n in names[1:])]
        return [Expression(a, b, "set", value=f"XXXX-WXX-{n}{time}") for a, b, n in zip(starts, ends, numbers, strict=True)]

    def _names_weekday(self, n: Match[str], sure: bool) -> bool:
        """Whether a capital tells "thứ Ba" from an ordinal; in figures "Thứ 2" does, or ``sure``."""
        if n[1] is None:
            return True
        return (sure or self.text[n.start()].isupper()) if n[1].isdigit() else self.text[n.start(1)].isupper()

    def sets(self, i: int) -> list[Expression]:
        """Recurring times."""
        s = self.s
        if found := self._weekdays(i, i):
            return found
        m = P.SET.match(s, i)
        if not m or (m["u"] and m["u"].split()[-1] not in P.SET_VALUE) or P.HUNDREDS.match(s, m.end()):
            return []
        if m["u"] and "  " in m[0] and self.text[m.start("u")].isupper() and self.text[i + 1].islower():
            return []  # "Thúy Hằng   Ngày đăng: …" of a page's header
        if s.startswith("hàng", i) and word_before(s, i) in P.GOODS:
            return []
        if m["y"] == "thường niên" and (word_before(s, i) in ("hội", "đông", "nghị", "kỳ", "họp", "cáo", "đhđcđ") or s[i - 2 : i] == ") "):
            return []
        return [Expression(i, m.end(), "set", value="P1Y" if m["y"] else P.SET_VALUE[m["u"].split()[-1]])]

    def vague(self, i: int) -> list[Expression]:
        """Past, present and future without a date."""
        s = self.s
        if m := P.VAGUE_ONE.match(s, i):
            kind = next(k for k, v in m.groupdict().items() if v is not None)
            value = P.VAGUE_NAME[kind]
            word = m[0]
            if word.startswith("ngày") and word.endswith(("đó", "ấy")):
                return []
            if word.startswith("hiện") and word_before(s, i) in P.NOW_SECOND:
                return []
            if word == "trước đây" and s[i - 1 : i] == " ":
                first = i - 1 - len(word_before(s, i))
                if self.text[first : first + 1].isupper():  # "tỉnh Yên Bái trước đây" names what was, not when
                    return []
            if word == "gần đây" and word_before(s, i) in ("ở",):
                return []
            end = m.end()
            if self.loose and word in ("bây giờ", "ngay bây giờ", "lúc này", "ngay lúc này"):
                return [Expression(i, end, "point", Point(i, end, "now", rel=("D", 0), edge="now"))]
            return [Expression(i, end, "vague", value=value)]
        if m := P.NOW.match(s, i):
            if P.NOW_COMPOUND.match(s, m.end()) or word_before(s, i) in P.NOW_BEFORE:
                return []
            return [Expression(i, m.end(), "vague", value="PRESENT_REF")]
        return []

    def durations(self, i: int) -> list[Expression]:
        """Lengths of time."""
        s = self.s
        if a := P.AGO.match(s, i):
            m = P.DURATION.match(s, a.end())
            if not m or m["n2"] or (count := number(m["n"])) is None:
                return []
            unit = UNITS.get(m["u"], "D")
            return [Expression(i, m.end(), "point", _shifted(i, m.end(), m["u"], unit, -count))]
        m = P.DURATION.match(s, i)
        if not m:
            return []
        if (
            (i > 0 and s[i - 1] in "/.-,:+" and s[i - 2 : i - 1].isalnum())
            or P.AGE_AFTER.match(s, m.end())
            or P.PER_AFTER.match(s, m.end())
        ):
            return []
        n, unit = m["n"], m["u"]
        before = word_before(s, i)
        if not n[0].isdigit() and self._ends_name(i):
            return []  # "Hoa Mười năm nay"
        if n == "năm" and not (unit == "năm" and P.SHIFT.match(s, m.end())):  # "năm năm qua" alone is a length
            return []
        if (before in P.DURATION_BEFORE and not self.loose and not s.endswith("cao điểm ", 0, i)) or (unit == "quý" and not self.loose):
            return []
        if n == "tư" or (unit in ("ngày", "tháng", "năm") and self._names_a_date(unit, m.end())):
            return []
        if unit == "tiếng" and P.LANGUAGE.match(s, m.end()):
            return []
        if unit == "giờ" and not n[0].isdigit() and before in ("lúc", "vào"):
            return []
        if n.isdigit() and len(n) == 4 and n[0] in "12" and unit in ("ngày", "tháng"):
            return []
        if unit in ("giờ", "tiếng") and n.isdigit() and (minutes := P.MINUTES.match(s, m.end())):
            if int(minutes[1]) > 59:
                return []
            return [Expression(i, minutes.end(), "duration", value=f"PT{int(n)}H{int(minutes[1])}M")]
        if unit == "phút" and before == "giờ":
            return []
        if (once := P.ONCE.match(s, m.end())) and not m["n2"]:
            return [Expression(i, once.end(), "set", value=_duration(i, i, n, unit, None).value)]
        shift = P.SHIFT.match(s, m.end())
        if shift and "\n" in s[m.end() : shift.start("s")] and self.text[shift.start("s")].isupper():
            shift = None  # the next paragraph begins here
        if P.NO_LENGTH.match(s, m.end()):
            return []
        if shift and not m["half"] and not m["n2"] and (count := number(n)):
            word = shift["s"]
            if word in ("trước", "trước đây") or (word in ("nữa", "sau") and self.loose):
                if P.BEFORE_EVENT.match(s, shift.end()) or word_before(s, i) in ("chỉ",):
                    return [_duration(i, m.end(), n, unit, None)]
                return [
                    Expression(
                        i,
                        shift.end(),
                        "point",
                        _shifted(i, shift.end(), unit, UNITS.get(unit, "D"), -count if word.startswith("trước") else count),
                    )
                ]
            direction = -1 if word in ("vừa qua", "vừa rồi", "qua", "gần đây", "gần nhất", "trở lại đây") else 1
            if word == "tới" and unit in ("giờ", "tiếng", "phút") and P.TO_SCHOOL.match(s, shift.end()):
                return [_duration(i, m.end(), n, unit, None)]
            if word not in ("trước đó", "sau đó", "sau", "liền kề", "nữa") and (
                word not in ("qua", "tới") or not P.ACROSS.match(s, shift.end())
            ):
                return [_duration(i, shift.end(), n, unit, None, direction)]
        return [_duration(i, m.end("half") if m["half"] else m.end(), n, unit, m["n2"], half=bool(m["half"]))]

    def _names_a_date(self, unit: str, end: int) -> bool:
        """Whether a number follows that makes the words before it a date ("ba tháng 5", "2 năm 2016") rather than a length."""
        s = self.s
        if not P.NUMBER_NEXT.match(s, end) or P.BRACKET_NEXT.match(s, end) or P.ONCE.match(s, end):
            return False
        if unit == "năm":
            return P.YEAR_FIGURE.match(s, end) is not None
        return unit == "tháng" or (s[end : end + 4].strip()[:1].isdigit() and not P.NIGHTS.match(s, end))

    def periods(self, i: int) -> list[Expression]:
        """Decades, centuries, seasons, same periods, Tết and years of the sixty-year cycle."""
        s = self.s
        if (m := P.SAME_PERIOD.match(s, i)) is not None:
            y = m["y"] or m["y2"]
            rel = P.YEAR_OFFSET.get(m["r"], -1) if m["r"] else -1
            return [
                Expression(
                    i, m.end(), "point", Point(i, m.end(), "months", int(y) if y else None, same="period", year_rel=None if y else rel)
                )
            ]
        if m := P.DECADE.match(s, i):
            if m["c"] and (int(m["c"]) % 10 or (m["w"] == "những năm" and int(m["c"]) < 10)):
                return []
            decade = int(m["y"]) // 10 if m["y"] else (190 + int(m["c"]) // 10 if int(m["c"]) >= 30 else 200 + int(m["c"]) // 10)
            return [Expression(i, m.end(), "point", Point(i, m.end(), "decade", decade * 10))]
        if m := P.CENTURY.match(s, i):
            c = int(m["c"]) if m["c"].isdigit() else roman(m["c"].upper())
            if not c or m["bc"]:
                return []
            return [Expression(i, m.end(), "point", Point(i, m.end(), "century", (c - 1) * 100))]
        if m := P.CANCHI_YEAR.match(s, i):
            return [
                Expression(
                    i,
                    m.end(),
                    "point",
                    Point(i, m.end(), "year", int(m["y"]) if m["y"] else None, edge=None if m["y"] else m["cc"], lunar=not m["y"]),
                )
            ]
        if (p := self._feast(i)) is not None:
            return [Expression(i, p.end, "point", p)]
        if self.loose and (m := P.HOLIDAY.match(s, i)):
            on, of, moon = P.HOLIDAY_NAMES[m["h"]]
            named = int(m["y"]) if m["y"] else None
            off = P.YEAR_OFFSET[m["r"]] if m["r"] else None
            return [Expression(i, m.end(), "point", Point(i, m.end(), "day", named, of, on, year_rel=off, lunar=moon))]
        if (m := P.SEASON.match(s, i)) or (s.startswith("đầu xuân", i) and (m := P.SPRING.match(s, i))):
            code = P.SEASONS[m["s"] or m["x"]]
            tail = P.YEAR_TAIL.match(s, m.end())
            if tail:
                p = Point(
                    i,
                    tail.end(),
                    "season",
                    int(tail["y"]) if tail["y"] else None,
                    year_rel=P.YEAR_OFFSET[tail["r"]] if tail["r"] else None,
                    edge=code,
                )
            elif (r := P.SEASON_YEAR.match(s, m.end())) and not P.YEAR_AFTER_NO.match(s, r.end()):
                p = Point(i, r.end(), "season", int(r["y"]), edge=code)
            elif r := P.SEASON_TAIL.match(s, m.end()):
                p = Point(i, r.end(), "season", year_rel={"này": 0, "tới": 1, "sau": 1}.get(r["r"], -1), edge=code)
            elif m["x"]:
                p = Point(i, m.end(), "season", year_rel=0, edge=code)
            else:
                return [Expression(i, m.end(), "set", value=f"XXXX-{code}")]
            return [Expression(i, p.end, "point", p)]
        if self.loose and (m := P.CHRISTMAS.match(s, i)):
            return [Expression(i, m.end(), "point", Point(i, m.end(), "day", None, 12, 25))]
        if self.loose and (m := P.DAWN.match(s, i)):
            return [Expression(i, m.end(), "point", Point(i, m.end(), "day", rel=("D", 0), part="MO", edge="sáng sớm"))]
        if self.loose and (m := P.SHORT_WEEKDAY.match(s, i)):
            return [Expression(i, m.end(), "point", Point(i, m.end(), "day", weekday=6 if m["cn"] else int(m["w"]) - 2))]
        return []

    def feasts(self, i: int) -> list[Expression]:
        """ "29 Tết"."""
        if self.s.startswith("tết", i + 3) and (p := self._feast(i)):
            return [Expression(i, p.end, "point", p)]
        return []

    def same(self, i: int) -> list[Expression]:
        """ "cùng ngày" alone."""
        p = self._same_day(i)
        return [Expression(i, p.end, "point", p)] if p and p.grain == "day" else []

    def years(self, i: int) -> list[Expression]:
        """A bare year: in brackets, or after a name ("Hội thi … 2018")."""
        s, text = self.s, self.text
        m = P.YEAR_ALONE.match(s, i)
        line_ends = m is not None and s[m.end() : m.end() + 1] == "\n" and text[m.end() + 1 : m.end() + 2].isupper()
        if not m or (P.YEAR_AFTER_NO.match(s, m.end()) and not line_ends) or s.startswith(("-", "/", "%"), m.end()):
            return []
        if (i > 0 and s[i - 1] in "/.-:,+") or not 1900 <= int(m[0]) <= 2060:
            return []
        if now := P.TO_NOW.match(s, m.end()):
            return [Expression(i, now.end(), "range", Point(i, m.end(), "year", int(m[0])), Point(i, now.end(), "now"), period=True)]
        before = word_before(s, i)
        if not before and s[i - 3 : i] == " - " and s[i - 4 : i - 3].isalpha():
            before = "-"
        if not before and s[i - 2 : i - 1] in ".;" and P.IS_NEXT.match(s, m.end()):
            before = "."
        last = self.last
        row = last is not None and last.first is not None and last.first.grain == "year" and P.AND.fullmatch(s, last.end, i)
        if row and last and "\n" not in s[last.end : i] and ("năm" in s[last.start : last.end] or last.start == self.row):
            self.row = i  # "số liệu các năm 2015, 2016 và 2017 cho thấy"
            return [Expression(i, m.end(), "point", Point(i, m.end(), "year", int(m[0])))]
        if not before or before.isdigit() or before in P.YEAR_BEFORE_NO:
            aim = before == "đến" and word_before(s, s.rfind("đến", 0, i)) in P.AIMS  # "tầm nhìn đến 2030"
            alone = (before == "từ" or s.endswith("so với ", 0, i)) and s[m.end() : m.end() + 1] in ",.;)\n"  # "mở từ 1985,"
            if not (aim or row or alone) and not (s[i - 1 : i] == "(" and s[m.end() : m.end() + 1] == ")"):
                return []
        follows = s[m.end() : m.end() + 2].strip()
        if not line_ends and (follows[:1].isdigit() or (follows[:1].isalpha() and not P.CLAUSE_NEXT.match(s, m.end()))):
            return []
        if s[i - 1 : i] == "\n":
            return []
        return [Expression(i, m.end(), "point", Point(i, m.end(), "year", int(m[0])))] if text else []


def _at_clock(value: str | None, clock: tuple[int, int]) -> str:
    """Recurring days at a clock time."""
    return "/".join(f"{day.split('T')[0]}T{clock[0]:02}:{clock[1]:02}" for day in (value or "").split("/"))


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
    elif (
        last.year is None
        and last.year_rel is None
        and first.year is not None
        and last.grain in ("day", "month", "quarter")
        and last.rel is None
    ):
        wraps = first.month is not None and last.month is not None and last.month < first.month
        last = last.but(year=first.year + (1 if wraps else 0))
    if first.year is None and last.year_rel is not None and first.year_rel is None:
        changes["year_rel"] = last.year_rel
    if last.lunar:
        changes["lunar"] = True
    if first.weekday is not None and last.weekday is not None and first.day is last.day is None and first.rel is None:
        changes["rel"] = last.rel
    if last.direction and not first.direction:
        changes["direction"] = last.direction
    return (first.but(**changes) if changes else first), last


def _lunar_prefix(f: Finder, i: int) -> list[Expression]:
    """ "nhằm ngày 17/02 âm lịch"."""
    if m := P.LUNAR_BEFORE.match(f.s, i):
        found = f.ranges(m.end()) or f.points(m.end())
        if len(found) == 1:
            e = found[0]
            return [Expression(i, e.end, e.kind, e.first, e.last, e.value, period=e.period)]
    return []


_Production = Callable[[Finder, int], list[Expression]]
_PRODUCTIONS: tuple[_Production, ...] = (
    _lunar_prefix, Finder.ranges, Finder.sets, Finder.vague, Finder.periods, Finder.clocks, Finder.points, Finder.same, Finder.durations,
    Finder.years,
)  # fmt: skip
_DIGITS: tuple[_Production, ...] = (Finder.feasts, Finder.ranges, Finder.clocks, Finder.points, Finder.durations, Finder.years)
_BY_WORD: dict[str, tuple[_Production, ...]] = {
    **dict.fromkeys("hiện trước vừa gần mới sắp tương xưa lâu bấy bây đến tính".split(), (Finder.vague,)),
    **dict.fromkeys("hằng hàng mỗi mọi từng thường quanh".split(), (Finder.sets,)),
    "nhằm": (_lunar_prefix,),
}
"""Which productions may begin with a word; all of them where it is not listed."""
