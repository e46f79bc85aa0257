"""Abbreviations that the document defines itself.

"giải phóng mặt bằng (GPMB)", "GPMB (giải phóng mặt bằng)", "… (sau đây viết tắt là BCĐ huyện)", "BTV HU" part by part, rows of a list or table
("GPMB: giải phóng mặt bằng"), "DVC là dịch vụ công". A definition must fit: the letters are the initials of the phrase or of a part of it,
or the dictionary knows the pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from vnreport.abbreviations.align import WORD, backwards, forwards, pieces
from vnreport.abbreviations.dictionary import lookup
from vnreport.language.letters import LOWER, UPPER, fold

_ONE = rf"[{UPPER}][{UPPER}{LOWER}\d]{{0,14}}(?:[&\-–./][{UPPER}][{UPPER}{LOWER}\d]{{0,9}}){{0,5}}"
_ABBR = rf"(?=[{LOWER}\d&\-–./]{{0,3}}[{UPPER}][{LOWER}]{{0,3}}[&\-–./]?[{UPPER}\d]){_ONE}"
_FORM = re.compile(_ABBR)
_SEVERAL = re.compile(rf"{_ABBR}(?:(?:\s?[,&]\s?|\s|\svà\s){_ABBR}){{0,4}}")
_LED = re.compile(rf"(?:[^\W\d_]{{1,8}}\s){{0,2}}{_SEVERAL.pattern}")
_BRACKET = re.compile(r"\(([^()\n]{2,160})\)")
_BEHIND = re.compile(rf"(?<![\w&/.-])(?P<abbr>{_ABBR})[\"”]?\s{{0,2}}\Z")
_CALLED = re.compile(r"^(?:(?:sau|từ|dưới) đây\s+)?(?:được\s+)?(?:gọi|viết|ký hiệu)?\s*(?:tắt|gọn|chung)?\s*(?:là|:)?\s*[:\"“'‘]?\s*")
_NAMED = re.compile(r"(?:gọi tắt|viết tắt|gọi) (?:chung )?(?:là|thành)?\s*:?\s*[\"“‘']?|viết tắt\s*:?\s*[\"“‘']?")
_OF = re.compile(r"(?:là\s+)?(?:chữ |từ |cụm từ )?(?:viết tắt (?:của|cho)|tức(?: là)?|nghĩa là|là)\s+(?:cụm từ\s+|chữ\s+)?[\"“‘']?")
_MEANS = re.compile(
    rf"(?<![\w&/.-])(?P<abbr>{_ABBR})[\"”’']?\s*"
    r"(?:là (?:chữ |từ |cụm từ )?viết tắt (?:của|cho)|viết tắt (?:của|cho)|được hiểu là|có nghĩa là|nghĩa là)"
    r"\s+(?:cụm từ\s+|chữ\s+)?[\"“‘']?"
)
_ROW = re.compile(
    rf"[ \t|*•+\-–]*(?:\d{{1,3}}[.)]?[ \t|]+)?[\"“]?(?P<abbr>{_ABBR})[\"”]?"
    r"(?:[ \t]*(?:[:=|\t]|[-–](?=[ \t])|\t+)|[ \t]+là(?=[ \t]))[ \t|]*"
)
_PAIR = re.compile(rf"(?<![\w&/.-])(?P<abbr>{_ABBR})\s?[-–:=]\s?")
_REVERSED = re.compile(rf"(?P<long>[^\t|\n]{{4,120}}?)[ \t]*(?:\||\t|:)[ \t]*(?P<abbr>{_ABBR})[ \t|.;]*")
_ENDS = re.compile(r"[\s\"”’')\]|]*(?:$|[\n\t.,;:)(|\-–—]|là\b|và\b|hoặc\b)")
_TRIM = " \t\"“”‘’'(,;:-–"


@dataclass(frozen=True, slots=True)
class Definition:
    """``abbr`` means ``expansion``; the abbreviation stands at ``[start, end)``, the phrase at ``[long_start, long_end)``."""

    abbr: str
    expansion: str
    start: int
    end: int
    long_start: int
    long_end: int


@lru_cache(maxsize=4)  # asked for by the annotator, by writing out and by a rule
def definitions(text: str) -> tuple[Definition, ...]:
    """The definitions in a text, in text order.

    Examples
    --------
    >>> [(d.abbr, d.expansion) for d in definitions("công tác giải phóng mặt bằng (GPMB) của Ban Chỉ đạo huyện (gọi tắt là BCĐ)")]
    [('GPMB', 'giải phóng mặt bằng'), ('BCĐ', 'Ban Chỉ đạo')]
    """
    found: dict[int, Definition] = {}
    for d in (*_brackets(text), *_named(text), *_lists(text)):
        found.setdefault(d.start, d)
    return tuple(found[start] for start in sorted(found))


def _define(text: str, abbr: str, at: int, start: int, end: int) -> Definition:
    return Definition(abbr, " ".join(text[start:end].split()), at, at + len(abbr), start, end)


def _brackets(text: str) -> Iterator[Definition]:
    """A phrase and its abbreviation in brackets, or the other way round."""
    for m in _BRACKET.finditer(text):
        inner = m[1]
        called = _CALLED.match(inner)
        skip = called.end() if called else 0
        if (behind := _BEHIND.search(text, max(0, m.start() - 26), m.start())) and (d := _left(text, behind, m)):
            yield d
            continue
        yield from _right(text, m.start(), m.start(1) + skip, m.end(1), named=skip > 0)


def _left(text: str, behind: re.Match[str], m: re.Match[str]) -> Definition | None:
    """ "GPMB (giải phóng mặt bằng)", "VNFOREST (viết tắt của Tổng cục Lâm nghiệp)"."""
    abbr, at = behind["abbr"], behind.start("abbr")
    said = _OF.match(m[1])
    start = m.start(1) + (said.end() if said else 0)
    phrase = text[start : m.end(1)].rstrip(_TRIM)
    words = WORD.findall(phrase)
    if said and "tắt" in said[0] and len(words) > 1:
        return _define(text, abbr, at, start, start + len(phrase))
    letters = pieces(abbr)
    if len(letters) > 1 and (forwards(letters, words) == len(words) or any(fold(r.expansion) == fold(phrase) for r in lookup(abbr))):
        return _define(text, abbr, at, start, start + len(phrase))
    return None


def _named(text: str) -> Iterator[Definition]:
    """ "…, viết tắt là HĐNVQS"; what stands in brackets is found there."""
    if "tắt" not in text and "gọi" not in text:
        return
    for m in _NAMED.finditer(text):
        before = text[max(0, m.start() - 80) : m.start()].rstrip()
        for words in ("được", "sau đây", "từ đây", "dưới đây"):
            before = before.removesuffix(words).rstrip()
        end = max(0, m.start() - 80) + len(before)
        if text[end - 1 : end] != "(" and "tắt" in m[0] and (led := _LED.match(text, m.end())):
            yield from _right(text, end, m.end(), led.end(), named=True)


def _right(text: str, end: int, start: int, stop: int, named: bool) -> Iterator[Definition]:
    """The abbreviation or abbreviations in ``[start, stop)`` for a phrase that ends before ``end``."""
    inner = text[start:stop]
    m = _SEVERAL.search(inner)
    if m is None:
        return
    begin = _clause(text, end)
    end = begin + len(text[begin:end].rstrip(_TRIM))
    words = list(WORD.finditer(text, begin, end))
    around = WORD.findall(fold(inner[: m.start()])) + WORD.findall(fold(inner[m.end() :]))
    said = {fold(w[0]) for w in words}
    if len(around) > 3 or not words or not all(w in said for w in around):
        return
    if m.end() < len(inner) and inner[m.end()].isalnum():
        return
    forms = list(_FORM.finditer(m[0]))
    letters = [pieces(f[0]) for f in forms]
    every = [x for part in letters for x in part]
    if len(every) < 2:
        return
    at = start + m.start()
    if (found := _place(every, words, named or bool(around), m[0])) is None:
        return
    k = 0
    for form, part in zip(forms, letters, strict=True):
        first, last = words[found[k]], words[found[k + len(part) - 1]] if len(found) == len(every) else words[found[-1]]
        k += len(part)
        if len(part) > 1 or len(forms) > 1:
            yield _define(text, form[0], at + form.start(), first.start(), last.end())


def _place(letters: list[str], words: list[re.Match[str]], named: bool, abbr: str) -> list[int] | None:
    """Indices of the words that ``letters`` stand for: the end of the phrase, a part that the dictionary knows, or a part that begins a name."""
    plain = [w[0] for w in words]
    if (found := backwards(letters, plain)) is not None:
        return found
    folded = [fold(w) for w in plain]
    for reading in lookup(abbr):
        if (part := _subsequence(WORD.findall(fold(reading.expansion)), folded)) is not None:
            return part
    if len(letters) < (2 if named else 3):
        return None
    for n in range(len(plain) - 1, max(len(letters), len(plain) - 12) - 1, -1):
        found = backwards(letters, plain[:n])
        if found is not None and (named or found[0] == 0 or plain[found[0]][0].isupper()):
            return found
    return None


def _subsequence(wanted: list[str], words: list[str]) -> list[int] | None:
    """Where the words of a known phrase stand near the end of the clause, two others between them at most; first and last index."""
    if len(wanted) < 2 or wanted[-1] not in words:
        return None
    i = last = len(words) - 1 - words[::-1].index(wanted[-1])
    missed = 0
    for word in reversed(wanted[:-1]):
        i -= 1
        while i >= 0 and words[i] != word and missed < 2:
            i, missed = i - 1, missed + 1
        if i < 0 or words[i] != word:
            return None
    return [i, last]


def _clause(text: str, end: int) -> int:
    """Where the run of at most 160 characters before ``end`` begins that holds no full stop, semicolon, bracket or end of a paragraph."""
    begin = max(0, end - 160)
    run = text[begin:end]
    stops = [i + len(sign) for sign in (". ", ".\n", ";", "\n\n", "(", ")", "! ", "? ") if (i := run.rfind(sign)) >= 0]
    for i in range(len(run) - 1, -1, -1):
        if run[i] == "\n":
            rest = run[i + 1 :].lstrip(" \t")
            if run[:i].rstrip()[-1:] in ".;:!?" or (rest and not rest[0].islower()) or ("\n" in run[:i][-200:] and not rest):
                stops.append(i + 1)
                break
    return begin + max(stops, default=0)


def _lists(text: str) -> Iterator[Definition]:
    """Rows of a list or table, "DVC là dịch vụ công", pairs after "viết tắt"."""
    at = 0
    lines = text.split("\n")
    for n, line in enumerate(lines):
        if (m := _ROW.match(line)) and (d := _forward(text, m["abbr"], at + m.start("abbr"), at + m.end())):
            yield d
        elif m is None and len(line) < 160 and (m := _REVERSED.fullmatch(line)):
            words = WORD.findall(m["long"])
            if len(pieces(m["abbr"])) > 2 and (k := backwards(pieces(m["abbr"]), words)) is not None and (k[0] == 0 or words[k[0] - 1].isdigit()):
                first = [w.start() for w in WORD.finditer(m["long"])][k[0]]
                yield _define(text, m["abbr"], at + m.start("abbr"), at + first, at + m.end("long"))
        elif len(line) < 16 and n + 1 < len(lines) and _FORM.fullmatch(line.strip()) and len(pieces(line)) > 1:
            words = WORD.findall(lines[n + 1])
            if forwards(pieces(line), words) == len(words):
                start = at + len(line) - len(line.lstrip())
                yield _define(text, line.strip(), start, at + len(line) + 1, at + len(line) + 1 + len(lines[n + 1].rstrip(" .;")))
        at += len(line) + 1
    if "viết tắt" in text or "Viết tắt" in text or "VIẾT TẮT" in text or "hiểu là" in text or "hi chú" in text or " - " in text[:400]:
        for pattern in (_MEANS, _PAIR):
            for m in pattern.finditer(text):
                if d := _forward(text, m["abbr"], m.start("abbr"), m.end()):
                    yield d


def _forward(text: str, abbr: str, at: int, start: int) -> Definition | None:
    """The phrase that begins at ``start`` and ends where the letters of ``abbr`` end."""
    letters = pieces(abbr)
    words = list(WORD.finditer(text, start, start + 200))
    if len(letters) < 2 or not words or words[0].start() - start > 2:
        return None
    n = forwards(letters, [w[0] for w in words])
    if n is None:
        return None
    end = words[n - 1].end()
    return _define(text, abbr, at, start + (words[0].start() - start), end) if _ENDS.match(text, end) and "\n" not in text[start:end] else None
