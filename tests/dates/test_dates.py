from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.limits import within
from vnreport.dates import event, parse
from vnreport.dates.find import Finder
from vnreport.dates.resolve import Resolver
from vnreport.document import Document, Meta
from vnreport.language.letters import fold
from vnreport.pipeline import Pipeline


def dates(text: str, posted: str | None = "2018-04-24") -> list[tuple[str, str | None]]:
    """Texts and values of the dates of a running text."""
    doc = Document(text, meta=Meta(posted=posted), engine=Pipeline(), layers={"citations": ()})
    return [(d.text, d.value) for d in doc.dates]


FULL = [
    ("Hội nghị ngày 23/4/2018.", "ngày 23/4/2018", "2018-04-23"),
    ("Hội nghị ngày 23-04-2018.", "ngày 23-04-2018", "2018-04-23"),
    ("Hội nghị ngày 23.4.2018.", "ngày 23.4.2018", "2018-04-23"),
    ("Hội nghị ngày 23/04/18.", "ngày 23/04/18", "2018-04-23"),
    ("Hội nghị ngày 23 tháng 4 năm 2018.", "ngày 23 tháng 4 năm 2018", "2018-04-23"),
    ("HỘI NGHỊ NGÀY 23 THÁNG 4 NĂM 2018", "NGÀY 23 THÁNG 4 NĂM 2018", "2018-04-23"),
    ("Hội nghị ngày hai mươi ba tháng tư năm 2018.", "ngày hai mươi ba tháng tư năm 2018", "2018-04-23"),
    ("Hội nghị ngày23/ 4 /2018 tại xã.", "ngày23/ 4 /2018", "2018-04-23"),
    ("Hội nghị ngày\u00a023/4/2018.", "ngày\u00a023/4/2018", "2018-04-23"),
    ("Hội nghị ngày 23 tháng\n4 năm 2018.", "ngày 23 tháng\n4 năm 2018", "2018-04-23"),
    ("Khai mạc 11/19/2019 3:00 PM", "11/19/2019 3:00 PM", "2019-11-19T15:00"),
    ("Cập nhật 2017-02-27 23:31:12", "2017-02-27 23:31:12", "2017-02-27T23:31"),
    ("03:36 11/07/2017", "03:36 11/07/2017", "2017-07-11T03:36"),
    ("Ký ngày hai mươi ba tháng tư năm hai nghìn không trăm mười bảy.", "ngày hai mươi ba tháng tư năm hai nghìn không trăm mười bảy", "2017-04-23"),
    ("Từ ngày ba mươi tháng tư năm một nghìn chín trăm bảy mươi lăm đó.", "ngày ba mươi tháng tư năm một nghìn chín trăm bảy mươi lăm", "1975-04-30"),
    ("Xã thành lập năm một nghìn chín trăm linh hai.", "năm một nghìn chín trăm linh hai", "1902"),
    ("Thứ Sáu, 28/11/2025, 14:20", "Thứ Sáu, 28/11/2025, 14:20", "2025-11-28T14:20"),
]
PARTIAL = [
    ("Ngày 12/11, quận họp.", "Ngày 12/11", "2017-11-12"),
    ("Chiều 23/4, UBND quận đã họp.", "Chiều 23/4", "2018-04-23TAF"),
    ("Công trình dự kiến hoàn thành trước ngày 30/12.", "ngày 30/12", "2018-12-30"),
    ("Hôm qua, đoàn đã đến xã.", "Hôm qua", "2018-04-23"),
    ("Tháng 5 vừa qua, xã ra quân.", "Tháng 5 vừa qua", "2017-05"),
    ("Lễ hội mở vào tháng 5 tới.", "tháng 5 tới", "2018-05"),
    ("Kết quả năm ngoái rất tốt.", "năm ngoái", "2017"),
    ("Từ đầu năm đến nay, xã có 3 vụ.", "Từ đầu năm đến nay", "2018/PRESENT_REF"),
    ("Sáng thứ Bảy tuần này, quận ra quân.", "Sáng thứ Bảy tuần này", "2018-04-28TMO"),
    ("Cách đây 3 năm, xã về đích.", "Cách đây 3 năm", "2015"),
    ("Họp lúc 8 giờ 30 ngày 26/4.", "lúc 8 giờ 30 ngày 26/4", "2018-04-26T08:30"),
    ("Sáng 25/4 (thứ Tư), quận họp.", "Sáng 25/4 (thứ Tư)", "2018-04-25TMO"),
    ("Ngày mai, 25/4, quận họp.", "Ngày mai", "2018-04-25"),
    ("Hạn nộp hồ sơ là trước ngày 30/12.", "ngày 30/12", "2018-12-30"),
    ("Hạn cuối 30/5.", "30/5", "2018-05-30"),
    ("Trong nửa đầu tháng 4/2018, mưa ít.", "nửa đầu tháng 4/2018", "2018-04"),
    ("Trung tuần tháng 4, xã họp.", "Trung tuần tháng 4", "2018-04"),
    ("Trận đấu lúc 19h15 và 21h30 ngày 28/4.", "lúc 19h15", "2018-04-28T19:15"),
    ("Lịch tháng 5/2018: ngày 02, 09 và 16.", "16", "2018-05-16"),
    ("Sáng mùng Một Tết, quận gặp mặt.", "Sáng mùng Một Tết", "2018-02-16TMO"),
    ("Chợ họp đến 29 Tết.", "29 Tết", "2018-02-14"),
    ("Từ đêm 24 đến ngày 26/4, mưa to.", "Từ đêm 24 đến ngày 26/4", "2018-04-24TNI/2018-04-26"),
    ("Định hướng đến 2030, xã là đô thị.", "2030", "2030"),
    ("Ngày 10 tháng trước, xã họp.", "Ngày 10 tháng trước", "2018-03-10"),
    ("Mùa xuân 1975, cả nước vui.", "Mùa xuân 1975", "1975-SP"),
    ("Ngày Nhà giáo Việt Nam 20-11.", "20-11", "2017-11-20"),
    ("Từ 8 - 10 giờ ngày 24/4, cắt điện.", "8", "2018-04-24T08:00"),
    ("Cắt điện từ 0 giờ.", "0 giờ", "2018-04-24T00:00"),
    ("Họp ngày 24tháng 4năm 2018.", "ngày 24tháng 4năm 2018", "2018-04-24"),
    ("Đến tháng 6.2018, xong.", "tháng 6.2018", "2018-06"),
    ("Năm năm qua, xã đổi mới.", "Năm năm qua", "P5Y"),
    ("Công trình khởi công ngày 15/10, dự kiến xong vào năm sau.", "ngày 15/10", "2017-10-15"),
    ("Trong tháng 11 và 12, xã trồng cây.", "tháng 11 và 12", "2017-11/2017-12"),
    ("Họp ngày 26/4/2018 (chiều thứ Năm).", "chiều thứ Năm", "2018-04-26TAF"),
    ("Kế hoạch quý I-II/2018.", "quý I-II/2018", "2018-Q1/2018-Q2"),
    ("Tiếp dân ngày 15 và 30 hằng tháng.", "30 hằng tháng", "XXXX-XX-30"),
    ("Họp ngày 25.4.18.", "ngày 25.4.18", "2018-04-25"),
    ("Năm 2017 vừa qua, xã về đích.", "Năm 2017 vừa qua", "2017"),
    ("Đêm 21, rạng sáng 22/4, mưa lớn.", "Đêm 21", "2018-04-21TNI"),
    ("Họp lúc 8 giờ, sáng 25/4.", "lúc 8 giờ, sáng 25/4", "2018-04-25T08:00"),
    ("Sáng từ 7h30 đến 11h30, chiều từ 13h30.", "11h30", "2018-04-24T11:30"),
]
PERIODS = [
    ("trong 6 tháng đầu năm 2018,", "6 tháng đầu năm 2018", "2018-01/2018-06"),
    ("báo cáo 9 tháng năm 2018", "9 tháng năm 2018", "2018-01/2018-09"),
    ("trong quý III/2018", "quý III/2018", "2018-Q3"),
    ("giai đoạn 2016 - 2020", "giai đoạn 2016 - 2020", "2016/2020"),
    ("kế hoạch 5 năm 2016-2020", "5 năm 2016-2020", "2016/2020"),
    ("nhiệm kỳ 2020-2025", "nhiệm kỳ 2020-2025", "2020/2025"),
    ("năm học 2017-2018", "năm học 2017-2018", "2017/2018"),
    ("những năm 1960", "những năm 1960", "196"),
    ("thế kỷ XX", "thế kỷ XX", "19"),
    ("từ ngày 12 đến 15/11/2018", "từ ngày 12 đến 15/11/2018", "2018-11-12/2018-11-15"),
    ("trong 2 ngày 12 và 13/4", "2 ngày 12 và 13/4", "2018-04-12/2018-04-13"),
    ("mở từ 7-9/5 tại huyện", "từ 7-9/5", "2018-05-07/2018-05-09"),
    ("trong tháng 3, 4/2018", "tháng 3, 4/2018", "2018-03/2018-04"),
    ("từ thứ Hai đến thứ Sáu tuần tới, đoàn sẽ kiểm tra", "từ thứ Hai đến thứ Sáu tuần tới", "2018-04-30/2018-05-04"),
    ("Thứ Bảy và Chủ nhật tuần này, xã ra quân", "Thứ Bảy", "2018-04-28"),
    ("hai ngày cuối tuần (28 và 29/4)", "28 và 29/4", "2018-04-28/2018-04-29"),
    ("đợt cao điểm (10/4 - 10/6)", "10/4 - 10/6", "2018-04-10/2018-06-10"),
    ("trong hai ngày, 26 - 27/4", "26 - 27/4", "2018-04-26/2018-04-27"),
    ("Đợt 1: 10-15/4", "10-15/4", "2018-04-10/2018-04-15"),
    ("dịp 30/4 - 1/5 tới", "30/4 - 1/5 tới", "2018-04-30/2018-05-01"),
    ("từ năm 2013 đến nay", "từ năm 2013 đến nay", "2013/PRESENT_REF"),
]
OTHER = [
    ("trong hai tuần qua", "hai tuần qua", "P2W"),
    ("kéo dài 45 phút", "45 phút", "PT45M"),
    ("từ 15 đến 20 ngày", "từ 15 đến 20 ngày", "P15D/P20D"),
    ("họp hằng quý", "hằng quý", "P3M"),
    ("tiếp dân sáng thứ Hai hằng tuần", "sáng thứ Hai hằng tuần", "XXXX-WXX-1TMO"),
    ("làm việc từ thứ Hai đến thứ Sáu", "từ thứ Hai đến thứ Sáu", "XXXX-WXX-1/XXXX-WXX-5"),
    ("mở cửa từ 18 giờ đến 22 giờ thứ Bảy và Chủ nhật", "18 giờ", "XXXX-WXX-6T18:00/XXXX-WXX-7T18:00"),
    ("mở cửa từ 18 giờ đến 22 giờ thứ Bảy và Chủ nhật", "22 giờ thứ Bảy và Chủ nhật", "XXXX-WXX-6T22:00/XXXX-WXX-7T22:00"),
    ("chào cờ mỗi sáng thứ Hai", "mỗi sáng thứ Hai", "XXXX-WXX-1TMO"),
    ("các ngày thứ Hai, thứ Tư hằng tuần", "thứ Tư hằng tuần", "XXXX-WXX-3"),
    ("trong tháng 4 nhuận năm 2020", "tháng 4 nhuận năm 2020", "2020-05-23/2020-06-20"),
    ("ngày 15 tháng 4 nhuận năm 2020", "ngày 15 tháng 4 nhuận năm 2020", "2020-06-06"),
    ("(tức ngày 10 tháng 3 năm Mậu Tuất)", "ngày 10 tháng 3 năm Mậu Tuất", "2018-04-25"),
    ("ngày 23 tháng Chạp năm Đinh Dậu", "ngày 23 tháng Chạp năm Đinh Dậu", "2018-02-08"),
    ("(tức mùng 8 đến mùng 10 tháng 3 âm lịch)", "mùng 8 đến mùng 10 tháng 3 âm lịch", "2018-04-23/2018-04-25"),
    ("đón khách ngày 27/7, 22/12 hằng năm", "ngày 27/7", "XXXX-07-27"),
    ("lễ ngày 10/3 (ÂL)", "ngày 10/3 (ÂL)", "2018-04-25"),
    ("đêm 30 Tết", "đêm 30 Tết", "2018-02-15TNI"),
    ("năm 179 TCN", "năm 179 TCN", "-0179"),
    ("trước ngày 15/12 hằng năm", "ngày 15/12 hằng năm", "XXXX-12-15"),
    ("Hiện nay, xã có 5 thôn.", "Hiện nay", "PRESENT_REF"),
    ("Thời gian qua, xã đã làm tốt.", "Thời gian qua", "PAST_REF"),
    ("trong thời gian tới", "trong thời gian tới", "FUTURE_REF"),
    ("Giỗ Tổ ngày 10/3 âm lịch", "ngày 10/3 âm lịch", "2018-04-25"),
    ("sáng mùng 1 Tết Mậu Tuất", "sáng mùng 1 Tết Mậu Tuất", "2018-02-16TMO"),
    ("rằm tháng Giêng", "rằm tháng Giêng", "2018-03-02"),
    ("(nhằm ngày 17 đến 19/02 âm lịch)", "nhằm ngày 17 đến 19/02 âm lịch", "2018-04-02/2018-04-04"),
]


COMMON = [
    ("Trong các đêm 9, 10 và 12-4, trộm cắt dây.", "các đêm 9", "2018-04-09TNI"),
    ("Tối 12 và 13/4, đoàn diễn.", "13/4", "2018-04-13TEV"),
    ("Từ mùng 4 đến mùng 6 Tết, chùa mở hội.", "Từ mùng 4 đến mùng 6 Tết", "2018-02-19/2018-02-21"),
    ("(mùng 9 và mùng 10 tháng Giêng năm Mậu Tuất)", "mùng 9", "2018-02-24"),
    ("HTX Hoa Mười năm nay ký hợp đồng.", "năm nay", "2018"),
    ("Đơn hàng năm nay tăng.", "năm nay", "2018"),
    ("Bằng hai phần ba năm ngoái.", "năm ngoái", "2017"),
    ("Ngày xuất bản: 24/09/2017 9:40:00 CH", "24/09/2017 9:40:00 CH", "2017-09-24T21:40"),
    ("T6/2017, xã có 3 ca.", "T6/2017", "2017-06"),
    ("15 ngày đầu tháng 4 bán được 5 tấn.", "15 ngày đầu tháng 4", "2018-04-01/2018-04-15"),
    ("10 ngày cuối tháng 3/2018 mưa.", "10 ngày cuối tháng 3/2018", "2018-03-22/2018-03-31"),
    ("17 giờ, loa vang lên.", "17 giờ", "2018-04-24T17:00"),
    ("Sau 5 giờ mổ, ca bệnh ổn.", "5 giờ", "PT5H"),
    ("Cần khoảng 12 giờ để xong.", "12 giờ", "PT12H"),
    ("Trong 24h, có 3 ca.", "24h", "PT24H"),
    ("Đèn chiếu sáng, ngày 26/4 dựng gian.", "ngày 26/4", "2018-04-26"),
    ("Cứ sáng Chủ nhật, bà con quét đường.", "sáng Chủ nhật", "XXXX-WXX-7TMO"),
    ("Để được ba bốn ngày.", "ba bốn ngày", "P4D"),
    ("19/03/2018 - Người đăng: Trần Thị Na", "19/03/2018", "2018-03-19"),
    ("Số liệu năm 2016 và 2017 dẫn đến lỗ.", "2017", "2017"),
    ("mất ngày 03/4/2018 (tức 18/02 năm Mậu Tuất)", "18/02 năm Mậu Tuất", "2018-04-03"),
    ("Thu các năm 2015, 2016 và 2017 đạt cao.", "2017", "2017"),
    ("Hội thi Bí thư chi bộ giỏi 2017", "2017", "2017"),
    ("niên vụ 2017/2018", "niên vụ 2017/2018", "2017/2018"),
    ("Các ngày 15,16/4 trường nghỉ.", "Các ngày 15,16/4", "2018-04-15/2018-04-16"),
    ("Giao hàng trong vòng 24h.", "24h", "PT24H"),
    ("Khám 6 tháng 1 lần.", "6 tháng 1 lần", "P6M"),
    ("Mùa tôm từ tháng 3 đến tháng 5 hàng năm.", "từ tháng 3 đến tháng 5 hàng năm", "XXXX-03/XXXX-05"),
    ("Âm tính sau 6 tháng\nTrước thực tế đó, anh về.", "6 tháng", "P6M"),
    ("Quý II năm 2017 tăng, quý III giảm, quý IV tăng lại.", "quý IV", "2017-Q4"),
    ("Giao ban quý I năm 2018, triển khai quý II. Có 9 vụ, giảm 3 vụ so với quý trước.", "quý trước", "2017-Q4"),
    ("Tổng kết năm. Đêm 18/10, anh đưa 63 người đi tránh lũ.", "Đêm 18/10", "2017-10-18TNI"),
    ("Năm 1986, bà nấu cơm cho lớp, năm sau thành vợ thầy.", "năm sau", "1987"),
    ("Chiều 20/4, hội nghị bàn việc.\nXong trước ngày 31/12/2018.\nBế mạc lúc 11 giờ 30 phút.", "lúc 11 giờ 30 phút", "2018-04-20T11:30"),
]


@pytest.mark.parametrize(("text", "span", "value"), [*FULL, *PARTIAL, *PERIODS, *OTHER, *COMMON])
def test_reads(text: str, span: str, value: str) -> None:
    assert (span, value) in dates(text)


@pytest.mark.parametrize(
    "text",
    [
        "Xã đạt 19/19 tiêu chí.", "Đạt 7,8/10 điểm, tức 1/3 số hộ.",
        "Có 7/12 xã về đích.", "Trụ sở ở đường 2/9, phường 3.", "Dọn vệ sinh công viên 23/9 và phố 30/4.",
        "Quyết định số 214/2018/QĐ-UBND của quận.", "Nghị quyết số 05-NQ/TW.", "Điện thoại: 0236 3741 234.", "Tại km 12+300 quốc lộ 1A.",
        "Đại biểu Quốc hội khóa XIV.", "Kỳ họp thứ 6 của HĐND quận.", "Trực 24/24 giờ.", "Ông Nam, 45 tuổi.", "Chứng nhận ISO 9001:2008.",
        "Đội tuyển thắng 3/1.", "Giảm 1/5 số hộ nghèo.", "Tăng 5,4% so với kế hoạch.", "Bản đồ tỷ lệ 1/2000.", "Cơ quan thực hiện tốt.",
        "Tại tọa độ 21 độ 07 phút vĩ bắc.", "Có 2016 người dự.", "Phường 12, quận 3.", "Phiên họp thứ 5.", "Tổ dân phố số 7/4.",
        "Đường 3 tháng 2 và đường Cách mạng Tháng Tám bị ngập.", "Đường 30 tháng 4 đông xe.", "Bản đồ tỷ lệ 1/500 và 1/2000.", "Bệnh viện 30/4.",
        "Tiểu đoàn 30/4 và Công ty 28/3.", "Thị lực 10/10.", "Điểm tăng từ 3/10 lên 7/10.", "Vị trí thứ Năm toàn quốc.",
        "Đồ gốm thế kỷ thứ 3 trước Công nguyên.", "Ông đi 3 hôm trước.", "Xếp hàng thứ 5.",
        "Ngã tư đường Trần Phú - 2/9.", "Sân vận động 19/8, tỉnh lộ 2/9.", "Đội xếp thứ Ba toàn đoàn.", "Chiến dịch Mùa hè xanh.",
        "Gỗ nhập từ năm nước thứ 2 và thứ 3.", "Mấy hôm nay trời mưa.", "Lễ chùa mùng một.",
        "Ra quân Ngày thứ Bảy tình nguyện, Chủ nhật Xanh.",
    ],
)  # fmt: skip
def test_leaves_alone_what_is_no_date(text: str) -> None:
    assert dates(text) == []


def test_a_day_after_no_day_has_no_row() -> None:
    assert dates("Chị rửa chân, hôm sau qua xin vào tổ.") == []
    assert ("hôm sau", "2018-04-21") in dates("Ngày 20/4 chị rửa chân, hôm sau qua xin vào tổ.")


def test_the_two_words_of_a_header_are_no_recurring_day() -> None:
    assert dates("Người đăng: Lý Thúy Hằng   Ngày đăng: 22/02/2018") == [("22/02/2018", "2018-02-22")]


def test_reads_decomposed_letters_alike() -> None:
    text = unicodedata.normalize("NFD", "từ ngày 12 đến 15/11")
    assert [p.value for p in parse(text, "2018-11-20")] == ["2018-11-12/2018-11-15"]


def test_a_shared_year_reaches_back() -> None:
    assert dates("vào các ngày 11/11 và 28/12/2017, xã họp") == [("ngày 11/11", "2017-11-11"), ("28/12/2017", "2017-12-28")]


def test_two_feasts_are_two_dates() -> None:
    assert dates("nghỉ lễ 30/4 và 1/5") == [("30/4", "2018-04-30"), ("1/5", "2018-05-01")]


def test_a_date_follows_the_day_said_before() -> None:
    found = dates("Nghỉ từ ngày 8/2/2018 (23 tháng Chạp) đến hết ngày 22/2 (mùng 7 tháng Giêng).")
    assert [v for _, v in found] == ["2018-02-08", "2018-02-08", "2018-02-22", "2018-02-22"]


def test_the_same_period_is_tied_to_the_period_said_before() -> None:
    found = dates("Trong 10 tháng đầu năm 2025 thu 5 tỷ đồng, tăng so với cùng kỳ năm 2024.", "2025-11-28")
    assert found[-1] == ("cùng kỳ năm 2024", "2024-01/2024-10")


def test_a_written_slip_keeps_its_value() -> None:
    assert dates("trước ngày 31/6/2023")[0][1] == "2023-06-31"


def test_january_tells_of_december() -> None:
    assert dates("Ngày 30/12, quận họp.", "2019-01-05") == [("Ngày 30/12", "2018-12-30")]


def test_both_readings_are_kept_where_the_text_leaves_it_open() -> None:
    [found] = parse("ngày 12/11", "2018-04-24")
    assert found.value == "2017-11-12" and found.alternatives == ("2018-11-12",)
    assert parse("ngày 12/11", "2018-04-24", "future")[0].value == "2018-11-12"


def test_without_any_year_no_year_is_guessed() -> None:
    assert dates("Gặp mặt nhân ngày 8/3.", None) == [("ngày 8/3", "XXXX-03-08")]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("Tết Trung thu năm 2018", "2018-09-24"), ("Giỗ Tổ Hùng Vương 2019", "2019-04-14"), ("Tết Nguyên đán 2020", "2020-01-25"),
        ("lễ Quốc khánh", "2018-09-02"), ("ngày Nhà giáo Việt Nam năm ngoái", "2017-11-20"), ("lễ Vu Lan", "2018-08-25"),
        ("ông Công ông Táo", "2019-01-28"),
    ],
)  # fmt: skip
def test_names_of_feasts_in_a_phrase_alone(phrase: str, value: str) -> None:
    assert [p.value for p in parse(phrase, "2018-04-24", "future")] == [value]


def test_a_text_names_feasts_without_dating() -> None:
    assert dates("Xã chuẩn bị Tết Trung thu và lễ Vu Lan.") == []


def test_prefer_is_checked() -> None:
    with pytest.raises(ValueError, match="prefer"):
        parse("hôm qua", "2018-04-24", "sideways")


def test_roles() -> None:
    doc = Document(
        "Sáng 23/4, UBND quận tổ chức hội nghị kỷ niệm 43 năm giải phóng (30/4/1975 - 30/4/2018), giai đoạn 2016 - 2020.",
        meta=Meta(posted="2018-04-24"), engine=Pipeline(), layers={"citations": ()},
    )  # fmt: skip
    assert [d.role for d in doc.dates] == ["event", None, "anniversary", "period"]


def test_the_day_of_the_event() -> None:
    def told(text: str) -> str | None:
        doc = Document(text, meta=Meta(posted="2018-04-24"), engine=Pipeline(), layers={"citations": ()})
        found = event(doc)
        return found.value if found else None

    assert told("Thực hiện kế hoạch ngày 2/4, sáng 23/4, UBND quận tổ chức lễ ra quân.") == "2018-04-23TMO"
    assert told("Lễ hội diễn ra tại sân đình từ ngày 27 đến 29/4/2018.") == "2018-04-27/2018-04-29"
    assert told("Hội nghị được tổ chức tại hội trường xã vào ngày 20/4.") == "2018-04-20"
    assert told("Giai đoạn 2016 - 2020, xã có 5 thôn.") is None


def test_a_posting_date_out_of_this_world_counts_as_unknown() -> None:
    text = "Hôm qua 8/3, tuần trước, năm sau, rằm tháng Giêng."
    for posted in ("0001-01-01", "9999-12-31"):
        assert dates(text, posted) == dates(text, None)
    with pytest.raises(ValueError, match="1900"):
        parse("hôm qua", "0001-01-01")


def test_what_lies_outside_the_calendar_has_no_value() -> None:
    assert dates("Cách đây 100000 ngày, 9999 tuần trước và 9999 năm trước.") is not None
    assert dates("100000 năm qua") is not None
    assert parse("9999 năm nữa", "2018-04-24") == []


def test_a_long_list_of_days_comes_to_an_end() -> None:
    text = "từ ngày 12, 13, 14 và " * 20_000
    with within(60):
        list(Finder(text, fold(text)).find())


WORDS = (
    "ngày tháng năm quý tuần giai đoạn nhiệm kỳ từ đến và , - / . : ( ) 1 2 12 13 29 31 2018 0218 99 2108 0 thứ hai ba Năm chủ nhật sáng chiều nay "
    "qua mai trước tới này vừa cuối đầu lúc giờ h g phút 7h30 âm lịch rằm mùng tết mậu tuất giêng hiện cách đây cùng kỳ hằng mỗi mười mươi tư nửa "
    "rưỡi kém thế kỷ xx thập niên những các 30/4 2/9/2018 29/2 31/4/2018 15/13 lần đã sẽ kỷ niệm 43 nhằm"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=20), st.sampled_from([" ", "  ", "\n", ""]))
@settings(max_examples=150, deadline=None)
def test_any_words_in_any_order_give_spans_in_order(words: list[str], joint: str) -> None:
    text = joint.join(words)
    doc = Document(text, meta=Meta(posted="2018-04-24"), engine=Pipeline(), layers={"citations": ()})
    assert all(doc.text[d.start : d.end] == d.text for d in doc.dates)
    assert all(a.end <= b.start for a, b in pairwise(doc.dates))
    parse(text, "2018-04-24", "future")


def test_offsets_hold() -> None:
    text = "Chiều ngày 23/4/2018, UBND quận họp; từ ngày 12 đến 15/11; quý III/2018; hằng năm."
    folded = fold(text)
    from datetime import date

    resolver = Resolver(folded, date(2018, 4, 24))
    found = list(Finder(text, folded).find())
    assert [text[e.start : e.end] for e in found] == ["Chiều ngày 23/4/2018", "từ ngày 12 đến 15/11", "quý III/2018", "hằng năm"]
    assert all(resolver.resolve(e).value for e in found)
