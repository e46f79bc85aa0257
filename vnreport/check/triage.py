"""A triage file: what people decided on findings, for sources that nobody may write into.

A TOML file with a table for each fingerprint::

    ["3f2a9c0d1e4b5a67:1"]
    status = "false-alarm"            # or "accepted", "fixed"
    reason = "trích nguyên văn lời phát biểu"
    by = "Phòng Văn hóa"
    date = 2026-11-25

A fingerprint without its number stands for all equal findings. ``only``, a pattern or a list of them, limits a decision to some paths, from the
folder of the file. ``rule``, ``text`` and ``source`` are for the reader.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from vnreport.check.errors import ConfigError, unknown
from vnreport.check.globs import matches

STATUSES = ("accepted", "false-alarm", "fixed")
_FINGERPRINT = re.compile(r"[0-9a-f]{16}(?::[1-9][0-9]{0,8})?")
_HEADER = re.compile(r"^[ \t]*\[[ \t]*([\"']?)([^\"'\[\]\n]+)\1[ \t]*\][ \t]*(?:#[^\n]*)?$", re.M)


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a finding."""

    fingerprint: str
    status: str
    reason: str = ""
    by: str = ""
    date: date | None = None
    only: tuple[str, ...] = ()
    rule: str = ""
    text: str = ""
    source: str = ""

    @property
    def silences(self) -> bool:
        """Whether the finding is not told; one that was fixed and is there again is."""
        return self.status != "fixed"


_FIELDS = tuple(f.name for f in fields(Decision))[1:]


def read(file: Path) -> dict[str, Decision]:
    """The decisions of a file, by fingerprint.

    Raises
    ------
    ConfigError
        If the file cannot be read or says something unknown.
    """
    try:
        text = file.read_text("utf-8-sig")
    except FileNotFoundError:
        raise ConfigError("không có tệp triage này: hãy tạo bằng vnreport triage add", "no such triage file", str(file)) from None
    except (OSError, UnicodeDecodeError):
        raise ConfigError("không đọc được tệp triage", "cannot read the triage file", str(file)) from None
    try:
        return parse(text)
    except ConfigError as error:
        raise error.at(str(file)) from None


def parse(text: str) -> dict[str, Decision]:
    """The decisions in the text of a triage file, by fingerprint."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"sai cú pháp TOML: {error}", "not valid TOML") from None
    return {fingerprint: _decision(fingerprint, row) for fingerprint, row in data.items()}


def checked(fingerprint: str) -> str:
    """The fingerprint, if it is one."""
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise ConfigError(
            f"{fingerprint!r} không phải dấu vết (fingerprint): lấy ở vnreport check --format json",
            f"{fingerprint!r} is no fingerprint",
        )
    return fingerprint


def _decision(fingerprint: str, row: Any) -> Decision:
    checked(fingerprint)
    if not isinstance(row, Mapping):
        raise ConfigError(f"{fingerprint}: phải là bảng", f"{fingerprint}: not a table")
    for name, value in row.items():
        if name not in _FIELDS:
            raise unknown("khóa", "key", name, _FIELDS).at(fingerprint)
        fits = type(value) is date if name == "date" else isinstance(value, str) or (name == "only" and _texts(value))
        if not fits:
            kind = ("ngày như 2026-11-25, không có dấu nháy", "a date like 2026-11-25") if name == "date" else ("chữ", "a text")
            raise ConfigError(f"{fingerprint}: {name} phải là {kind[0]}", f"{name} is not {kind[1]}")
    if row.get("status") not in STATUSES:
        raise unknown("trạng thái", "status", row.get("status", ""), STATUSES).at(fingerprint)
    only = row.get("only", ())
    return Decision(fingerprint, **{**row, "only": (only,) if isinstance(only, str) else tuple(only)})


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) for v in value)


def find(decisions: Mapping[str, Decision], fingerprint: str, source: str | None, root: Path) -> Decision | None:
    """The decision on a finding: one on this very finding goes before one on all equal ones."""
    for name in (fingerprint, fingerprint.partition(":")[0]):
        decision = decisions.get(name)
        if decision and (not decision.only or matches(source or "-", decision.only, root)):
            return decision
    return None


# -- writing: by hand and by command alternate, so that comments and order stay as they are ------------------------------------------------
def put(text: str, decision: Decision) -> str:
    """The text of a triage file with a decision: in the place of the one on the same finding, or at the end."""
    expected = {**parse(text), decision.fingerprint: decision}
    span = _spans(text).get(decision.fingerprint)
    if span:
        return _edited(f"{text[: span[0]]}{_block(decision)}\n{text[span[1] :]}", expected)
    return _edited(f"{text.rstrip()}\n\n{_block(decision)}".lstrip(), expected)


def drop(text: str, fingerprints: Iterable[str]) -> str:
    """The text of a triage file without these decisions."""
    left = parse(text)
    for fingerprint in fingerprints:
        left.pop(fingerprint, None)
        start, end = _spans(text).get(fingerprint, (0, 0))
        text = text[:start] + text[end:]
    return _edited(text.rstrip() + "\n" if text.strip() else "", left)


def _spans(text: str) -> dict[str, tuple[int, int]]:
    """Where the table of each fingerprint stands: to the comments before the next one."""
    marks = list(_HEADER.finditer(text))
    out = {}
    for i, m in enumerate(marks):
        end = len(text)
        if i + 1 < len(marks):
            end = marks[i + 1].start()
            while (line := text.rfind("\n", 0, end - 1) + 1) > m.end() and text[line:end].lstrip().startswith("#"):
                end = line
        out[m[2].strip()] = (m.start(), end)
    return out


def _edited(text: str, expected: Mapping[str, Decision]) -> str:
    """The text, if it says what it should: a file written in other forms of TOML is left to its author."""
    try:
        if parse(text) == expected:
            return text
    except ConfigError:
        pass
    raise ConfigError("tệp triage được viết theo dạng khác: hãy sửa tay", "the triage file is written in another form: edit it by hand")


def _block(d: Decision) -> str:
    lines = [f'["{d.fingerprint}"]']
    for name in _FIELDS:
        value = getattr(d, name)
        if name == "only" and len(value) > 1:
            lines.append(f"only = [{', '.join(map(_quoted, value))}]")
        elif value:
            lines.append(f"{name} = {value.isoformat() if name == 'date' else _quoted(value[0] if name == 'only' else value)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML string: JSON's, but for the one character that only TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
