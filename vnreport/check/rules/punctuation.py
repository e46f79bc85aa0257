"""Signs and spaces."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from vnreport.check.registry import Rule, register
from vnreport.check.slips import Slip, kept
from vnreport.document import Document, Finding
from vnreport.language.letters import LOWER, UPPER

# Each pattern begins with the rare sign itself, so that a long text is run through fast; what stands before the sign is looked at later.
_SPACE_BEFORE = re.compile(r"[,;:!?.](?<=[ \xa0].)(?:(?=(?P<last>\s|$|[”\"]))|(?=[^\W\d_]|“))")
_NO_SPACE = re.compile(r"[,;](?=[^\W_]|“)")
_NO_SPACE_STOP = re.compile(rf"\.(?P<right>[{UPPER}][{LOWER}]+)(?![\w.@/-])")
_SPACES = re.compile(r"(?<![ \xa0])[ \xa0]{2,}(?=\S)")
_HYPHEN = re.compile(r"(?P<sign>[-–] | [-–])(?=[^\W\d_]|[“\"(])")
_OPENING = re.compile(r"(?P<sign>[“(\[]) +(?=[^\W_])")
_CLOSING = re.compile(r"[”)\]]")
_REPEATED = re.compile(r"(?:,\s*,+|;\s*;+|\.\.(?![./])|:\s*:|,\s?\.(?!\.|\d)|;\s?,|,\s?;)(?=\s|$|[^\W\d_])")
_APOSTROPHE = re.compile(r"['’](?=[^\W\d_])")
_ADDRESS = re.compile(r"(?:https?://|www\.|\w+@|\w\.(?:vn|com|net|org|gov|info|edu)\b)", re.I)
_CREDIT = re.compile(r"(?:Ảnh|Nguồn|Theo|Tin|Bài)\b.{0,40}$")
_SPAN = r"(?:thời gian|[Nn]hững năm|nhiều năm|mấy năm)(?: vừa)? (?:qua|tới|gần đây)"
_OPENER = re.compile(
    rf"(?:Trong {_SPAN}|Thời gian(?: vừa)? (?:qua|tới|gần đây)|{_SPAN}|Trong quá trình (?:thực hiện|triển khai|hoạt động)) "
    r"(?=(?:đồng chí|ông|bà|các|xã|huyện|phường|quận|tỉnh|thành phố|lãnh đạo|chính quyền|cán bộ|[A-ZĐỦ][^\W\d_]*)\b)"
    r"|(?:Phát biểu|Kết luận|Trao đổi|Chia sẻ)(?: kết luận| khai mạc| bế mạc| chỉ đạo)?(?: tại)? (?:buổi|hội|cuộc|đại|lễ)"
    r" ?(?:lễ|nghị|họp|làm việc|gặp mặt|thảo|hội)? (?=(?:đồng chí|ông|bà) )"
)
_LEVEL = {"thôn": 0, "xã": 1, "phường": 1, "thị trấn": 1, "huyện": 2, "quận": 2, "thị xã": 2, "thành phố": 3, "tỉnh": 4}
_INITIAL = re.compile(rf"(?:v\.v|\b[{UPPER}])$")
"""Before two stops: "v.v..", "ông P.."."""
_SHORT = frozenset("tp tx tt ths gs ts bs pgs ks cn th st tr vs mr mrs ms dr no p q h x s đ v.v nxb ttxvn stt inc ltd co".split())
_END = ".!?…:;,”\"'’)]>/|"


@register
class Punctuation(Rule):
    """Dấu câu và dấu cách đặt sai.

    Kiểm tra gì: dấu cách trước dấu câu, thiếu dấu cách sau dấu câu, gạch nối chỉ có dấu cách một bên, dấu cách sau dấu mở hay trước dấu
    đóng, dấu câu lặp, hai dấu cách liền, ngoặc không khép, đoạn cuối thiếu dấu chấm, dấu lược viết hai kiểu.

    Vì sao: quy tắc gõ văn bản; chỗ sai làm dòng chữ ngắt sai và làm hỏng việc tìm kiếm.

    Ví dụ sai: Ông cho biết , công tác vệ sinh,tiêu độc đã xong.

    Sửa thành: Ông cho biết, công tác vệ sinh, tiêu độc đã xong.

    Giới hạn: dấu phẩy thiếu chỉ xét sau lời mở đầu câu quen thuộc và trong địa chỉ; địa chỉ mạng, số, giờ và chữ viết tắt được bỏ qua.

    Nguồn: quy tắc soạn thảo văn bản tiếng Việt thông dụng.
    """

    code = "TXT004"
    name = "punctuation"
    repair = "safe"
    severity = "info"
    summary = ("dấu câu hoặc dấu cách đặt sai", "a sign or space out of place")
    texts = {
        "message": ("dấu câu đặt sai ở “{text}”", "punctuation out of place at “{text}”"),
        "space-before": ("thừa dấu cách trước dấu câu", "space before a punctuation mark"),
        "no-space": ("thiếu dấu cách sau dấu câu", "no space after a punctuation mark"),
        "hyphen": ("gạch nối chỉ có dấu cách ở một bên", "space on one side of the dash only"),
        "opening": ("thừa dấu cách sau dấu mở", "space after an opening mark"),
        "closing": ("thừa dấu cách trước dấu đóng", "space before a closing mark"),
        "repeated": ("dấu câu lặp", "repeated punctuation"),
        "spaces": ("hai dấu cách liền nhau", "two spaces"),
        "unbalanced": ("“{text}” không có dấu {other} tương ứng trong đoạn", "“{text}” has no matching {other} in its paragraph"),
        "full-stop": ("đoạn văn thiếu dấu chấm cuối", "no full stop at the end of the paragraph"),
        "comma": ("thiếu dấu phẩy", "a comma is missing"),
        "apostrophe": ("dấu lược viết khác các chỗ còn lại", "another apostrophe than in the rest of the text"),
        "fix": ("sửa dấu và dấu cách", "set the sign and spaces right"),
    }

    def check(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        found = [*_spacing(text), *_stops(doc), *_balance(text), *_apostrophes(text), *_openings(doc), *_addresses(doc)]
        for slip in kept(found, doc, "header", "posted", "letterhead"):
            args = {"other": _PAIR.get(slip.fixed, "")} if slip.message == "unbalanced" else {}
            suggestions: list[tuple[str, str, dict[str, str]]] = [] if slip.message == "unbalanced" else [(slip.fixed, "fix", {})]
            yield self.finding(
                doc, slip.start, slip.end, message=slip.message, args=args, confidence=slip.confidence, suggestions=suggestions
            )


def _word_before(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isalnum():
        at -= 1
    return at


def _word_after(text: str, at: int) -> int:
    while at < len(text) and text[at].isalnum():
        at += 1
    return at


def _around(text: str, start: int, end: int, fixed: str, message: str, confidence: float) -> Slip:
    """The slip with the words at both sides, so that it can be found again in the source."""
    a, b = _word_before(text, start), _word_after(text, end)
    return Slip(a, b, text[a:start] + fixed + text[end:b], message, confidence)


def _in_address(text: str, at: int) -> bool:
    """Whether the run of signs without a space around ``at`` is a web or mail address or a file name."""
    a = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    b = min((x for x in (text.find(" ", at), text.find("\n", at)) if x >= 0), default=len(text))
    return bool(_ADDRESS.search(text, a, b))


def _spacing(text: str) -> Iterator[Slip]:
    yield from _before_signs(text)
    yield from _after_signs(text)
    yield from _after_stops(text)
    for m in _HYPHEN.finditer(text):
        before = text[m.start() - 1 : m.start()]
        if not (before.isalpha() or before == ")"):  # after a quotation both ways are seen
            continue
        start = _word_before(text, m.start())
        if m.start() - start <= 2 and (start == 0 or text[start - 1] == "\n"):  # "a- …": an item of a list
            continue
        yield _around(text, m.start(), m.end(), f" {m['sign'].strip()} ", "hyphen", 0.8)
    for m in _OPENING.finditer(text):
        yield _around(text, m.start(), m.end(), m["sign"], "opening", 0.9)
    for m in _CLOSING.finditer(text):
        start = m.start()
        while start > 0 and text[start - 1] == " ":
            start -= 1
        if 0 < start < m.start() and (text[start - 1].isalnum() or text[start - 1] in ".,%"):
            yield _around(text, start, m.end(), m[0], "closing", 0.8)
    for m in _REPEATED.finditer(text):
        before = text[m.start() - 1 : m.start()]
        if before.strip() and before not in ".,;:!?" and not _INITIAL.search(text, max(0, m.start() - 4), m.start()):
            yield Slip(m.start(), m.end(), _once(m[0].strip(), text[m.end() : m.end() + 3]), "repeated", 0.7)
    for m in _SPACES.finditer(text) if "  " in text or "\xa0" in text else ():
        if text[m.start() - 1 : m.start()] not in ("", "\n"):
            yield _around(text, m.start(), m.end(), " ", "spaces", 0.45)


def _before_signs(text: str) -> Iterator[Slip]:
    for m in _SPACE_BEFORE.finditer(text):
        start = m.start()
        while text[start - 1 : start] in (" ", "\xa0"):
            start -= 1
        before = text[start - 1 : start]
        if not before or not (before.isalnum() or before in ')”"%'):
            continue
        if m["last"] is not None:
            yield Slip(start, m.end(), m[0], "space-before", 0.9)
        elif m[0] in ",;":  # "công chức ,viên chức"
            yield _around(text, start, m.end(), m[0] + " ", "space-before", 0.9)


def _after_signs(text: str) -> Iterator[Slip]:
    for m in _NO_SPACE.finditer(text):
        sign, at = m[0], m.start()
        before, after = text[at - 1 : at], text[at + 1]
        # beside figures it may be a decimal or a code
        if (before.isalpha() or before in ')”"%') and before and not after.isdigit() and not _in_address(text, at):
            yield _around(text, at, at + 1, sign + " ", "no-space", 0.9)


def _after_stops(text: str) -> Iterator[Slip]:
    for m in _NO_SPACE_STOP.finditer(text):
        start = _word_before(text, m.start())
        left = text[start : m.start()]
        if left == "" and text[m.start() - 1 : m.start()] in (")", "%"):
            start, left = m.start() - 1, ")"
        elif len(left) < 2 or left.isdigit() or not (left[-1].islower() or left[-1].isdigit()) or left.lower() in _SHORT:
            continue
        if not _in_address(text, m.start()):
            yield Slip(start, m.end(), text[start : m.start("right")] + " " + m["right"], "no-space", 0.9)


def _once(sign: str, after: str) -> str:
    """What a doubled sign most likely is: of two stops inside a sentence three were meant."""
    if sign == "..":
        return "..." if after.strip()[:1].islower() else "."
    return "." if "." in sign else sign[-1]


_PAIR = {"(": ")", ")": "("}


def _balance(text: str) -> Iterator[Slip]:
    """Brackets whose partner is missing in their paragraph. (Quotation marks may open every paragraph of a long quotation.)"""
    if text.count("(") == text.count(")"):
        return
    at = 0
    for line in text.split("\n"):
        a, b = line.count("("), line.count(")")
        if abs(a - b) == 1 and not re.match(r"\s*\w{1,3}\)", line):
            i = at + _alone(line)
            yield Slip(i, i + 1, text[i], "unbalanced", 0.45)
        at += len(line) + 1


def _alone(line: str) -> int:
    """The first bracket of a line without its partner: an opening one before which none was closed, or a closing one with none open."""
    opened = -1
    for m in re.finditer("[()]", line):
        if m[0] == "(":
            if opened >= 0:
                return opened
            opened = m.start()
        elif opened < 0:
            return m.start()
        else:
            opened = -1
    return opened


def _stops(doc: Document) -> Iterator[Slip]:
    """Long paragraphs without an end mark where most others have one. Captions, titles and lists are no paragraphs."""
    text = doc.text
    apart = doc.region("title", "title-repeated", "header", "caption", "residue", "letterhead", "signature", "author")
    regions = sorted(apart, key=lambda r: r.start)
    starts, reach = [r.start for r in regions], [0, *accumulate((r.end for r in regions), max)]  # how far those that begin before go
    body: list[tuple[int, int, bool]] = []
    at = 0
    for line in text.split("\n"):
        piece = line.strip()
        start = at + len(line) - len(line.lstrip())
        at += len(line) + 1
        if start == 0 or len(piece) < 90 or piece[0] in "|-–+*•(" or start < reach[bisect_right(starts, start)]:
            continue
        if _CREDIT.search(piece) or "http" in piece[-60:] or text[at : at + 2].lstrip("\n")[:1] in ('"', "“"):
            continue  # before a quotation a colon is missing rather than a stop
        body.append((start, start + len(piece), piece[-1] not in _END))
    closed = sum(not b[2] for b in body)
    for start, end, is_open in body:
        if not is_open:
            continue
        words = len(text[start:end].split())
        several = ". " in text[start:end]  # of several sentences, so no caption
        outer = start == body[0][0] or end == body[-1][1]
        if (several and words >= 20) or (closed >= 2 and closed * 2 >= len(body) and outer and words >= 20):
            a = _word_before(text, end)
            yield Slip(a, end, text[a:end] + ".", "full-stop", 0.7)


def _apostrophes(text: str) -> Iterator[Slip]:
    signs = [m for m in _APOSTROPHE.finditer(text) if text[m.start() - 1 : m.start()].isalpha()]
    straight = [m for m in signs if m[0] == "'"]
    if not straight or len(straight) * 2 > len(signs) - len(straight):
        return
    for m in straight:
        yield _around(text, m.start(), m.end(), "’", "apostrophe", 0.6)


def _openings(doc: Document) -> Iterator[Slip]:
    """ "Trong thời gian qua Đảng bộ …": a phrase of time at the start of a sentence with no comma after it."""
    text = doc.text
    for sentence in doc.sentences:
        if text[sentence.start] in "TPKCN" and (m := _OPENER.match(text, sentence.start, sentence.end)):
            yield _comma(text, m.end() - 1)


def _addresses(doc: Document) -> Iterator[Slip]:
    """ "xã An Hòa huyện An Sơn": a unit and the one that it lies in with no comma between them."""
    units = doc.units
    for one, other in pairwise(units):
        if other.start != one.end + 1 or one.level is None or other.level is None or doc.text[one.end] != " ":
            continue
        lower, upper = _LEVEL.get(one.level, 9), _LEVEL.get(other.level, 0)
        if lower < upper and one.text.lower().startswith(one.level) and other.text.startswith(other.level):
            yield _comma(doc.text, one.end)


def _comma(text: str, at: int) -> Slip:
    """A comma missing before the space at ``at``."""
    start, end = _word_before(text, at), _word_after(text, at + 1)
    return Slip(start, end, text[start:at] + "," + text[at:end], "comma", 0.5)
