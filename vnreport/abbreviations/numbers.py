"""Numbers of documents ("41/QĐ-UBND", "18-NQ/TW", "08/2018/NĐ-CP"), taken apart code by code.

The forms are those of Decree 30/2020/NĐ-CP, Annex III (state) and of the party's rules for its documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vnreport.language.letters import LOWER, UPPER

_CODE = rf"[{UPPER}][{UPPER}{LOWER}]{{0,11}}\d{{0,2}}"
_NUMBER = re.compile(
    rf"(?<![\w/.,-])(?P<serial>\d{{1,6}}[a-zA-Z]?)\s?(?P<sep>[/-])\s?(?:(?P<year>(?:19|20)\d\d)\s?[/-]\s?)?(?P<codes>{_CODE}(?:\s?[-/&–]\s?{_CODE}){{0,4}})"
    rf"(?![\w])"
)
_PIECE = re.compile(_CODE)

KINDS = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định", "TC": "Thông cáo", "TB": "Thông báo",
    "HD": "Hướng dẫn", "CTr": "Chương trình", "CTR": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án", "DA": "Dự án",
    "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện", "GM": "Giấy mời", "GP": "Giấy phép",
    "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "NĐ": "Nghị định", "L": "Lệnh", "PL": "Pháp lệnh", "KL": "Kết luận",
    "CV": "Công văn", "GCN": "Giấy chứng nhận", "VBHN": "Văn bản hợp nhất", "NQLT": "Nghị quyết liên tịch", "CTrPH": "Chương trình phối hợp",
    "CTPH": "Chương trình phối hợp", "QCPH": "Quy chế phối hợp", "KHLT": "Kế hoạch liên tịch", "GGT": "Giấy giới thiệu",
    "GUQ": "Giấy ủy quyền", "ĐK": "Đăng ký", "CTHĐ": "Chương trình hành động", "KHPH": "Kế hoạch phối hợp",
}  # fmt: skip
"""Code of the kind -> kind of document; a code that is a body comes first only in a công văn ("3417/UBND-NL")."""

BODIES = {
    "BTC": "Bộ Tài chính", "BCT": "Bộ Công Thương", "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "QH": "Quốc hội", "TTCP": "Thanh tra Chính phủ",
    "HC": "Hành chính", "KT": "Kinh tế", "NC": "Nội chính", "NL": "Nông lâm", "NN": "Nông nghiệp", "CN": "Công nghiệp", "NV": "Nội vụ",
    "TC": "Tài chính", "TH": "Tổng hợp", "TP": "Tư pháp", "PC": "Pháp chế", "TTr": "Thanh tra", "TN": "Tài nguyên", "VP": "Văn phòng", "VX": "Văn xã",
    "XD": "Xây dựng", "GT": "Giao thông", "VH": "Văn hóa", "NNTN": "Nông nghiệp và Tài nguyên", "HĐ": "Hội đồng", "TTHĐ": "Thường trực Hội đồng",
}  # fmt: skip
"""What a code behind the kind or the issuer means, where free text mostly means something else by it."""

COURT = {
    "HS": "hình sự", "DS": "dân sự", "HC": "hành chính", "LĐ": "lao động", "KDTM": "kinh doanh thương mại", "HNGĐ": "hôn nhân và gia đình",
    "ST": "sơ thẩm", "PT": "phúc thẩm", "GĐT": "giám đốc thẩm", "QĐST": "quyết định sơ thẩm", "TLST": "thụ lý sơ thẩm",
    "HSST": "hình sự sơ thẩm", "HSPT": "hình sự phúc thẩm",
    "DSST": "dân sự sơ thẩm", "DSPT": "dân sự phúc thẩm",
}  # fmt: skip
"""The codes of judgments and decisions of courts ("21/2020/HS-ST")."""

PARTY_BODIES = frozenset({"TW", "TƯ", "TU", "ThU", "HU", "QU", "ĐU", "ĐUK", "CU"})


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number in a text.

    ``pieces`` are the places of its codes; ``kind`` is the kind that its first code says, or ``None`` (công văn, laws).
    """

    start: int
    end: int
    text: str
    serial: str
    year: str | None
    pieces: tuple[tuple[int, int, str], ...]

    @property
    def kind(self) -> str | None:
        return KINDS.get(self.pieces[0][2])

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(code for _, _, code in self.pieces)

    @property
    def of_court(self) -> bool:
        """Whether it is the number of a judgment or a decision of a court."""
        return not {"ST", "PT", "GĐT", "QĐST", "TLST", "TLPT", "HSST", "HSPT", "DSST", "DSPT"}.isdisjoint(self.codes)

    def body(self, code: str, index: int) -> str | None:
        """What ``code``, the one at ``index``, means if it has a meaning of its own in numbers."""
        return COURT.get(code) if self.of_court else BODIES.get(code) if index else None


@lru_cache(maxsize=4)  # several annotators and rules ask for those of the same text
def numbers(text: str) -> tuple[DocumentNumber, ...]:
    """The document numbers of a text.

    Examples
    --------
    >>> [(n.text, n.kind, n.codes) for n in numbers("Quyết định số 41/QĐ-UBND, Nghị quyết 18-NQ/TW, ngày 3/4/2018")]
    [('41/QĐ-UBND', 'Quyết định', ('QĐ', 'UBND')), ('18-NQ/TW', 'Nghị quyết', ('NQ', 'TW'))]
    """
    out = []
    for m in _NUMBER.finditer(text):
        base = m.start("codes")
        pieces = tuple((base + p.start(), base + p.end(), p[0]) for p in _PIECE.finditer(m["codes"]))
        # "5/Hà Nội", "2-Tây": a code has two capitals, or stands with another one
        if not any(sum(c.isupper() for c in code) > 1 for _, _, code in pieces):
            continue
        out.append(DocumentNumber(m.start(), m.end(), m[0], m["serial"], m["year"], pieces))
    return tuple(out)
