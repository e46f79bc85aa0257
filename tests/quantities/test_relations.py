import pytest

from vnreport.document import Document
from vnreport.language.scan import scan
from vnreport.language.sentences import annotate as sentences
from vnreport.quantities.annotator import annotate_written
from vnreport.quantities.lists import listings
from vnreport.quantities.shares import shares
from vnreport.quantities.sums import sums


def document(text: str) -> Document:
    doc = Document(text, layers={"scan": scan(text), "dates": (), "citations": ()})
    doc.layers["sentences"] = sentences(doc)
    doc.layers["numbers"] = annotate_written(doc)
    return doc


@pytest.mark.parametrize(
    ("text", "total", "parts", "exhaustive"),
    [
        ("Có 300 hồ sơ, gồm 180 hồ sơ mới và 120 hồ sơ cũ.", 300, [180, 120], True),
        ("Có 09 vụ tại 03 xã: An Hòa 04 vụ, An Bình 05 vụ.", 9, [4, 5], True),
        ("Vốn 10 tỷ đồng, trong đó 4 tỷ đồng của tỉnh, còn lại 6 tỷ đồng của xã.", 10, [4, 6], True),
        ("Cả xã có 300 hộ, trong đó 40 hộ nghèo.", 300, [40], False),
        ("Xã có 9 thôn:\n- Khu A: 4 thôn;\n- Khu B: 5 thôn.", 9, [4, 5], True),
        ("Có 54 người dự, trong đó nam 30 người, nữ 24 người.", 54, [30, 24], True),
        ("Đoàn có 12 huy chương (3 huy chương vàng, 4 huy chương bạc, 5 huy chương đồng).", 12, [3, 4, 5], True),
    ],
)
def test_a_total_has_its_parts(text: str, total: int, parts: list[int], exhaustive: bool) -> None:
    (found,) = sums(document(text))
    assert (found.total.value, [p.value for p in found.parts], found.exhaustive) == (total, parts, exhaustive)


@pytest.mark.parametrize(
    "text",
    [
        "Xã An Hòa: 1 ca, xã An Bình: 3 ca.",
        "Tuổi trung bình là 40 tuổi, trong đó cao nhất 71 tuổi.",
        "Khu một 10 lớp, khu hai 30 lớp (khu mới 25 lớp, khu cũ 15 lớp).",
        "Chi 20 triệu đồng tặng 10 hộ nghèo và 5 hộ cận nghèo.",
        "Có 27 đơn vị hành chính, gồm 2 thành phố, thị xã An Sơn và 24 huyện.",
    ],
)
def test_numbers_that_only_stand_near_one_another_are_no_sum(text: str) -> None:
    assert not list(sums(document(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 1.200 người mắc; trong đó, có 480 ca nặng chiếm 40%.", (480, 1200, "share")),
        ("Có 45/50 hộ đạt chuẩn, đạt 90%.", (45, 45, "share")),
        ("Có 95 đại biểu trên tổng số 100 đại biểu tán thành, đạt 95%.", (95, 100, "share")),
        ("Giáo viên là 2.000 người thì chỉ có 100 người (5%) ở xa.", (100, 2000, "share")),
        ("Thu đạt 1.200 tỷ đồng, tăng 20% so với cùng kỳ (1.000 tỷ đồng).", (1200, 1000, "growth")),
        ("Tổng số 50 hộ. Trong đó, 45 hộ đạt chuẩn, chiếm 90%.", (45, 50, "share")),
    ],
)
def test_a_percentage_has_its_two_numbers(text: str, expected: tuple[int, int, str]) -> None:
    (found,) = shares(document(text))
    assert (found.part.value, found.whole.value, found.kind) == expected


@pytest.mark.parametrize(
    "text",
    ["Đã chi 70 tỷ đồng (trên 52% kế hoạch).", "Có 40 hộ nghèo, chiếm 3% dân số.", "Tăng 300 đồng (tương ứng 5%) lên 6.300 đồng."],
)
def test_a_percentage_of_something_else_is_left_alone(text: str) -> None:
    assert not list(shares(document(text)))


@pytest.mark.parametrize(
    ("text", "announced", "counts"),
    [
        ("Tổ gồm 03 ông (bà) sau:\n1. Ông A\n2. Bà B\n\nHết", 3, (2,)),
        ("Có 3 việc: làm đường; trồng cây; thu rác.", 3, (3,)),
        ("Gồm hai phường: An Hòa, An Bình và An Phú.", 2, (3,)),
        ("Có 3 lễ hội: Lễ hội A; Lễ hội B và Lễ hội C.", 3, (2, 3)),
    ],
)
def test_a_count_has_its_list(text: str, announced: int, counts: tuple[int, ...]) -> None:
    (found,) = listings(document(text))
    assert (found.announced.value, found.counts) == (announced, counts)


def test_a_list_inside_a_list_is_read_once() -> None:
    assert not list(sums(document("có 3 việc: " * 500)))


def test_lines_that_count_the_same_thing_are_groups_not_items() -> None:
    assert not list(listings(document("Xã có 9 thôn:\n- Khu A: 4 thôn;\n- Khu B: 5 thôn.")))
