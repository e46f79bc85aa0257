"""unused-ignore: notes to the checker that silence nothing."""

from __future__ import annotations

from collections.abc import Iterable

from vnreport.check.registry import Rule, register
from vnreport.document import Document, Finding


@register
class UnusedIgnore(Rule):
    """Ghi chú “vnreport: ignore[…]” không còn tác dụng.

    Kiểm tra gì: ghi chú bảo bỏ qua một quy tắc, nhưng dòng đó không còn phát hiện nào của quy tắc ấy; ghi chú nêu quy tắc không có hoặc
    không nêu quy tắc nào.

    Vì sao: ghi chú cũ che mất lỗi mới, và còn nằm lại trong văn bản khi đăng.

    Ví dụ sai: "Hội nghị đã kết thúc. <!-- vnreport: ignore[doubled-word] -->" (không còn từ lặp)

    Sửa thành: "Hội nghị đã kết thúc."

    Giới hạn: chỉ xét ghi chú mà mọi quy tắc nó nêu đều được chạy.

    Nguồn: quy ước của công cụ này (docs/configuration.md).
    """

    code = "SUP001"
    name = "unused-ignore"
    severity = "info"
    summary = ("ghi chú bỏ qua không còn tác dụng", "a note to the checker that silences nothing")
    texts = {
        "message": ("“{marker}” không bỏ qua phát hiện nào của {selector}: hãy xóa", "“{marker}” silences no finding of {selector}: delete it"),
        "unknown": ("“{marker}” nêu quy tắc {selector} không có", "“{marker}” names a rule {selector} that does not exist"),
        "empty": ("“{marker}” không bỏ qua gì: hãy nêu tên quy tắc trong […]", "“{marker}” silences nothing: name the rules in […]"),
    }

    def check(self, doc: Document) -> Iterable[Finding]:
        """Nothing: what the markers silenced is known when all rules have run."""
        return ()
