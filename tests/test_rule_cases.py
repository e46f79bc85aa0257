"""Runs the cases of ``tests/rules/*.md`` and holds every rule to having them.

A file holds the cases of one rule. ``## Báo: …`` (fires) and ``## Im lặng: …`` (stays silent) begin a case; a fence of tildes holds its text,
with ``posted=YYYY-MM-DD`` behind ``~~~text`` where it matters. Under a firing case stand the findings of this rule, all of them:
``- `flagged` -> `suggestion` | `suggestion```.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from pathlib import Path

import pytest

import vnreport
from vnreport.check.registry import Rule, rules

CASES = Path(__file__).parent / "rules"
SECTIONS = ("Kiểm tra gì", "Vì sao", "Ví dụ sai", "Sửa thành", "Giới hạn", "Nguồn")
CODES = {
    "DAT001": "date-invalid", "DAT002": "date-weekday", "DAT003": "date-year", "DAT004": "date-order", "DAT005": "date-conflict",
    "DAT006": "date-anniversary", "ADM001": "unit-level", "ADM002": "unit-parent", "ADM003": "unit-era", "ADM004": "unit-name",
    "NAM001": "name-variant", "NAM002": "title-conflict", "NAM003": "org-variant", "ABB001": "abbr-undefined", "ABB002": "abbr-wrong",
    "NUM001": "number-sum", "NUM002": "number-percent", "NUM003": "number-count", "REF001": "citation-conflict",
    "REF002": "citation-format", "TXT001": "doubled-word", "TXT002": "spelling", "TXT003": "capitalisation", "TXT004": "punctuation",
    "TXT005": "residue", "SUP001": "unused-ignore",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    rule: str
    title: str
    fires: bool
    text: str
    posted: str | None
    expected: tuple[tuple[str, tuple[str, ...]], ...]


def read_cases(path: Path) -> list[Case]:
    out = []
    for block in re.split(r"^## ", path.read_text("utf-8"), flags=re.M)[1:]:
        kind, title = block.split("\n", 1)[0].split(":", 1)
        fence = re.search(r"^~~~text *([^\n]*)\n(.*?)^~~~", block, flags=re.M | re.S)
        assert fence and kind in ("Báo", "Im lặng"), f"{path.name}: {title}"
        posted = re.search(r"posted=(\S+)", fence[1])
        rows = []
        for line in re.findall(r"^- (.*)", block[fence.end() :], flags=re.M):
            flagged, *repairs = re.findall(r"`([^`]*)`", line)
            rows.append((flagged, tuple(repairs)))
        out.append(Case(path.stem, title.strip(), kind == "Báo", fence[2].rstrip("\n"), posted and posted[1], tuple(rows)))
    return out


ALL = [case for path in sorted(CASES.glob("*.md")) for case in read_cases(path)]


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.rule}: {c.title}")
def test_case(case: Case) -> None:
    config = vnreport.Config(select=(case.rule,))
    found = vnreport.check(case.text, config, posted=case.posted)
    got = [(f.text, tuple(s.text for s in f.suggestions)) for f in found]
    if not case.fires:
        assert not got
        return
    assert case.expected, "a firing case lists its findings"
    assert [flagged for flagged, _ in got] == [flagged for flagged, _ in case.expected]
    for (_, repairs), (_, expected) in zip(got, case.expected, strict=True):
        assert set(expected) <= set(repairs)


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_every_rule_has_cases_that_fire_and_cases_that_stay_silent(rule: Rule) -> None:
    cases = [c for c in ALL if c.rule == rule.name]
    assert any(c.fires for c in cases) and any(not c.fires for c in cases)


def test_every_case_file_belongs_to_a_rule() -> None:
    assert {p.stem for p in CASES.glob("*.md")} <= {r.name for r in rules()}


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_every_rule_has_a_whole_page(rule: Rule) -> None:
    page = type(rule).__doc__ or ""
    missing = [s for s in SECTIONS if not re.search(rf"^\s*{s}\s*:", page, flags=re.M)]
    assert not missing


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_every_message_has_the_same_arguments_in_both_languages(rule: Rule) -> None:
    def arguments(text: str) -> set[str]:
        # "{right_en}" is the English wording of the argument "{right}".
        return {name.removesuffix("_en") for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    assert "message" in rule.texts
    for vi, en in rule.texts.values():
        assert vi and en and arguments(vi) == arguments(en)


def test_codes_belong_to_their_names_for_ever() -> None:
    assert {r.code: r.name for r in rules()}.items() <= CODES.items()
