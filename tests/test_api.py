from pathlib import Path

import pytest

import vnreport
from vnreport.reading import ReadError


@pytest.mark.parametrize("jobs", [1, 2])
def test_documents_come_in_the_order_of_their_sources(jobs: int) -> None:
    texts = ["UBND quận Cẩm Lệ họp.", "UBND quận Hải Châu họp.", "UBND quận Thanh Khê họp."]
    assert [d.units[0].name for d in vnreport.analyze_many(texts, jobs=jobs)] == ["Cẩm Lệ", "Hải Châu", "Thanh Khê"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_file_does_not_end_the_run_when_errors_are_taken(jobs: int, tmp_path: Path) -> None:
    good = tmp_path / "a.txt"
    good.write_text("UBND quận Cẩm Lệ họp.", "utf-8")
    missing = tmp_path / "none.txt"
    failed: list[str] = []
    done = list(vnreport.analyze_many([missing, good], jobs=jobs, on_error=lambda source, error: failed.append(f"{source}: {error}")))
    assert [d.source for d in done] == [str(good)]
    assert len(failed) == 1 and "none.txt" in failed[0]
    with pytest.raises(ReadError):
        list(vnreport.analyze_many([missing], jobs=jobs))


def test_check_is_a_function_whatever_was_imported_before() -> None:
    from vnreport.check.registry import rules

    assert rules()
    assert [f.name for f in vnreport.check("Hội nghị đã đã kết thúc.")] == ["doubled-word"]


def test_the_posting_date_given_wins_over_the_page() -> None:
    text = "Tiêu đề\nNgày đăng: 24/04/2018\n\nNgày 12/11, quận họp."
    assert vnreport.analyze(text, posted="2019-11-13").dates[-1].value == "2019-11-12"
