"""The command ``check``."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import click

from vnreport.cli.options import COLOR, CONFIG, FILES, JOBS, LANG, PATHS, RULES, SOURCE, colour, commas, group_of

_FAIL = group_of(
    click.option(
        "--fail-level",
        type=click.Choice(["info", "warning", "error"]),
        help="Mức nhẹ nhất làm mã thoát là 1; mặc định warning (mildest severity that exits 1).",
    ),
    click.option("--exit-zero", is_flag=True, help="Có phát hiện vẫn thoát 0 (exit 0 although there are findings)."),
)
_OUTPUT = group_of(
    click.option(
        "--format",
        "--output-format",
        "kind",
        default="text",
        metavar="FORMAT",
        help="Dạng đầu ra (output format): text, concise, json, jsonl, sarif, github, gitlab, junit, csv, xlsx, html.",
    ),
    click.option(
        "--output", "files", multiple=True, metavar="FORMAT=PATH", help="Ghi thêm ra tệp; dùng được nhiều lần (write to a file as well)."
    ),
    click.option(
        "--annotate", metavar="PATH", help="Ghi bản sao tệp Word với phát hiện là chú thích: tệp .docx hoặc thư mục (a copy with comments)."
    ),
    click.option("--statistics", is_flag=True, help="Chỉ đếm theo quy tắc, tệp, nơi ban hành (counts by rule, file, issuer)."),
)
_SPEED = group_of(
    JOBS,
    click.option("--cache", "cache", metavar="DIR", help="Giữ kết quả ở thư mục này để lần sau nhanh hơn (keep results in this folder)."),
    click.option("--no-cache", is_flag=True, help="Không dùng kết quả đã giữ (no kept results)."),
)
_REPAIR = group_of(
    click.option("--fix", is_flag=True, help="Sửa ngay trong tệp những chỗ an toàn: dấu câu, từ lặp, tàn dư trang (repair safe ones)."),
    click.option("--diff", "show", is_flag=True, help="Chỉ in chỗ sẽ sửa, không ghi tệp (show the change, write nothing)."),
    commas(
        "--unsafe-fixes",
        "RULES",
        "Sửa cả theo những quy tắc này; ngày, tên, số, đơn vị phải nêu đúng tên quy tắc hoặc dấu vết (also by these rules or fingerprints).",
    ),
)
_LIVING = group_of(
    click.option("--triage", metavar="FILE", help="Tệp ghi những phát hiện đã xem xét (decisions on findings)."),
    click.option("--baseline", metavar="FILE", help="Tệp ghi những phát hiện đã có từ trước (findings that were there before)."),
)


@click.command()
@PATHS
@_OUTPUT
@CONFIG
@RULES
@_FAIL
@_REPAIR
@_LIVING
@FILES
@SOURCE
@_SPEED
@LANG
@COLOR
def check(
    paths: tuple[str, ...], kind: str, files: tuple[str, ...], annotate: str | None, statistics: bool, config: str | None, isolated: bool,
    exit_zero: bool, fix: bool, show: bool, unsafe_fixes: tuple[str, ...], force_exclude: bool, posted: str | None, stdin_filename: str,
    quiet: bool, jobs: int, no_cache: bool, color: str,
    **given: Any,
) -> int:  # fmt: skip
    """Tìm chỗ sai, chỗ không khớp (find what does not fit).

    Mã thoát: 0 không có, 1 có phát hiện từ --fail-level trở lên, 2 có thứ không kiểm tra được.
    """
    from dataclasses import replace

    from vnreport.check.decisions import Decisions
    from vnreport.cli.annotate import Annotated
    from vnreport.cli.configs import Configs
    from vnreport.cli.failures import Failures
    from vnreport.cli.living import remarks
    from vnreport.cli.outputs import Outputs
    from vnreport.cli.repairs import Repairs
    from vnreport.cli.work import Run
    from vnreport.document import SEVERITIES

    begin = time.monotonic()
    if given["triage"] and not Path(given["triage"]).exists():
        raise click.UsageError(f"--triage {given['triage']}: không có tệp này (no such file)")
    given.update({name: Path(given[name]) for name in ("triage", "baseline", "cache") if given[name]})
    configs = Configs(paths, config, isolated, **given)
    lang = configs.general.lang
    failures = Failures(lang)
    work = Run(configs, posted, stdin_filename, quiet, force_exclude, jobs, not no_cache, statistics, failures)
    outputs = Outputs(kind, files, lang, colour(color), quiet, statistics)
    copies = Annotated(Path(annotate), paths, lang) if annotate else None
    repairs = Repairs(_choice(unsafe_fixes), not show, posted, lang, stdin_filename if "-" in paths else "-") if fix or show else None
    if unsafe_fixes and repairs is None:
        raise click.UsageError("--unsafe-fixes đi cùng --fix hoặc --diff (goes with --fix or --diff)")
    decisions = Decisions()
    failing = False
    for checked, own in work.outcomes(paths):
        if repairs:
            checked, wrong = repairs.apply(checked, own)
            failures.add(wrong)
            if show:
                continue
        findings, silenced = decisions.apply(checked.document.source, checked.findings, own)
        checked = replace(checked, findings=findings, silenced={**checked.silenced, **silenced})
        failing |= any(SEVERITIES.index(f.severity) >= SEVERITIES.index(own.fail_level) for f in checked.findings)
        outputs.add(checked)
        if copies:
            failures.add(copies.add(checked))
    if repairs and not quiet:
        click.echo(repairs.summary(), err=True)
    if show:
        sys.stdout.flush()
        return 2 if failures.told else int(bool(repairs and repairs.files) and not exit_zero)
    outputs.close(tuple(failures.told.values()), time.monotonic() - begin)
    if not quiet:
        for line in remarks(decisions, lang):
            click.echo(line, err=True)
    sys.stdout.flush()
    return 2 if failures.told or outputs.failed else int(failing and not exit_zero)


def _choice(names: tuple[str, ...]) -> Any:
    from vnreport.check.fix import Choice

    try:
        return Choice.of(names)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
