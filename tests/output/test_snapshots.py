"""Each renderer against its snapshot; ``VNREPORT_SNAPSHOTS=write`` writes them anew."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from vnreport.document import DEFAULT_LAYERS, Document
from vnreport.output import html, json, text

HERE = Path(__file__).parent / "snapshots"


def check_text(doc: Document, lang: str, colour: bool) -> str:
    style = text.Style(lang, colour)
    summary = text.Summary(failed=1)
    summary.add(doc, doc.findings, doc.unchecked)
    return "\n\n".join([*(text.finding(doc, f, style) for f in doc.findings), "\n".join(summary.lines(style))])


RENDERERS: dict[str, Callable[[Document], str]] = {
    "check.vi.txt": lambda doc: check_text(doc, "vi", False),
    "check.en.txt": lambda doc: check_text(doc, "en", False),
    "check.colour.txt": lambda doc: check_text(doc, "vi", True),
    "analyze.vi.txt": lambda doc: text.document(doc, DEFAULT_LAYERS, doc.findings, text.Style()),
    "analyze.json": lambda doc: json.dump(json.analysis(doc, DEFAULT_LAYERS, doc.findings), indent=2),
    "check.json": lambda doc: json.dump(json.check(doc, doc.findings, doc.unchecked, "en"), indent=2),
    "notebook.html": lambda doc: html.render(doc),
}


@pytest.mark.parametrize("name", RENDERERS)
def test_output_is_that_of_the_snapshot(name: str, doc: Document) -> None:
    file, made = HERE / name, RENDERERS[name](doc) + "\n"
    if os.environ.get("VNREPORT_SNAPSHOTS") == "write":
        file.write_text(made, "utf-8")
    assert made == file.read_text("utf-8")
