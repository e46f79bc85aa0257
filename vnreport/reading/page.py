"""What a page says of itself: its :class:`~vnreport.document.Meta` and the regions of its text."""

from __future__ import annotations

from vnreport.document import Meta, Region


def describe(text: str) -> tuple[Meta, tuple[Region, ...]]:
    """Meta data and regions of a text."""
    return Meta(), ()
