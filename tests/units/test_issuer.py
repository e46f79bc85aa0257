import pytest

from vnreport.document import Document, Meta
from vnreport.pipeline import Pipeline
from vnreport.units.generic import annotate as generics


def issuer(text, posted="2018-06-01", title=None):
    doc = Document(text, meta=Meta(posted=posted, title=title), engine=Pipeline())
    return doc.issuer and (doc.issuer.level, doc.issuer.name, doc.issuer.code)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ỦY BAN NHÂN DÂN\nHUYỆN PHÚ NINH\n-------\nSố: 12/QĐ-UBND\n\nQUYẾT ĐỊNH", ("huyện", "Phú Ninh", "518")),
        ("UBND TỈNH HÀ TĨNH\nSỞ NỘI VỤ\n\nBáo cáo của các huyện Đức Thọ, Hương Sơn", ("tỉnh", "Hà Tĩnh", "42")),
        ("CHÍNH PHỦ\n-------\nSố: 34/2016/NĐ-CP\n\nNGHỊ ĐỊNH", ("trung ương", None, None)),
    ],
)
def test_the_letterhead_says_it(text, expected):
    assert issuer(text) == expected


def test_the_bodies_that_speak_without_a_name_are_the_issuers():
    text = (
        "Hội nghị giao ban tháng 5\n\nSáng 29/5, đồng chí Chủ tịch UBND huyện chủ trì giao ban. Toàn huyện đã gieo cấy xong.\n"
        "Các xã Hòa Phong, Hòa Nhơn được khen. Lãnh đạo huyện Hòa Vang phát biểu."
    )
    assert issuer(text, title="Hội nghị giao ban tháng 5") == ("huyện", "Hòa Vang", "497")


def test_the_press_speaks_for_none():
    assert (
        issuer("Ngày đăng: 01/06/2018\n\nÔng Nguyễn Văn A cho biết UBND tỉnh Quảng Trị đã có văn bản. Tỉnh Quảng Trị có nhiều thác.")
        is None
    )


def test_generic_mentions_are_level_words_without_a_name():
    text = "UBND huyện, các đoàn thể tỉnh và Quận ủy họp; các tỉnh, thành phố và cấp xã; huyện này; xã hội; huyện Hòa Vang."
    doc = Document(text, engine=Pipeline())
    assert [(g.text, g.level) for g in generics(doc)] == [("UBND huyện", "huyện"), ("đoàn thể tỉnh", "tỉnh"), ("Quận ủy", "quận")]
