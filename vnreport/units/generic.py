"""Generic mentions of a level: "UBND huyện", "toàn tỉnh", "Quận ủy" without a name. They point at the issuer, or at a unit named before."""

from __future__ import annotations

from dataclasses import dataclass

from vnreport.document import Document, Span
from vnreport.language.scan import Scan

_LEVELS = {"tỉnh": "tỉnh", "quận": "quận", "huyện": "huyện", "phường": "phường", "xã": "xã"}
_PAIRS = {("thành", "phố"): "thành phố", ("thị", "xã"): "thị xã", ("thị", "trấn"): "thị trấn", ("đặc", "khu"): "đặc khu"}
_COMMITTEES = {"tỉnh": "tỉnh", "thành": "thành phố", "quận": "quận", "huyện": "huyện", "thị": "thị xã"}
_WORDS = frozenset(_LEVELS) | frozenset(_COMMITTEES)
_NOT_BEFORE = {
    "các", "những", "mỗi", "từng", "một", "nhiều", "cấp", "liên", "nội", "ngoại", "ngoài", "tác", "đô", "hai", "ba", "bốn", "năm", "sáu",
    "bảy", "tám", "chín", "mười", "số", "là", "thành", "công", "sang", "khác", "tòng", "nước",
}  # fmt: skip
_NOT_AFTER = {
    "hội", "này", "đó", "khác", "nào", "bạn", "lỵ", "nọ", "trực", "ngoài", "lộ", "viên", "trên", "táo", "hóa", "luận", "giao", "lẻ",
    "thành", "ấy",
}  # fmt: skip
_HEADS = {
    "ubnd", "hđnd", "mttq", "ubmttq", "ubmttqvn", "ủy ban nhân dân", "hội đồng nhân dân", "đoàn thể", "địa bàn", "lãnh đạo", "công an",
    "toàn", "cả", "nhân dân", "khắp", "đảng bộ", "chính quyền", "quân sự", "chỉ huy quân sự", "kinh tế", "thanh tra", "hội phụ nữ",
    "hội nông dân", "mặt trận tổ quốc", "việt nam", "toàn thể", "trung tâm", "văn phòng", "ban ngành", "ngành", "sở ngành", "đơn vị",
    "cơ quan", "thường trực", "đài truyền thanh", "y tế", "giáo dục",
}  # fmt: skip
"""Words before the level word that belong to the mention."""
_LOOSE_HEADS = {"của", "trong", "cho"}


@dataclass(frozen=True, slots=True)
class Generic(Span):
    """A level word without a name.

    ``level`` is what it says; ``word`` the place of the level word alone; ``acting`` whether a body or the whole unit is meant ("UBND
    huyện", "toàn tỉnh") rather than any unit of the kind.
    """

    level: str
    word: tuple[int, int]
    acting: bool


def annotate(doc: Document) -> tuple[Generic, ...]:
    """The layer ``generics``: the generic mentions of a document, in text order.

    Examples
    --------
    >>> import vnreport
    >>> [g.text for g in annotate(vnreport.analyze("UBND huyện và các đoàn thể tỉnh họp tại huyện Sơn Động."))]
    ['UBND huyện', 'đoàn thể tỉnh']
    """
    scan: Scan = doc.layer("scan")
    covered = {t for u in doc.units for t in scan.between(u.start, u.end)}
    out: list[Generic] = []
    for i in scan.where(_WORDS):
        if i in covered:
            continue
        word = scan.lower[i]
        after = scan.lower[i + 1] if i + 1 < len(scan) else ""
        before = scan.lower[i - 1] if i and not scan.line_break(i) else ""
        if after == "ủy" and word in _COMMITTEES:
            if i + 2 not in covered and before not in _NOT_BEFORE:
                a, b = scan.starts[i], scan.ends[i + 1]
                out.append(Generic(a, b, doc.text[a:b], _COMMITTEES[word], (a, scan.ends[i]), True))
            continue
        if (word, after) in _PAIRS:
            level, last = _PAIRS[word, after], i + 1
        elif word in _LEVELS and before != "thị":
            level, last = _LEVELS[word], i
        else:
            continue
        following = scan.lower[last + 1] if last + 1 < len(scan) else ""
        if before in _NOT_BEFORE or before.isdigit() or following in _NOT_AFTER or last + 1 in covered:
            continue
        if _listed(scan, i, last):
            continue
        start, acting = i, before in _LOOSE_HEADS
        for n in (4, 3, 2, 1):
            if i >= n and " ".join(scan.lower[i - n : i]) in _HEADS and "\n" not in doc.text[scan.starts[i - n] : scan.starts[i]]:
                start = i - n
                break
        a, b = scan.starts[start], scan.ends[last]
        out.append(Generic(a, b, doc.text[a:b], level, (scan.starts[i], b), acting or start < i))
    return tuple(out)


def _listed(scan: Scan, first: int, last: int) -> bool:
    """Whether the level word stands in a list of levels ("tỉnh, thành phố"; "quận/huyện")."""
    signs = (",", "/", "và", "-", "hoặc", "&")
    if last + 2 < len(scan) and scan.lower[last + 1] in signs and _is_level(scan, last + 2):
        return True
    return (
        first >= 2
        and scan.lower[first - 1] in signs
        and (scan.lower[first - 2] in _LEVELS or (first >= 3 and (scan.lower[first - 3], scan.lower[first - 2]) in _PAIRS))
    )


def _is_level(scan: Scan, i: int) -> bool:
    if i + 1 < len(scan) and scan.lower[i + 1] == "ủy":
        return False
    return scan.lower[i] in _LEVELS or (i + 1 < len(scan) and (scan.lower[i], scan.lower[i + 1]) in _PAIRS)
