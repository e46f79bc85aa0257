"""Persons' names, by what announces them."""

import pytest

from vnreport.people import names

CASES = [
    ("Phó Chủ tịch UBND tỉnh Đinh Công Trực chủ trì.", ["Đinh Công Trực"]),
    ("Chủ tịch UBND quận Lê Bá Thịnh và Bí thư Quận ủy Hồ Thị Nga dự.", ["Lê Bá Thịnh", "Hồ Thị Nga"]),
    ("Ông Phan Hữu Tài nói. Ông Tài nhấn mạnh.", ["Phan Hữu Tài", "Tài"]),
    ("Anh L. cho biết, chị N.T.H. đã về.", ["L.", "N.T.H."]),
    ("Đồng chí Y Bhiông Niê, bà H'Yâo Mlô và ông K'Tiến dự.", ["Y Bhiông Niê", "H'Yâo Mlô", "K'Tiến"]),
    ("Thượng tá, TS Lò Văn Panh, Trưởng Công an huyện.", ["Lò Văn Panh"]),
    ("Báo cáo viên là ThS. Chamaléa Thị Khiêm.", ["Chamaléa Thị Khiêm"]),
    ("Quang cảnh hội nghị. Ảnh: BGP/Thái Lâm", ["Thái Lâm"]),
    ("Hội nghị kết thúc tốt đẹp.\n\nThu Phương", ["Thu Phương"]),
    ("Tin, ảnh: Gia Khánh - Minh Tú", ["Gia Khánh", "Minh Tú"]),
    ("Tổng thống Mỹ Barack Obama đến. Ông Obama phát biểu.", ["Barack Obama", "Obama"]),
    ("Bộ trưởng Công Thương Trần Gia Bách trả lời.", ["Trần Gia Bách"]),
    ("ĐỒNG CHÍ NGUYỄN VĂN BẢY THĂM CƠ SỞ\nĐồng chí Nguyễn Văn Bảy đến thăm.", ["NGUYỄN VĂN BẢY", "Nguyễn Văn Bảy"]),
]

NOT_PERSONS = [
    "Tuyến đường Nguyễn Tri Phương và phố Trần Phú đã thông.",
    "Trường THCS Nguyễn Lương Bằng khai giảng.",
    "Đoàn công tác đến từ Trung Quốc và Thái Lan.",
    "Học sinh các trường Nguyễn Công Trứ, Mạc Đĩnh Chi và Lê Hồng Phong.",
    "Cầu nối từ đường Nguyễn Trãi - Lê Văn Lương - Vạn Phúc.",
    "Đồng chí Chủ tịch UBND tỉnh yêu cầu khẩn trương.",
    "Bà con phấn khởi; Ông bà, cha mẹ cùng đến.",
    "Đoàn TNCS Hồ Chí Minh phát động phong trào.",
    "Hồ Đồng Mô rất rộng. Nước hồ Đồng Mô trong xanh.",
    "Tuyến Cửa Đại - Cù Lao Chàm tạm dừng.",
    "Tại ngã tư Khuất Duy Tiến - Lê Văn Lương, xe ùn ứ.",
    "Quán (169 Trần Hưng Đạo) ở gần nút giao Nguyễn Văn Linh.",
    "Thăm các Bà mẹ Việt Nam anh hùng.",
    "Giám đốc điều hành Bannockburn Global Forex nhận định.",
    "Xuất khẩu sang Châu Mỹ Latinh.",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", NOT_PERSONS)
def test_no_name(text: str) -> None:
    assert names(text) == []
