"""Training the models again from annotated folders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from vnreport.learn import abbreviations, cards, crossval, tagger
from vnreport.learn.gold import Gold, load
from vnreport.learn.multiply import copies

MODELS = ("tagger", "abbreviations")
COPIES = 2
"""Copies of each document with other names that the tagger learns from as well."""


def train(folders: Iterable[str | Path], out: str | Path, model: str = "all", *, measure: bool = True) -> list[Path]:
    """Train models from annotated documents and write them, each with its card.

    Parameters
    ----------
    folders : iterable of str or path
        Folders of annotated documents, ``<site>-<nn>/text.txt`` and ``gold.json``; a file ``splits.tsv`` in one says in which fold of the
        cross-validation a site is.
    out : str or path
        Folder for the models; it is made if need be.
    model : {"all", "tagger", "abbreviations"}
        Which models.
    measure : bool
        Whether to cross-validate over sites before training on everything; the card has the figures.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    ValueError
        If a folder has no annotated documents, one cannot be read, or the extra ``train`` is not installed.
    """
    if model not in ("all", *MODELS):
        raise ValueError(f"không có mô hình {model!r}; có: all, {', '.join(MODELS)} (no such model)")
    sources = [Path(f) for f in folders]
    target = Path(out)
    written: list[Path] = []
    if model in ("all", "tagger"):
        documents = [gold for folder in sources for gold in load(folder)]
        _check(documents)
        target.mkdir(parents=True, exist_ok=True)
        written += _tagger(documents, _splits(sources), target, measure)
    if model in ("all", "abbreviations"):
        target.mkdir(parents=True, exist_ok=True)
        written += abbreviations.train(sources, target)
    return written


def _check(documents: list[Gold]) -> None:
    """Every document has rows of persons and organisations, and they stand in the text."""
    for gold in documents:
        for layer in tagger.LAYERS:
            rows = gold.data.get(layer)
            if not isinstance(rows, list):
                raise ValueError(f"{gold.path.parent}: gold.json thiếu {layer!r} (gold.json lacks {layer!r})")
            if len(gold.rows(layer)) != len(rows):
                raise ValueError(f"{gold.path.parent}: có dòng {layer!r} không nằm trong văn bản (a row of {layer!r} is not in the text)")


def _splits(folders: list[Path]) -> dict[str, int]:
    out: dict[str, int] = {}
    for file in (f / "splits.tsv" for f in folders):
        if file.exists():
            lines = [line.split("\t") for line in file.read_text("utf-8").split("\n") if line and not line.startswith("#")]
            out |= {site: int(fold) for site, fold, *_ in lines[1:]}
    return out


def _tagger(documents: list[Gold], splits: dict[str, int], out: Path, measure: bool) -> list[Path]:
    items = [tagger.example(gold) for gold in documents]
    more: dict[str, list[tagger.Example]] = defaultdict(list)
    for gold in copies(documents, COPIES):
        more[gold.id].append(tagger.example(gold))
    found = crossval.validate(items, lambda e: more[e.id], given=splits) if measure else None
    model = tagger.fit([*items, *(x for e in items for x in more[e.id])])
    if found:
        model = replace(model, calibration=crossval.calibration(found.chances))
    file, card = out / "tagger.npz", out / "tagger.md"
    model.save(file)
    card.write_text(cards.tagger(items, model, COPIES, found, file.stat().st_size), "utf-8")
    return [file, card]
