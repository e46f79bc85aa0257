"""A baseline: the findings an archive had when checking began, so that only new ones are told.

It counts findings by file and fingerprint. What a file has beyond its count is new and is told; what it lacks is stale and can be pruned.
Nothing gets into a baseline but by ``create`` and by naming it.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vnreport.check.errors import ConfigError
from vnreport.document import Finding

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding that was there: how often, and for the reader its rule and text."""

    count: int
    code: str
    name: str
    text: str


Entries = dict[str, dict[str, Entry]]
"""Path of a document -> fingerprint without its number -> entry."""


def digest(fingerprint: str) -> str:
    """A fingerprint without the number that tells equal findings of a document apart."""
    return fingerprint.partition(":")[0]


def key(source: str | None, file: Path) -> str:
    """How a document is called in a baseline: its path from the folder of the file."""
    if source is None or source == "-":
        return "-"
    place = Path(source).absolute()
    try:
        return Path(os.path.relpath(place, file.absolute().parent)).as_posix()
    except ValueError:  # another drive of Windows
        return place.as_posix()


def entries(findings: Iterable[Finding]) -> dict[str, Entry]:
    """The findings of a document as entries."""
    out: dict[str, Entry] = {}
    for f in findings:
        d = digest(f.fingerprint)
        known = out.get(d)
        out[d] = Entry(known.count + 1 if known else 1, f.code, f.name, " ".join(f.text.split())[:80])
    return out


def fresh(findings: Sequence[Finding], known: Mapping[str, Entry]) -> list[Finding]:
    """The findings beyond those known, in their order."""
    left = Counter({d: e.count for d, e in known.items()})
    out = []
    for f in findings:
        d = digest(f.fingerprint)
        left[d] -= 1
        if left[d] < 0:
            out.append(f)
    return out


def stale(findings: Iterable[Finding], known: Mapping[str, Entry], ran: Container[str]) -> dict[str, Entry]:
    """What is known and no longer found, with how often; of rules that ``ran``, for of others nothing can be said."""
    there = Counter(digest(f.fingerprint) for f in findings)
    gone = {d: e.count - there[d] for d, e in known.items() if e.name in ran}
    return {d: Entry(n, known[d].code, known[d].name, known[d].text) for d, n in gone.items() if n > 0}


def lowered(findings: Iterable[Finding], known: Mapping[str, Entry], ran: Container[str]) -> dict[str, Entry]:
    """The known entries without what is stale."""
    gone = stale(findings, known, ran)
    kept = {d: e.count - (gone[d].count if d in gone else 0) for d, e in known.items()}
    return {d: Entry(n, known[d].code, known[d].name, known[d].text) for d, n in kept.items() if n > 0}


def read(file: Path) -> Entries:
    """The entries of a baseline.

    Raises
    ------
    ConfigError
        If it cannot be read: a damaged baseline must not pass for an empty one.
    """
    try:
        data = json.loads(file.read_text("utf-8"))
        if data["version"] != _VERSION:
            raise ConfigError(f"baseline phải là phiên bản {_VERSION}", f"not a baseline of version {_VERSION}", str(file))
        return {path: {d: Entry(**e) for d, e in rows.items()} for path, rows in data["documents"].items()}
    except FileNotFoundError:
        vi = "không có tệp baseline này: hãy chạy vnreport baseline create"
        raise ConfigError(vi, "no such baseline: run vnreport baseline create", str(file)) from None
    except OSError as error:
        raise ConfigError(f"không đọc được baseline: {error.strerror}", "cannot read the baseline", str(file)) from None
    except ConfigError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ConfigError("tệp baseline bị hỏng: hãy tạo lại", "the baseline is damaged: create it again", str(file)) from None


def dump(documents: Mapping[str, Mapping[str, Entry]]) -> str:
    """A baseline as text: one finding a line and in order, so that version control shows what changed."""
    rows: list[str] = []
    for path in sorted(p for p in documents if documents[p]):
        lines = [f"   {_json(d)}: {_json(_plain(e))}" for d, e in sorted(documents[path].items(), key=lambda row: (row[1].code, row[0]))]
        rows.append(f"  {_json(path)}: {{\n" + ",\n".join(lines) + "\n  }")
    return f'{{\n "version": {_VERSION},\n "documents": {{\n' + ",\n".join(rows) + "\n }\n}\n"


def moved(known: Entries, found: Mapping[str, Mapping[str, Entry]], missing: Iterable[str]) -> dict[str, str]:
    """Documents that are gone -> those that have all their findings and are not in the baseline: files that were renamed."""
    out: dict[str, str] = {}
    for old in missing:
        for new in found:
            same = new not in known and new not in out.values()
            if same and all(d in found[new] and found[new][d].count >= e.count for d, e in known[old].items()):
                out[old] = new
                break
    return out


def _plain(e: Entry) -> dict[str, Any]:
    return {"count": e.count, "code": e.code, "name": e.name, "text": e.text}


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)
