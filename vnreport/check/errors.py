"""Mistakes in the configuration and in the files beside it: one line that names the nearest thing that exists."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class ConfigError(ValueError):
    """A configuration, triage file or baseline that cannot be used.

    Examples
    --------
    >>> print(ConfigError("khóa 'selct' không có", "no key 'selct'", "vnreport.toml"))
    vnreport.toml: khóa 'selct' không có (no key 'selct')
    """

    def __init__(self, vi: str, en: str, where: str = "") -> None:
        self.vi = vi
        self.en = en
        self.where = where
        super().__init__(f"{where + ': ' if where else ''}{vi} ({en})")

    def __reduce__(self) -> tuple[type[ConfigError], tuple[str, str, str]]:
        return ConfigError, (self.vi, self.en, self.where)  # the default would call it with the joined message

    def at(self, where: str) -> ConfigError:
        """The same error with the place in front, unless it has one."""
        return self if self.where else ConfigError(self.vi, self.en, where)


def unknown(vi: str, en: str, given: object, known: Iterable[str], see: str = "") -> ConfigError:
    """The error for a name that does not exist: the nearest one is named, or all where none is near and they are few.

    ``see`` is the command that lists them.

    Examples
    --------
    >>> print(unknown("mức", "severity", "warn", ["info", "warning", "error"]))
    không có mức 'warn', gần nhất là 'warning' (no severity 'warn'; nearest: 'warning')
    """
    names = list(known)
    near = difflib.get_close_matches(str(given).lower(), [n.lower() for n in names], 1, 0.5)
    if near:
        name = next(n for n in names if n.lower() == near[0])
        return ConfigError(f"không có {vi} {given!r}, gần nhất là {name!r}", f"no {en} {given!r}; nearest: {name!r}")
    if len(names) <= 12:
        return ConfigError(f"không có {vi} {given!r}; có: {', '.join(names)}", f"no {en} {given!r}")
    return ConfigError(f"không có {vi} {given!r}{f', xem {see}' if see else ''}", f"no {en} {given!r}{f'; see {see}' if see else ''}")
