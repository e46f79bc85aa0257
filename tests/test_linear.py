"""Work grows with the length of a text, whatever the text: no time is asserted, only that long runs of one thing come to an end."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

import vnreport

PIECES = [
    "1", "\n", " ", "\xa0", "A", "Đ", "a@", "a.", "KT-", "(", "UBND\n", "UBND ", "XKZQ ", "Nguyễn Văn A, ", "Trường Mầm Non ", "1. Ông A\n", "| ",
    "UBND Quận A Nguyễn Văn B ", "HỘI NGHỊ ", "ngày 1, ", "xã Tân Lập, ", "gồm 5 ", "có 3 việc: ", "“", "23/4/2018 ", "Quyết định số 12/QĐ-UBND, ", "1/", "\u0301",
]  # fmt: skip


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Fail instead of hanging: a pattern that backtracks takes minutes here, a linear one a moment."""

    def late(*_: object) -> None:
        raise TimeoutError("not linear")

    old = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, old)


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="no alarm on this system")
@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_a_long_run_of_one_thing_comes_to_an_end(piece: str) -> None:
    with within(60):
        doc = vnreport.analyze(piece * (40_000 // len(piece)))
        vnreport.check(doc)
        doc.expanded()
