"""What a run does with triage files and baselines."""

from __future__ import annotations

from collections.abc import Iterator

from vnreport.check.config import Config
from vnreport.output.report import Checked


class Living:
    """Silences what was decided before."""

    def __init__(self, show: bool) -> None:
        self._show = show

    def apply(self, checked: Checked, config: Config) -> Checked:
        """The document without what is silenced."""
        return checked

    def remarks(self, lang: str) -> Iterator[str]:
        """What to say at the end."""
        yield from ()
