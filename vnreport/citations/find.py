"""What is written: a kind word, a number, a date, a body.

Kinds and number forms follow Decree 30/2020/NĐ-CP (state) and the party's rules for its documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from vnreport.abbreviations.numbers import DocumentNumber, numbers
from vnreport.language.matcher import Matcher
from vnreport.language.scan import Scan

KINDS = {
    k.lower(): k
    for k in (
        "Nghị quyết liên tịch", "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư liên tịch", "Thông tư", "Thông báo", "Thông tri",
        "Công văn", "Công điện", "Kế hoạch", "Kết luận", "Báo cáo", "Tờ trình", "Hướng dẫn", "Chương trình", "Quy định", "Quy chế", "Đề án",
        "Giấy phép", "Giấy mời", "Giấy chứng nhận", "Biên bản", "Hợp đồng", "Pháp lệnh", "Lệnh", "Văn bản", "Hiến pháp", "Phương án", "Dự án",
        "Bộ luật", "Luật",
    )
}  # fmt: skip
_LAWS = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")
_TO_NUMBER = re.compile(r"(?: (?:liên tịch|khẩn|liên ngành|chung|phối hợp))?(?:\s+số)?\s*:?\s*")
_NAMED_NUMBER = re.compile(
    r"(?: (?!này|thay|kèm|theo|và|của|tại|nghị|quyết|thông|công (?:văn|điện)|kế hoạch|chỉ thị|tờ trình|báo cáo|biên bản|kết luận)"
    r"[^\W\d_]+| -){1,8}? số:? ?"
)
"""What stands between a kind and its number: "Báo cáo thẩm tra số 41/BC-KTXH"; the number's code must be that of the kind."""
_PLAIN = re.compile(r"\s+số:?\s*(\d{1,5})(?![\w/.,-]\w|\w)")
_AND_NUMBER = re.compile(r"\s*(?:,|;|và)\s+(?:số\s+)?")
_FULL = (
    r"(?:ngày\s+)?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)"
    r"|ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|tháng\s+(\d{1,2})/(\d{4})"
)
_DATE = re.compile(rf",?\s*\(?(?:ký |ban hành |được ký |lập |của chính phủ )?(?P<date>{_FULL}|ngày\s+\d{{1,2}}/\d{{1,2}}(?![\d/]))")
_YEAR = re.compile(r"\s+(năm\s+(\d{4}))(?!\d)")
_BY = re.compile(r",?\s+của\s+(?=[^\W\d_])")
_LAW_NAME = re.compile(
    r"(?: sửa đổi, bổ sung| [^\W\d_]+(?:,(?= (?:bổ sung|phòng|chống|hiến|lấy|ghép|xác|ký|"
    r"khen thưởng|chữa bệnh|công chức|thể thao|nhập cảnh|quá cảnh|cư trú|tôn giáo|đối thoại|an toàn|chăm sóc|vật liệu|sử dụng|"
    r"quản lý|giám sát|bảo vệ|tố cáo|đầu tư)))?){1,24}?"
    r"(?=\s+(?:số\s+\d|ngày\s+\d|năm\s+\d{4}|\(|đã|được|có|quy định|hiện hành|thì|về việc|và các)|[.;:)\n,]|$)"
)


@cache
def _kinds() -> Matcher[str]:
    return Matcher((folded, folded) for folded in KINDS)


@dataclass(frozen=True, slots=True)
class Written:
    """A citation as written: places only.

    ``law`` is the name of a law without a number; ``date`` the place of the date, ``by`` the offset where the name of the body begins.
    """

    start: int
    end: int
    kind: str
    number: DocumentNumber | None
    plain: str | None
    law: str | None
    date: tuple[int, int] | None
    by: int | None


def citations(scan: Scan) -> Iterator[Written]:
    """The citations of a text, in text order.

    Examples
    --------
    >>> from vnreport.language.scan import scan
    >>> [(w.kind, w.number.text) for w in citations(scan("theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ"))]
    [('Nghị định', '30/2020/NĐ-CP')]
    """
    folded, text = scan.folded, scan.text
    at = {n.start: n for n in numbers(text)}
    done = 0
    for start, kind_end, word in _kinds().longest(folded):
        if start < done:
            continue
        kind, law, begin = KINDS[word], word in _LAWS, kind_end
        name = None
        if law and (named := _LAW_NAME.match(folded, begin)):
            name, begin = text[start : named.end()], named.end()
        lead = _TO_NUMBER.match(folded, begin)
        number = at.get(lead.end()) if lead else None
        if number is None and not law and (lead := _NAMED_NUMBER.match(folded, kind_end)) and (named_ := at.get(lead.end())):
            number = named_ if named_.kind == kind else None
        plain = None if number or law else _PLAIN.match(folded, begin)
        if number:
            end = number.end
        elif plain:
            end = plain.end()
        elif law and name and text[start].isupper() and (text[kind_end + 1].isupper() or name[5:].startswith("sửa đổi")):
            end = begin
        else:
            if not law and (found := _unnumbered(folded, kind_end)):
                yield Written(start, found[1][1], kind, None, None, None, found[1], found[0])
                done = found[1][1]
            continue
        date, by, end = _tail(folded, end)
        if law and not number and date is None and (year := _YEAR.match(folded, end)):
            date, end = year.span(1), year.end()
        yield Written(start, end, kind, number, plain[1] if plain else None, name if law and not number else None, date, by)
        done = end
        # "Nghị định số 34/2016/NĐ-CP và số 154/2020/NĐ-CP": the same kind goes on
        while number and (more := _AND_NUMBER.match(folded, end)) and (number := at.get(more.end())):
            date, by, end = _tail(folded, number.end)
            yield Written(number.start, end, kind, number, None, None, date, by)
            done = end


def _tail(folded: str, end: int) -> tuple[tuple[int, int] | None, int | None, int]:
    """The date and the body that follow a number, and the end of the citation (the body's name left out)."""
    date = None
    if d := _DATE.match(folded, end):
        date, end = d.span("date"), d.end("date")
    by = _BY.match(folded, end)
    return date, by.end() if by else None, end


_CENTRAL = r"(?:thủ tướng )?chính phủ|quốc hội|bộ chính trị|ban bí thư|hội đồng chính phủ"
_BODY_THEN_DATE = re.compile(rf"(?: khẩn)? của ({_CENTRAL})\s+(?P<date>{_FULL})")


def _unnumbered(folded: str, start: int) -> tuple[int, tuple[int, int]] | None:
    """ "Quyết định của Chính phủ ngày 08/6/1961": a body and a full date, no number."""
    m = _BODY_THEN_DATE.match(folded, start)
    return (m.start(1), m.span("date")) if m else None
