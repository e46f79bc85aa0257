"""How long check and annotation take, against underthesea's ``word_tokenize`` and ``ner`` on the same text in the same run.

Ratios travel from machine to machine, milliseconds do not. Run: ``python benchmarks/against_underthesea.py [FILE]``.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from underthesea import ner, word_tokenize

import vnreport

ROOT = Path(__file__).parents[1]
ROUNDS = 15
SLOW_ROUNDS = 3
LAYERS = ("scan", "sentences", "abbreviations", "citations", "dates", "units", "entities", "issuer", "officials", "quantities")
"""The whole annotation: everything but findings and underthesea's words."""
LONG = 30
"""Copies of the text, one below the other, for the speed on long text."""


def seconds(call: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def fresh(*arguments: str) -> float:
    """Wall time of a fresh Python process, the best of five."""
    command = [sys.executable, *arguments]
    return min(seconds(lambda: subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)) for _ in range(5))


def seconds_of_entities(text: str) -> float:
    """Wall time of the layer ``entities`` where the layers before it are there."""
    doc = vnreport.analyze(text, layers=LAYERS[: LAYERS.index("entities")])
    return seconds(lambda: doc.entities)


def main(path: Path) -> None:
    """Measure and print."""
    data = path.read_bytes()
    text = vnreport.read(data, name=path.name).text
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(ROUNDS + 1):  # by turns, so that both meet the same load; the first round loads tables and models
        ours.append(seconds(lambda: vnreport.check(vnreport.read(data, name=path.name))))
        theirs.append(seconds(lambda: word_tokenize(text)))
    check, words = min(ours[1:]), min(theirs[1:])
    print(f"{path.name}: {len(text)} characters")
    print(f"first check in a process    {ours[0] * 1000:8.1f} ms")
    print(f"check, warm                 {check * 1000:8.2f} ms   {len(text) / check / 1000:.0f} thousand characters a second")
    print(f"word_tokenize, warm         {words * 1000:8.2f} ms")
    print(f"check / word_tokenize       {check / words:8.2f}")
    annotate = min(seconds(lambda: vnreport.analyze(text, layers=LAYERS)) for _ in range(2 * ROUNDS))
    entities = min(seconds_of_entities(text) for _ in range(ROUNDS))
    names = min(seconds(lambda: ner(text)) for _ in range(SLOW_ROUNDS))
    whole = "\n\n".join([text] * LONG)
    many = min(seconds(lambda: vnreport.analyze(whole, layers=LAYERS)) for _ in range(SLOW_ROUNDS))
    many_entities = min(seconds_of_entities(whole) for _ in range(SLOW_ROUNDS))
    print(f"annotation, warm            {annotate * 1000:8.2f} ms   {len(text) / annotate / 1000:.0f} thousand characters a second")
    print(f"ner, warm                   {names * 1000:8.2f} ms")
    print(f"ner / annotation            {names / annotate:8.1f}")
    print(f"entities alone              {entities * 1000:8.2f} ms   rules and tagger, their input ready")
    print(f"annotation of {LONG} copies    {many * 1000:8.1f} ms   {len(whole) / many / 1000:.0f} thousand characters a second")
    print(f"entities of {LONG} copies      {many_entities * 1000:8.1f} ms   {len(whole) / many_entities / 1000:.0f} thousand characters a second")
    bare = fresh("-c", "pass")
    print(f"import vnreport             {(fresh('-c', 'import vnreport') - bare) * 1000:8.1f} ms   over a bare interpreter")
    print(f"vnreport check FILE, cold   {fresh('-m', 'vnreport', 'check', str(path)):8.2f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "data" / "samples" / "01-cam-le-hoi-nghi.txt")
