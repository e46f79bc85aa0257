import pytest

import vnreport


@pytest.mark.parametrize(
    ("text", "kind", "number", "date", "issuer"),
    [
        ("theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.", "Nghị định", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ"),
        ("Quyết định số 41/QĐ-UBND ngày 02 tháng 5 năm 2019 của UBND tỉnh về việc", "Quyết định", "41/QĐ-UBND", "2019-05-02", "UBND tỉnh"),
        ("Chỉ thị số 05-CT/TW ngày 15/5/2016", "Chỉ thị", "05-CT/TW", "2016-05-15", None),
        ("Luật Đất đai số 45/2013/QH13 ngày 29/11/2013", "Luật", "45/2013/QH13", "2013-11-29", "Quốc hội"),
        ("Luật Tổ chức chính quyền địa phương ngày 19/6/2015;", "Luật", "Luật Tổ chức chính quyền địa phương", "2015-06-19", "Quốc hội"),
        ("đúng Luật Ngân sách nhà nước hiện hành", "Luật", None, None, "Quốc hội"),
        ("kế hoạch số 22 về thực hiện", "Kế hoạch", "22", None, None),
        ("Thông tư số 15/2021/TT-BGDĐT quy định", "Thông tư", "15/2021/TT-BGDĐT", None, "Bộ Giáo dục và Đào tạo"),
        ("Công điện số 541/CĐ-TTg, ngày 23/4/2021 của Thủ tướng Chính phủ", "Công điện", "541/CĐ-TTg", "2021-04-23", "Thủ tướng Chính phủ"),
    ],
)
def test_a_citation_has_kind_number_date_and_body(text: str, kind: str, number: str | None, date: str | None, issuer: str | None) -> None:
    (c,) = vnreport.analyze(text).citations
    assert (c.kind, c.number, c.date, c.issuer) == (kind, number, date, issuer)


def test_one_kind_word_serves_several_numbers() -> None:
    found = vnreport.analyze("Nghị định số 34/2016/NĐ-CP và số 154/2020/NĐ-CP của Chính phủ").citations
    assert [(c.kind, c.number) for c in found] == [("Nghị định", "34/2016/NĐ-CP"), ("Nghị định", "154/2020/NĐ-CP")]


@pytest.mark.parametrize("text", ["Luật sư Trần Nam", "thực hiện kế hoạch năm 2018", "Số: 12/QĐ-UBND", "báo cáo 12 tháng", "quy luật chung"])
def test_what_is_no_citation_is_left_alone(text: str) -> None:
    assert vnreport.analyze(text).citations == ()
