import pytest

from vnreport.language.residue import residue


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n// ]]>", ["// ]]>"]),
        ("x function showVideo(); y", ["function showVideo();"]),
        ("a&nbsp;b &amp; c", ["&nbsp;", "&amp;"]),
        ("<p class=x>Tin</p>", ["<p class=x>", "</p>"]),
        ("In trang\nTin", ["In trang"]),
        ("Cỡ chữ | In trang", ["Cỡ chữ | In trang"]),
        ("| No | Đã ban hành | |", ["| No | Đã ban hành | |"]),
        ("Quản lý video Quản lý video", ["Quản lý video Quản lý video"]),
        ("Tin\nBài một của hôm qua (18/10/2025, 06:36)\nBài hai của hôm qua (17/10/2025, 19:36)", [
            "Bài một của hôm qua (18/10/2025, 06:36)\nBài hai của hôm qua (17/10/2025, 19:36)"]),
        ("thuộc quận/huyện Huyện An Sơn", ["quận/huyện"]),
        ("lư\u00adơng", ["\u00ad"]),
        ("R&D và A & B; x < y; bà con chia sẻ.", []),
        ("Hội nghị lúc 8 giờ (18/10/2025, 06:36).", []),
    ],
)  # fmt: skip
def test_residue_is_found_by_its_form(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in residue(text)] == expected


def test_a_long_text_without_residue_is_run_through_in_linear_time() -> None:
    assert residue("<" * 20_000 + "&" * 20_000 + "|" * 20_000 + "(" * 20_000) == []
