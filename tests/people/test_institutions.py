"""Organisations: the longest natural span."""

import pytest

from vnreport.document import Document
from vnreport.people import organisations
from vnreport.people.entities import found_by_rules
from vnreport.pipeline import Pipeline

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
    ("Trung tâm Nghiên cứu và Phát triển nông nghiệp.", ["Trung tâm Nghiên cứu và Phát triển nông nghiệp"]),
    ("Thăm Trường Trung học cơ sở Hoa Lư và Trường Mầm non Hoa Ban.", ["Trường Trung học cơ sở Hoa Lư", "Trường Mầm non Hoa Ban"]),
    ("Trường TH, THCS và THPT Hoa Lư đạt giải.", ["Trường TH, THCS và THPT Hoa Lư"]),
    ("Chủ tịch Hội đồng trường nhiệm kỳ 2021 - 2026 ký.", ["Hội đồng trường"]),
    ("Cục Dự trữ Liên bang giữ lãi suất.", ["Cục Dự trữ Liên bang"]),
    ("TS. Lê Mỹ Hạnh, Trường Đại học Mở Hà Nội, PGS Phan Thị Hà.", ["Trường Đại học Mở Hà Nội"]),
    ("Viện Sử học và TS Lê Mỹ Hạnh.", ["Viện Sử học"]),
    ("Phòng Cảnh sát Hình sự và Tổ chức Rồng Vàng.", ["Phòng Cảnh sát Hình sự"]),
    ("Trung tâm Văn hóa - Thông tin và Thể thao thị xã.", ["Trung tâm Văn hóa - Thông tin và Thể thao thị xã"]),
    ("Tòa án nhân dân khu vực 3 - Lâm Đồng xét xử.", ["Tòa án nhân dân khu vực 3 - Lâm Đồng"]),
    ("Kho bạc Nhà nước khu vực III, Chi cục Thuế khu vực Đông Bắc.", ["Kho bạc Nhà nước khu vực III", "Chi cục Thuế khu vực Đông Bắc"]),
    ("Phó Chủ tịch Thường trực HĐND huyện dự.", ["HĐND huyện"]),
    ("Báo và Đài Phát thanh, Truyền hình Lạng Sơn.", ["Báo và Đài Phát thanh, Truyền hình Lạng Sơn"]),
    ("Ban Chỉ đạo Quốc gia và Quyết định số 15/QĐ-TTg.", ["Ban Chỉ đạo Quốc gia"]),
    ("Tập đoàn Nam Long Group và UBND thành phố Cần Thơ ký.", ["Tập đoàn Nam Long Group", "UBND thành phố Cần Thơ"]),
    ("Giám đốc bệnh viện Hoa Mai Nguyễn Quang Tuấn.", ["bệnh viện Hoa Mai"]),
    ("Viện Vệ sinh dịch tễ Tây Nguyên và Đại học Kinh tế quốc dân.", ["Viện Vệ sinh dịch tễ Tây Nguyên", "Đại học Kinh tế quốc dân"]),
    ("Phó giám đốc Học viện Tài chính TS Lê Thị Ánh nói.", ["Học viện Tài chính"]),
    ("Chủ tịch Hội Khuyến học Việt Nam lưu ý.", ["Hội Khuyến học Việt Nam"]),
    ("Chủ tịch Hội Khuyến học Việt Nam dự đại hội khuyến học tỉnh An Giang.", ["Hội Khuyến học Việt Nam"]),
    ("Ban tổ chức chính thức phát động Cuộc thi.", ["Ban tổ chức"]),
    ("Trường Cao đẳng Nghề Kỹ thuật Công nghệ tuyển sinh.", ["Trường Cao đẳng Nghề Kỹ thuật Công nghệ"]),
    ("Viện Khoa học Kỹ thuật Nông nghiệp báo cáo.", ["Viện Khoa học Kỹ thuật Nông nghiệp"]),
    ("Đoàn xã Ia Phang ra quân.", ["Đoàn xã Ia Phang"]),
    ("Ban Chỉ huy Phòng thủ khu vực 2 - Phú Lộc trực.", ["Ban Chỉ huy Phòng thủ khu vực 2 - Phú Lộc"]),
    ("Ban Quản lý Khu kinh tế, công nghiệp tỉnh họp.", ["Ban Quản lý Khu kinh tế, công nghiệp tỉnh"]),
    ("Bệnh viện Nhi Đồng 1 và Bệnh viện Bệnh Nhiệt đới Trung ương.", ["Bệnh viện Nhi Đồng 1", "Bệnh viện Bệnh Nhiệt đới Trung ương"]),
    ("Hiệp hội Kinh doanh vàng Việt Nam đề xuất.", ["Hiệp hội Kinh doanh vàng Việt Nam"]),
    ("Tập đoàn Hòa Phát triển khai dự án.", ["Tập đoàn Hòa Phát"]),
]

NONE = [
    "HĐND các cấp và chính quyền địa phương.",
    "Các sở, ban, ngành và đoàn thể.",
    "Cán bộ, toàn bộ xã hội và thị trường.",
    "Thực hiện Kế hoạch số 273/KH-UBND ngày 25/11/2016.",
    "Hội nghị đã báo cáo kết quả, phòng chống thiên tai.",
    "Hàng từ Đài Loan về; cột cờ ở kỳ đài Hoa Lư.",
    "Nằm ở bệnh viện 6 ngày, học đại học 4 năm.",
    "Chủ tịch UBND các cấp chịu trách nhiệm.",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_organisations(text: str, expected: list[str]) -> None:
    assert organisations(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_organisation(text: str) -> None:
    assert organisations(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giao UBND các xã Tân Mộc, Giáp Sơn và Quý Sơn rà soát.", ["UBND các xã Tân Mộc, Giáp Sơn và Quý Sơn"]),
        ("Nơi nhận: UBND 16 xã, 01 thị trấn.", ["UBND 16 xã, 01 thị trấn"]),
        ("Gửi TT. HĐND tỉnh, TTr. Huyện ủy.", ["TT. HĐND tỉnh", "TTr. Huyện ủy"]),
        ("Bà con gặp HTX Vải thiều sạch Hồng Giang hôm qua.", ["HTX Vải thiều sạch Hồng Giang"]),
        ("Hợp tác xã nông nghiệp Ia Ring tài trợ giải.", ["Hợp tác xã nông nghiệp Ia Ring"]),
        ("Ngân hàng Chính sách xã hội - chi nhánh Lục Ngạn cho vay.", ["Ngân hàng Chính sách xã hội", "chi nhánh Lục Ngạn"]),
        ("Đoàn thăm Lữ đoàn 171 Hải quân và Trung đoàn Bộ binh 4.", ["Lữ đoàn 171 Hải quân", "Trung đoàn Bộ binh 4"]),
        ("Trường Tiểu học Lê Bình 1 nhận 12 em.", ["Trường Tiểu học Lê Bình 1"]),
        ("Anh học Trường Đại học Bách khoa - Đại học Đà Nẵng.", ["Trường Đại học Bách khoa - Đại học Đà Nẵng"]),
        ("Người đăng: Phòng Nội vụ   Ngày đăng: 28/11/2016", ["Phòng Nội vụ"]),
        ("(QTO) - Sáng nay, trời mưa.", ["QTO"]),
    ],
)
def test_rules_of_names_that_go_on(text: str, expected: list[str]) -> None:
    found = found_by_rules(Document(text, engine=Pipeline()))
    assert [found.marks.text(b.start, b.end) for b in found.bodies] == expected
