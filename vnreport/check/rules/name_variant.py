"""name-variant: one person spelt two ways."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from vnreport.check import known
from vnreport.check.names import bare_strangers, evidence_of, pairs, persons
from vnreport.check.registry import Rule, register
from vnreport.document import Document, Finding, Unchecked


@register
class NameVariant(Rule):
    """Một người được viết thành hai tên.

    Kiểm tra gì: hai họ tên chỉ khác nhau một âm tiết mà cùng giữ một chức vụ chỉ có một người (Chủ tịch, Bí thư, Giám đốc …) của cùng
    một cơ quan; hoặc chỉ khác nhau một dấu hay một chữ cái, mà một tên có âm tiết không thể có trong tiếng Việt (Hạnk), hoặc hai tên
    cùng chức vụ, hoặc tên sau được gọi như người đã giới thiệu ở trên; tên gọi tắt ("ông Tân") không phải của ai trong bài mà chỉ khác
    một chữ với tên người vừa nhắc; một tên chỉ khác một âm tiết với người trong danh sách khai báo ở cấu hình (officials).

    Vì sao: tên lãnh đạo viết sai là lỗi nặng của tin, bài; đọc lướt rất khó thấy (Sơn/Sơm, Hà/Hằng).

    Ví dụ sai: "bà Lưu Thị Mỹ Hạnh - Chủ tịch UBND phường … Chủ tịch UBND phường Lưu Thị Mỹ Hằng đề nghị …"

    Sửa thành: "bà Lưu Thị Mỹ Hạnh - Chủ tịch UBND phường … Chủ tịch UBND phường Lưu Thị Mỹ Hạnh đề nghị …"

    Giới hạn: không biết tên nào đúng, chỉ gợi ý tên được nhắc nhiều hơn (hoặc trước). Hai người gần tên nhau có chức vụ khác nhau,
    hai cấp phó của một cơ quan, hai tên trong một câu hay một danh sách, người được giới thiệu riêng (năm sinh, nơi ở) thì không báo.

    Nguồn: quy ước một cơ quan chỉ có một người đứng đầu (Luật Tổ chức chính quyền địa phương; Điều lệ Đảng).
    """

    code = "NAM001"
    name = "name-variant"
    summary = ("một người viết thành hai tên", "one person spelt two ways")
    texts: ClassVar = {
        "message": (
            "“{text}” và “{other}” có vẻ là một người ({why})",
            "“{text}” and “{other}” seem to be one person ({why_en})",
        ),
        "bare": (
            "“{text}” không phải tên ai trong văn bản; có vẻ là {other}",
            "“{text}” is nobody's name in the text; it seems to be {other}",
        ),
        "use-bare": ("theo tên {other} ở trên", "the name {other} above"),
        "use-other": ("theo tên “{other}” được nhắc {count} lần", "the name “{other}” occurs {count} times"),
        "listed": (
            "“{text}” có lẽ là “{other}” ({office}) trong danh sách của bạn",
            "“{text}” is probably “{other}” ({office}) of your list",
        ),
        "as-listed": ("tên “{other}” trong danh sách đã khai báo", "the name “{other}” of the configured list"),
        "no-office": (
            "“{one}” và “{other}” gần giống nhau nhưng không đủ căn cứ để coi là một người",
            "“{one}” and “{other}” are alike, but nothing shows that they are one person",
        ),
    }

    def check(self, doc: Document) -> Iterable[Finding | Unchecked]:
        """Findings in ``doc``."""
        flagged: set[str] = set()
        for at, official, sure in known.misspelt(doc):
            flagged.add(at.text)
            office = " ".join(x for x in (official.title, official.organisation) if x) or "–"
            yield self.finding(
                doc, at.start, at.end, message="listed", args={"other": official.name, "office": office},
                confidence=0.9 if sure else 0.7, suggestions=[(official.name, "as-listed", {"other": official.name})],
            )  # fmt: skip
        people = persons(doc)
        for one, other in pairs(people):
            if one.name in flagged or other.name in flagged:
                continue
            found = evidence_of(doc, one, other)
            if found is None or known.is_listed(doc, found.wrong.name):
                continue
            if not found.why:
                yield self.unchecked("no-office", one=one.name, other=other.name)
                continue
            wrong, right = found.wrong, found.right
            flagged.add(wrong.name)
            at = wrong.mentions[0]
            repair = right.name.upper() if at.text.isupper() else right.name
            yield self.finding(
                doc, at.start, at.end, confidence=found.confidence,
                args={"other": right.name, "why": found.why, "why_en": found.why_en},
                suggestions=[(repair, "use-other", {"other": right.name, "count": len(right.mentions)})],
                evidence=[(right.mentions[0], "conflict")],
            )  # fmt: skip
        for at, person in bare_strangers(doc, people):
            given = person.name.split()[-1]
            yield self.finding(
                doc, at.start, at.end, message="bare", args={"other": person.name}, confidence=0.6,
                suggestions=[(given, "use-bare", {"other": person.name})], evidence=[(person.mentions[0], "conflict")],
            )  # fmt: skip
