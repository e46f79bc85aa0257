"""The group of commands, and what happens to errors on the way out."""

from __future__ import annotations

import errno
from collections.abc import Sequence

import click

from vnreport import __version__
from vnreport.cli.analyze import analyze
from vnreport.cli.baseline import baseline
from vnreport.cli.check import check
from vnreport.cli.config import config
from vnreport.cli.evaluate import evaluate
from vnreport.cli.expand import expand
from vnreport.cli.rule import rule
from vnreport.cli.train import train
from vnreport.cli.triage import triage

_OUTPUT = {errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
"""What can go wrong with standard output; of files every command tells itself."""


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
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _OUTPUT:
            raise
        from vnreport.check.errors import ConfigError
        from vnreport.cli.failures import describe

        internal = "" if isinstance(error, ConfigError) else "lỗi của chương trình (internal error): "
        click.echo(f"vnreport: {internal}{describe(error) if internal else error}", err=True)
        return 2
    return code if isinstance(code, int) else 0


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", "-V", prog_name="vnreport", message="%(prog)s %(version)s")
def group() -> None:
    """Đọc văn bản, tin bài nhà nước: có gì trong đó và chỗ nào không khớp.

    Reads Vietnamese state writing: what is in it, and what does not fit.
    PATH là tệp, thư mục, mẫu tên (*.txt) hoặc - (a file, a folder, a pattern, or standard input).
    """


for command in (check, analyze, expand, rule, triage, baseline, config, evaluate, train):
    group.add_command(command)
