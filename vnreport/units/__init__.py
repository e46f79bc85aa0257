"""Administrative units of Viet Nam: the gazetteer through time, mentions in a text, and whose document it is.

:func:`find` looks a unit up; an :class:`AdminUnit` knows its parent, its history and what it became.
"""

from __future__ import annotations

from vnreport.units.gazetteer import AdminUnit, find, frame, get

__all__ = ["AdminUnit", "find", "frame", "get"]
