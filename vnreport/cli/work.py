"""Reads and analyses one document after another; a failure is one line, and the run goes on."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from vnreport.check.config import Config
from vnreport.check.engine import run
from vnreport.cli.inputs import expand
from vnreport.document import Document, Finding, Unchecked
from vnreport.pipeline import attach
from vnreport.reading import ReadError, read

_PACKAGE = str(Path(__file__).resolve().parent.parent)


def describe(error: Exception) -> str:
    """An unexpected error in one line, with the place in the program."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith(_PACKAGE)]
    place = f" [{Path(frames[-1].filename).relative_to(_PACKAGE)}:{frames[-1].lineno}]" if frames else ""
    return " ".join(f"{type(error).__name__}: {error}".split())[:300] + place


@dataclass(slots=True)
class Run:
    """What the commands on documents share."""

    lang: str = "vi"
    posted: str | None = None
    stdin_name: str = "-"
    quiet: bool = False
    failures: dict[str, set[str]] = field(default_factory=dict)
    started: float = field(default_factory=time.monotonic)
    shown: bool = False

    @property
    def failed(self) -> int:
        """How many documents could not be checked, or not by all rules."""
        return len(self.failures)

    def say(self, vi: str, en: str) -> str:
        """The sentence in the language of the output."""
        return en if self.lang == "en" else vi

    def documents(self, paths: Sequence[str]) -> Iterator[Document]:
        """The documents that can be read; the others are reported."""
        files = list(expand(paths))
        for number, path in enumerate(files, 1):
            self._progress(number, len(files))
            if isinstance(path, ReadError):
                self.complain(path)
                continue
            try:
                source = sys.stdin.buffer if path == "-" else path
                doc = attach(read(source, name=self.stdin_name if path == "-" else None))
            except ReadError as error:
                self.complain(error)
                continue
            except Exception as error:
                self.fail(path, None, error)
                continue
            if self.posted:
                doc = doc.replace(meta=replace(doc.meta, posted=self.posted))
            yield doc
        self._progress(0, 0)

    def layers(self, doc: Document, names: Iterable[str]) -> list[str]:
        """Compute the layers; returns those that came. One that fails is reported and left out."""
        came = []
        for name in names:
            try:
                doc.layer(name)
            except Exception as error:
                self.fail(doc.source, name, error)
                if name == "issuer":
                    doc.layers[name] = None
            else:
                came.append(name)
        return came

    def findings(self, doc: Document, config: Config) -> tuple[tuple[Finding, ...], tuple[Unchecked, ...]]:
        """Findings and what was not checked; a rule that fails is reported, and the others count."""
        try:
            return run(doc, config)
        except Exception:  # which rule it was is found out below
            found: list[Finding] = []
            skipped: list[Unchecked] = []
            for rule in config.rules():
                try:
                    more, less = run(doc, replace(config, select=(rule.name,), ignore=()))
                except Exception as error:
                    self.fail(doc.source, rule.name, error)
                else:
                    found += more
                    skipped += less
            return tuple(sorted(found, key=lambda f: (f.start, f.end, f.code))), tuple(skipped)

    def complain(self, error: ReadError) -> None:
        """Report a source that cannot be read."""
        self._report(error.source, self.say(f"{error.vi} ({error.en})", error.en))

    def fail(self, source: str | None, part: str | None, error: Exception) -> None:
        """Report an unexpected failure: what, in which part, and where in the program."""
        what = f" ({part})" if part else ""
        self._report(source or "-", describe(error), self.say("lỗi của chương trình", "internal error") + what + ": ")

    def _report(self, source: str, detail: str, prefix: str = "") -> None:
        """One line on standard error; the same failure of a document (a layer that others read) is told once."""
        told = self.failures.setdefault(source, set())
        if detail not in told:
            told.add(detail)
            self._clear()
            click.echo(f"{source}: {prefix}{detail}", err=True)

    def _progress(self, number: int, total: int) -> None:
        """A counter on a terminal, once a run takes more than two seconds."""
        if self.quiet or (total < 2 and number) or not sys.stderr.isatty():
            return
        self._clear()
        if number and time.monotonic() - self.started > 2:
            sys.stderr.write(f"{number}/{total}")
            sys.stderr.flush()
            self.shown = True

    def _clear(self) -> None:
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self.shown = False
