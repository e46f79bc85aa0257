"""How long the whole check takes, measured against underthesea's ``word_tokenize`` on the same text in the same run.

Ratios travel from machine to machine, milliseconds do not. Run: ``python benchmarks/against_underthesea.py [FILE]``.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from underthesea import word_tokenize

import vnreport

ROOT = Path(__file__).parents[1]
ROUNDS = 15


def seconds(call: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def fresh(*arguments: str) -> float:
    """Wall time of a fresh Python process, the best of five."""
    command = [sys.executable, *arguments]
    return min(seconds(lambda: subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)) for _ in range(5))


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
    bare = fresh("-c", "pass")
    print(f"import vnreport             {(fresh('-c', 'import vnreport') - bare) * 1000:8.1f} ms   over a bare interpreter")
    print(f"vnreport check FILE, cold   {fresh('-m', 'vnreport', 'check', str(path)):8.2f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "data" / "samples" / "01-cam-le-hoi-nghi.txt")
