"""What the user knows, from the configuration: tables of its own files, or written in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from vnreport.check.errors import ConfigError, unknown
from vnreport.document import KnownAbbreviation, KnownBody, KnownOfficial

T = TypeVar("T")


def abbreviations(value: Any, folder: Path) -> tuple[KnownAbbreviation, ...]:
    """Abbreviations from ``{NVQS = "nghĩa vụ quân sự"}``, a path of a table, or a list of both.

    A table has the columns abbreviation, expansion and, where known, domain.
    """

    def written(table: Mapping[str, Any]) -> Iterator[KnownAbbreviation]:
        for abbr, meaning in table.items():
            values = meaning if isinstance(meaning, list) else [meaning]
            if not values:
                raise ConfigError(f"{abbr} chưa có nghĩa nào: danh sách rỗng", f"{abbr} has no meaning: the list is empty")
            for one in values:
                if isinstance(one, Mapping):
                    _only(one, ("expansion", "domain"), "expansion")
                    yield KnownAbbreviation(abbr, _text(one["expansion"], abbr), _text(one.get("domain", ""), abbr, empty=True))
                else:
                    yield KnownAbbreviation(abbr, _text(one, abbr))

    return _all(value, folder, lambda row: KnownAbbreviation(*row[:3]), 2, written)


def officials(value: Any, folder: Path) -> tuple[KnownOfficial, ...]:
    """Officials from ``[{name = …, title = …, organisation = …}]``, a path of a table with these columns, or a list of both."""

    def written(table: Mapping[str, Any]) -> Iterator[KnownOfficial]:
        _only(table, KnownOfficial._fields, "name")
        yield KnownOfficial(*(_text(table.get(f, ""), f, empty=f != "name") for f in KnownOfficial._fields))

    return _all(value, folder, lambda row: KnownOfficial(*row[:3]), 1, written)


def bodies(value: Any, folder: Path) -> tuple[KnownBody, ...]:
    """Bodies from ``[{name = …, short = […]}]``, a path of a table (name, then short forms set apart by ``|``), or a list of both."""

    def written(table: Mapping[str, Any]) -> Iterator[KnownBody]:
        _only(table, KnownBody._fields, "name")
        short = table.get("short", [])
        forms = short if isinstance(short, list) else [short]
        yield KnownBody(_text(table["name"], "name"), tuple(_text(s, "short") for s in forms))

    def row(cells: list[str]) -> KnownBody:
        return KnownBody(cells[0], tuple(s.strip() for s in "|".join(cells[1:2]).split("|") if s.strip()))

    return _all(value, folder, row, 1, written)


def place(path: Any, folder: Path) -> Path:
    """A path that a configuration in ``folder`` gives."""
    if not isinstance(path, str) or not path.strip() or "\0" in path:
        raise ConfigError(f"phải là đường dẫn, không phải {path!r}", f"not a path: {path!r}")
    return folder / Path(path).expanduser()


def _all(
    value: Any, folder: Path, row: Callable[[list[str]], T], least: int, written: Callable[[Mapping[str, Any]], Iterator[T]]
) -> tuple[T, ...]:
    out: list[T] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            out += (row(cells) for cells in _rows(place(one, folder), least))
        elif isinstance(one, Mapping):
            out += written(one)
        else:
            raise ConfigError(f"phải là đường dẫn hoặc bảng, không phải {one!r}", f"neither a path nor a table: {one!r}")
    return tuple(dict.fromkeys(out))


def _rows(file: Path, least: int) -> Iterator[list[str]]:
    """The rows of a tab-separated table; a first row of column names and ``#`` lines are left out."""
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"không đọc được bảng {file}", f"cannot read the table: {_why(error)}") from None
    first = True
    for number, line in enumerate(lines, 1):
        cells = [c.strip() for c in line.split("\t")]
        if not line.strip() or line.startswith("#"):
            continue
        head, first = first and cells[0].lower() in _HEADS, False
        if head:
            continue
        if sum(map(bool, cells[:least])) < least:
            vi = f"dòng {number} phải có ít nhất {least} cột, cách nhau bằng dấu tab"
            raise ConfigError(vi, f"line {number} needs {least} columns set apart by tabs", str(file))
        yield cells


_HEADS = frozenset(("abbr", "abbreviation", "viết tắt", "name", "tên", "họ tên", "họ và tên"))


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or "not UTF-8") if isinstance(error, OSError | UnicodeDecodeError) else str(error)


def _only(table: Mapping[str, Any], known: tuple[str, ...], needed: str) -> None:
    for key in table:
        if key not in known:
            raise unknown("khóa", "key", key, known)
    if needed not in table:
        raise ConfigError(f"thiếu khóa {needed!r}", f"no key {needed!r}")


def _text(value: Any, name: str, empty: bool = False) -> str:
    if not isinstance(value, str) or not (value.strip() or empty):
        raise ConfigError(f"{name} phải là chữ, không phải {value!r}", f"{name} is not a text")
    return " ".join(value.split())
