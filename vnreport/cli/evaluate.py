"""The command ``evaluate``."""

from __future__ import annotations

import click

from vnreport.cli.options import LANG


@click.command()
@click.argument("folder", metavar="GOLD_DIR")
@click.option("--errors", metavar="LAYER", help="Liệt kê cả chỗ sót, chỗ thừa của các lớp có tên bắt đầu như vậy (list what was missed or extra).")
@click.option("--format", "--output-format", "kind", type=click.Choice(["text", "json"]), default="text", help="Dạng đầu ra (output format).")
@LANG
def evaluate(folder: str, errors: str | None, kind: str, lang: str | None) -> int:
    """Độ chính xác, độ phủ, F1 của từng lớp so với văn bản đã gán nhãn (against annotated documents)."""
    from vnreport.learn.evaluate import evaluate as measure
    from vnreport.output import json, scores

    try:
        result = measure(folder)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    click.echo(json.dump(result.to_dict(errors), indent=2) if kind == "json" else scores.table(result, errors, lang or "vi"))
    return 0
