import pytest

from vnreport import units


@pytest.mark.parametrize(
    ("name", "level", "on", "within", "codes"),
    [
        ("Cẩm Lệ", "quận", None, None, ["495"]),
        ("quận Cẩm Lệ", None, "2018-04-24", None, ["495"]),
        ("Cẩm Lệ", None, "2026-01-01", None, ["20260"]),
        ("Châu Thành", "huyện", "2018-06-01", "Tiền Giang", ["821"]),
        ("HOÀ VANG", None, "2018-01-01", None, ["497"]),
        ("Bà Rịa – Vũng Tàu", "tỉnh", None, None, ["77"]),
        ("Đăk Lăk", "tỉnh", None, None, ["66"]),
        ("Ea H’leo", "huyện", None, None, ["645"]),
        ("Hải Châu 1", "phường", "2018-01-01", None, ["20236"]),
        ("phường 05", None, "2019-06-01", "Quận 3", ["27151"]),
        ("Thủ Đức", "thành phố", "2019-01-01", None, []),
        ("Không Đâu", None, None, None, []),
    ],
)
def test_find(name, level, on, within, codes):
    assert [u.code for u in units.find(name, level=level, on=on, within=within)] == codes


@pytest.mark.parametrize(
    ("code", "on", "expected"),
    [
        ("279", "2007-01-01", "huyện Thường Tín < tỉnh Hà Tây"),
        ("279", "2018-01-01", "huyện Thường Tín < thành phố Hà Nội"),
        ("46", "2024-12-31", "tỉnh Thừa Thiên Huế"),
        ("46", "2025-01-01", "thành phố Huế"),
        ("474", "2018-01-01", "thành phố Huế < tỉnh Thừa Thiên Huế"),
        ("763", "2020-12-31", "quận 9 < thành phố Hồ Chí Minh"),
        ("15", "2025-06-30", "tỉnh Yên Bái"),
        ("15", "2025-07-01", "tỉnh Lào Cai"),
    ],
)
def test_a_code_and_a_date_give_a_state(code, on, expected):
    unit = units.get(code, on=on)
    chain = [str(unit)] + ([str(units.gazetteer.gazetteer().parent(unit.state, on).level) + " " + unit.parent.name] if unit.parent else [])
    assert " < ".join(chain) == expected


@pytest.mark.parametrize(
    ("code", "before", "on", "expected"),
    [
        ("28", "2005-01-01", "2010-01-01", ["thành phố Hà Nội"]),
        ("763", "2018-01-01", "2022-01-01", ["thành phố Thủ Đức"]),
        ("725", "2012-01-01", "2021-01-01", ["thành phố Thuận An"]),
        ("20311", "2020-01-01", "2025-12-01", ["phường Cẩm Lệ"]),
        ("x01", "1990-01-01", "2000-01-01", ["tỉnh Bắc Giang", "tỉnh Bắc Ninh"]),
        ("495", "2018-01-01", "2018-01-01", ["quận Cẩm Lệ"]),
    ],
)
def test_successors_hold_the_area_later(code, before, on, expected):
    assert sorted(str(u) for u in units.get(code, on=before).successors(on=on)) == expected


def test_an_unknown_code_is_an_error_that_names_it():
    with pytest.raises(KeyError, match="999"):
        units.get("999")


def test_the_frame_has_one_row_a_state():
    assert len(units.frame()) > len(units.frame(on="2018-06-01")) > 11_000


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("Dương Tơ", "2018-06-01", "xã Dương Tơ < huyện Phú Quốc < tỉnh Kiên Giang"),
        ("Dương Tơ", "2022-06-01", "xã Dương Tơ < thành phố Phú Quốc < tỉnh Kiên Giang"),
        ("Phú Quốc", "2026-01-01", "đặc khu Phú Quốc < tỉnh An Giang"),
    ],
)
def test_what_lies_above_is_as_it_was_on_the_day(name, on, expected):
    [unit] = units.find(name, on=on)
    chain = [unit]
    while chain[-1].parent:
        chain.append(chain[-1].parent)
    assert " < ".join(map(str, chain)) == expected
    assert str(unit.province) == str(chain[-1])


@pytest.mark.parametrize(
    ("code", "on", "after", "expected"),
    [
        ("763", "2018-01-01", "2022-01-01", [("thành phố Thủ Đức", True)]),
        ("28", "2005-01-01", "2010-01-01", [("thành phố Hà Nội", True)]),
        ("x01", "1990-01-01", "2000-01-01", [("tỉnh Bắc Giang", False), ("tỉnh Bắc Ninh", False)]),
    ],
)
def test_successors_tell_whole_or_part(code, on, after, expected):
    assert sorted((str(u), u.whole) for u in units.get(code, on=on).successors(on=after)) == expected


def test_predecessors_tell_whole_or_part():
    assert [(str(u), u.whole) for u in units.get("769", on="2022-01-01").predecessors()] == [
        ("quận 2", True),
        ("quận Thủ Đức", True),
        ("quận 9", True),
    ]
    assert ("tỉnh Hà Bắc", False) in [(str(u), u.whole) for u in units.get("24", on="2018-01-01").predecessors()]
    assert units.get("495", on="2018-01-01").to_dict()["parent"] == {"code": "48", "level": "thành phố", "name": "Đà Nẵng"}
