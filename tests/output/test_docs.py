"""The examples of the page on formats are what the program writes."""

import re
from pathlib import Path

import pytest

from vnreport import read
from vnreport.check.engine import examine
from vnreport.check.registry import rules
from vnreport.output.formats import FORMATS, open_renderer
from vnreport.output.report import Checked, Summary

PAGE = (Path(__file__).parents[2] / "docs" / "outputs.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"```(\w+)\n(.*?)```", PAGE, re.S))


@pytest.mark.parametrize("name", [n for n in BLOCKS if n != "document"])
def test_examples_are_what_is_written(name: str) -> None:
    doc = read(BLOCKS["document"].encode(), name="bai/a.txt")
    result = examine(doc)
    renderer = open_renderer(name, rules=rules())
    made = renderer.add(Checked(doc, result.findings, result.unchecked)) + str(renderer.close(Summary(1)))
    for piece in BLOCKS[name].split("…\n"):
        for line in piece.splitlines():
            assert line in made


def test_the_page_names_every_format() -> None:
    assert all(f"`{name}`" in PAGE for name in FORMATS)
