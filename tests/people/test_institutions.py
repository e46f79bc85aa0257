"""Organisations: the longest natural span."""

import pytest

from vnreport.people import organisations

CASES = [
    ("UBND quận Cẩm Lệ tổ chức hội nghị.", ["UBND quận Cẩm Lệ"]),
    ("UBND các huyện, thị xã, thành phố triển khai.", ["UBND các huyện, thị xã, thành phố"]),
    ("Thường trực HĐND tỉnh, Văn phòng HĐND và UBND huyện.", ["Thường trực HĐND tỉnh", "Văn phòng HĐND và UBND huyện"]),
    ("Đảng ủy, HĐND, UBND, Ủy ban MTTQ Việt Nam phường.", ["Đảng ủy", "HĐND", "UBND", "Ủy ban MTTQ Việt Nam phường"]),
    ("Sở Lao động - Thương binh và Xã hội tỉnh Bình Định.", ["Sở Lao động - Thương binh và Xã hội tỉnh Bình Định"]),
    ("Trưởng Ban Tuyên giáo Tỉnh ủy phát biểu.", ["Ban Tuyên giáo Tỉnh ủy"]),
    ("Phó Bí thư Thường trực Tỉnh ủy dự.", ["Tỉnh ủy"]),
    ("Công ty TNHH Dệt may Hòa Thọ ủng hộ.", ["Công ty TNHH Dệt may Hòa Thọ"]),
    ("Ban Chỉ đạo phòng, chống dịch Covid-19 tỉnh Hà Nam họp.", ["Ban Chỉ đạo phòng, chống dịch Covid-19 tỉnh Hà Nam"]),
    ("Nghị định của Chính phủ; Quốc hội thông qua.", ["Chính phủ", "Quốc hội"]),
    ("Bộ Y tế và Viện Kiểm sát nhân dân tỉnh Gia Lai.", ["Bộ Y tế", "Viện Kiểm sát nhân dân tỉnh Gia Lai"]),
]

NONE = [
    "HĐND các cấp và chính quyền địa phương.",
    "Các sở, ban, ngành và đoàn thể.",
    "Cán bộ, toàn bộ xã hội và thị trường.",
    "Thực hiện Kế hoạch số 273/KH-UBND ngày 25/11/2016.",
    "Hội nghị đã báo cáo kết quả, phòng chống thiên tai.",
    "Chủ tịch UBND các cấp chịu trách nhiệm.",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_organisations(text: str, expected: list[str]) -> None:
    assert organisations(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_organisation(text: str) -> None:
    assert organisations(text) == []
