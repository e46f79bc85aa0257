"""``python -m vnreport``."""

from vnreport.cli import main

main()
