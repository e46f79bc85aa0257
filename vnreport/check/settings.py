"""The configuration files: ``vnreport.toml``, or ``[tool.vnreport]`` in ``pyproject.toml``; and where each value comes from.

The nearest file upwards from a path holds for it, alone: files are not merged, but one may build on another with ``extend``.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vnreport.check import facts
from vnreport.check.config import KINDS, LANGUAGES, Config
from vnreport.check.errors import ConfigError, unknown
from vnreport.check.registry import Value, matching, named
from vnreport.document import SEVERITIES, UserFacts

FILE = "vnreport.toml"
_BARE = re.compile(r"^[ \t]*[A-Za-z0-9_-]*[^\x00-\x7f]", re.M)
"""A line that begins with a key outside ASCII, which TOML wants quoted."""
DEFAULT = "default"
COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and where it comes from: :data:`DEFAULT`, :data:`COMMAND_LINE`, or the path of a file."""

    value: Any
    source: str = DEFAULT


@dataclass(frozen=True, slots=True)
class Settings:
    """Every key with its value and source; ``file`` is the configuration file, ``folder`` what its paths start from."""

    values: Mapping[str, Setting]
    file: Path | None = None

    def override(self, **given: Any) -> Settings:
        """These settings with what the command line says; ``None`` and an empty list say nothing.

        ``extend_select`` and ``extend_ignore`` add to what is there. As in ruff, who selects anew starts anew: what the file ignores is
        forgotten.
        """
        values = dict(self.values)
        if given.get("select"):
            values["ignore"] = Setting((), COMMAND_LINE)
        for name, value in given.items():
            if value is None or value == ():
                continue
            key = name.replace("_", "-")
            if key.startswith("extend-"):
                value = (*values[key.removeprefix("extend-")].value, *value)
            elif key == "exclude":
                # Of the command line they start from where it is given, not from the folder of the file.
                here = (p if "/" not in p.rstrip("/") or p.startswith("**") else str(Path.cwd() / p) for p in value)
                value = (*values[key].value, *here)
            values[key.removeprefix("extend-")] = Setting(value, COMMAND_LINE)
        return replace(self, values=values)

    def config(self) -> Config:
        """The configuration that these settings give."""
        v = {key: s.value for key, s in self.values.items()}
        return Config(
            v["select"], v["ignore"], v["min-confidence"], v["fail-level"], v["severity"], v["per-file-ignores"], v["rules"],
            UserFacts(v["abbreviations"], v["officials"], v["bodies"]), v["lang"], v["exclude"], v["triage"], v["baseline"], v["cache"],
            self.file.parent if self.file else None,
        )  # fmt: skip


DEFAULTS = Settings(
    {
        "select": Setting(("ALL",)),
        "ignore": Setting(()),
        "per-file-ignores": Setting({}),
        "severity": Setting({}),
        "min-confidence": Setting(0.0),
        "fail-level": Setting("warning"),
        "lang": Setting("vi"),
        "exclude": Setting(()),
        "rules": Setting({}),
        "abbreviations": Setting(()),
        "officials": Setting(()),
        "bodies": Setting(()),
        "triage": Setting(None),
        "baseline": Setting(None),
        "cache": Setting(None),
    }
)


def find(path: Path) -> Path | None:
    """The configuration file that holds for a path: the nearest upwards."""
    start = path.absolute()
    return next((file for folder in ((start, *start.parents) if start.is_dir() else start.parents) if (file := inside(folder))), None)


def inside(folder: Path) -> Path | None:
    """The configuration file in a folder; a ``pyproject.toml`` without ``[tool.vnreport]`` is none."""
    for file in (folder / FILE, folder / "pyproject.toml"):
        if file.is_file() and (file.name == FILE or "vnreport" in _table(_read(file).get("tool", {}), "tool")):
            return file
    return None


def load(file: Path | None) -> Settings:
    """The settings of a file; the defaults for none."""
    return DEFAULTS if file is None else _load(file.absolute(), ())


def _load(file: Path, seen: tuple[Path, ...]) -> Settings:
    if file in seen:
        raise ConfigError("các tệp cấu hình nối vòng tròn (extend)", "the files extend one another in a circle", str(file))
    try:
        data = _read(file)
        if file.name == "pyproject.toml":
            data = _table(_table(data.get("tool", {}), "tool").get("vnreport", {}), "tool.vnreport")
        base = DEFAULTS
        if "extend" in data:
            below = facts.place(data["extend"], file.parent).resolve()
            if not below.is_file():
                raise ConfigError(f"extend: không có tệp {data['extend']!r}", f"extend: no file {data['extend']!r}")
            base = _load(below, (*seen, file))
        values = dict(base.values)
        if "select" in data:
            values["ignore"] = DEFAULTS.values["ignore"]
        for key, value in data.items():
            if key not in KEYS:
                raise unknown("khóa", "key", key, KEYS)
            if key == "extend":
                continue
            try:
                parsed = KEYS[key](value, key, file.parent)
            except ConfigError as error:
                raise error if error.where else ConfigError(f"{key}: {error.vi}", f"{key}: {error.en}") from None
            target = key.removeprefix("extend-")
            if target != key:
                parsed = (*values[target].value, *parsed)
            values[target] = Setting(parsed, str(file))
        settings = Settings(values, file)
        settings.config()
    except ConfigError as error:
        raise error.at(_shown(file)) from None
    return settings


def _read(file: Path) -> dict[str, Any]:
    text = ""
    try:
        text = file.read_text("utf-8-sig")
        return tomllib.loads(text)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError(f"không đọc được tệp cấu hình: {reason}", f"cannot read the configuration: {reason}", _shown(file)) from None
    except UnicodeDecodeError:
        raise ConfigError("tệp cấu hình phải là UTF-8", "the configuration must be UTF-8", _shown(file)) from None
    except tomllib.TOMLDecodeError as error:
        quotes = _BARE.search(text) is not None
        hint = '; khóa có chữ Việt phải ở trong dấu nháy: "BCĐ" = …' if quotes else ""
        raise ConfigError(f"sai cú pháp TOML: {error}{hint}", "not valid TOML", _shown(file)) from None


def _shown(file: Path) -> str:
    """The path as short as it can be said from here."""
    try:
        return str(file.relative_to(Path.cwd()))
    except ValueError:
        return str(file)


# -- the keys ------------------------------------------------------------------------------------------------------------------------
def _table(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(f"{name} phải là {KINDS[dict][0]}, không phải {value!r}", f"{name} is not {KINDS[dict][1]}")
    return value


def _texts(value: Any, name: str, folder: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise ConfigError(f"phải là {KINDS[tuple][0]}, không phải {value!r}", f"not {KINDS[tuple][1]}")
    return tuple(value)


def _selectors(value: Any, name: str, folder: Path) -> tuple[str, ...]:
    chosen = _texts(value, name, folder)
    list(matching(chosen))
    return chosen


def _per_file(value: Any, name: str, folder: Path) -> dict[str, tuple[str, ...]]:
    return {pattern: _selectors(selectors, pattern, folder) for pattern, selectors in _table(value, name).items()}


def _levels(value: Any, name: str, folder: Path) -> dict[str, str]:
    table = _table(value, name)
    list(matching(table))
    return {selector: _choice(SEVERITIES, "mức", "severity")(level, selector, folder) for selector, level in table.items()}


def _choice(known: tuple[str, ...], vi: str, en: str) -> Callable[[Any, str, Path], str]:
    def parse(value: Any, name: str, folder: Path) -> str:
        if value not in known:
            raise unknown(vi, en, value, known)
        return str(value)

    return parse


def _confidence(value: Any, name: str, folder: Path) -> float:
    if type(value) not in (int, float) or not 0 <= value <= 1:
        raise ConfigError(f"phải là số từ 0 đến 1, không phải {value!r}", "not a number from 0 to 1")
    return float(value)


def _rules(value: Any, name: str, folder: Path) -> dict[str, dict[str, Value]]:
    out: dict[str, dict[str, Value]] = {}
    for rule_name, options in _table(value, name).items():
        rule = named(rule_name)
        known = rule.settable
        out[rule.name] = {
            key: tuple(v) if isinstance(v, list) else float(v) if key in known and type(known[key].default) is float and type(v) is int else v
            for key, v in _table(options, f"rules.{rule_name}").items()
        }
    return out


def _path(value: Any, name: str, folder: Path) -> Path:
    return facts.place(value, folder)


def _cache(value: Any, name: str, folder: Path) -> Path | None:
    if isinstance(value, bool):
        return user_cache() if value else None
    return _path(value, name, folder)


def user_cache() -> Path:
    """The folder for caches of this user."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or "~/.cache"
    return Path(base).expanduser() / "vnreport"


KEYS: dict[str, Callable[[Any, str, Path], Any]] = {
    "extend": lambda value, name, folder: value,
    "select": _selectors,
    "ignore": _selectors,
    "extend-select": _selectors,
    "extend-ignore": _selectors,
    "per-file-ignores": _per_file,
    "severity": _levels,
    "min-confidence": _confidence,
    "fail-level": _choice(SEVERITIES, "mức", "severity"),
    "lang": _choice(LANGUAGES, "ngôn ngữ", "language"),
    "exclude": _texts,
    "rules": _rules,
    "abbreviations": lambda value, name, folder: facts.abbreviations(value, folder),
    "officials": lambda value, name, folder: facts.officials(value, folder),
    "bodies": lambda value, name, folder: facts.bodies(value, folder),
    "triage": _path,
    "baseline": _path,
    "cache": _cache,
}
"""Key of a configuration file -> what reads its value (value, key, folder of the file)."""
