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
        ("Báo cáo thẩm tra số 41/BC-KTXH ngày 14/12/2023 của Ban Kinh tế - Xã hội HĐND huyện;", "Báo cáo", "41/BC-KTXH", "2023-12-14",
         "Ban Kinh tế - Xã hội HĐND huyện"),
        ("Biên bản vi phạm hành chính số 07/BB-VPHC lập ngày 05 tháng 9 năm 2018", "Biên bản", "07/BB-VPHC", "2018-09-05", None),
        ("Quyết định số 11/QĐ-UBND ngày 28/3/2022 của Chủ tịch UBND quận thành lập Tổ công tác", "Quyết định", "11/QĐ-UBND", "2022-03-28",
         "Chủ tịch UBND quận"),
        ("Tờ trình số 37/TTr-SVHTTDL ngày 07/10/2024 của Sở Văn hóa, Thể thao và Du lịch, ông Nam", "Tờ trình", "37/TTr-SVHTTDL", "2024-10-07",
         "Sở Văn hóa, Thể thao và Du lịch"),
        ("Xét đề nghị của Trưởng phòng Nội vụ huyện tại Tờ trình số 28/TTr-NV ngày 02/3/2020,", "Tờ trình", "28/TTr-NV", "2020-03-02",
         "Phòng Nội vụ huyện"),
        ("Luật Thi đua, Khen thưởng năm 2003;", "Luật", "Luật Thi đua, Khen thưởng", "2003", "Quốc hội"),
        ("Thông báo này thay thế Thông báo số 155/TB-UBND ngày 06/4/2020.", "Thông báo", "155/TB-UBND", "2020-04-06", None),
    ],
)
def test_a_citation_has_kind_number_date_and_body(text: str, kind: str, number: str | None, date: str | None, issuer: str | None) -> None:
    (c,) = vnreport.analyze(text).citations
    assert (c.kind, c.number, c.date, c.issuer) == (kind, number, date, issuer)


def test_one_kind_word_serves_several_numbers() -> None:
    found = vnreport.analyze("Nghị định số 34/2016/NĐ-CP và số 154/2020/NĐ-CP của Chính phủ").citations
    assert [(c.kind, c.number) for c in found] == [("Nghị định", "34/2016/NĐ-CP"), ("Nghị định", "154/2020/NĐ-CP")]


def test_a_document_cited_again_is_of_the_same_body() -> None:
    first, again = vnreport.analyze("Chỉ thị số 05-CT/TW của Bộ Chính trị. Học tập Chỉ thị số 05-CT/TW tại xã.").citations
    assert first.issuer == again.issuer == "Bộ Chính trị"


@pytest.mark.parametrize("text", ["Luật sư Trần Nam", "thực hiện kế hoạch năm 2018", "Số: 12/QĐ-UBND", "báo cáo 12 tháng", "quy luật chung"])
def test_what_is_no_citation_is_left_alone(text: str) -> None:
    assert vnreport.analyze(text).citations == ()
