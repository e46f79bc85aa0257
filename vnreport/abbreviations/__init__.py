"""Abbreviations: finding them, what they mean here, writing them out.

>>> from vnreport import abbreviations
>>> abbreviations.lookup("GD-ĐT")[0].expansion
'Giáo dục và Đào tạo'
"""

from __future__ import annotations

from vnreport.abbreviations.dictionary import Reading, lookup
from vnreport.abbreviations.writing import Expanded, write_out

__all__ = ["Expanded", "Reading", "lookup", "write_out"]
