"""Whatever the text, mentions are spans of it that do not overlap, and the rules end."""

from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport.check.rules.unit_era import UnitEra
from vnreport.check.rules.unit_level import UnitLevel
from vnreport.check.rules.unit_name import UnitName
from vnreport.check.rules.unit_parent import UnitParent
from vnreport.document import Document, Finding, Meta
from vnreport.pipeline import Pipeline

WORDS = (
    "quận huyện tỉnh xã phường thị trấn thành phố đặc khu các 5 TP. TX. Q. P.12 UBND HUYỆN QUẬN ủy Đoàn Cẩm Lệ Hà Nội Bắc Giang Sơn Động "
    "Hòa Vang Lê Văn Sơn Nguyễn Huế Đắk Lắk Ea H'leo M’Đrắk , ; : ( ) - – và gồm là . / % \n \n\n 7 12 2018 cũ "
    "thuộc của phủ tổng Thủ Đức 63 HCM"
).split(" ")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from([None, "2004-01-01", "2018-06-01", "2025-08-01", "2026-10-01"]))
def test_any_text_gives_sound_spans_and_findings(words, posted):
    text = " ".join(words)
    doc = Document(text, meta=Meta(posted=posted), engine=Pipeline())
    end = 0
    for unit in doc.units:
        assert unit.start >= end and text[unit.start : unit.end] == unit.text and unit.name
        assert unit.code is None or not unit.candidates
        end = unit.end
    assert doc.issuer is None or doc.issuer.level
    for rule in (UnitLevel(), UnitParent(), UnitEra(), UnitName()):
        for item in rule.check(doc):
            if isinstance(item, Finding):
                assert text[item.start : item.end] == item.text and item.text
