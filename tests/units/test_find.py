import pytest

from vnreport.document import Document, Meta
from vnreport.pipeline import Pipeline


def found(text, posted="2018-06-01"):
    doc = Document(text, meta=Meta(posted=posted), engine=Pipeline())
    return [(u.text, u.level, u.name) for u in doc.units]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND quận Cẩm Lệ họp.", [("quận Cẩm Lệ", "quận", "Cẩm Lệ")]),
        ("UBND Q. Cẩm Lệ họp.", [("Q. Cẩm Lệ", "quận", "Cẩm Lệ")]),
        ("ỦY BAN NHÂN DÂN\nHUYỆN PHÚ NINH", [("HUYỆN PHÚ NINH", "huyện", "Phú Ninh")]),
        ("Công an TX. Từ Sơn", [("TX. Từ Sơn", "thị xã", "Từ Sơn")]),
        ("tại TPHCM", [("TPHCM", "thành phố", "Hồ Chí Minh")]),
        ("tại TP.HCM và TP HCM", [("TP.HCM", "thành phố", "Hồ Chí Minh"), ("TP HCM", "thành phố", "Hồ Chí Minh")]),
        ("tại P.12, Q.3, TP.HCM", [("P.12", "phường", "12"), ("Q.3", "quận", "3"), ("TP.HCM", "thành phố", "Hồ Chí Minh")]),
        ("tỉnh Bà Rịa– Vũng Tàu", [("tỉnh Bà Rịa– Vũng Tàu", "tỉnh", "Bà Rịa - Vũng Tàu")]),
        ("huyện Cư M’gar, tỉnh Đăk Lăk", [("huyện Cư M’gar", "huyện", "Cư M'gar"), ("tỉnh Đăk Lăk", "tỉnh", "Đắk Lắk")]),
        ("huyện Hoà Vang", [("huyện Hoà Vang", "huyện", "Hòa Vang")]),
    ],
)
def test_a_level_word_in_any_form_and_a_name(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("các huyện: Sơn Động, Lục Ngạn và Lục Nam", [("huyện", "Sơn Động"), ("huyện", "Lục Ngạn"), ("huyện", "Lục Nam")]),
        ("các huyện, thành phố: Sơn Động, Bắc Giang", [(None, "Sơn Động"), (None, "Bắc Giang")]),
        ("các quận 7, 12 và Gò Vấp (TPHCM)", [("quận", "7"), ("quận", "12"), ("quận", "Gò Vấp"), ("thành phố", "Hồ Chí Minh")]),
        ("Quận ủy 1, 3, Tân Bình", [(None, "1"), (None, "3"), (None, "Tân Bình")]),
        ("quận Cẩm Lệ có 6 phường, gồm: Khuê Trung, Hòa An", [("quận", "Cẩm Lệ"), ("phường", "Khuê Trung"), ("phường", "Hòa An")]),
        ("các phường của quận Cẩm Lệ: Hòa An 99,5%; Hòa Phát 98%", [("quận", "Cẩm Lệ"), (None, "Hòa An"), (None, "Hòa Phát")]),
        ("tỷ lệ của các phường như sau: Hòa An 99,5%; Hòa Phát 98%", [("phường", "Hòa An"), ("phường", "Hòa Phát")]),
        (
            "Các xã thuộc huyện Hòa Vang được khen là Hòa Phong, Hòa Nhơn",
            [("huyện", "Hòa Vang"), ("xã", "Hòa Phong"), ("xã", "Hòa Nhơn")],
        ),
        (
            "các huyện Sơn Động, thành phố Bắc Giang, Lục Ngạn",
            [("huyện", "Sơn Động"), ("thành phố", "Bắc Giang"), ("huyện", "Lục Ngạn")],
        ),
        ("huyện miền núi Kỳ Sơn", [("huyện", "Kỳ Sơn")]),
        ("phường Hòa An, Hòa Phát", [("phường", "Hòa An"), ("phường", "Hòa Phát")]),
    ],
)
def test_a_list_shares_its_level_word(text, expected):
    assert [(level, name) for _, level, name in found(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch UBND quận Lê Văn Sơn phát biểu.",
        "Phó Chủ tịch UBND huyện Hoàng Mai Phương dự.",
        "Đường Hà Nội và cầu Cần Thơ thông xe, sông Hồng cạn.",
        "Ông Thái Bình và chị Hòa Bình được khen.",
        "Chúng ta yêu hòa bình; Độc lập - Tự do - Hạnh phúc.",
        "Tin, ảnh: Hà Nam",
        "ĐỒNG CHÍ NGUYỄN THÁI BÌNH",
        "nạn nhân đi xe 37P2-2882",
        "phát triển kinh tế - xã hội, cấp xã hội hóa",
        "công viên Thái Bình Dương",
        "tại tỉnh Quảng Đông, Trung Quốc",
    ],
)
def test_persons_streets_and_words_are_no_units(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND quận Lê Chân", "Lê Chân"),
        ("huyện Trần Văn Thời", "Trần Văn Thời"),
        ("phường Nguyễn Thái Bình", "Nguyễn Thái Bình"),
        ("UBND xã Lê Minh Xuân", "Lê Minh Xuân"),
    ],
)
def test_units_named_after_persons(text, expected):
    assert [name for _, _, name in found(text)] == [expected]


def test_a_name_alone_counts_when_the_text_or_its_province_carries_it():
    text = "Hội nghị của tỉnh Bắc Giang nghe lãnh đạo Lục Ngạn báo cáo. Người Bắc Giang và Lục Ngạn vui mừng."
    assert [name for _, _, name in found(text)] == ["Bắc Giang", "Lục Ngạn", "Bắc Giang", "Lục Ngạn"]


def test_spans_are_places_of_the_text():
    text = "Sáng nay, các xã Hòa Phong, Hòa Nhơn (huyện Hòa Vang, TP. Đà Nẵng) họp."
    doc = Document(text, meta=Meta(posted="2018-06-01"), engine=Pipeline())
    assert doc.units and all(text[u.start : u.end] == u.text for u in doc.units)
