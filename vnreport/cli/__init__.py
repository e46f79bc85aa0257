"""The command line: ``vnreport check|analyze|expand|rule|evaluate``."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line and exit: 0 nothing found, 1 findings at or above the fail level, 2 something could not be checked."""
    for stream in (sys.stdout, sys.stderr):
        # The text is Vietnamese whatever the locale says; what UTF-8 cannot carry (bytes of a file name) is escaped.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    from vnreport.cli.app import run

    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer goes nowhere: Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 141  # the reader went away (``| head``)
        if not isinstance(error, BrokenPipeError):
            sys.stderr.write(f"vnreport: đầu ra chuẩn không ghi được: {error.strerror} (cannot write standard output)\n")
            code = 2
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
