import pytest

from vnreport.reading import read_text

BODY = "Sáng 22/3, UBND phường Bình An tổ chức hội nghị sơ kết công tác quý I; các khu phố, chi bộ và đoàn thể cùng dự hội nghị này."


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Thu Hà", "Thu Hà"),
        ("Nguyễn Thị Thu Hà", "Nguyễn Thị Thu Hà"),
        ("Tin, ảnh: Thu Hà", "Thu Hà"),
        ("Bài và ảnh: Thu Hà", "Thu Hà"),
        ("Tác giả: Thu Hà", "Thu Hà"),
        ("Thu Hà – Binhan.Gov.VN", "Thu Hà"),
        ("Thu Hà - Phòng Văn hóa và Thông tin", "Thu Hà"),
        ("Thu HàTổng hợp", "Thu Hà"),
        ("Thu HàTheo Báo Mẫu", "Thu Hà"),
        ("Thu Hà (Tổng hợp)", "Thu Hà"),
        ("Thu Hà - Minh Đức", "Thu Hà - Minh Đức"),
        ("ThS. Nguyễn Thu Hà", "Nguyễn Thu Hà"),
        ("Hội nghị kết thúc tốt đẹp./. Thu Hà", "Thu Hà"),
        ("Thu Hà, Minh Đức", "Thu Hà, Minh Đức"),
        ("Thu Hà (CTV)", "Thu Hà"),
        ("T.H", "T.H"),
        ("P.V", None),
        ("M. Hà", "M. Hà"),
        ("H’Lan", "H’Lan"),
        ("Siu H'Pret", "Siu H'Pret"),
        ("Trường Giang", "Trường Giang"),
        ("Theo BBA", None),
        ("Nguồn: Báo Mẫu", None),
        ("Báo Chính Phủ", None),
        ("Báo chính phủ", None),
        ("Ảnh: Thu Hà", None),
        ("BBT", None),
        ("Văn Phòng", None),
        ("Hội nghị kết thúc tốt đẹp.", None),
    ],
)
def test_author_at_the_end(line: str, author: str | None) -> None:
    assert read_text(f"Phường Bình An sơ kết công tác quý I\n17/11/2025\n{BODY}\n\n{line}\n").meta.author == author


def test_residue_below_the_byline_is_passed_over() -> None:
    doc = read_text(f"Phường Bình An sơ kết quý I\n17/11/2025\n{BODY}\n\nThu Hà\n\nIn trang\n\n// ]]>")
    assert doc.meta.author == "Thu Hà"
    assert [r.text for r in doc.region("residue")] == ["In trang", "// ]]>"]


def test_a_name_between_paragraphs_is_no_byline() -> None:
    assert read_text(f"Phường Bình An sơ kết quý I\n17/11/2025\n{BODY}\n{BODY}\nThu Hà\n{BODY}\n").meta.author is None


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("{title}\n17/11/2025\nThu Hà\n", "Thu Hà"),
        ("{title}\n• Thu Hà\n10:12, 17/11/2025\n", "Thu Hà"),
        ("{title}\nTHU HÀ | 17/11/2025\n", "THU HÀ"),
        ("{title}\n17/11/2025 | Thu Hà\n", "Thu Hà"),
        ("NÔNG NGHIỆP | Thứ hai, 17/11/2025\n{title}\n", None),
        ("Văn hóa\n{title}\n17/11/2025\n", None),
    ],
)
def test_author_in_the_top_of_the_page(head: str, author: str | None) -> None:
    title = "Phường Bình An sơ kết công tác quý I"
    assert read_text(head.format(title=title) + f"\n{BODY}\n\n{BODY}\n").meta.author == author
