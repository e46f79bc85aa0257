"""Fonts from before Unicode: what their characters stand for.

A Word file of that time holds codes of Latin letters and a font that draws Vietnamese ones: ".VnTime" and its kin by the standard
TCVN 5712:1993 (TCVN3), "VNI-Times" and its kin by the code page of VNI, where marks follow their letter.
"""

from __future__ import annotations

_TCVN3 = str.maketrans(
    "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\xadøõö÷ùýúûüþ®§¡¢£¤¥¦",
    "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĐĂÂÊÔƠƯ",
)
_VNI = str.maketrans("ñöôíìæóòîÑÖÔÍÌÆÓÒÎ", "đươíìỉĩịỵĐƯƠÍÌỈĨỊỴ")
_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323", "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300",
    "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0323\u0302", "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0323\u0306",
}  # fmt: skip
_BASES = frozenset("aeouyươAEOUYƯƠ")


def font_of(name: str | None) -> str:
    """The code of a font: "tcvn3", "TCVN3" (its letters are drawn as capitals), "vni", or "" for Unicode.

    Examples
    --------
    >>> font_of(".VnTime"), font_of(".VnArialH"), font_of("VNI-Times"), font_of("Times New Roman")
    ('tcvn3', 'TCVN3', 'vni', '')
    """
    folded = (name or "").lower()
    if folded.startswith(".vn"):
        return "TCVN3" if folded.endswith("h") else "tcvn3"
    return "vni" if folded.startswith("vni-") else ""


def letters(text: str, font: str, before: str = "") -> list[str]:
    """What each character of ``text`` stands for; a mark is one for itself. ``before`` is the letter that stood before the text.

    Examples
    --------
    >>> "".join(letters("ñy ban nh©n d©n", "tcvn3")), "".join(letters("ñy ban", "TCVN3"))
    ('ủy ban nhân dân', 'ỦY BAN')
    >>> import unicodedata
    >>> unicodedata.normalize("NFC", "".join(letters("UÛy ban nhaân daân huyeän, nöôùc", "vni")))
    'Ủy ban nhân dân huyện, nước'
    """
    if font != "vni":
        plain = text.translate(_TCVN3)
        return list(plain.upper() if font == "TCVN3" else plain)
    out = []
    for c in text:
        mark = _MARKS.get(c.lower()) if before in _BASES and before else None
        out.append(mark or c.translate(_VNI))
        before = out[-1]
    return out
