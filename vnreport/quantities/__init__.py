"""Numbers with what they count: finding them (:func:`find`), and the layer ``quantities``."""

from vnreport.quantities.find import Written, find

__all__ = ["Written", "find"]
