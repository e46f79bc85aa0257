"""The command ``expand``."""

from __future__ import annotations

from typing import Any

import click

from vnreport.cli.options import CONFIG, FILES, LANG, PATHS, SOURCE, group_of

_COMMON = group_of(CONFIG, FILES, SOURCE, LANG)


@click.command()
@PATHS
@click.option("--first-use", is_flag=True, help="Chỉ lần đầu, kèm chữ tắt: Ủy ban nhân dân (UBND) (only where first used, the short form behind it).")
@click.option("--numbers", is_flag=True, help="Cả trong số, ký hiệu văn bản và địa chỉ (inside document numbers and addresses as well).")
@_COMMON
def expand(
    paths: tuple[str, ...], first_use: bool, numbers: bool, config: str | None, isolated: bool, posted: str | None, stdin_filename: str,
    quiet: bool, force_exclude: bool, **given: Any,
) -> int:  # fmt: skip
    """In lại văn bản với chữ viết tắt được viết đầy đủ (the text with abbreviations written out)."""
    from vnreport.abbreviations.writing import write_out
    from vnreport.cli.configs import Configs
    from vnreport.cli.failures import Failures
    from vnreport.cli.work import Run

    configs = Configs(paths, config, isolated, **given)
    work = Run(configs, posted, stdin_filename, quiet, force_exclude, failures=Failures(configs.general.lang))
    for doc, _ in work.documents(paths):
        if work.layers(doc, ["expanded"]):
            click.echo(write_out(doc, first_use=first_use, everywhere=numbers).text)
    return 2 if work.failures.sources else 0
