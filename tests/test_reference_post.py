"""What must come out of the reference post; skipped where the post is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

import vnreport
from vnreport import Document

POST = Path(__file__).parents[2] / "shared" / "seed" / "post.txt"
pytestmark = pytest.mark.skipif(not POST.is_file(), reason="the reference post is not part of the repository")


@pytest.fixture(scope="module")
def doc() -> Document:
    return vnreport.analyze(vnreport.read(POST))


def test_the_page_says_who_posted_it_and_when(doc: Document) -> None:
    assert (doc.meta.posted, doc.meta.author, doc.meta.poster, doc.meta.views) == ("2018-04-24", "Hồng Hạnh", "Admin", 89)


def test_the_issuer_is_linked_to_its_code(doc: Document) -> None:
    assert doc.issuer is not None
    assert (doc.issuer.level, doc.issuer.name, doc.issuer.code, doc.issuer.province) == ("quận", "Cẩm Lệ", "495", "Đà Nẵng")


def test_both_mentions_are_one_official(doc: Document) -> None:
    (official,) = doc.officials
    assert (official.name, official.titles, official.organisation) == ("Lê Văn Sơn", ("Chủ tịch",), "UBND quận Cẩm Lệ")
    assert len(official.mentions) == 2


def test_abbreviations_are_written_out(doc: Document) -> None:
    known = {a.text for a in doc.abbreviations if a.expansion}
    assert known >= {"UBND", "UBMTTQVN", "UBMTTQ", "MTTQ", "KT-XH", "GPMB", "KNTC", "KHHGĐ", "ATGT", "ANTT", "XH"}


def test_exactly_the_slips_are_flagged(doc: Document) -> None:
    grave = [f for f in doc.findings if f.severity in ("warning", "error")]
    found = {(f.name, f.text) for f in grave if f.name != "org-variant"}
    assert found == {
        ("date-year", "23/4/2017"),
        ("unit-level", "UBND huyện"),
        ("unit-level", "đoàn thể tỉnh"),
        ("unit-level", "cả tỉnh"),
        ("doubled-word", "đã đã"),
        ("doubled-word", "đề đề"),
        ("capitalisation", "Đồng chí"),
        ("residue", "Quản lý video Quản lý video"),
        ("residue", "// ]]>"),
    }
    assert len([f for f in grave if f.name != "org-variant"]) == 9


def test_the_year_is_repaired_with_its_evidence(doc: Document) -> None:
    (finding,) = (f for f in doc.findings if f.name == "date-year")
    assert [s.text for s in finding.suggestions] == ["23/4/2018"]
    evidence = {e.text for e in finding.evidence}
    assert any("24/04/2018" in text for text in evidence)
    assert any("năm 2018" in text for text in evidence)


def test_levels_are_repaired_to_that_of_the_issuer(doc: Document) -> None:
    for finding in doc.findings:
        if finding.name == "unit-level":
            assert any("quận" in s.text for s in finding.suggestions)


def test_the_three_short_forms_of_the_front_are_one_body(doc: Document) -> None:
    variants = [f for f in doc.findings if f.name == "org-variant" and f.severity != "info"]
    assert variants
    assert all(f.text.split()[0] in {"UBMTTQVN", "UBMTTQ", "MTTQ"} for f in variants)
    forms = {s.text.split()[0] for f in variants for s in (f, *f.evidence) if s.text}
    assert forms >= {"UBMTTQVN", "UBMTTQ", "MTTQ"}
