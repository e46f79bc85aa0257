"""The commands and their options."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

import click

from vnreport import __version__

F = TypeVar("F", bound=Callable[..., Any])


def run(arguments: Sequence[str]) -> int:
    """Run the command of these arguments; returns the exit status."""
    if not arguments:
        click.echo(group.get_help(click.Context(group, info_name="vnreport")), err=True)
        return 2
    try:
        code = group.main(list(arguments), prog_name="vnreport", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort:
        return 130
    except click.ClickException as error:
        hint = f" {error.ctx.command_path} --help" if isinstance(error, click.UsageError) and error.ctx else " vnreport --help"
        own = type(error) is click.UsageError
        click.echo(
            f"vnreport: {'' if own else 'lỗi dòng lệnh (usage): '}{' '.join(error.format_message().split()).rstrip('.')}. Xem/see:{hint}",
            err=True,
        )
        return 2
    except BrokenPipeError:
        raise
    except Exception as error:
        from vnreport.cli.work import describe

        click.echo(f"vnreport: lỗi của chương trình (internal error): {describe(error)}", err=True)
        return 2
    return code if isinstance(code, int) else 0


def _commas(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


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


def _options(*options: Callable[[F], F]) -> Callable[[F], F]:
    def add(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return add


_LANG = click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ của thông báo (language of messages).")
_COLOR = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Màu; auto: chỉ trên màn hình, và không khi có NO_COLOR.",
)
_PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
_SOURCE = _options(
    click.option("--posted", callback=_date, metavar="DATE", help="Ngày đăng, thay cho ngày ghi trên trang (posting date)."),
    click.option("--stdin-filename", default="-", metavar="NAME", help="Tên gọi của dữ liệu vào từ '-' (name for standard input)."),
    click.option("--quiet", "-q", is_flag=True, help="Không in tiến độ và dòng tổng kết (no progress, no summary)."),
)
_RULES = _options(
    click.option(
        "--select", multiple=True, callback=_commas, metavar="RULES", help="Chỉ những quy tắc này: mã, đầu mã, tên, ALL (only these rules)."
    ),
    click.option("--ignore", multiple=True, callback=_commas, metavar="RULES", help="Bỏ những quy tắc này (leave these out)."),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="0..1",
        help="Bỏ phát hiện kém chắc hơn (drop less sure findings).",
    ),
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", "-V", prog_name="vnreport", message="%(prog)s %(version)s")
def group() -> None:
    """Đọc văn bản, tin bài nhà nước: có gì trong đó và chỗ nào không khớp.

    Reads Vietnamese state writing: what is in it, and what does not fit.
    PATH là tệp, thư mục, mẫu tên (*.txt) hoặc - (a file, a folder, a pattern, or standard input).
    """


@group.command()
@_PATHS
@click.option("--format", "kind", type=click.Choice(["text", "json", "jsonl"]), default="text", help="Dạng đầu ra (output format).")
@_RULES
@click.option(
    "--fail-level",
    type=click.Choice(["info", "warning", "error"]),
    default="warning",
    help="Mức nhẹ nhất làm mã thoát là 1 (mildest severity that exits 1).",
)
@click.option("--exit-zero", is_flag=True, help="Có phát hiện vẫn thoát 0 (exit 0 although there are findings).")
@_SOURCE
@_LANG
@_COLOR
def check(
    paths: tuple[str, ...], kind: str, select: tuple[str, ...], ignore: tuple[str, ...], min_confidence: float, fail_level: str,
    exit_zero: bool, posted: str | None, stdin_filename: str, quiet: bool, lang: str, color: str,
) -> int:  # fmt: skip
    """Tìm chỗ sai, chỗ không khớp (find what does not fit).

    Mã thoát: 0 không có, 1 có phát hiện từ --fail-level trở lên, 2 có thứ không kiểm tra được.
    """
    from vnreport.cli.work import Run
    from vnreport.document import SEVERITIES
    from vnreport.output import json, text

    config = _config(select, ignore, min_confidence, fail_level)
    work = Run(lang, posted, stdin_filename, quiet)
    style = text.Style(lang, _colour(color))
    summary = text.Summary()
    objects: list[dict[str, Any]] = []
    failing = False
    for doc in work.documents(paths):
        findings, unchecked = work.findings(doc, config)
        failing |= any(SEVERITIES.index(f.severity) >= SEVERITIES.index(fail_level) for f in findings)
        if kind == "text":
            for f in findings:
                click.echo(text.finding(doc, f, style) + "\n", color=style.colour)
            summary.add(doc, findings, unchecked)
        elif kind == "jsonl":
            click.echo(json.dump(json.check(doc, findings, unchecked, lang)))
        else:
            objects.append(json.check(doc, findings, unchecked, lang))
    if kind == "json":
        click.echo(json.dump(objects, indent=2))
    elif kind == "text" and not quiet:
        summary.failed = work.failed
        click.echo("\n".join(summary.lines(style)), color=style.colour)
    return 2 if work.failed else int(failing and not exit_zero)


@group.command()
@_PATHS
@click.option("--format", "kind", type=click.Choice(["text", "json", "jsonl"]), default="text", help="Dạng đầu ra (output format).")
@click.option(
    "--layers",
    multiple=True,
    callback=_commas,
    metavar="LAYERS",
    help="Chỉ những lớp này; sentences, words chỉ có khi nêu (only these layers).",
)
@_RULES
@_SOURCE
@_LANG
@_COLOR
def analyze(
    paths: tuple[str, ...], kind: str, layers: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], min_confidence: float,
    posted: str | None, stdin_filename: str, quiet: bool, lang: str, color: str,
) -> int:  # fmt: skip
    """Mọi thứ có trong văn bản: ngày tháng, đơn vị, chức vụ, … (everything found)."""
    from vnreport.cli.work import Run
    from vnreport.document import DEFAULT_LAYERS, JSON_LAYERS
    from vnreport.output import json, text

    for name in layers:
        if name not in JSON_LAYERS:
            known = ", ".join(JSON_LAYERS)
            raise click.UsageError(f"không có lớp {name!r}; các lớp: {known} (no layer {name!r})")
    config = _config(select, ignore, min_confidence)
    work = Run(lang, posted, stdin_filename, quiet)
    style = text.Style(lang, _colour(color))
    objects: list[dict[str, Any]] = []
    for doc in work.documents(paths):
        came = [name for name in work.layers(doc, [*(layers or DEFAULT_LAYERS), "issuer"]) if name != "issuer"]
        findings, _ = work.findings(doc, config)
        if kind == "jsonl":
            click.echo(json.dump(json.analysis(doc, came, findings, lang)))
        elif kind == "json":
            objects.append(json.analysis(doc, came, findings, lang))
        else:
            click.echo(text.document(doc, came, findings, style) + "\n", color=style.colour)
    if kind == "json":
        click.echo(json.dump(objects, indent=2))
    return 2 if work.failed else 0


@group.command()
@_PATHS
@_SOURCE
@_LANG
def expand(paths: tuple[str, ...], posted: str | None, stdin_filename: str, quiet: bool, lang: str) -> int:
    """In lại văn bản với chữ viết tắt được viết đầy đủ (the text with abbreviations written out)."""
    from vnreport.cli.work import Run

    work = Run(lang, posted, stdin_filename, quiet)
    for doc in work.documents(paths):
        if work.layers(doc, ["expanded"]):
            click.echo(doc.expanded())
    return 2 if work.failed else 0


@group.command()
@click.argument("rule", required=False, metavar="[CODE|NAME]")
@click.option("--all", "everything", is_flag=True, help="Mọi quy tắc (all rules).")
@click.option("--format", "kind", type=click.Choice(["text", "json"]), default="text", help="Dạng đầu ra (output format).")
@_LANG
def rule(rule: str | None, everything: bool, kind: str, lang: str) -> int:
    """Một quy tắc kiểm tra gì, vì sao, ví dụ (what a rule checks, why, examples)."""
    from vnreport.check.registry import matching, rules
    from vnreport.output import json
    from vnreport.output import rules as pages

    try:
        chosen = list(matching([rule])) if rule else list(rules())
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if kind == "json":
        data = [pages.as_dict(r) for r in chosen]
        click.echo(json.dump(data if everything or not rule else data[0] if len(data) == 1 else data, indent=2))
    elif rule or everything:
        click.echo("\n\n\n".join(pages.page(r, lang) for r in chosen))
    else:
        click.echo(pages.listing(chosen, lang))
    return 0


@group.command()
@click.argument("folder", metavar="GOLD_DIR")
@click.option("--errors", metavar="LAYER", help="Liệt kê cả chỗ sót, chỗ thừa của các lớp có tên bắt đầu như vậy (list what was missed or extra).")
@click.option("--format", "kind", type=click.Choice(["text", "json"]), default="text", help="Dạng đầu ra (output format).")
@_LANG
def evaluate(folder: str, errors: str | None, kind: str, lang: str) -> int:
    """Độ chính xác, độ phủ, F1 của từng lớp so với văn bản đã gán nhãn (against annotated documents)."""
    from vnreport.learn.evaluate import evaluate as measure
    from vnreport.output import json, scores

    try:
        result = measure(folder)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    click.echo(json.dump(result.to_dict(errors), indent=2) if kind == "json" else scores.table(result, errors, lang))
    return 0


def _config(select: tuple[str, ...], ignore: tuple[str, ...], min_confidence: float, fail_level: str = "warning") -> Any:
    from vnreport.check.config import Config

    try:
        return Config(select or ("ALL",), ignore, min_confidence, fail_level)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _colour(choice: str) -> bool:
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
