import pytest

from vnreport.reading import read_text

DECISION = """\
ỦY BAN NHÂN DÂN
PHƯỜNG BÌNH AN
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 27/QĐ-UBND
Bình An, ngày 12 tháng 5 năm 2022

QUYẾT ĐỊNH
Về việc thành lập Tổ công nghệ số cộng đồng
phường Bình An

CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG BÌNH AN

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;

QUYẾT ĐỊNH:
Điều 1. Thành lập Tổ công nghệ số cộng đồng gồm các ông, bà có tên sau đây và giao cho ông Trần Văn Mẫu làm tổ trưởng.

Nơi nhận:
- Như Điều 1;
- Lưu: VT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
Lê Thị Mẫu
"""


def test_letterhead_date_subject_and_signature() -> None:
    doc = read_text(DECISION)
    assert doc.meta.title == "Về việc thành lập Tổ công nghệ số cộng đồng phường Bình An"
    assert doc.meta.posted == "2022-05-12"
    assert doc.meta.author is None
    found = {r.kind: r.text for r in doc.regions}
    assert found["posted"] == "ngày 12 tháng 5 năm 2022"
    assert found["letterhead"].startswith("ỦY BAN NHÂN DÂN")
    assert found["letterhead"].endswith("năm 2022")
    assert found["signature"].startswith("KT. CHỦ TỊCH")
    assert found["signature"].endswith("Lê Thị Mẫu")


DATE = "Bình An, ngày 2 tháng 5 năm 2023"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"Số: 34/UBND-NL\nV/v tăng cường phòng cháy rừng\n{DATE}\n\nKính gửi: các khu phố.", "V/v tăng cường phòng cháy rừng"),
        (f"Số: 34/KH-UBND\n{DATE}\n\nKẾ HOẠCH\nTriển khai chuyển đổi số\n\nThực hiện kế hoạch của cấp trên.", "Triển khai chuyển đổi số"),
        (
            f"Số: 34/QĐ-UBND\n{DATE}\n\nQUYẾT ĐỊNH\nVỀ VIỆC BAN HÀNH\nQUY CHẾ LÀM VIỆC\n\nCHỦ TỊCH ỦY BAN",
            "VỀ VIỆC BAN HÀNH QUY CHẾ LÀM VIỆC",
        ),
        (f"Số: 34/QĐ-UBND         {DATE}\nQUYẾT ĐỊNH Về việc ban hành quy chế", "Về việc ban hành quy chế"),
        (f"Số: 34/TB-UBND\n{DATE}\n\nTHÔNG BÁO\n\nCăn cứ quy chế làm việc.", None),
    ],
)
def test_subject(head: str, title: str | None) -> None:
    doc = read_text(f"ỦY BAN NHÂN DÂN\nPHƯỜNG BÌNH AN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{head}\nNội dung.\n")
    assert doc.meta.title == title
    assert doc.meta.posted == "2023-05-02"


def test_a_post_that_quotes_a_number_is_no_formal_document() -> None:
    doc = read_text("Phường Bình An ban hành quyết định mới\n17/11/2025\nSố: 27/QĐ-UBND là số của quyết định vừa ban hành hôm nay.\n\nThu Hà")
    assert (doc.meta.posted, doc.meta.author) == ("2025-11-17", "Thu Hà")
