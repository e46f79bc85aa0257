"""Work grows with the length of a text, whatever the text: no time is asserted, only that long runs of one thing come to an end."""

import pytest

import vnreport
from tests.limits import within

PIECES = [
    "1", "\n", " ", "\xa0", "A", "Đ", "a@", "a.", "KT-", "(", "UBND\n", "UBND ", "XKZQ ", "Nguyễn Văn A, ", "Trường Mầm Non ", "1. Ông A\n", "| ",
    "UBND Quận A Nguyễn Văn B ", "HỘI NGHỊ ",
    "ngày 1, ", "xã Tân Lập, ", "gồm 5 ", "có 3 việc: ", "“", "23/4/2018 ", "Quyết định số 12/QĐ-UBND, ", "1/", "\u0301",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_a_long_run_of_one_thing_comes_to_an_end(piece: str) -> None:
    with within(60):
        doc = vnreport.analyze(piece * (40_000 // len(piece)))
        vnreport.check(doc)
        doc.expanded()
