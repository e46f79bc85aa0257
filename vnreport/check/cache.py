"""Results of earlier runs, by the content they were made from.

The key holds everything a result depends on: the bytes, the format their name tells, the posting date given, the rules with their options,
what the user knows, and the program with its tables and models. An entry that is damaged counts as absent.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache as remembered
from pathlib import Path, PurePath
from typing import Any

from vnreport import resources
from vnreport.check.config import Config
from vnreport.check.engine import Result
from vnreport.document import Evidence, Finding, Message, Suggestion, Unchecked

_FORMAT = 1


class Cache:
    """A folder of results.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     store = Cache(Path(folder))
    ...     store.put("0123", Result(()))
    ...     store.get("0123"), store.get("4567")
    (Result(findings=(), unchecked=(), silenced={}, looked_at={}), None)
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def key(self, content: bytes, path: str, posted: str | None, config: Config) -> str:
        """What a result depends on, in one short text."""
        parts = (PurePath(path).suffix.lower(), posted or "", _program(), _told(config, config.rules(path)))
        digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogateescape"))
        digest.update(content)
        return digest.hexdigest()

    def get(self, key: str) -> Result | None:
        """The result of this key; ``None`` where there is none, or a damaged one."""
        try:
            checksum, _, body = self._file(key).read_text("utf-8").partition("\n")
            return _loaded(json.loads(body)) if checksum == _checksum(body) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, key: str, result: Result) -> None:
        """Keep a result. A folder that cannot be written to is no reason to stop a run."""
        body = json.dumps(_plain(result), ensure_ascii=False)
        file = self._file(key)
        try:
            if not file.parent.is_dir():
                file.parent.mkdir(parents=True, exist_ok=True)
                # So that backups and version control leave the folder alone.
                (self.folder / "CACHEDIR.TAG").write_text("Signature: 8a477f597d28d172789f06886806bc55\n", "utf-8")
                (self.folder / ".gitignore").write_text("*\n", "utf-8")
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False) as out:
                out.write(f"{_checksum(body)}\n{body}")
            Path(out.name).replace(file)
        except OSError:
            pass

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def _checksum(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:16]


@remembered
def _program() -> str:
    """The program and its data, by names and sizes of the files: reading all of them would cost more than a check.

    In a checkout the times count as well. Those of an installed copy say only when it was installed: in a pipeline that is every time.
    """
    package = Path(__file__).parents[1]
    data = resources.path("data")
    installed = data.parent == package
    digest = hashlib.sha256(str(_FORMAT).encode() + (package / "__init__.py").read_bytes())  # which holds the version
    for folder in (package, data, resources.path("models")):
        for root, folders, files in os.walk(folder):
            folders.sort()
            for name in sorted(files):
                if not name.endswith(".pyc"):
                    state = os.stat(os.path.join(root, name))  # noqa: PTH116, PTH118
                    digest.update(f"{name} {state.st_size} {0 if installed else state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


_seen: dict[int, tuple[Config, str]] = {}


def _told(config: Config, rules: Any) -> str:
    """What a configuration says that changes results. The facts, which may be many, are written out once for each configuration."""
    known = _seen.get(id(config))
    if known is None or known[0] is not config:
        facts = hashlib.sha256(repr(config.facts).encode()).hexdigest()
        options = sorted((name, sorted(values.items())) for name, values in config.options.items())
        known = _seen[id(config)] = (config, repr((config.min_confidence, sorted(config.severity.items()), options, facts)))
    return " ".join(r.code for r in rules) + known[1]


# -- results as JSON, with the messages in both languages -------------------------------------------------------------------------------
def _plain(result: Result) -> dict[str, Any]:
    return {
        "findings": [asdict(f) for f in result.findings],
        "unchecked": [asdict(u) for u in result.unchecked],
        "silenced": result.silenced,
        "looked_at": result.looked_at,
    }


def _loaded(data: Mapping[str, Any]) -> Result:
    return Result(
        tuple(_finding(row) for row in data["findings"]),
        tuple(Unchecked(row["name"], Message(**row["reason"]), row["count"]) for row in data["unchecked"]),
        dict(data["silenced"]),
        dict(data["looked_at"]),
    )


def _finding(row: dict[str, Any]) -> Finding:
    suggestions = tuple(Suggestion(s["text"], Message(**s["reason"])) for s in row["suggestions"])
    evidence = tuple(Evidence(**e) for e in row["evidence"])
    return Finding(**{**row, "message": Message(**row["message"]), "suggestions": suggestions, "evidence": evidence})
