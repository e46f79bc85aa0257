"""Where findings go: standard output in one format, and files in others."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from vnreport.check.errors import unknown
from vnreport.cli.files import write_whole
from vnreport.cli.renderers import FORMATS, Renderer, open_renderer
from vnreport.cli.statistics import Statistics
from vnreport.output.report import Checked, Failure, Summary


class Outputs:
    """The renderers of a run. Standard output is written as documents come, files at the end and whole."""

    def __init__(self, kind: str, files: Sequence[str], lang: str, colour: bool, quiet: bool, statistics: bool) -> None:
        self._kind, self._lang, self._colour, self._quiet = kind, lang, colour, quiet
        targets = [_target(f) for f in files]
        for name in (kind, *(name for name, _ in targets)):
            if name not in FORMATS:
                raise unknown("định dạng", "format", name, FORMATS)
        if kind in FORMATS and FORMATS[kind].binary and sys.stdout.isatty():
            raise click.UsageError(f"{kind} không in ra màn hình được: dùng --output {kind}=PATH (not for a terminal)")
        if statistics and kind not in ("text", "json"):
            raise click.UsageError(f"--statistics chỉ có dạng text, json (not {kind})")
        self._statistics = Statistics(kind, lang) if statistics else None
        self._main = open_renderer(kind, lang=lang, colour=colour)
        self._files: list[tuple[Path, Renderer, list[str]]] = [(path, open_renderer(name, lang=lang, colour=False), []) for name, path in targets]
        self._counts: dict[str, Counter[str]] = {name: Counter() for name in ("findings", "silenced", "looked_at")}
        self._documents = self._unchecked = 0
        self.failed = False

    def add(self, checked: Checked) -> None:
        """A document."""
        self._documents += 1
        self._counts["findings"].update(f.severity for f in checked.findings)
        self._counts["silenced"].update(checked.silenced)
        self._counts["looked_at"].update(checked.looked_at)
        self._unchecked += sum(u.count for u in checked.unchecked)
        text = self._main.add(checked)
        if self._statistics:
            text = self._statistics.add(checked)
        if text:
            click.echo(text, nl=False, color=self._colour)
        for _, renderer, pieces in self._files:
            pieces.append(renderer.add(checked))

    def close(self, failures: tuple[Failure, ...], seconds: float) -> None:
        """The end of the run: sums, and the files."""
        counts = {name: dict(c) for name, c in self._counts.items()}
        summary = Summary(self._documents, unchecked=self._unchecked, failures=failures, seconds=seconds, **counts)
        if self._statistics:
            click.echo(self._statistics.close(summary), nl=False)
        rest = self._main.close(summary) if self._statistics is None or self._kind == "text" else ""
        if not (self._quiet and self._kind in ("text", "concise")):
            click.echo(rest, nl=False, color=self._colour)
        for path, renderer, pieces in self._files:
            end: str | bytes = renderer.close(summary)
            self._write(path, end if isinstance(end, bytes) else ("".join(pieces) + end).encode("utf-8", "backslashreplace"))

    def _write(self, path: Path, content: bytes) -> None:
        try:
            write_whole(path, content)
        except OSError as error:
            self.failed = True
            reason = error.strerror or str(error)
            click.echo(f"{path}: không ghi được: {reason} (cannot write)" if self._lang == "vi" else f"{path}: cannot write: {reason}", err=True)


def _target(text: str) -> tuple[str, Path]:
    name, sign, path = text.partition("=")
    if not sign or not path:
        raise click.UsageError(f"--output {text!r} phải có dạng FORMAT=PATH (is not FORMAT=PATH)")
    return name, Path(path)
