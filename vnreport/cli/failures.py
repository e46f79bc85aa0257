"""What could not be checked: one line each on standard error, and the run goes on."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import click

from vnreport.output.report import Failure
from vnreport.reading import ReadError

_PACKAGE = str(Path(__file__).resolve().parent.parent)


def describe(error: Exception) -> str:
    """An unexpected error in one line, with the place in the program."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith(_PACKAGE)]
    place = f" [{Path(frames[-1].filename).relative_to(_PACKAGE)}:{frames[-1].lineno}]" if frames else ""
    return " ".join(f"{type(error).__name__}: {error}".split())[:300] + place


def unreadable(error: ReadError) -> Failure:
    """A source that cannot be read."""
    return Failure(error.source, error.vi, error.en)


def unexpected(source: str | None, part: str | None, error: Exception) -> Failure:
    """An error of the program: in which part, and where."""
    what, detail = f" ({part})" if part else "", describe(error)
    return Failure(source or "-", f"lỗi của chương trình{what}: {detail}", f"internal error{what}: {detail}")


@dataclass(slots=True)
class Failures:
    """The failures of a run, told as they come; the same of a document (a layer that others read) is told once."""

    lang: str = "vi"
    told: dict[tuple[str, str], Failure] = field(default_factory=dict)

    def add(self, failures: Iterable[Failure]) -> None:
        """Tell of failures."""
        for f in failures:
            key = (f.source, f.en.rpartition("): ")[2])
            if key not in self.told:
                self.told[key] = f
                both = f.en if self.lang == "en" else f.vi if f.vi.startswith("lỗi của chương trình") else f"{f.vi} ({f.en})"
                click.echo(f"{f.source}: {both}", err=True)

    @property
    def sources(self) -> int:
        """How many documents could not be checked, or not whole."""
        return len({source for source, _ in self.told})
