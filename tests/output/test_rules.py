from typing import ClassVar

from vnreport.output.rules import as_dict, listing, page


class Example:
    """A rule's page.

    Kiểm tra gì: chữ viết hai lần.

    Vì sao: lỗi gõ.

    Sửa thành: viết một lần
    rồi thôi.
    """

    code: ClassVar[str] = "TXT999"
    name: ClassVar[str] = "example"
    severity: ClassVar[str] = "warning"
    summary: ClassVar[tuple[str, str]] = ("Viết lặp", "Written twice")
    texts: ClassVar[dict[str, tuple[str, str]]] = {"message": ("“{text}” viết lặp", "“{text}” is written twice")}


def test_page_in_both_languages() -> None:
    assert page(Example()) == (
        "TXT999 example (cảnh báo)\n\nViết lặp\n\nKiểm tra gì\n  chữ viết hai lần.\n\nVì sao\n  lỗi gõ.\n\nSửa thành\n  viết một lần\n  rồi thôi."
    )
    assert page(Example(), "en") == "TXT999 example (warning)\n\nWritten twice\n\nMessages\n  message: “{text}” is written twice"


def test_listing_and_object() -> None:
    assert listing([Example()]) == "TXT999  example            cảnh báo  Viết lặp"
    assert as_dict(Example())["sections"]["Vì sao"] == "lỗi gõ."
