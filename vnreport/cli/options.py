"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def _commas(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    parts = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    if values and not parts:
        raise click.BadParameter("danh sách rỗng (empty list)")
    return parts


def _date(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        if "/" in value:
            day, month, year = map(int, value.split("/"))
            return date(year, month, day).isoformat()
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} không phải ngày (not a date): 2018-04-24, 24/04/2018") from None


def group_of(*options: Callable[[F], F]) -> Callable[[F], F]:
    """Several options as one decorator; they stand in the help in this order."""

    def add(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def commas(name: str, metavar: str, help: str) -> Callable[[F], F]:
    """An option that may be repeated and takes several values set apart by commas."""
    return click.option(name, multiple=True, callback=_commas, metavar=metavar, help=help)


PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
LANG = click.option("--lang", type=click.Choice(["vi", "en"]), help="Ngôn ngữ của thông báo; mặc định vi (language of messages).")
COLOR = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Màu; auto: chỉ trên màn hình, và không khi có NO_COLOR.",
)
QUIET = click.option("--quiet", "-q", is_flag=True, help="Không in tiến độ và dòng tổng kết (no progress, no summary).")
SOURCE = group_of(
    click.option("--posted", callback=_date, metavar="DATE", help="Ngày đăng, thay cho ngày ghi trên trang (posting date)."),
    click.option("--stdin-filename", default="-", metavar="NAME", help="Tên gọi của dữ liệu vào từ '-' (name for standard input)."),
    QUIET,
)
CONFIG = group_of(
    click.option("--config", metavar="FILE", help="Tệp cấu hình, thay cho tệp gần nhất (configuration instead of the nearest one)."),
    click.option("--isolated", is_flag=True, help="Không dùng tệp cấu hình nào (no configuration file)."),
)
RULES = group_of(
    commas("--select", "RULES", "Chỉ những quy tắc này: mã, đầu mã, tên, ALL (only these rules)."),
    commas("--ignore", "RULES", "Bỏ những quy tắc này (leave these out)."),
    commas("--extend-select", "RULES", "Thêm vào những quy tắc đã chọn (add to those selected)."),
    commas("--extend-ignore", "RULES", "Thêm vào những quy tắc đã bỏ (add to those left out)."),
    click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="0..1", help="Bỏ phát hiện kém chắc hơn (drop less sure findings)."),
)
JOBS = click.option("--jobs", "-j", type=click.IntRange(0), default=0, metavar="N", help="Số tiến trình; 0: tự chọn (processes).")
FILES = group_of(
    commas("--exclude", "GLOBS", "Bỏ những tệp này khi duyệt thư mục (leave out of folders)."),
    click.option("--force-exclude", is_flag=True, help="Bỏ cả khi tệp được nêu tên (leave out files that are named, too)."),
)


def colour(choice: str) -> bool:
    """Whether standard output gets colours."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
