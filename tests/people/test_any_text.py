"""Whatever the text, offsets hold and nothing fails."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport.document import Document
from vnreport.pipeline import Pipeline

PIECES = (
    "ông", "Bà", "đồng chí", "Đ/c", "Nguyễn", "Văn", "Sơn", "Lê Thị", "Y", "H'Yâo", "K.", "UBND", "quận", "Sơn Trà", "Chủ tịch", "Phó",
    "KT.", "TM.", "Ban Chỉ đạo", "Sở", "Nội vụ", "Trưởng", "phòng", "nguyên", "các", ",", ";", "-", "–", "(", ")", ":", ".", "\n", "\n\n",
    "Ảnh:", "BGP/", "và", "là", "giữ chức", "Hội", "đồng hương", "tại", "tỉnh", "Trường THPT", "CHỦ TỊCH", "PHÓ", "12/3", "T.Ư",
    "Đoàn", "khu phố", "1",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from((" ", "", "  ")))
def test_spans_are_those_of_the_text(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    doc = Document(text, engine=Pipeline())
    for e in doc.entities:
        assert text[e.start : e.end] == e.text == e.text.strip() != ""
        assert 0 < e.confidence <= 1
    for o in doc.officials:
        assert o.name and o.titles and o.mentions
        assert all(text[m.start : m.end] == m.text for m in o.mentions)


@pytest.mark.parametrize("piece", ["Ban Thường vụ ", "Bộ Tư lệnh ", "UBND và HĐND ", "Công ty ", "Công đoàn ", "Hội Liên hiệp Thanh niên ", "Ban "])
def test_a_text_of_nothing_but_heads_does_not_run_deep(piece: str) -> None:
    doc = Document(piece * 2000, engine=Pipeline())
    assert doc.entities is not None and doc.officials is not None
