
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.limits import within
from vnreport.language.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hội nghị kết thúc. Mọi người ra về.", ["Hội nghị kết thúc.", "Mọi người ra về."]),
        ("Đoàn đến TP. Huế rồi về Q. Bình Thạnh.", ["Đoàn đến TP. Huế rồi về Q. Bình Thạnh."]),
        ("Diện tích 1.234,5 ha. Dân số 3.500 người.", ["Diện tích 1.234,5 ha.", "Dân số 3.500 người."]),
        ("Tiêu đề không có dấu chấm\nNgày 3/4, quận họp", ["Tiêu đề không có dấu chấm", "Ngày 3/4, quận họp"]),
        ("Ông nói: “Phải làm ngay.” Mọi người vỗ tay.", ["Ông nói: “Phải làm ngay.”", "Mọi người vỗ tay."]),
        ("Bảo đảm hiệu quả./.\nHồng Hà", ["Bảo đảm hiệu quả./.", "Hồng Hà"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


@given(st.text())
def test_sentences_cover_everything_but_white_space(text: str) -> None:
    covered = "".join(text[a:b] for a, b in sentences(text))
    assert "".join(covered.split()) == "".join(text.split())


def test_leader_dots_come_to_an_end() -> None:
    text = "Họ và tên: " + "." * 100_000
    with within(60):
        assert sentences(text) == [(0, len(text))]
