"""What a web page or a word processor leaves in a text: script, markup, labels of buttons, invisible characters.

Only patterns of form are here; which part of the page a line belongs to is for ``vnreport.reading`` to say.
"""

from __future__ import annotations

import re
from functools import cache

from vnreport.document import Document, SourceMap
from vnreport.resources import rows

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff" + "".join(map(chr, (*range(1, 9), *range(0x0E, 0x20), 0x7F)))
"""Soft hyphen, zero-width space and joiners, word joiner, byte-order mark; control characters, which no text has but by accident."""
HYPHEN = "\x1e"
"""The hyphen of Word at which no line breaks, as it comes out in some exports; its optional one is U+001F."""

_SCRIPT = (
    (r"(?:/[/*]\s*<|<)!\[CDATA\[(?:\s*\*/)?", "CDATA"),
    (r"(?:/[/*]\s*\]|\])\]>(?:\s*\*/)?", "]]>"),
    (r"\bfunction\s+\w{0,40}\s*\([^()\n]{0,200}\)\s*(?:;|\{[^{}]{0,400}\}?)?", "function"),
    (r"\$\(\s*(?:document|window|function|[\"'#.])[^\n]{0,300}", "$("),
    (r"\bdocument\.(?:write|getElementById|cookie)\b[^\n]{0,300}", "document."),
    (r"\b(?:var|let|const) \w{1,40} ?= ?[^\n;]{1,200};", "="),
    (r"<!--[^\n]{0,300}|-->", "--"),
    (r"\[(?:if|endif)\b[^\]\n]{0,60}\]", "if"),
    (r"\bNormal\s+0\s+(?:false\s+){2,3}[^\n]{0,120}", "Normal"),
    (r"/\* Style Definitions \*/[^\n]{0,600}", "/* Style"),
    (r"\bmso-[a-z-]{3,40}:[^;\n]{0,80};", "mso-"),
)
"""Patterns of script and of word processors, each with a sign that its matches have."""
_ENTITY = re.compile(
    r"&nbsp;?|&(?:amp|quot|lt|gt|ldquo|rdquo|lsquo|rsquo|ndash|mdash|hellip|#x?\d{2,5}"
    r"|[aeiouyAEIOUY](?:grave|acute|circ|tilde|uml))\b;?"
)
_TAG = re.compile(
    r"</?(?:p|br|div|span|strong|em|b|i|u|a|img|table|tbody|tr|td|th|ul|ol|li|h[1-6]|font|script|style|iframe|o:p|st1:\w{1,20})\b[^<>\n]{0,300}>"
)
_LIST_COLUMNS = re.compile(r"\|\s*(?:No|Yes)\s*\|[^|\n]{0,40}\|(?:[ \t]*\|)*")
_TEMPLATE = re.compile(
    r"(?:quận/huyện|huyện/quận|tỉnh/thành phố|tỉnh/thành|phường/xã|xã/phường)"
    r"(?= (?:Quận|Huyện|Thành phố|Tỉnh|Thị xã|Phường|Xã|Thị trấn) [^\W\d_])"
)
_BOX = re.compile(r"^[^\n]{10,250}\((?:\d{1,2}/\d{1,2}/\d{4})[,;]? +\d{1,2}:\d\d\)[ \t]*$", re.M)
_TWICE = re.compile(r"^[ \t]*([^\W\d_]\S{0,20} [^\n]{2,38}?)[ \t]+\1[ \t]*$", re.M)
_SIZES = re.compile(r"(?:[Cc]ỡ chữ|[Ff]ont [Ss]ize):?[ \t]*\[?A ?-\]?(?:[ \t|]*\[?A\]?)?[ \t|]*\[?A ?\+\]?")
_FILE = re.compile(r"^[ \t]*[\w() -]{2,80}\.(?:jpe?g|png|gif|bmp|webp|mp4|JPE?G|PNG)[ \t]*$", re.M)
_GAP = re.compile(r"(?<=\S) {2,}(?=[\[|>»•*a-zA-ZĐđ-])")
_MENU = "trang chủ|giới thiệu|tin tức(?: - sự kiện)?|văn bản|liên hệ|hỏi đáp|dịch vụ công|thư viện|đăng nhập|tìm kiếm|góp ý|sơ đồ trang|thông báo"
"""Heads of a page, of which one line holds at least three."""
_PATTERNS = (
    *((re.compile(p), sign) for p, sign in _SCRIPT), (_ENTITY, "&"), (_TAG, "<"), (_LIST_COLUMNS, "|"), (_TEMPLATE, "/"),
    (_SIZES, "+"),
)  # fmt: skip


def residue(text: str) -> list[tuple[int, int]]:
    """Places in ``text`` that no author wrote: script, entities, tags, labels of buttons, invisible characters; in text order.

    Examples
    --------
    >>> text = "UBND phường họp.\\n// ]]>\\nIn trang"
    >>> [text[a:b] for a, b in residue(text)]
    ['// ]]>', 'In trang']
    """
    found: list[tuple[int, int]] = []
    for pattern, sign in _PATTERNS:
        if sign in text:
            found += [_trim(text, *m.span()) for m in pattern.finditer(text)]
    buttons = _buttons()
    for start in SourceMap.identity(text).line_starts:
        found += [_trim(text, *m.span()) for pattern in (_TWICE, _FILE, buttons) if (m := pattern.match(text, start))]
    for gap in _GAP.finditer(text):  # "admin   26/03/2021   Chia sẻ Facebook   Zalo"
        if m := buttons.match(text, gap.start() + 2):
            found.append(_trim(text, *m.span()))
    if box := _box(text):
        found.append(box)
    for sign in INVISIBLE:
        at = text.find(sign)
        while at >= 0:
            found.append((at, at + 1))
            at = text.find(sign, at + 1)
    return _merged(found)


@cache
def _buttons() -> re.Pattern[str]:
    """Lines that hold nothing but labels of buttons."""
    labels = "|".join(re.escape(label) for (label,) in sorted(rows("page_labels.tsv"), key=lambda r: -len(r[0])))
    between = r"[ \t|/,·•\[\]-]+"
    menu = rf"(?:{_MENU})(?:[ \t|/·•»-]+(?:{_MENU})){{2,}}"
    return re.compile(
        rf"(?:^|(?<=\S  ))[ \t\[|>»•*-]*(?:(?:{labels})(?:{between}(?:{labels}))*[ \t\]|:…»>★☆()\d/.-]*|{menu}[ \t|]*)$", re.I | re.M
    )


def annotate(doc: Document) -> list[tuple[int, int]]:
    """The layer ``residue``: what :func:`residue` finds in a document; reading has marked it already as regions of the page."""
    return [(r.start, r.end) for r in doc.region("residue")] if doc.regions else residue(doc.text)


def _box(text: str) -> tuple[int, int] | None:
    """The box of other news: two lines or more at the end, each with its time in brackets."""
    lines = list(_BOX.finditer(text)) if "(" in text else []
    if len(lines) < 2 or text[lines[-1].end() :].strip():
        return None
    k = len(lines) - 1
    while k and not text[lines[k - 1].end() : lines[k].start()].strip():
        k -= 1
    return _trim(text, lines[k].start(), lines[-1].end()) if k < len(lines) - 1 else None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for a, b in sorted(spans):
        if out and a < out[-1][1]:
            out[-1] = out[-1][0], max(b, out[-1][1])
        elif a < b:
            out.append((a, b))
    return out
