"""Residue of the page in the text."""

from __future__ import annotations

from collections.abc import Iterator

from vnreport.check.registry import Rule, register
from vnreport.document import Document, Finding
from vnreport.language.residue import HYPHEN, INVISIBLE

_BLANK = {"&nbsp;", "&nbsp"}


@register
class Residue(Rule):
    """Tàn dư của trang web trong bài.

    Kiểm tra gì: đoạn mã (``// ]]>``, ``function …();``), thẻ và thực thể HTML, nhãn nút bấm ("In trang", "Mặc định Cỡ chữ"), cột của
    danh sách, hộp tin khác dính vào bài, ký tự vô hình nằm giữa từ.

    Vì sao: các mẩu này không do tác giả viết; chúng hiện ra khi bài được chép từ trình soạn thảo hay từ trang khác, và làm hỏng việc
    tìm kiếm.

    Ví dụ sai: Hội nghị kết thúc lúc 11 giờ. // ]]>

    Sửa thành: Hội nghị kết thúc lúc 11 giờ.

    Giới hạn: chỉ nhận các dạng quen thuộc; nhãn nút bấm phải đứng riêng một dòng.

    Nguồn: các dạng tàn dư gặp trên cổng thông tin địa phương, do dự án thu thập.
    """

    code = "TXT005"
    name = "residue"
    repair = "safe"
    summary = ("tàn dư của trang web hoặc trình soạn thảo", "what a web page or an editor left behind")
    texts = {
        "message": ("“{text}” là tàn dư của trang, không thuộc bài viết", "“{text}” is left over from the page, not part of the article"),
        "invisible": ("từ “{text}” có ký tự vô hình {sign} ở giữa", "the word “{text}” has an invisible character {sign} inside"),
        "delete": ("bỏ phần thừa", "delete it"),
        "clean": ("bỏ ký tự vô hình", "delete the invisible character"),
        "hyphen": ("ký tự này là gạch nối của Word: viết gạch nối thường", "this is a hyphen of Word: write a plain one"),
        "space": ("thay bằng dấu cách", "put a space in its place"),
    }

    def check(self, doc: Document) -> Iterator[Finding]:
        for start, end in _together(doc.layer("residue")):
            piece = doc.text[start:end]
            if len(piece) == 1 and piece in INVISIBLE:
                yield from self._invisible(doc, start)
            elif not piece.strip():
                continue
            elif piece in _BLANK:
                yield self.finding(doc, start, end, confidence=0.97, suggestions=[(" ", "space", {})])
            else:
                yield self.finding(doc, start, end, confidence=0.9, suggestions=[("", "delete", {})])

    def _invisible(self, doc: Document, at: int) -> Iterator[Finding]:
        """The sign counts where it splits a word; elsewhere it does no harm that a reader could see."""
        text = doc.text
        start, end = at, at + 1
        while start > 0 and (text[start - 1].isalnum() or text[start - 1] in INVISIBLE):
            start -= 1
        while end < len(text) and (text[end].isalnum() or text[end] in INVISIBLE):
            end += 1
        first = next(i for i in range(start, end) if text[i] in INVISIBLE)
        if first != at:  # the word was reported at its first sign
            return
        word = text[start:end]
        clean = "".join(c for c in word.replace(HYPHEN, "-") if c not in INVISIBLE)
        inside = clean and text[start] not in INVISIBLE and text[end - 1] not in INVISIBLE
        yield self.finding(
            doc, start, end, message="invisible", args={"sign": f"U+{ord(text[at]):04X}"}, severity=None if inside else "info",
            confidence=0.97 if inside else 0.6, suggestions=[(clean, "hyphen" if HYPHEN in word else "clean", {})],
        )  # fmt: skip


def _together(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in text order; one that lies in another is dropped."""
    out: list[tuple[int, int]] = []
    for a, b in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not out or b > out[-1][1]:
            out.append((a, b))
    return out
