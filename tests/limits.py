"""A bound that only what never ends exceeds: no test asserts a time."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Fail instead of hanging: what grows with the square of the input, or backtracks, takes minutes here, the rest a moment."""

    def late(*_: object) -> None:
        raise TimeoutError("not linear")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    old = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, old)
