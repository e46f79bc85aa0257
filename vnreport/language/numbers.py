"""Numbers as Vietnamese writes them: figures ("1.234,5"), words ("hai mươi ba"), Roman numerals."""

from __future__ import annotations

import re

_UNITS = {
    "không": 0, "linh": 0, "lẻ": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_SCALES = {"mươi": 10, "trăm": 100, "nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_FORM = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


def figure(text: str) -> float | None:
    """The value of a number in figures: a dot groups thousands, a comma starts the decimals.

    A single dot with other than three digits after it ("34.5") is read as a decimal point, which occurs by mistake. ``None`` for
    anything else.

    Examples
    --------
    >>> figure("1.234,5"), figure("2.396"), figure("34,5"), figure("x")
    (1234.5, 2396.0, 34.5, None)
    """
    if _GROUPED.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        return float(text.replace(",", "."))
    return None


def spelled(text: str) -> int | None:
    """The value of a whole number in words, or ``None``.

    Examples
    --------
    >>> spelled("hai mươi ba"), spelled("một trăm linh năm"), spelled("mười lăm"), spelled("nhà")
    (23, 105, 15, None)
    """
    total = part = 0
    seen = False
    for word in text.lower().split():
        if word in _UNITS:
            value = _UNITS[word]
            part += value
        elif word in _SCALES and seen:
            scale = _SCALES[word]
            if scale >= 1_000:
                total += (part or 1) * scale
                part = 0
            elif scale == 100:
                part *= 100
            else:  # mươi belongs to the last unit only
                part += part % 10 * 9
        else:
            return None
        seen = True
    return total + part if seen else None


def roman(text: str) -> int | None:
    """The value of a Roman numeral in capitals up to 399, or ``None``.

    Examples
    --------
    >>> roman("XIV"), roman("IIX"), roman("III")
    (14, None, 3)
    """
    if not text or not _ROMAN_FORM.fullmatch(text):
        return None
    values = [_ROMAN[c] for c in text]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))
