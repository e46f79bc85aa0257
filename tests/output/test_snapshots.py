"""Each renderer against its snapshot; ``VNREPORT_SNAPSHOTS=write`` writes them anew."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import vnreport
from vnreport.document import DEFAULT_LAYERS, Document
from vnreport.output import html, json, text
from vnreport.output.formats import open_renderer
from vnreport.output.report import Checked, Failure, Summary

HERE = Path(__file__).parent / "snapshots"
LOOKED_AT = {"dates": 2, "units": 1, "quantities": 1, "citations": 0, "officials": 1, "abbreviations": 1}
SUMMARY = Summary(
    documents=2,
    findings={"error": 1, "info": 1},
    unchecked=2,
    silenced={"inline": 1, "triage": 3},
    looked_at=LOOKED_AT,
    failures=(Failure("hỏng.docx", "tệp hỏng", "damaged"),),
)


def report(doc: Document, name: str, lang: str = "vi", colour: bool = False) -> str:
    """A run over the document, a clean one and one that cannot be read."""
    renderer = open_renderer(name, lang=lang, colour=colour)
    clean = Document("Quận họp.\n", "thư mục/sạch.txt")
    out = renderer.add(Checked(doc, doc.findings, doc.unchecked, looked_at=LOOKED_AT)) + renderer.add(Checked(clean, ()))
    rest = renderer.close(SUMMARY)
    assert isinstance(rest, str)
    return out + rest


def bare(page: str) -> str:
    """A page without its style and script, which would hide what changes."""
    return re.sub(r"(?s)(<(style|script)>).*?(</\2>)", r"\1…\3", page).replace(f"vnreport {vnreport.__version__}", "vnreport VERSION")


RENDERERS: dict[str, Callable[[Document], str]] = {
    "check.vi.txt": lambda doc: report(doc, "text"),
    "check.en.txt": lambda doc: report(doc, "text", "en"),
    "check.colour.txt": lambda doc: report(doc, "text", colour=True),
    "check.concise.txt": lambda doc: report(doc, "concise"),
    "check.json": lambda doc: report(doc, "json", "en"),
    "check.jsonl": lambda doc: report(doc, "jsonl"),
    "check.sarif": lambda doc: report(doc, "sarif").replace(f'"version": "{vnreport.__version__}"', '"version": "VERSION"'),
    "check.github.txt": lambda doc: report(doc, "github"),
    "check.gitlab.json": lambda doc: report(doc, "gitlab", "en"),
    "check.junit.xml": lambda doc: report(doc, "junit"),
    "check.csv": lambda doc: report(doc, "csv"),
    "check.html": lambda doc: bare(report(doc, "html")),
    "analyze.vi.txt": lambda doc: text.document(doc, DEFAULT_LAYERS, doc.findings, text.Style()) + "\n",
    "analyze.json": lambda doc: json.dump(json.analysis(doc, DEFAULT_LAYERS, doc.findings), indent=2) + "\n",
    "notebook.html": lambda doc: html.render(doc) + "\n",
}


@pytest.mark.parametrize("name", RENDERERS)
def test_output_is_that_of_the_snapshot(name: str, doc: Document) -> None:
    file, made = HERE / name, RENDERERS[name](doc).encode()
    if os.environ.get("VNREPORT_SNAPSHOTS") == "write":
        file.write_bytes(made)
    assert made == file.read_bytes()
