"""What holds of every format."""

import csv
import io
import json
import os
import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vnreport
from tests.limits import within
from vnreport.check.config import Config
from vnreport.check.engine import examine
from vnreport.check.registry import rules
from vnreport.document import Document, Evidence, Finding, Message, SourceMap, Suggestion, Unchecked
from vnreport.output.formats import FORMATS, open_renderer
from vnreport.output.places import place, uri
from vnreport.output.report import Checked, Failure, Summary
from vnreport.pipeline import attach
from vnreport.reading import read

TEXT_FORMATS = [name for name, f in FORMATS.items() if not f.binary]


def flag(doc: Document, start: int, end: int, severity: str = "warning") -> Finding:
    text = doc.text[start:end]
    reason = Message("x.reason", {"text": text}, f"vì {text}", f"because {text}")
    message = Message("x.message", {"text": text}, f"“{text}” sai", f"“{text}” is wrong")
    evidence = (Evidence(start, end, text, "claim"), Evidence(0, start, doc.text[:start], "conflict"))
    line, column = doc.locate(start)
    return Finding(start, end, text, "TXT001", "doubled-word", severity, 0.9, message, (Suggestion(text, reason),), evidence, line, column, "ab:1")


def run(name: str, *checked: Checked, lang: str = "vi", failures: tuple[Failure, ...] = ()) -> str:
    renderer = open_renderer(name, lang=lang, rules=rules())
    pieces = [renderer.add(c) for c in checked]
    findings = [f for c in checked for f in c.findings]
    rest = renderer.close(Summary(len(checked), {s: sum(f.severity == s for f in findings) for s in ("info", "warning", "error")}, failures=failures))
    assert isinstance(rest, str)
    return "".join(pieces) + rest


def test_every_format_has_a_snapshot_or_tests_of_its_own() -> None:
    assert list(FORMATS) == ["text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "csv", "xlsx", "html"]


ODD = [
    "]]>", "\"'`", "</script>", "<!--", "&amp;", "%0A::error::", "\r\n", "\n", "\x00\x1b[31m", "\u202eabc", "😀", "ế", "\ufffe", "=1+1", "\ud800",
    "--", "{{", "\t", "\u2028",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=5)), min_size=1, max_size=8).map("".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, st.data())
def test_any_text_and_path_can_be_written_and_read_back(text: str, source: str, data: st.DataObject) -> None:
    doc = Document(text, source, map=SourceMap.identity(text))
    a, b = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    found = flag(doc, a, b, data.draw(st.sampled_from(["info", "warning", "error"])))
    reason = Message("x.unchecked", {}, text, text)
    checked = Checked(doc, (found,), (Unchecked("x", reason),))
    made = {name: run(name, checked, failures=(Failure(source, text, text),)) for name in TEXT_FORMATS}
    for name in TEXT_FORMATS:
        assert made[name] == run(name, checked, failures=(Failure(source, text, text),)), name

    assert json.loads(made["json"])[0]["findings"][0]["text"] == text[a:b]
    assert json.loads(made["jsonl"])["findings"][0]["text"] == text[a:b]
    assert len(json.loads(made["gitlab"])) == 2
    result = json.loads(made["sarif"])["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == text[a:b]

    assert len(made["concise"].splitlines()) == 4
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", made["concise"] + made["text"])
    assert re.fullmatch(r"(::(error|warning|notice) [^\r\n]*::[^\r\n]*\n){2}", made["github"])
    root = ET.fromstring(made["junit"])
    assert [len(suite) for suite in root] == [1, 1]
    rows = list(csv.reader(io.StringIO(made["csv"].removeprefix("\ufeff"), newline="")))
    assert [len(r) for r in rows] == [12, 12]
    assert not any(c.startswith(("=", "+", "-", "@", "\t", "\r")) for c in (rows[1][0], *rows[1][7:11]) if c != "-")
    assert made["html"].count("<script>") == 1


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_no_documents_and_documents_without_findings(name: str) -> None:
    for made in (run(name), run(name, Checked(Document("Quận họp.", "a.txt"), ()))):
        if name in ("json", "gitlab", "sarif"):
            json.loads(made)
        if name == "junit":
            ET.fromstring(made)
        assert made == "" or made.endswith("\n")


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_many_findings_come_to_an_end(name: str) -> None:
    line = "Hội nghị đã đã kết thúc.\n"
    doc = Document(line * 40_000, "a.txt", map=SourceMap.identity(line * 40_000))
    message = Message("x.message", {}, "“đã” viết lặp", "“đã” is written twice")
    findings = [Finding(i * len(line) + 9, i * len(line) + 14, "đã đã", "TXT001", "doubled-word", "warning", 0.9, message) for i in range(40_000)]

    with within(60):
        run(name, Checked(doc, tuple(findings)))


# -- places --------------------------------------------------------------------------------------------------------------------------


def test_places_are_those_of_the_source() -> None:
    raw = "<h1>Tiêu đề</h1>\n<p>Quận <b>đã đã</b> họp &amp; bàn, ngày 31/4.</p>"
    doc = read(raw.encode(), name="a.html")

    def at(text: str) -> Any:
        start = doc.text.index(text)
        return place(doc, start, start + len(text))

    for text in ("31/4", "bàn", "Tiêu đề"):
        found = at(text)
        assert found.exact and raw[found.offset : found.offset + found.length] == text
        assert raw.split("\n")[found.line - 1][found.column - 1 : found.end_column - 1] == text
    assert not at("Quận đã").exact and not at("họp & bàn").exact and not at("&").exact


def test_a_letter_of_several_characters_in_the_source_is_not_exact() -> None:
    doc = read("Quận ho\u0323p.".encode(), name="a.txt")
    assert [place(doc, a, b).exact for a, b in [(0, 4), (5, 8), (5, 7), (7, 8)]] == [True, False, False, True]


# -- single formats ------------------------------------------------------------------------------------------------------------------


def test_sarif_has_what_the_standard_asks_for() -> None:
    doc = vnreport.analyze("Ngày 31/4/2018, quận đã đã họp.").replace(source="thư mục/a.txt")
    doc = Document(doc.text, "thư mục/a.txt", map=doc.map)
    found = tuple(vnreport.check(doc))
    log = json.loads(run("sarif", Checked(doc, found), failures=(Failure("b.docx", "hỏng", "damaged"),)))
    assert (log["version"], log["$schema"][-16:]) == ("2.1.0", "sarif-2.1.0.json")
    [tool] = log["runs"]
    described = tool["tool"]["driver"]["rules"]
    assert tool["columnKind"] == "unicodeCodePoints"
    assert [r["id"] for r in described] == [f.code for f in found]
    assert all(r["help"]["text"] and r["shortDescription"]["text"] for r in described)
    assert {r["defaultConfiguration"]["level"] for r in described} <= {"error", "warning", "note"}
    assert tool["artifacts"][0]["location"]["uri"] == "th%C6%B0%20m%E1%BB%A5c/a.txt"
    assert tool["invocations"][0]["executionSuccessful"] is False
    assert len(tool["invocations"][0]["toolExecutionNotifications"]) == 1
    for f, r in zip(found, tool["results"], strict=True):
        assert described[r["ruleIndex"]]["id"] == r["ruleId"] == f.code
        assert r["partialFingerprints"] == {"vnreport/v1": f.fingerprint}
        assert 0 <= r["rank"] <= 100 and r["level"] in ("error", "warning", "note") and r["message"]["text"]
        assert len(r["fixes"]) == len(f.suggestions)
        for fix, s in zip(r["fixes"], f.suggestions, strict=True):
            [change] = fix["artifactChanges"]
            [replacement] = change["replacements"]
            region = replacement["deletedRegion"]
            assert doc.text[region["charOffset"] :][: region["charLength"]] == f.text
            assert replacement["insertedContent"]["text"] == s.text


def test_sarif_offers_no_fix_where_the_source_has_other_characters() -> None:
    doc = Document("đã đã", "a.docx")
    assert '"fixes"' not in run("sarif", Checked(doc, (flag(doc, 0, 5),)))


def test_github_keeps_to_its_limits_gravest_first() -> None:
    doc = Document("x" * 100, "a.txt")
    findings = tuple(flag(doc, i, i + 1, ("info", "warning", "error")[i % 3]) for i in range(100))
    rows = run("github", Checked(doc, findings), lang="en", failures=(Failure("b.txt", "hỏng", "damaged"),)).splitlines()
    assert [r.split(" ")[0] for r in rows] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert rows[0] == "::error file=b.txt::damaged"
    assert rows[-1] == "::notice title=vnreport::more, not shown here: 24 errors, 23 warnings, 25 info"


def test_gitlab_fingerprints_differ_between_documents() -> None:
    docs = [Document("xx", name) for name in ("a.txt", "b.txt")]
    issues = json.loads(run("gitlab", *(Checked(d, (flag(d, 0, 1),)) for d in docs)))
    assert len({i["fingerprint"] for i in issues}) == 2


def test_a_note_fails_no_test_of_junit() -> None:
    doc = Document("xx", "a.txt")
    suite = ET.fromstring(run("junit", Checked(doc, (flag(doc, 0, 1, "info"), flag(doc, 0, 1, "error")))))[0]
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [c[0].tag for c in suite] == ["system-out", "failure"]


def test_text_of_other_documents_never_reaches_the_terminal_as_a_command() -> None:
    doc = Document("a\x1b[2Jb", "x\x1b[31m.txt")
    made = run("text", Checked(doc, (flag(doc, 0, 6),))) + run("concise", Checked(doc, (flag(doc, 0, 6),)))
    assert "\x1b" not in made


def test_a_file_name_that_is_no_utf8_has_its_own_bytes_in_the_uri() -> None:
    assert uri(os.fsdecode(b"b\xffi.txt")) == "b%FFi.txt"


@pytest.mark.parametrize(
    ("name", "raw"),
    [("a.txt", "Họp xong. # vnreport: ignore[TXT004]\n"), ("a.html", "<p>Một.</p>\n<p>Họp <!-- vnreport: ignore[TXT004] --> xong.</p>")],
)
def test_a_note_has_the_same_place_in_every_format(name: str, raw: str) -> None:
    doc = attach(read(raw.encode(), name=name))
    [f] = examine(doc, Config(select=("TXT004", "SUP"))).findings
    line = raw.split("\n")[f.line - 1]
    checked = Checked(doc, (f,))
    region = json.loads(run("sarif", checked))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    note = line[f.column - 1 : region["endColumn"] - 1]
    assert (region["startLine"], region["startColumn"], region["snippet"]["text"]) == (f.line, f.column, note)
    assert raw[region["charOffset"] :][: region["charLength"]] == note and "vnreport: ignore[TXT004]" in note
    assert f"line={f.line},col={f.column}," in run("github", checked)
    assert json.loads(run("gitlab", checked))[0]["location"]["positions"]["begin"] == {"line": f.line, "column": f.column}
