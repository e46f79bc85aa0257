"""Finding who is said to hold an office: the patterns that bind a title to a name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from vnreport.document import Document, Span
from vnreport.language.letters import fold
from vnreport.people.appointed import on_behalf, subjects
from vnreport.people.marks import PERSON_CUES, Marks, mark
from vnreport.people.offices import Holding, Office, Reader
from vnreport.people.signatures import columns, signatures

_ADDRESS = {"ông": "m", "anh": "m", "chú": "m", "bà": "f", "chị": "f", "cô": "f"}
_BEFORE_NAME = 20  # tokens: more honorifics and ranks than that stand before no name
_LIFE = frozenset({"sinh", "quê", "trú", "thường", "nơi", "chỗ", "địa", "dân", "ngày"})
"""First words of the lines of an obituary between the name and the offices."""
_OF_COMMITTEES = frozenset({"ủy viên", "thành viên", "thư ký", "trưởng ban", "ủy viên thư ký", "tổ trưởng", "ủy viên thường trực"})
_BORN = frozenset({"sinh", "sn", "s", "tuổi", "quê"})


class Finder:
    """Finds the holdings of a document.

    Parameters
    ----------
    doc : Document
        The document; its entities are read.
    """

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.m: Marks = mark(doc)
        scan = self.m.scan
        self.people: dict[int, int] = {}
        self.bodies: dict[int, int] = {}
        self.spans: dict[int, Span] = {}
        for e in doc.entities:
            if e.label == "LOC":
                continue
            a, b = scan.at(e.start), scan.at(e.end - 1) + 1
            if e.label == "PER":
                self.people[a] = b
                self.spans[a] = e
            else:
                self.bodies[a] = b
        self.reader = Reader(self.m, self.bodies.items(), self.people)
        self.order = sorted(self.people)
        self.full = self.full_names()

    # -- persons ----------------------------------------------------------------------------------------------------------------------
    def name(self, i: int) -> str:
        """The person's name at token ``i``, on one line."""
        return " ".join(self.spans[i].text.split())

    def mention(self, i: int) -> Span:
        """The span of the person at token ``i``."""
        e = self.spans[i]
        return Span(e.start, e.end, e.text)

    def full_names(self) -> dict[int, str]:
        """The full name of the person of each mention: "ông Sơn" is the last Lê Văn Sơn before, and no lady."""
        out: dict[int, str] = {}
        last: dict[str, list[tuple[str, str]]] = {}
        capitals: dict[str, str] = {}
        for i in self.order:
            name = self.name(i)
            if name.isupper() and " " in name:
                name = capitals.get(name, name.title())
            given, address = name.split()[-1], _ADDRESS.get(self.m.lower(i - 1), "")
            known = last.setdefault(given, [])
            if " " in name:
                capitals[name.upper()] = name
                known.append((name, address))
            else:
                name = next((n for n, a in reversed(known) if not address or not a or a == address), name)
            out[i] = name
        return out

    def skip_cues(self, i: int) -> int:
        """The token after ranks, degrees and honorifics at ``i``."""
        m = self.m
        moved = True
        while moved:
            moved = False
            for end, term in m.other.get(i, ()):
                if term.kind in PERSON_CUES:
                    i, moved = end + (m.lower(end) == "."), True
                    break
        return i

    # -- the patterns -------------------------------------------------------------------------------------------------------------------
    def holdings(self) -> Iterator[Holding]:
        """Offices bound to persons, in text order."""
        m = self.m
        done = 0
        spots = sorted({*m.office, *self.people, *(i for i, hits in m.other.items() if any(t.kind == "status" for _, t in hits))})
        inside = {k for a, b in self.bodies.items() for k in range(a + 1, b)}
        for i in spots:
            if i < done or (i in inside and i not in self.people):
                continue
            if i in self.people:
                row, end = self.after_name(i)
                for office in row:
                    yield Holding(office, row, (i, self.people[i]), self.title(office), 0.9)
                done = max(done, end)
                continue
            row, end = self.reader.row(i)
            if not row:
                continue
            if on_behalf(self, i) or (len(row) > 1 and m.lower(i - 1) == "của"):  # "ủy quyền của Chủ tịch UBND tỉnh, Bí thư …": someone else's
                done = row[0].stop
                row = row[1:]
                if not row:
                    continue
            row = self.held_alone(row)
            if members := self.members(row, end):
                for p in members:
                    for office in row:
                        yield Holding(office, row, (p, self.people[p]), self.title(office), 0.9)
                done = max(done, end)
                continue
            persons, end = self.persons_after(row, end)
            if not persons and (comers := subjects(self, i)):
                row, end = self.reader.row(i, named=True)
                for subject in comers:
                    for office in row:
                        yield Holding(office, row, (subject, self.people[subject]), self.title(office), 0.6)
                done = max(done, end)
                continue
            for p in persons:
                for office in row:
                    yield Holding(office, row, (p, self.people[p]), self.title(office), 0.9)
            done = max(done, persons[-1] if persons else row[0].end)
        yield from signatures(self)

    def held_alone(self, row: list[Office]) -> list[Office]:
        """The row without what stands before and at an office of many: "Chủ tịch UBND các huyện, | Giám đốc Sở Nội vụ …"."""
        many = [n for n, o in enumerate(row[:-1]) if o.body and any(self.m.lower(k) == "các" for k in range(*o.body))]
        return row[many[-1] + 1 :] if many else row

    def after_name(self, i: int) -> tuple[list[Office], int]:
        """The offices after the name at ``i``: "Lê Văn Sơn - Chủ tịch UBND quận", a line below it, in brackets."""
        m = self.m
        end = self.people[i]
        j = end
        lines = j < len(m.scan) and m.scan.line_break(j)
        if lines:
            if not self.opens_line(i) or self.author_line(i):
                return [], end
            j = self.skip_lines(j)
        elif m.lower(j) in (",", "-", "(", ":", ".") and m.lower(j) != ".":
            j += 1
            while m.lower(j) in ("hiện", "là", "nay", "đang"):
                j += 1
        elif m.lower(j) in ("là", "giữ", "làm"):
            if m.lower(j) == "giữ" and m.lower(j + 1) == "chức":
                j += 2 + (m.lower(j + 2) == "vụ")
            else:
                j += 1
        elif m.office.get(j) is None or m.shape(j) != "C":
            return [], end
        j = self.skip_birth(j)
        k = self.skip_cues(j)
        if k > j and m.lower(k) in (",", "-"):
            k += 1
        if k in self.people:
            return [], end
        row, stop = self.reader.row(k, lines=lines, named=True)
        if row and self.person_owns(row, stop):
            return [], end
        extra, stop2 = self.as_head(i, stop if row else end)
        if not row and not extra and not lines:
            extra, stop2 = self.last_on_line(i, end)
        return row + extra, max(stop, stop2) if row or extra else end

    def skip_lines(self, i: int) -> int:
        """The token after lines of birth and residence at ``i``, as an obituary has them under the name."""
        m = self.m
        k = i
        for _ in range(5):
            if m.lower(k) not in _LIFE:
                break
            k = next((n for n in range(k + 1, min(k + 40, len(m.scan))) if m.scan.line_break(n)), i)
        return k if k == i or m.lower(k) in ("nguyên", "cựu") else i

    def last_on_line(self, i: int, end: int) -> tuple[list[Office], int]:
        """A committee's office at the end of a numbered line whose description no table knows: "5. Cụ X, thủ từ đền Mẫu - Ủy viên."."""
        m = self.m
        if not self.opens_line(i) or m.lower(end) not in (",", "-"):
            return [], end
        for k in range(end + 1, min(end + 30, len(m.scan))):
            if not m.same_line(k) or k in self.people:
                break
            if m.lower(k) in ("-", ":") and k + 1 in m.office and self.reader.closes(k + 1):
                found = self.reader.office(k + 1)
                return ([found], found.stop) if found and found.term.base in _OF_COMMITTEES | {""} else ([], end)
        return [], end

    def skip_birth(self, i: int) -> int:
        """The token after "sinh năm 1974," or "37 tuổi," at ``i``."""
        m = self.m
        if m.lower(i) not in _BORN and not (m.shape(i) == "d" and m.lower(i + 1) == "tuổi"):
            return i
        for k in range(i + 1, i + 12):
            if m.lower(k) in (",", ")") and m.same_line(k):
                k += 1 + (m.lower(k) == ")" and m.lower(k + 1) in (",", "-"))
                while m.lower(k) in ("là", "hiện", "nay", "đang"):
                    k += 1
                return k if k in m.office or m.lower(k) in ("nguyên", "cựu", "quyền") or m.lower(k) in _BORN else i
            if m.lower(k) in (".", ";"):
                break
        return i

    def scan_start(self, i: int) -> int:
        """First token of the sentence of token ``i``."""
        place = self.m.scan.starts[i]
        n = bisect_right(self.doc.sentences, place, key=lambda s: s.start)
        return self.m.scan.at(self.doc.sentences[n - 1].start) if n else i

    def person_owns(self, row: list[Office], end: int) -> bool:
        """Whether the row belongs to the person that follows it instead: "…, Chủ tịch UBND quận Lê Văn Sơn"."""
        at = self.skip_cues(end)
        return at in self.people and not any(self.m.scan.line_break(k) for k in range(end, at + 1)) and self.m.lower(at - 1) not in (",", ";")

    def as_head(self, i: int, end: int) -> tuple[list[Office], int]:
        """ "… làm trưởng đoàn" after the offices of the person at ``i``; the body is the one before "do": "Hội đồng … do ông X làm Chủ tịch"."""
        m = self.m
        for k in range(end, min(end + 3, len(m.scan))):
            if m.lower(k) == "làm" and (found := self.reader.office(k + 1)):
                if found.body is None and (body := self.led(i, fold(found.term.body))):
                    found = replace(found, body=body, what="body")
                return [found], found.stop
        return [], end

    def led(self, i: int, noun: str) -> tuple[int, int] | None:
        """The body before the "do" of the sentence of token ``i``; its name begins with the noun that the title holds."""
        m = self.m
        for k in range(i - 1, max(i - 40, self.scan_start(i)), -1):
            if m.lower(k) == "do":
                a = next((a for a in range(max(0, k - 25), k) if self.bodies.get(a) == k), k)
                return (a, k) if a < k and m.lower(a).startswith(noun) else None
        return None

    def opens_line(self, i: int) -> bool:
        """Whether nothing but honorifics, ranks and a number stands before the name on its line."""
        m = self.m
        k = i
        while k and not m.scan.line_break(k):
            k -= 1
            if i - k > _BEFORE_NAME:
                return False
        if m.shape(k) == "d" and m.lower(k + 1) in (".", "-", "/"):
            k += 2
        elif m.lower(k) in ("-", "+", "•"):
            k += 1
        return self.skip_cues(k) == i

    def author_line(self, i: int) -> bool:
        return any(r.start <= self.m.scan.starts[i] < r.end for r in self.doc.region("author"))

    def persons_after(self, row: list[Office], end: int) -> tuple[list[int], int]:
        """The persons that a row of offices announces, and where they end."""
        m = self.m
        j = end
        if m.lower(j) == "(":  # "Phó Chủ tịch UBND quận (phụ trách …) NAME"
            j = next((k + 1 for k in range(j, min(j + 12, len(m.scan))) if m.lower(k) == ")"), j)
        if m.lower(j) in (",", "-", ":", "là") and m.same_line(j):
            j += 1
        while m.lower(j) in ("gồm", "khác", "sau", "đây", "(", ":") and m.same_line(j):
            j += 1
        at = self.skip_cues(j)
        if m.lower(end) == "(" and (inside := self.skip_cues(end + 1)) in self.people and m.lower(self.people[inside]) == ")":
            return [inside], self.people[inside]  # "Trưởng khu 5 (Bùi Văn Hai)"
        if at not in self.people:
            return [], end
        if any(m.scan.line_break(k) for k in range(end, at + 1)) and (at > end or not m.adjacent(at) or m.scan.line_break(row[0].start)):
            return [], end
        if any(m.scan.line_break(k) for k in range(end, at + 1)) and columns(self, at):
            return [], end
        if j > end:  # a comma or dash between: only when the name is not itself followed by offices
            after, _ = self.after_name(at)
            if after and m.lower(j - 1) == ",":
                return [], end
        out = [at]
        if self.plural(row[0].start):
            while m.lower(self.people[out[-1]]) in (",", "và", ";", "-"):
                nxt = self.skip_cues(self.people[out[-1]] + 1)
                if nxt not in self.people or self.after_name(nxt)[0]:
                    break
                out.append(nxt)
        return out, self.people[out[-1]]

    def members(self, row: list[Office], end: int) -> list[int]:
        """The persons of the list that an office heads: one a line ("Các Ủy viên UBND huyện:"), or each with an office of his own."""
        m, text = self.m, self.m.scan.text
        colon = m.lower(end) == ":"
        plural = colon and self.plural(row[0].start)
        base = row[0].term.base or row[0].term.key
        if m.same_line(end + colon):
            return self.in_line(end + 1) if plural else []
        committee = base in _OF_COMMITTEES and len(row) == 1 and row[0].body is None and self.heads_line(row[0].start)
        if not committee and (not plural or base in ("thành viên", "đại biểu")):
            return []
        out: list[int] = []
        place = m.scan.starts[end - 1]
        for p in self.order[bisect_left(self.order, end) :]:
            if text.count("\n", place, m.scan.starts[p]) > 1 or (out and row[0].term.single):
                break
            if self.opens_line(p):
                out.append(p)
                place = m.scan.starts[p]
        return out

    def in_line(self, i: int) -> list[int]:
        """The persons from token ``i``, set apart by semicolons, each with an office: none if there is only one."""
        out: list[int] = []
        at = self.skip_cues(i)
        while at in self.people:
            row, end = self.after_name(at)
            if not row:
                break
            out.append(at)
            at = self.skip_cues(end + 1) if self.m.lower(end) == ";" else -1
        return out if len(out) > 1 else []

    def heads_line(self, i: int) -> bool:
        """Whether nothing but a number or a dash stands before token ``i`` on its line."""
        m = self.m
        k = i
        while k and not m.scan.line_break(k) and i - k < 4:
            k -= 1
        return k == i or (m.scan.line_break(k) and all(m.shape(n) == "d" or m.lower(n) in (".", "-", "+", "/", ")") for n in range(k, i)))

    def plural(self, i: int) -> bool:
        return any(self.m.lower(k) in ("các", "hai", "ba") for k in range(max(0, i - 4), i)) or self.m.shape(i - 1) == "d"

    def title(self, office: Office) -> str:
        """The office as written, short forms and capitals of signatures put plainly."""
        m = self.m
        text = " ".join(m.text(office.start, office.end).split())
        if office.term.long:
            return _plain(office.term.long)
        if office.term.body and office.term.key.endswith(" " + fold(office.term.body)) and office.term.body in ("Chính phủ", "Quốc hội"):
            text = text[: -len(office.term.body)].rstrip()
        if text.startswith("P."):
            return _plain("phó " + text[2:].strip().lower())
        return _plain(text.lower()) if text.isupper() and len(text) > 3 else text


def _plain(title: str) -> str:
    """A title in lower case as it is written in running text: "phó chủ tịch" is "Phó Chủ tịch"."""
    if title.startswith("phó "):
        rest = title[4:]
        return f"Phó {rest[0].upper()}{rest[1:]}"
    return title[0].upper() + title[1:]
