import vnreport


def test_the_layer_holds_numbers_with_units_and_no_marks_of_lists_or_dates() -> None:
    text = "1. Ngày 24/4/2018, xã An Hòa có 214/223 hộ đạt chuẩn, chi 4,2 tỷ đồng.\n2. Năm 2019 làm tiếp ở quận 3; tổng 12.500."
    found = [(q.text, q.value, q.unit) for q in vnreport.analyze(text).quantities]
    assert found == [("214/223 hộ", 214.0, "hộ"), ("4,2 tỷ đồng", 4.2, "tỷ đồng"), ("12.500", 12500.0, None)]


def test_numbers_of_cited_documents_are_no_quantities() -> None:
    assert vnreport.analyze("Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ.").quantities == ()
