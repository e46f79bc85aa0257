import pytest

from vnreport.document import Document, Meta
from vnreport.pipeline import Pipeline


def linked(text, posted="2018-06-01"):
    doc = Document(text, meta=Meta(posted=posted), engine=Pipeline())
    return [(u.name, u.code, u.province, u.status) for u in doc.units]


@pytest.mark.parametrize(
    ("text", "posted", "expected"),
    [
        ("huyện Châu Thành, tỉnh Tiền Giang", "2018-06-01", ("Châu Thành", "821", "Tiền Giang", "current")),
        ("huyện Châu Thành (Bến Tre)", "2018-06-01", ("Châu Thành", "831", "Bến Tre", "current")),
        ("TP. Thái Nguyên", "2018-06-01", ("Thái Nguyên", "164", "Thái Nguyên", "current")),
        ("Thái Nguyên", "2018-06-01", ("Thái Nguyên", "19", "Thái Nguyên", "current")),
        ("quận 2", "2018-06-01", ("2", "769", "Hồ Chí Minh", "current")),
        ("quận Cẩm Lệ", "2025-12-01", ("Cẩm Lệ", "495", "Đà Nẵng", "former")),
        ("phường Cẩm Lệ", "2025-12-01", ("Cẩm Lệ", "20260", "Đà Nẵng", "current")),
        ("tỉnh Bắc Giang", "2025-12-01", ("Bắc Giang", "24", "Bắc Giang", "former")),
        ("huyện Đông Giang của tỉnh Quảng Nam cũ", "2025-12-01", ("Đông Giang", "505", "Quảng Nam", "former")),
        ("tỉnh Hà Bắc", "2018-06-01", ("Hà Bắc", None, "Hà Bắc", "former")),
    ],
)
def test_the_first_unit_is_linked(text, posted, expected):
    assert linked(text, posted)[0] == expected


def test_a_namesake_is_told_by_a_parent_named_before():
    text = "Huyện Hòa Vang họp. Tại xã Hòa Phong, nhân dân phấn khởi."
    assert linked(text)[1] == ("Hòa Phong", "20320", "Đà Nẵng", "current")


def test_an_undecided_namesake_keeps_its_candidates():
    [unit] = Document("huyện Châu Thành", meta=Meta(posted="2018-06-01"), engine=Pipeline()).units
    assert unit.code is None and len(unit.candidates) > 5


def test_without_a_date_nothing_is_said_about_the_status():
    [unit] = Document("quận Cẩm Lệ", engine=Pipeline()).units
    assert (unit.code, unit.status) == ("495", "unknown")
