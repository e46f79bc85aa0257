"""Training the tagger of :mod:`vnreport.people.tagger` from annotated documents.

The CRF is fitted by CRFsuite (extra ``train``) and written as arrays that numpy reads; nothing of CRFsuite is needed to use the model.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from vnreport.learn.gold import Gold, load
from vnreport.people.entities import found_by_rules
from vnreport.people.features import PAD, RULE_COLUMNS, SIZES, TEMPLATES, Found, columns, sequences
from vnreport.people.tagger import FIRST, LABELS, Model
from vnreport.pipeline import attach
from vnreport.reading import read_text

if TYPE_CHECKING:
    from vnreport.people.features import Codes

LAYERS = {"persons": "PER", "organisations": "ORG"}
_RARE = 2  # words that fewer documents have are unknown ones


@dataclass(frozen=True, slots=True)
class Example:
    """An annotated document as the tagger sees it.

    Attributes
    ----------
    id, site : str
        The document and where it comes from.
    found : Found
        What tables and rules say.
    spans : frozenset of (str, int, int)
        Annotated persons and organisations: label, first token, token after the last.
    """

    id: str
    site: str
    found: Found
    spans: frozenset[tuple[str, int, int]]


def site_of(id: str) -> str:
    """The site of a document: its folder's name without the number.

    Examples
    --------
    >>> site_of("quangphu-03")
    'quangphu'
    """
    return id.rpartition("-")[0] or id


def example(gold: Gold) -> Example:
    """An annotated document as the tagger sees it."""
    found = found_by_rules(attach(read_text(gold.text)))
    scan = found.marks.scan
    spans = {
        (label, scan.at(row.start), scan.before(row.end) + 1) for layer, label in LAYERS.items() for row in gold.rows(layer)
    }
    return Example(gold.id, site_of(gold.id), found, frozenset((k, a, b) for k, a, b in spans if a < b))


def examples(folders: Iterable[str | Path]) -> list[Example]:
    """The annotated documents of folders.

    Raises
    ------
    ValueError
        If a folder has none, or one cannot be read.
    """
    return [example(gold) for folder in folders for gold in load(folder)]


def gold_labels(spans: Iterable[tuple[str, int, int]], length: int) -> Codes:
    """Labels of all tokens; a person inside an organisation's name is left out."""
    out = np.zeros(length, np.int32)
    for kind, a, b in sorted(spans, key=lambda s: (s[0] == "ORG", s[2] - s[1])):
        out[a:b] = FIRST[kind] + 1
        out[a] = FIRST[kind]
        if b < length and out[b] in (2, 4) and out[b] - 1 == FIRST[kind]:
            out[b] = 0
    return out


def _attributes(table: dict[str, Codes], tokens: Codes, rules: bool) -> list[list[str]]:
    """CRFsuite's attributes of these tokens: ``template:code``; code 0 says nothing but of a word."""
    rows: list[list[str]] = [[] for _ in tokens]
    for t, (column, offset) in enumerate(TEMPLATES):
        if not rules and column in RULE_COLUMNS:
            continue
        for row, code in zip(rows, table[column][tokens + PAD + offset].tolist(), strict=True):
            if code or column == "word":
                row.append(f"{t}:{code}")
    return rows


def vocabulary(training: Sequence[Example]) -> dict[str, int]:
    """Words that two documents have or more -> codes from 2 on."""
    counts = Counter(w for e in training for w in set(e.found.marks.scan.lower))
    return {w: i for i, w in enumerate(sorted(w for w, n in counts.items() if n >= _RARE), 2)}


def sequences_of(e: Example, words: dict[str, int], rules: bool = True) -> Iterator[tuple[list[list[str]], list[str]]]:
    """A document for CRFsuite: attributes and labels of each sequence."""
    table = columns(e.found, words)
    tokens, lengths = sequences(table)
    labels = gold_labels(e.spans, len(e.found.marks.scan))[tokens]
    attributes = _attributes(table, tokens, rules)
    at = 0
    for n in lengths.tolist():
        yield attributes[at : at + n], [LABELS[k] for k in labels[at : at + n]]
        at += n


def fit(
    training: Sequence[Example], *, rules: bool = True, c1: float = 0.1, c2: float = 0.1, iterations: int = 80, keep: Path | None = None
) -> Model:
    """Train a model.

    Parameters
    ----------
    training : sequence of Example
        The documents.
    rules : bool
        Whether what the rules found is looked at.
    c1, c2 : float
        Weights of the L1 and L2 penalties.
    iterations : int
        Steps of L-BFGS at most.
    keep : Path, optional
        Where to leave CRFsuite's own file.

    Raises
    ------
    ValueError
        If there is no document, or CRFsuite is not installed.
    """
    if not training:
        raise ValueError("không có tài liệu để huấn luyện (no documents to train from)")
    try:
        import pycrfsuite
    except ImportError:
        raise ValueError(
            "huấn luyện cần python-crfsuite: pip install 'vnreport[train]' (training needs python-crfsuite: install the extra 'train')"
        ) from None
    words = vocabulary(training)
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": iterations, "feature.possible_transitions": False})
    for e in training:
        for attributes, labels in sequences_of(e, words, rules):
            trainer.append(attributes, labels)
    handle, name = tempfile.mkstemp(suffix=".crfsuite")
    os.close(handle)
    try:
        trainer.train(name)
        tagger = pycrfsuite.Tagger()
        tagger.open(name)
        info = tagger.info()
        tagger.close()
        if keep:
            keep.write_bytes(Path(name).read_bytes())
    finally:
        Path(name).unlink()
    return _model(words, info.state_features, info.transitions)


def _model(words: dict[str, int], states: dict[tuple[str, str], float], transitions: dict[tuple[str, str], float]) -> Model:
    """CRFsuite's weights as arrays."""
    label = {name: i for i, name in enumerate(LABELS)}
    sizes = np.array([SIZES[c] or len(words) + 2 for c, _ in TEMPLATES], np.int32)
    starts = np.cumsum(sizes) - sizes
    weights = np.zeros((sizes.sum(), len(LABELS)), np.float32)
    for (attribute, name), weight in states.items():
        t, _, code = attribute.partition(":")
        weights[starts[int(t)] + int(code), label[name]] = weight
    matrix = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for (a, b), weight in transitions.items():
        matrix[label[a], label[b]] = weight
    return Model(words, sizes, weights, matrix)
