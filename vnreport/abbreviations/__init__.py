"""Abbreviations: finding them, what they mean here, writing them out.

:func:`find` and :func:`expand` work on any text; :func:`definitions` are those that a text gives itself; :func:`lookup` is the dictionary, which
:class:`Dictionary` joins with rows of your own; :func:`frame` counts the abbreviations of a corpus.

>>> from vnreport import abbreviations
>>> abbreviations.lookup("GD-ĐT")[0].expansion
'Giáo dục và Đào tạo'
"""

from __future__ import annotations

from vnreport.abbreviations.annotator import expand, find
from vnreport.abbreviations.counts import frame
from vnreport.abbreviations.definitions import Definition, definitions
from vnreport.abbreviations.dictionary import Dictionary, Reading, lookup
from vnreport.abbreviations.writing import Expanded, write_out

__all__ = ["Definition", "Dictionary", "Expanded", "Reading", "definitions", "expand", "find", "frame", "lookup", "write_out"]
