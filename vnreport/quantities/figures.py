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
