"""The table of an evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class Score(Protocol):
    """What the table needs of a measure."""

    gold: int
    predicted: int
    misses: list[str]

    @property
    def precision(self) -> float: ...

    @property
    def recall(self) -> float: ...

    @property
    def f1(self) -> float: ...


class Scores(Protocol):
    """What the table needs of an evaluation."""

    documents: int

    @property
    def measures(self) -> Mapping[str, Score]: ...


def table(scores: Scores, errors: str | None = None, lang: str = "vi") -> str:
    """One line a measure; ``errors`` adds what was missed and extra in measures whose names begin so."""
    vi = lang != "en"
    rows = [f"{scores.documents} {'tài liệu' if vi else 'documents'}"]
    rows.append(f"{'lớp' if vi else 'layer':<34}{'nhãn' if vi else 'gold':>6}{'tìm' if vi else 'found':>6}{'P':>8}{'R':>8}{'F1':>8}")
    for name, s in scores.measures.items():
        rows.append(f"{name:<34}{s.gold:>6}{s.predicted:>6}{s.precision:>8.3f}{s.recall:>8.3f}{s.f1:>8.3f}")
    if errors is not None:
        for name, s in scores.measures.items():
            if name.startswith(errors) and s.misses:
                rows += ["", f"== {name}", *s.misses]
    return "\n".join(rows)
