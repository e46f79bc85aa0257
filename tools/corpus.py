"""The annotated corpus: marked-up text becomes an annotated document, and annotated documents are checked.

    python tools/corpus.py compile MARKED... --into data/corpus   text.txt and gold.json of each marked file, and what was filled in
    python tools/corpus.py check [FOLDER]                         every row stands in the text, kinds are known, nothing repeats
    python tools/corpus.py compare [FOLDER]                       names, bodies, units that only vnreport or only the annotation has

A marked file is a head of ``key: value`` lines, a line ``---``, and the text with tags in braces, which may nest:

    {p|Lê Văn Sơn}                          a person, the bare name
    {o|UBND {u|quận Cẩm Lệ}}                an organisation; a unit (level and name from the words, province from the head)
    {u:huyện;Điện Biên;Điện Biên|ĐB}        level;name;province said outright ("-" is null, empty is as above)
    {d:2018-04-23|ngày 23/4}                a date, where vnreport's own value is wrong; {d:SET P1Y|hằng năm}; {-d|…} is no date
    {a:kinh tế|KT}  {-a|…}                  an abbreviation likewise
    {c:Quyết định;12/QĐ-UBND;2018-01-02;UBND huyện A|…}  {-c|…}    a citation likewise
    {x:unit-level;quận Cẩm Lệ;certain;it is a quận|huyện Cẩm Lệ}   an inconsistency: kind;suggestion;certainty;why

Head: id (site-nn), genre, title, posted, posted_time, author, poster, views, province, issuer (level | name | text), and one line
``official: name | title; title | organisation`` for each person and body. Dates, abbreviations and citations without a tag are filled in by
vnreport and printed, so that the annotator can read and correct them.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import vnreport
from vnreport.language.letters import fold
from vnreport.learn.gold import load

GENRES = ("news-post", "legal-document", "news-article")
CERTAINTY = ("certain", "likely", "possible")
EXTRA_KINDS = ("citation-conflict", "other")
LEVELS = ("tỉnh", "thành phố", "tp", "quận", "huyện", "thị xã", "xã", "phường", "thị trấn", "đặc khu", "tx", "tt", "q", "p", "h", "x")
FULL = {"tp": "thành phố", "tx": "thị xã", "tt": "thị trấn", "q": "quận", "p": "phường", "h": "huyện", "x": "xã"}
ORDER = (
    "id", "source", "genre", "meta", "issuer",
    "dates", "abbreviations", "persons", "officials", "units", "organisations", "citations", "inconsistencies"
)  # fmt: skip
FILLED = {"dates": ("text", "value"), "abbreviations": ("text", "expansion"), "citations": ("text", "number", "date", "issuer")}
SITE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*-\d\d")
_LAYER = {"p": "persons", "o": "organisations", "u": "units", "d": "dates", "a": "abbreviations", "c": "citations", "x": "inconsistencies"}


@dataclass
class Span:
    tag: str
    values: str
    start: int
    end: int = 0


@dataclass
class Marked:
    """A marked file, parsed."""

    head: dict[str, str]
    officials: list[str]
    text: str = ""
    spans: list[Span] = field(default_factory=list)


def parse(source: str) -> Marked:
    """The head, the bare text, and the spans of the tags."""
    source = unicodedata.normalize("NFC", source.replace("\r\n", "\n"))
    top, separator, body = source.partition("\n---\n")
    if not separator:
        raise ValueError("no line '---' between head and text")
    marked = Marked({}, [])
    for line in filter(None, (s.strip() for s in top.split("\n"))):
        key, _, value = line.partition(":")
        if key == "official":
            marked.officials.append(value.strip())
        else:
            marked.head[key.strip()] = value.strip()
    pieces: list[str] = []
    length, open_spans = 0, []
    for piece in re.split(r"(\{-?[poudacx](?::[^|{}]*)?\||\})", body.strip("\n") + "\n"):
        if piece.startswith("{"):
            tag, _, values = piece[1:-1].partition(":")
            open_spans.append(Span(tag, values, length))
        elif piece == "}":
            if not open_spans:
                raise ValueError(f"'}}' without '{{' after …{''.join(pieces)[-40:]!r}")
            span = open_spans.pop()
            span.end = length
            marked.spans.append(span)
        else:
            pieces.append(piece)
            length += len(piece)
    marked.text = "".join(pieces)
    if open_spans or "{" in marked.text:
        at = open_spans[0].start if open_spans else marked.text.find("{")
        raise ValueError(f"a tag is not closed, or not one of p o u d a c x: {marked.text[at : at + 40]!r}")
    return marked


def place(text: str, start: int, end: int) -> dict[str, object]:
    """``text`` and ``nth`` of a span."""
    words, nth, at = text[start:end], 0, 0
    while (at := text.find(words, at)) >= 0 and at < start:
        nth, at = nth + 1, at + len(words)
    if at != start:
        raise ValueError(f"{words!r} overlaps an earlier occurrence of itself")
    return {"text": words, "nth": nth}


def unit(words: str, values: str, province: str | None) -> dict[str, str | None]:
    said = [v.strip() for v in values.split(";")] + ["", "", ""]
    match = re.match(rf"(?:({'|'.join(LEVELS)})(?:\.\s*|\s+))?(.+)", words, re.IGNORECASE | re.DOTALL)
    assert match
    level = match[1] and FULL.get(match[1].lower(), match[1].lower())
    name = said[1] or " ".join(match[2].split())
    own = said[2] or (name if name in provinces() and level in (None, "tỉnh", "thành phố") else province)
    return {"level": None if said[0] == "-" else said[0] or level, "name": name, "province": None if own == "-" else own}


@cache
def provinces() -> frozenset[str]:
    """The names of all provinces and central cities, of today and before."""
    table = vnreport.units.frame()
    return frozenset(table["name"][table["tier"] == 1])


def compiled(marked: Marked) -> dict[str, object]:
    """The annotation of a marked file."""
    head, text = marked.head, marked.text
    gold: dict[str, object] = {"id": head["id"], "source": "composed for vnreport", "genre": head.get("genre", "news-post")}
    gold["meta"] = {k: head.get(k) or None for k in ("title", "posted", "posted_time", "author", "poster")} | {
        "views": int(head["views"]) if head.get("views") else None
    }
    level, name, words = ([s.strip() for s in head["issuer"].split("|")] + ["", ""])[:3] if head.get("issuer") else ("", "", "")
    province = head.get("province") or None
    gold["issuer"] = {"text": words or f"{level} {name}", "level": level, "name": name, "province": province} if name else None
    rows: dict[str, list[tuple[int, dict[str, object]]]] = {layer: [] for layer in _LAYER.values()}
    hidden: dict[str, list[Span]] = {"d": [], "a": [], "c": []}
    for s in sorted(marked.spans, key=lambda s: (s.start, -s.end)):
        kind = s.tag.lstrip("-")
        if kind in hidden:
            hidden[kind].append(s)
        if s.tag.startswith("-"):
            continue
        row = place(text, s.start, s.end)
        values = [v.strip() or None for v in s.values.split(";")] + [None] * 4
        if kind == "u":
            row |= unit(text[s.start : s.end], s.values, province)
        elif kind == "d":
            said, _, value = s.values.rpartition(" ")
            duration = re.match(r"P[\dT]", value)
            row |= {"type": said or ("DURATION" if duration else "TIME" if "T" in value[4:] else "DATE"), "value": value}
        elif kind == "a":
            row = {"text": row["text"], "expansion": s.values}
        elif kind == "c":
            row |= dict(zip(("kind", "number", "date", "issuer"), values, strict=False))
        elif kind == "x":
            row |= dict(zip(("kind", "suggestion", "certainty", "why"), values, strict=False))
        rows[_LAYER[kind]].append((s.start, row))
    doc = vnreport.analyze(text, posted=head.get("posted") or None)

    def free(x: vnreport.document.Span, tag: str) -> bool:
        return not any(s.start < x.end and x.start < s.end for s in hidden[tag])

    rows["dates"] += [(d.start, place(text, d.start, d.end) | {"type": d.type, "value": d.value}) for d in doc.dates if free(d, "d")]
    rows["citations"] += [
        (c.start, place(text, c.start, c.end) | {"kind": c.kind, "number": c.number, "date": c.date, "issuer": c.issuer})
        for c in doc.citations
        if free(c, "c")
    ]
    rows["abbreviations"] += [(a.start, {"text": a.text, "expansion": a.expansion}) for a in doc.abbreviations if free(a, "a") and a.expansion]
    for layer, found in rows.items():
        found.sort(key=lambda item: item[0])
        unique = {json.dumps(row, ensure_ascii=False): row for _, row in found}
        gold[layer] = list(unique.values())
    officials = []
    for line in marked.officials:
        name, titles, body = ([s.strip() for s in line.split("|")] + ["", ""])[:3]
        officials.append({"name": name, "titles": [t.strip() for t in titles.split(";")], "organisation": body or None})
    gold["officials"] = officials
    return gold


def compile_all(files: list[str], into: str) -> int:
    bad = 0
    for name in files:
        try:
            marked = parse(Path(name).read_text("utf-8"))
            gold = compiled(marked)
        except (ValueError, KeyError, OSError) as error:
            print(f"{name}: {error}", file=sys.stderr)
            bad = 1
            continue
        folder = Path(into) / str(gold["id"])
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "text.txt").write_text(marked.text, "utf-8")
        (folder / "gold.json").write_text(as_json({key: gold[key] for key in ORDER}), "utf-8")
        print(f"{gold['id']}: filled in")
        for layer, columns in FILLED.items():
            print(f"  {layer}: " + "; ".join(" = ".join(str(r[c]) for c in columns) for r in gold[layer]))
    return bad


def as_json(gold: dict[str, object]) -> str:
    """One row a line: a change of the annotation is a change of a line."""
    lines = []
    for key, value in gold.items():
        if isinstance(value, list) and value:
            body = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in value)
            lines.append(f"  {json.dumps(key)}: [\n{body}\n  ]")
        else:
            lines.append(f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def problems(folder: str | Path) -> Iterator[str]:
    """What is wrong with the annotated documents of a folder, a line each."""
    from vnreport.check.registry import rules

    kinds = {r.name for r in rules()} | set(EXTRA_KINDS)
    seen: dict[str, set[str]] = {}
    for gold in load(folder):
        data, text, name = gold.data, gold.text, gold.path.parent.name
        if gold.id != name or not SITE.fullmatch(name):
            yield f"{name}: the id is {gold.id!r}; it must be the folder's name, site-nn"
        if unicodedata.normalize("NFC", text) != text or "\r" in text or "{" in text:
            yield f"{name}: the text is not NFC with line ends \\n, or has a brace left"
        if data["genre"] not in GENRES:
            yield f"{name}: genre {data['genre']!r}"
        if posted := data["meta"]["posted"]:
            date.fromisoformat(posted)
        for layer in _LAYER.values():
            if layer == "abbreviations":
                lost = [r["text"] for r in data[layer] if r["text"] not in text]
            else:
                lost = [r["text"] for r in data[layer]][len(gold.rows(layer)) :] if len(gold.rows(layer)) != len(data[layer]) else []
            if lost:
                yield f"{name}: {layer}: not every row stands in the text"
        spans = [(r.start, r.end, layer) for layer in ("persons", "organisations") for r in gold.rows(layer)]
        for a, b in zip(sorted(spans), sorted(spans)[1:], strict=False):
            if a[2] == b[2] == "persons" and b[0] < a[1]:
                yield f"{name}: two persons overlap at {text[a[0] : b[1]]!r}"
            elif b[0] < a[1] < b[1]:
                yield f"{name}: {text[a[0] : a[1]]!r} and {text[b[0] : b[1]]!r} cross"
        named = {r["text"] for r in data["persons"]}
        flat = fold(" ".join(text.split()) + " " + " ".join(r["expansion"] for r in data["abbreviations"]))  # titles are written out: UVBTV
        for r in data["officials"]:
            if fold(r["name"]) not in {fold(" ".join(n.split())) for n in named}:
                yield f"{name}: official {r['name']!r} is not among the persons"
            if missing := [t for t in r["titles"] if fold(t) not in flat]:
                yield f"{name}: title {missing[0]!r} of {r['name']} is not in the text"
        for r in data["inconsistencies"]:
            if r["kind"].partition(":")[0] not in kinds or r["certainty"] not in CERTAINTY:
                yield f"{name}: inconsistency {r['kind']!r} / {r['certainty']!r} is not known"
        words = re.findall(r"\w+", text.lower())
        grams = {" ".join(words[i : i + 6]) for i in range(len(words) - 5)}
        for other, theirs in seen.items():
            if grams and len(grams & theirs) > 0.2 * min(len(grams), len(theirs)):
                yield f"{name}: repeats {other} ({len(grams & theirs)} runs of six words)"
        seen[name] = grams


def compare(folder: str | Path) -> Iterator[str]:
    """Where vnreport and the annotation differ: a slip of one or the other, for the annotator to judge."""
    from vnreport.reading import read

    for gold in load(folder):
        doc = vnreport.analyze(read(gold.path))
        for layer, label in (("persons", "PER"), ("organisations", "ORG"), ("units", "LOC")):
            have = Counter((r.start, r.end) for r in gold.rows(layer))
            found = Counter((e.start, e.end) for e in doc.entities if e.label == label)
            for sign, more in (("annotation lacks", found - have), ("vnreport lacks", have - found)):
                for a, b in sorted(more):
                    yield f"{gold.id}: {label} {sign} {gold.text[a:b]!r} in …{gold.text[max(0, a - 30) : b + 20]!r}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("compile")
    make.add_argument("files", nargs="+")
    make.add_argument("--into", default="data/corpus")
    for name in ("check", "compare"):
        commands.add_parser(name).add_argument("folder", nargs="?", default="data/corpus")
    options = parser.parse_args()
    if options.command == "compile":
        return compile_all(options.files, options.into)
    lines = list(problems(options.folder) if options.command == "check" else compare(options.folder))
    print("\n".join(lines) or "nothing to report")
    return int(bool(lines) and options.command == "check")


if __name__ == "__main__":
    sys.exit(main())
