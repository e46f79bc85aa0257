"""Which configuration holds for which document of a run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from vnreport.check.config import Config
from vnreport.check.settings import DEFAULTS, Settings, inside, load


class Configs:
    """The configurations of a run: of the file nearest to each document, with what the command line says on top.

    ``file`` takes the place of the nearest file; ``isolated`` leaves files out. ``general`` is that of the first path: language and cache
    are one for a whole run.
    """

    def __init__(self, paths: Sequence[str], file: str | None = None, isolated: bool = False, **given: Any) -> None:
        if file and isolated:
            raise click.UsageError("chỉ dùng một trong hai: --isolated, --config (use one of them)")
        self._file = Path(file) if file else None
        self._isolated = isolated
        self._given = given
        self._settings: dict[Path | None, Settings] = {}
        self._configs: dict[Path | None, Config] = {}
        self._found: dict[Path, Path | None] = {}
        self.general = self.of(paths[0] if paths else ".")

    def settings(self, path: str) -> Settings:
        """The settings for a path, each with its source."""
        return self._settings_of(self._nearest(path))

    def of(self, path: str) -> Config:
        """The configuration for a path; the same object for all documents of one file."""
        file = self._nearest(path)
        if file not in self._configs:
            self._configs[file] = self._settings_of(file).config()
        return self._configs[file]

    def _settings_of(self, file: Path | None) -> Settings:
        if file not in self._settings:
            self._settings[file] = (load(file) if file else DEFAULTS).override(**self._given)
        return self._settings[file]

    def _nearest(self, path: str) -> Path | None:
        if self._isolated or self._file:
            return self._file
        place = Path(path).absolute()
        return self._upwards(place if place.is_dir() else place.parent)

    def _upwards(self, folder: Path) -> Path | None:
        """The nearest file; each folder is looked into once in a run."""
        if folder not in self._found:
            above = None if folder.parent == folder else folder.parent
            self._found[folder] = inside(folder) or (self._upwards(above) if above else None)
        return self._found[folder]
