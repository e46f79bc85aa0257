import pytest

from vnreport.document import Meta
from vnreport.reading import read_text

BODY = "Sáng 22/3, UBND phường Bình An tổ chức hội nghị sơ kết công tác quý I; các khu phố, chi bộ và đoàn thể cùng dự hội nghị này."
TITLE = "Phường Bình An sơ kết công tác quý I"


@pytest.mark.parametrize(
    ("line", "posted", "clock"),
    [
        ("Người đăng tin: Quản trị Ngày đăng tin: 24/04/2018 Lượt xem: 173", "2018-04-24", None),
        ("Ngày đăng: 24-04-2018 | 10:45 AM", "2018-04-24", "10:45"),
        ("Thứ ba, 24/04/2018", "2018-04-24", None),
        ("Thứ Tư, 20/4/2022 15:10", "2022-04-20", "15:10"),
        ("Chủ nhật, ngày 24 tháng 4 năm 2022", "2022-04-24", None),
        ("Cập nhật lúc 08:30 24/04/2018 (GMT+7)", "2018-04-24", "08:30"),
        ("2017-02-27 23:31:12", "2017-02-27", "23:31"),
        ("2018-04-24T08:30:00+07:00", "2018-04-24", "08:30"),
        ("03:36 11/07/2017", "2017-07-11", "03:36"),
        ("11/19/2019 3:00 PM", "2019-11-19", "15:00"),
        ("3/4/2019 12:05 AM", "2019-03-04", "00:05"),
        ("Ngày đăng: 03/04/2019 3:00 CH", "2019-04-03", "15:00"),
        ("17/11/2025", "2025-11-17", None),
        ("Đăng lúc: 14h30, Thứ Sáu, 05/03/2021", "2021-03-05", "14:30"),
        ("Chương trình PT: 13 - 02 - 2017", "2017-02-13", None),
        ("Viết bởi Admin Thứ ba, 24 Tháng 4 2018 08:30", None, None),
        ("Thứ ba, 24 Tháng Tư 2018 08:30", "2018-04-24", "08:30"),
        ("Thứ hai, 05/03/2018, 10:05 [GMT+7]", "2018-03-05", "10:05"),
        ("Lượt xem: 120 | Ngày đăng: 24/04/2018", "2018-04-24", None),
        ("24/04/2018 15:20:00", "2018-04-24", "15:20"),
        ("(24/04/2018)", "2018-04-24", None),
        ("08:15, 24/04/2018", "2018-04-24", "08:15"),
        ("Ngày: 24-4-2018", "2018-04-24", None),
        ("Đăng ngày 24/4/2018 bởi Thu Hà", "2018-04-24", None),
        ("24/04/2018 08:15:22 Cỡ chữ: A- A A+", "2018-04-24", "08:15"),
        ("24/04/2018 17:33  |  Lượt xem: 512  |  Cỡ chữ: A+ A-", "2018-04-24", "17:33"),
        ("Thứ Ba, 24/04/2018, 09:12 (GMT+7) In trang Gửi bài viết", "2018-04-24", "09:12"),
        ("bientap   24/04/2018   Tin trong xã   Chia sẻ Facebook   Zalo", "2018-04-24", None),
        ("Hội nghị ngày 24/04/2018   tại Hội trường   của xã Bình An", None, None),
        ("Người đăng: Quản trị viên - 24/04/2018", "2018-04-24", None),
        ("24/04/2018 - Người đăng: Trần Thị Ngân", "2018-04-24", None),
        ("Đăng bởi Cổng TTĐT huyện - 24/04/2018", "2018-04-24", None),
        ("Post date: 24/04/2018 07:55 | Lượt xem: 640", "2018-04-24", "07:55"),
        ("Ngày đăng: 31/02/2018", None, None),
        ("Sáng 24/4/2018, phường họp", None, None),
    ],
)
def test_posting_date_and_time(line: str, posted: str | None, clock: str | None) -> None:
    doc = read_text(f"{TITLE}\n{line}\n\n{BODY}")
    assert (doc.meta.posted, doc.meta.posted_time) == (posted, clock)


@pytest.mark.parametrize("section", ["Tin hoạt động của huyện", "Tin tức - Sự kiện", "Trang chủ » Tin trong tỉnh", "Hoạt động của lãnh đạo"])
def test_name_of_a_section_is_not_the_title(section: str) -> None:
    assert read_text(f"{section}\n{TITLE}\n\n{BODY}\n\n{BODY}").meta.title == TITLE


def test_every_part_of_the_header_is_a_region() -> None:
    doc = read_text(f"{TITLE}\nNgười đăng tin: Quản trị Ngày đăng tin: 24/04/2018 07:45 Lượt xem: 1.289\n\n{BODY}\n\nThu Hà\n")
    assert doc.meta == Meta(TITLE, "2018-04-24", "07:45", "Thu Hà", "Quản trị", 1289)
    found = {r.kind: r.text for r in doc.regions}
    assert found["title"] == TITLE
    assert found["poster"] == "Quản trị"
    assert found["posted"] == "24/04/2018 07:45"
    assert found["views"] == "1.289"
    assert found["author"] == "Thu Hà"
    assert found["header"].startswith("Người đăng tin")


def test_labelled_date_wins_over_the_clock_of_the_page() -> None:
    doc = read_text(f"Thứ 3, Ngày 16/07/2024 -\n\n{TITLE}\nNgày đăng: 08/07/2024  11:38\nMặc định Cỡ chữ\n{BODY}")
    assert (doc.meta.posted, doc.meta.posted_time, doc.meta.title) == ("2024-07-08", "11:38", TITLE)


def test_stamp_of_the_post_wins_over_the_clock_of_the_site() -> None:
    doc = read_text(f"Thứ tư, 25/04/2018\n{TITLE}\n24/04/2018 10:30\n{BODY}")
    assert (doc.meta.posted, doc.meta.posted_time, doc.meta.title) == ("2018-04-24", "10:30", TITLE)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{TITLE}\n{BODY}", TITLE),
        (f"{TITLE}\n2017-02-27 23:31:12\n{BODY}", TITLE),
        (f"Đảng ủy\n2017-02-27 23:31:12\n{BODY}", "Đảng ủy"),
        (f"Ngày đăng: 27/04/2021\n\n{BODY}\n{BODY}", None),
        (f"Ngày đăng: 27/04/2021\n\n{TITLE}\n{BODY}", TITLE),
        (f"03:36 11/07/2017\n{BODY}", None),
        (f"(Binhan.vn) - {BODY}\n{BODY}", None),
        (f"| {TITLE} | Tin tức | {BODY} |\n| 11/19/2019 3:00 PM | No | Đã ban hành | |\n{BODY}", TITLE),
        (f"Đài phát thanh Bình An | Thời sự\nToàn cảnh khu trung tâm.\n{TITLE}\n{BODY}", TITLE),
        (f"Trang chủ > Tin tức\n{TITLE}\nNgày đăng: 27/04/2021\n{BODY}", TITLE),
        (BODY, None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert read_text(text).meta.title == title


def test_a_date_deep_in_the_text_is_no_posting_date() -> None:
    doc = read_text("\n".join([TITLE, *[BODY] * 6, "17/11/2025", *[BODY] * 6]))
    assert doc.meta.posted is None
