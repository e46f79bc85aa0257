"""How far a long run is."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

T = TypeVar("T")


def shown(items: Iterable[T], total: Sized, quiet: bool = False, after: float = 2.0) -> Iterator[T]:
    """The items, with a counter on standard error once it takes longer than ``after`` seconds; on a terminal only."""
    if quiet or len(total) < 2 or not sys.stderr.isatty():
        yield from items
        return
    start = time.monotonic()
    visible = False
    try:
        for number, item in enumerate(items, 1):
            if visible:
                _write("\r\x1b[K")  # so that a line about this item stands alone
                visible = False
            yield item
            if time.monotonic() - start > after and number < len(total):
                _write(f"\r{number}/{len(total)}")
                visible = True
    finally:
        if visible:
            _write("\r\x1b[K")


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
