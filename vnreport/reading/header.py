"""The top of a page: title, posting date, author, poster, views."""

from __future__ import annotations

import re
from itertools import zip_longest

from vnreport.document import Meta, Region
from vnreport.reading import stamp
from vnreport.reading.body import credited
from vnreport.reading.byline import names
from vnreport.reading.lines import Line

HEAD = 10
"""How many lines the top of a page has at most."""
FOOT = 4
"""How many lines at the end may still carry the posting date."""

_LABEL = re.compile(
    r"(?P<poster>(?:người|ng\.) (?:đăng|gửi|nhập|cập nhật)(?: tin| bài)?\s?:|(?:được )?đăng bởi\s?:?|posted by\s?:?)"
    r"|(?P<views>(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập)\s?:|(?:đã xem|views?)\s?:)"
    r"|(?P<author>(?:tác giả|người viết|thực hiện|phóng viên|tin|bài|tin bài|bài viết|tin,? ảnh|bài,? ảnh|tin và ảnh|bài và ảnh)\s?:)"
    r"|(?P<other>(?:ngày|thời gian|giờ) (?:đăng|xuất bản|cập nhật|phát hành|gửi|viết|tạo)|cập nhật"
    r"|nguồn(?: tin| bài)?\s?:|chuyên mục\s?:|danh mục\s?:"
    r"|lượt (?:thích|bình luận)\s?:|bình luận\s?:|in (?:trang|bài)|gửi email|chia sẻ|cỡ chữ)",
    re.I,
)
_HINT = re.compile(r":|đăng bởi|posted by|lượt|views|cỡ chữ|in (?:trang|bài)|chia sẻ|gửi email", re.I)
"""What a line with labels has: :data:`_LABEL` is slow on others."""
_VIEWS = re.compile(r"[ \t]*(\d{1,3}(?:[.,]\d{3})+|\d{1,9})\b")
_VIEWS_AFTER = re.compile(r"\b(\d{1,3}(?:[.,]\d{3})+|\d{1,9}) (?:lượt xem|lượt đọc|views)\b", re.I)
_TRAIL = re.compile(r"^(?:trang chủ|home)\b.{0,120}$|^[^.]{2,40} (?:>|»|›|/) [^.]{2,60}$", re.I)
_SECTION = re.compile(
    r"(?:tin (?:tức|hoạt động|trong|nổi bật|mới|vắn|địa phương|cơ sở|bài)|hoạt động (?:của|chỉ đạo)|sự kiện|thời sự|chuyên mục|tin - bài)"
    r"(?: [^.:]{2,40}| - [^.:]{2,30})?$",
    re.I,
)
"""The name of a section, which may stand above the title."""
_FURNITURE = re.compile(r"^(?:mặc định|cỡ chữ|in trang|in bài|chia sẻ|email|print|facebook|zalo|gửi email|nghe|[aA][+-]?)(?:\b.{0,40})?$", re.I)
_SITE = re.compile(r"[^|]{3,80} \| [^|]{3,80}$|.{0,200}\b(?:giấy phép (?:số|hoạt động)|cấp phép hoạt động|bản quyền thuộc)\b", re.I)
_PROGRAMME = re.compile(r"chương trình\b", re.I)
_LISTED = re.compile(r"[-+•*]|\d{1,2}[.)] |xem |video:", re.I)
_DATELINE = re.compile(r"^(?:\([^()\n]{2,40}\)|[^\s.,:]{2,20}) ?[-–] ")


def find(text: str, ls: list[Line]) -> tuple[Meta, list[Region]]:
    """Meta data and regions of the header of a post or an article."""
    head = ls[:HEAD]
    stamps = {i: s for i in _places(len(ls)) if len(ls[i].text) < 200 and (s := stamp.find(text, ls[i].start, ls[i].end))}
    best = max(stamps, key=lambda i: (stamps[i].rank + (i < HEAD), -i), default=None)
    if best == 0 and stamps[0].rank == 1:  # the clock of the site, when the post has a stamp of its own
        best = next((i for i in range(1, 5) if i in stamps and stamps[i].rank == 1), 0)
    regions: list[Region] = []
    found: dict[str, str] = {}
    service = {i for i in stamps if i < HEAD and not _PROGRAMME.match(ls[i].text)}
    site = {i for i, line in enumerate(head) if _SITE.match(line.text)}
    for i, line in enumerate(head):
        labels = _labels(text, line) if len(line.text) < 250 and _HINT.search(line.text) else []
        for kind, a, b in labels:
            if kind not in found:
                found[kind] = text[a:b]
                regions.append(Region(a, b, text[a:b], kind))
        if labels or _TRAIL.match(line.text) or _FURNITURE.match(line.text):
            service.add(i)
    # A time stamp is the header's only together with what stands around it: deep in the text, without a label, it is content.
    if best is not None and stamps[best].rank == 1 and best > 3 and not (service & {best - 1, best + 1}) and best < len(ls) - FOOT:
        best = None
    title = _title(head, service, site, best, len(ls))
    posted = stamps.get(best) if best is not None else None
    if posted:
        regions.append(Region(posted.start, posted.end, text[posted.start : posted.end], "posted"))
    last = best if best is not None and best < HEAD else title if title is not None else 0
    for i in sorted(service):
        if i <= last + 2 or i == best:
            regions.append(Region(ls[i].start, ls[i].end, ls[i].text, "header"))
    name, title_region = _clean_title(text, ls[title]) if title is not None else (None, None)
    if title_region:
        regions.append(title_region)
    views = re.sub(r"\D", "", found.get("views", ""))
    return (
        Meta(
            name, posted.day if posted else None, posted.clock if posted else None, found.get("author"), found.get("poster"),
            int(views) if views else None,
        ),
        regions,
    )  # fmt: skip


def _places(count: int) -> list[int]:
    return [*range(min(HEAD, count)), *range(max(HEAD, count - FOOT), count)]


def _labels(text: str, line: Line) -> list[tuple[str, int, int]]:
    """Labelled values of a line, as (kind, start, end); a value goes on to the next label."""
    out = []
    marks = list(_LABEL.finditer(text, line.start, line.end))
    for m, following in zip_longest(marks, marks[1:]):
        end = following.start() if following else line.end
        if m["views"]:
            if v := _VIEWS.match(text, m.end(), line.end):
                out.append(("views", v.start(1), v.end(1)))
        elif m["poster"] or m["author"]:
            value = text[m.end() : end]
            bar = re.search(r"[|•;]| {2,}\S| - ", value)
            value = value[: bar.start()] if bar and value[: bar.start()].strip() else value
            a = m.end() + len(value) - len(value.lstrip(" \t\xa0:,"))
            b = m.end() + len(value.rstrip(" \t\xa0,;|-–("))
            if m["poster"] and 0 < b - a <= 60:
                out.append(("poster", a, b))
            elif m["author"] and (m.start() == line.start or m[0].lower().startswith("tác giả")) and (span := names(text, a, b)):
                out.append(("author", *span))
    if len(line.text) < 120 and not line.closed and (v := _VIEWS_AFTER.search(text, line.start, line.end)):
        out.append(("views", v.start(1), v.end(1)))
    return out


def _title(head: list[Line], service: set[int], site: set[int], posted: int | None, count: int) -> int | None:
    """Index of the title's line."""
    before = [i for i in range(posted if posted is not None and posted < HEAD else 0) if i not in service | site]
    if before:
        near = before[-1]
        # A heading of the section may stand above the title, a lead paragraph below it.
        if len(head[near].text) <= 300 and (len(head[near].text.split()) >= 3 or near == 0) and not (near > 0 and head[near].closed):
            return near
        return next((i for i in before if _title_like(head[i])), None)
    free = [i for i in range(len(head)) if i not in service | site]
    if site & {0, 1}:  # below the name of the site stand other lines of its frame
        free = [i for i in free if _title_like(head[i])]
    if len(free) > 1 and len(head[free[0]].text.split()) <= 7 and _SECTION.match(head[free[0]].text) and _title_like(head[free[1]]):
        free = free[1:]
    if not free or free[0] + 1 >= count:
        return None
    return free[0] if _title_like(head[free[0]]) else None


def _title_like(line: Line) -> bool:
    return (
        3 <= len(line.text.split()) <= 32 and len(line.text) <= 150 and not line.closed and not line.text.endswith((":", "…"))
        and not _DATELINE.match(line.text) and not _LISTED.match(line.text) and not credited(line.text)
    )  # fmt: skip


def _clean_title(text: str, line: Line) -> tuple[str, Region]:
    """The title and its place; of a row of a list with cells between bars it is the first cell that is not empty."""
    start, end = line.start, line.end
    if line.text.startswith("|"):
        m = re.compile(r"[|\s]*([^|]*[^|\s])").match(text, start, end)
        if m:
            start, end = m.span(1)
    return text[start:end], Region(start, end, text[start:end], "title")
