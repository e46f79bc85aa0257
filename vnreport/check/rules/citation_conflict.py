"""citation-conflict."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from vnreport.abbreviations.numbers import numbers
from vnreport.check.registry import Repair, Rule, register
from vnreport.citations.own import own
from vnreport.document import Citation, DateSpan, Document, Finding
from vnreport.language.letters import fold

_LAWS = frozenset(("Luật", "Bộ luật", "Pháp lệnh"))
_SINGLE = frozenset(("Tờ trình", "Kế hoạch", "Thông báo", "Báo cáo", "Chỉ thị", "Công điện", "Hướng dẫn", "Đề án", "Phương án"))
_WORD = re.compile(r"[^\W_]+")
_ABOUT = re.compile(
    r",?(?: của [^.;:()\n“”,]{2,60}?)?,? (?P<said>(?:về|ban hành|phê duyệt|quy định|công nhận|thành lập|giao|tặng|thông qua|thu hồi|bổ sung|"
    r"điều chỉnh|kiện toàn|công bố|tổ chức|triển khai|thực hiện)(?![^\W_])[^.;:()\n“”]{8,140})"
)
_ANNEX = re.compile(r"(?m)^[ \t]*\(?(?:Ban hành )?[Kk]èm theo $")


@register
class CitationConflict(Rule):
    """Một văn bản được viện dẫn theo hai cách trái nhau.

    Kiểm tra gì: cùng loại, cùng số, ký hiệu mà có hai ngày ban hành khác nhau; cùng loại, cùng ngày, cùng ký hiệu mà số chỉ khác do hai chữ số
    đổi chỗ hay một chữ số; cùng loại, cùng ký hiệu, cùng trích yếu mà hai số; số ở đầu văn bản khác số ở phụ lục "Kèm theo Quyết định số …".

    Vì sao: người đọc không biết tìm văn bản nào; căn cứ pháp lý sai.

    Ví dụ sai: "Kế hoạch số 1520/KH-UBND ngày 15/3/2022 … Kế hoạch số 1520/KH-UBND ngày 25/3/2022".

    Sửa thành: cùng một ngày ở cả hai chỗ.

    Giới hạn: không biết ngày nào đúng, nên đề nghị ngày gặp nhiều hơn, bằng nhau thì ngày gặp trước. Số không kèm năm của hai cơ quan khác
    nhau không so với nhau.

    Nguồn: so các chỗ trong cùng một văn bản.
    """

    code = "REF001"
    name = "citation-conflict"
    severity = "error"
    summary = ("một văn bản viện dẫn với hai ngày hoặc hai số", "one document cited with two dates or two numbers")
    texts = {
        "message": ("{document} ở đây ghi {here}, chỗ khác ghi {there}", "{document} is dated {here} here, {there} elsewhere"),
        "number": ("{document} và {other} cùng ngày {day}: một văn bản, hai số?", "{document} and {other} of the same day {day}: one document?"),
        "subject": (
            "{document} và {other} có cùng trích yếu: một văn bản, hai số?",
            "{document} and {other} have one subject: two numbers of one document?",
        ),
        "own": ("phụ lục ghi {document}, đầu văn bản ghi {other}", "the annex says {document}, the letterhead {other}"),
        "as-elsewhere": ("như chỗ kia trong văn bản", "as elsewhere in the text"),
    }

    def check(self, doc: Document) -> Iterator[Finding]:
        groups: dict[tuple[str, str], list[Citation]] = defaultdict(list)
        for c in doc.citations:
            if c.number and c.date and len(c.date) == 10 and ("/" in c.number or c.kind in _LAWS):
                groups[c.kind or "", re.sub(r"\s", "", fold(c.number))].append(c)
        for same in groups.values():
            yield from self._dates(doc, same)
        yield from self._numbers(doc, [same[0] for same in groups.values()])
        yield from self._subjects(doc)
        yield from self._annex(doc)

    def _subjects(self, doc: Document) -> Iterator[Finding]:
        """One subject under two numbers that differ in one figure or in two exchanged ones."""
        groups: dict[object, list[tuple[Citation, str, tuple[str, ...]]]] = defaultdict(list)
        for c in doc.citations:
            n = next(iter(numbers(c.text)), None)
            words = _subject(doc, c) if n else ()
            if n is None or len(words) < 5:
                continue
            told = groups[c.kind, n.codes, n.year, words[:2]]
            for other, text, others in told[:20]:
                same_day = not c.date or not other.date or c.date == other.date
                if same_day and _one_slip(re.split(r"\D", text, maxsplit=1)[0], n.serial) and _same_words(words, others):
                    repair: list[Repair] = [(text, "as-elsewhere", {})]
                    yield self.finding(
                        doc, c.start + n.start, c.start + n.end, message="subject", args={"document": n.text, "other": text}, confidence=0.7,
                        severity="warning", suggestions=repair, evidence=[(other, "conflict")],
                    )  # fmt: skip
                    break
            else:
                told.append((c, n.text, words))

    def _annex(self, doc: Document) -> Iterator[Finding]:
        """ "(Kèm theo Quyết định số 12/QĐ-UBND)" over an annex is the document itself."""
        me = own(doc)
        if me is None:
            return
        for c in doc.citations:
            n = next(iter(numbers(c.text)), None)
            head = _ANNEX.search(doc.text, max(0, c.start - 40), c.start)
            if n is None or head is None or (c.kind, n.codes, n.year) != (me.kind, me.number.codes, me.number.year) or n.serial == me.number.serial:
                continue
            repair: list[Repair] = [(me.number.text, "as-elsewhere", {})]
            yield self.finding(
                doc, c.start + n.start, c.start + n.end, message="own", args={"document": n.text, "other": me.number.text}, confidence=0.85,
                suggestions=repair, evidence=[(doc.span(me.number.start, me.number.end), "conflict")],
            )  # fmt: skip

    def _dates(self, doc: Document, same: list[Citation]) -> Iterator[Finding]:
        counts = Counter(c.date for c in same)
        if len(counts) < 2 or len({_place(c.issuer) for c in same if c.issuer}) > 1:
            return
        usual = counts.most_common(1)[0][0]
        model = next(c for c in same if c.date == usual)
        there = _date_span(doc, model)
        for c in same:
            here = _date_span(doc, c)
            if c.date != usual and here and there:
                if c.kind in _LAWS and "/" not in (c.number or "") and not _one_part((c.date or "").split("-"), (usual or "").split("-")):
                    continue  # a law and the one that replaced it bear one name
                args = {"document": c.number if c.kind in _LAWS else f"{c.kind} {c.number}", "here": here.text, "there": there.text}
                repair: list[Repair] = [(there.text, "as-elsewhere", {})]
                yield self.finding(doc, here.start, here.end, args=args, confidence=0.9, suggestions=repair, evidence=[(model, "conflict")])

    def _numbers(self, doc: Document, firsts: list[Citation]) -> Iterator[Finding]:
        days: dict[tuple[str | None, str | None, str], list[Citation]] = defaultdict(list)
        for c in firsts:
            days[c.kind, c.date, re.sub(r"^\d+", "", c.number or "")].append(c)
        for same in days.values():
            for i, c in enumerate(same):
                for other in same[:i]:
                    a, b = (re.match(r"\d+", x.number or "") for x in (c, other))
                    # a body's numbers of one day lie close together, but a council passes many resolutions at once
                    far = c.kind in _SINGLE and a and b and abs(int(a[0]) - int(b[0])) >= 20
                    if a and b and _one_slip(a[0], b[0]) and (far or sorted(a[0]) == sorted(b[0])):
                        args = {"document": c.number, "other": other.number, "day": c.date}
                        at = doc.text.index(c.number or "", c.start)
                        repair: list[Repair] = [(other.number or "", "as-elsewhere", {})]
                        yield self.finding(
                            doc, at, at + len(c.number or ""), message="number", args=args, confidence=0.6, severity="warning",
                            suggestions=repair, evidence=[(other, "conflict")],
                        )  # fmt: skip


def _subject(doc: Document, c: Citation) -> tuple[str, ...]:
    """The first words of what a document is about, after its number, date and body: "về …", "phê duyệt …"."""
    m = _ABOUT.match(doc.text, c.end)
    words: list[str] = _WORD.findall(doc.text[m.start("said") : m.end()].lower()) if m else []
    return tuple(words[2 if words[:2] == ["về", "việc"] else 1 if words[:1] == ["về"] else 0 :][:12])


def _same_words(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    n = min(len(a), len(b))
    return sum(x == y for x, y in zip(a, b, strict=False)) >= max(5, 0.8 * n)


def _one_part(a: list[str], b: list[str]) -> bool:
    """Whether two days differ in one of day, month and year."""
    return sum(x != y for x, y in zip(a, b, strict=False)) == 1


def _one_slip(a: str, b: str) -> bool:
    """Whether two serial numbers differ in one figure or in two exchanged ones."""
    return len(a) == len(b) > 1 and a != b and (sum(x != y for x, y in zip(a, b, strict=True)) == 1 or sorted(a) == sorted(b))


def _place(issuer: str | None) -> str:
    """The unit an issuer belongs to, for telling "UBND tỉnh" from "UBND huyện"."""
    words = fold(issuer or "").split()
    return next((w for w in words if w in ("tỉnh", "huyện", "quận", "xã", "phường", "bộ", "sở")), "")


def _date_span(doc: Document, c: Citation) -> DateSpan | None:
    return next((d for d in doc.dates if c.start <= d.start and d.end <= c.end and d.value and d.value[:10] == c.date), None)
