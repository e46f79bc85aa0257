from typing import ClassVar, NamedTuple

from vnreport.output.rules import as_dict, listing, page


class Option(NamedTuple):
    default: object
    vi: str
    en: str


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
    settable: ClassVar[dict[str, Option]] = {"allow": Option(("ha ha",), "chữ được phép", "texts that are right")}


def test_page_in_both_languages() -> None:
    assert page(Example()) == (
        "TXT999 example (cảnh báo)\n\nViết lặp\n\nKiểm tra gì\n  chữ viết hai lần.\n\nVì sao\n  lỗi gõ.\n\nSửa thành\n  viết một lần\n  rồi thôi.\n\n"
        'Tùy chọn (rules.example)\n  allow = ["ha ha"]: chữ được phép'
    )
    assert page(Example(), "en") == (
        "TXT999 example (warning)\n\nWritten twice\n\nMessages\n  message: “{text}” is written twice\n\n"
        'Options (rules.example)\n  allow = ["ha ha"]: texts that are right'
    )


def test_listing_and_object() -> None:
    assert listing([Example()]) == "TXT999  example            cảnh báo  Viết lặp"
    assert as_dict(Example())["sections"]["Vì sao"] == "lỗi gõ."
    assert as_dict(Example())["options"] == {"allow": {"default": ["ha ha"], "vi": "chữ được phép", "en": "texts that are right"}}
