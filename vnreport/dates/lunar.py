"""The Vietnamese lunar calendar, through lunar-vn (meridian of Hanoi, 1900-2100)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

_CAN = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_CHI = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")


@lru_cache(maxsize=4096)
def solar(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """The solar date of a lunar one; ``None`` where it does not exist or lies outside 1900-2100.

    Examples
    --------
    >>> solar(2018, 3, 10)
    datetime.date(2018, 4, 25)
    """
    from lunar_vn import convert_lunar_to_solar

    if not (1900 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    try:
        found = convert_lunar_to_solar(day, month, year, int(leap))
    except ValueError:
        return None
    return found if lunar(found) == (year, month, day, leap) else None


@lru_cache(maxsize=4096)
def lunar(day: date) -> tuple[int, int, int, bool]:
    """The lunar year, month, day of a solar date, and whether the month is a leap month.

    Examples
    --------
    >>> lunar(date(2018, 2, 16))
    (2018, 1, 1, False)
    """
    from lunar_vn import solar_to_lunar

    found = solar_to_lunar(day)
    return found.year, found.month, found.day, found.leap


def month(year: int, number: int, leap: bool = False) -> tuple[date, date] | None:
    """First and last solar day of a lunar month.

    Examples
    --------
    >>> month(2020, 4, leap=True)
    (datetime.date(2020, 5, 23), datetime.date(2020, 6, 20))
    """
    first = solar(year, number, 1, leap)
    last = solar(year, number, 30, leap) or solar(year, number, 29, leap)
    return (first, last) if first and last else None


def cycle_year(name: str, near: int) -> int | None:
    """The year of a name of the sixty-year cycle that is nearest to ``near``.

    Examples
    --------
    >>> cycle_year("mậu tuất", 2017)
    2018
    """
    words = name.split()
    if len(words) != 2 or words[0] not in _CAN or words[1] not in _CHI:
        return None
    fits = [y for y in range(near - 30, near + 31) if (y - 4) % 10 == _CAN.index(words[0]) and (y - 4) % 12 == _CHI.index(words[1])]
    return min(fits, key=lambda y: abs(y - near)) if fits else None
