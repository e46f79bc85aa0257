"""``vnreport train``: the models again, from annotated folders."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folders", nargs=-1, required=True, metavar="FOLDER...")
@click.option("--out", required=True, metavar="DIR", help="Thư mục ghi mô hình và phiếu mô tả (where models and their cards go).")
@click.option(
    "--model", type=click.Choice(["all", "tagger", "abbreviations"]), default="all", help="Mô hình nào (which model)."
)
@click.option("--no-measure", is_flag=True, help="Không đánh giá chéo theo trang trước khi huấn luyện (no cross-validation by site).")
def train(folders: tuple[str, ...], out: str, model: str, no_measure: bool) -> int:
    """Huấn luyện lại mô hình từ các thư mục gán nhãn (train the models again).

    FOLDER: mỗi tài liệu một thư mục con <trang>-<số>/ có text.txt và gold.json (data/corpus là mẫu).
    """
    try:
        from vnreport.learn.train import train as run

        for file in run([Path(f) for f in folders], Path(out), model, measure=not no_measure):
            click.echo(str(file))
    except (ValueError, OSError) as error:
        click.echo(f"vnreport: {error}", err=True)
        return 2
    return 0
