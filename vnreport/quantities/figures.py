"""Writing a number the way another one is written."""

from __future__ import annotations


def like(sample: str, value: float) -> str:
    """``value`` in the manner of ``sample``: its decimals, its thousands dots, its leading zero.

    Examples
    --------
    >>> like("09", 8), like("2.460", 2360), like("34,5", 35.45), like("1000", 1200)
    ('08', '2.360', '35,5', '1200')
    """
    decimals = len(sample.split(",")[1]) if "," in sample else 0
    dotted = "." in sample or ("." not in sample and len(sample.split(",")[0]) < 4)
    whole, _, rest = f"{value + 1e-9:,.{decimals}f}".partition(".")
    whole = whole.replace(",", "." if dotted else "")
    width = len(sample.split(",")[0])
    return (whole.zfill(width) if sample.startswith("0") and width > 1 else whole) + ("," + rest if rest else "")


def one_slip(written: str, right: str) -> bool:
    """Whether two figures differ by one slip of the hand: two neighbouring digits exchanged, or one digit.

    Examples
    --------
    >>> one_slip("8.420", "8.240"), one_slip("75", "65"), one_slip("9.810,5", "9.180,5"), one_slip("40", "35")
    (True, True, True, False)
    """
    differ = [i for i, (a, b) in enumerate(zip(written, right, strict=False)) if a != b]
    return len(written) == len(right) and (len(differ) == 1 or exchanged(written, right))


def exchanged(written: str, right: str) -> bool:
    """Whether two neighbouring digits of a figure, signs between them or not, are exchanged in the other.

    Examples
    --------
    >>> exchanged("186,2", "182,6"), exchanged("43", "34"), exchanged("75", "65")
    (True, True, False)
    """
    a, b = ("".join(c for c in x if c.isdigit()) for x in (written, right))
    differ = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    return len(a) == len(b) and len(differ) == 2 and differ[1] == differ[0] + 1 and a[differ[0]] == b[differ[1]] and a[differ[1]] == b[differ[0]]
