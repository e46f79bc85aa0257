"""The slips of :mod:`mutations`: each function puts one into a page, where the annotation shows a place for it, or returns ``None``."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import vnreport
from vnreport.language.common import common_words
from vnreport.language.letters import bare
from vnreport.learn.gold import Gold, Row
from vnreport.units.relations import cased

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
DAY = re.compile(r"(?<![\d/.-])(?P<d>\d{1,2})(?P<s>[/-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{4})(?![\d/-])")
DAY_MONTH = re.compile(r"(?<![\d/.-])(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})(?![\d/.-])")
NAME = r"[A-ZĐ][^\s,.;()]*(?: [A-ZĐ][^\s,.;()]*)*"
TONES = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(frozen=True, slots=True)
class Slip:
    """A text with a slip at ``[start, end)``; ``was`` is what stood there."""

    text: str
    start: int
    end: int
    was: str


class Page:
    """A clean annotated document."""

    def __init__(self, gold: Gold) -> None:
        self.gold, self.text = gold, gold.text
        posted = gold.data["meta"]["posted"]
        self.posted = date.fromisoformat(posted) if posted else None
        self.issuer: dict[str, Any] | None = gold.data["issuer"]

    def rows(self, layer: str) -> list[Row]:
        """The rows of a layer."""
        return self.gold.rows(layer)

    @cached_property
    def body(self) -> int:
        """Where the body begins: after the lines of the header, or the first line."""
        head = [r.end for r in vnreport.read(self.text.encode()).region("header", "posted", "title", "letterhead")]
        return self.text.find("\n", max((end for end in head if end < 1500), default=0)) + 1

    def put(self, start: int, end: int, new: str) -> Slip:
        """The text with ``new`` in place of ``[start, end)``."""
        return Slip(self.text[:start] + new + self.text[end:], start, start + len(new), self.text[start:end])

    def with_sentence(self, sentence: str) -> tuple[Page, int]:
        """The page with a sentence of its own after its first paragraph of prose, and where the sentence begins."""
        at = next((m.end() for m in re.finditer(r"\.(?=\n)", self.text) if m.end() > self.body + 80), len(self.text.rstrip()))
        page = Page(self.gold)
        page.text = f"{self.text[:at]}\n{sentence}{self.text[at:]}"
        return page, at + 1

    def prose(self) -> list[re.Match[str]]:
        """The words in small letters of the body that stand between spaces."""
        return [m for m in re.finditer(r"(?<= )[a-zà-ỹđ]{2,}(?= [a-zà-ỹđ])", self.text) if m.start() > self.body]


def pick(rng: random.Random, items: list[Any]) -> Any:
    """One of the items, or ``None``."""
    return rng.choice(items) if items else None


def full_days(page: Page, roles: bool = True) -> list[tuple[re.Match[str], date]]:
    """Days of the body written in full, with their dates; ``roles``: not those of cited documents and of birth."""
    cited = [(r.start, r.end) for r in page.rows("citations")]
    out = []
    for row in page.rows("dates"):
        m = DAY.search(page.text, row.start, row.end)
        if not m or row.start < page.body or (roles and any(a <= m.start() < b for a, b in cited)) or "/" in str(row.values["value"]):
            continue
        try:
            out.append((m, date(int(m["y"]), int(m["m"]), int(m["d"]))))
        except ValueError:
            continue
    return out


def recent(page: Page, days: int = 8) -> list[tuple[re.Match[str], date]]:
    """Days written in full that lie just before the posting."""
    if page.posted is None:
        return []
    return [(m, day) for m, day in full_days(page) if timedelta(0) <= page.posted - day <= timedelta(days)]


def _term(page: Page, m: re.Match[str]) -> bool:
    """Whether a day is a term ("nghỉ hưu từ ngày") or part of the legal grounds ("Căn cứ Biên bản họp ngày")."""
    line = page.text[page.text.rfind("\n", 0, m.start()) + 1 : m.start()]
    term = re.search(r"(?i)(?:từ|đến|hết|trước|hạn|thời gian:)\s(?:\S+\s){0,4}?(?:ngày )?$", line[-24:])
    return term is not None or line.startswith(("Căn cứ", "Xét", "Theo"))


def year(page: Page, rng: random.Random) -> Slip | None:
    """A year earlier (or, in January, the year before said for this one); not for terms and legal grounds, which may be of any year."""
    if found := pick(rng, [(m, day) for m, day in recent(page) if not _term(page, m)]):
        m, day = found
        return page.put(m.start("y"), m.end("y"), str(day.year - 1))
    return None


def invalid_day(page: Page, rng: random.Random) -> Slip | None:
    """31 of a month that has 30 days, or day 32."""
    if found := pick(rng, full_days(page)):
        m, day = found
        last = {2: 30, 4: 31, 6: 31, 9: 31, 11: 31}.get(day.month, 32)
        return page.put(m.start("d"), m.end("d"), str(last))
    return None


def weekday(page: Page, rng: random.Random) -> Slip | None:
    """A weekday that is not that of the day, before the day."""
    if found := pick(rng, full_days(page)):
        m, day = found
        wrong = WEEKDAYS[(day.weekday() + rng.randint(1, 6)) % 7]
        lead = page.text[: m.start()].endswith("ngày ")
        start = m.start() - 5 if lead else m.start()
        return page.put(start, start, f"{wrong}, " if lead else f"{wrong} ngày ")
    return None


def future(page: Page, rng: random.Random) -> Slip | None:
    """The month after, for a day told as past: it lies after the posting. Not for a term ("nghỉ hưu từ ngày"), which may lie ahead."""
    told = [(m, day) for m, day in recent(page) if day.day <= 28 and not _term(page, m)]
    if found := pick(rng, told):
        m, day = found
        month, year = (1, day.year + 1) if day.month == 12 else (day.month + 1, day.year)
        return page.put(m.start("m"), m.end("y"), f"{month}{m['s']}{year}")
    return None


def future_bare(page: Page, rng: random.Random) -> Slip | None:
    """The month after, for a day without a year told as past ("Sáng 23/4")."""
    if page.posted is None:
        return None
    days = []
    for row in page.rows("dates"):
        m = DAY_MONTH.search(page.text, row.start, row.end)
        day = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T.*)?", str(row.values["value"]))
        if not m or not day or row.start < page.body or _term(page, m) or int(m["d"]) > 28:
            continue
        feast = re.search(r"(?:Ngày|lễ|tức|nhằm) [^.;,\n]{0,40}$", page.text[: m.start()])
        if not feast and timedelta(0) <= page.posted - date.fromisoformat(day[1]) <= timedelta(8):
            days.append(m)
    if m := pick(rng, days):
        return page.put(m.start("m"), m.end("m"), str(int(m["m"]) % 12 + 1))
    return None


def backwards(page: Page, rng: random.Random) -> Slip | None:
    """A period whose years are exchanged."""
    ranges = [m for m in re.finditer(r"(?P<a>(?:19|20)\d\d)(?P<mid> ?[-–] ?)(?P<b>(?:19|20)\d\d)(?!\d)", page.text) if m["a"] < m["b"]]
    if m := pick(rng, [m for m in ranges if re.search(r"(?:giai đoạn|nhiệm kỳ) $", page.text[: m.start()])]):
        return page.put(m.start(), m.end(), f"{m['b']}{m['mid']}{m['a']}")
    return None


def anniversary(page: Page, rng: random.Random) -> Slip | None:
    """The count of years of an anniversary."""
    if m := pick(rng, list(re.finditer(r"(?<=[Kk]ỷ niệm )(?P<n>\d{1,3})(?= năm [^.;\n]{0,80}\(\d{1,2}/\d{1,2}/\d{4} ?[-–])", page.text))):
        return page.put(m.start(), m.end(), str(int(m["n"]) + rng.choice((-2, -1, 1, 2))))
    return None


def level(page: Page, rng: random.Random) -> Slip | None:
    """Another level of the same tier before a district's name."""
    other = {"quận": "huyện", "huyện": "quận", "thị xã": "huyện"}
    rows = [r for r in page.rows("units") if r.values["level"] in other and r.start > page.body]
    rows = [r for r in rows if r.text.lower().startswith(r.values["level"] + " ")]
    if r := pick(rng, rows):
        was = r.values["level"]
        return page.put(r.start, r.start + len(was), cased(other[was], r.text))
    return None


def generic_level(page: Page, rng: random.Random) -> Slip | None:
    """ "UBND quận" in a document of a huyện, and the other way."""
    other = {"quận": "huyện", "huyện": "quận", "tỉnh": "quận"}
    if not page.issuer or page.issuer["level"] not in other:
        return None
    own = page.issuer["level"]
    places = [m for m in re.finditer(rf"(?<=UBND ){own}(?= [a-zđà-ỹ]|[,.;])", page.text) if m.start() > page.body]
    if m := pick(rng, places):
        return page.put(m.start(), m.end(), other[own])
    return None


def parent(page: Page, rng: random.Random) -> Slip | None:
    """Another province after a district: "huyện A, tỉnh B"."""
    names = sorted({r.values["province"] for r in page.rows("units") if r.values["province"]})
    others = [n for n in ("Cà Mau", "Lạng Sơn", "Nghệ An", "Gia Lai", "Sơn La") if n not in names]
    found = list(re.finditer(rf"(?:huyện|thị xã) {NAME}, tỉnh (?P<p>{NAME})", page.text))
    if not found:
        rows = [r for r in page.rows("units") if r.values["level"] in ("huyện", "thị xã", "quận") and r.start > page.body]
        rows = [r for r in rows if r.text.lower().startswith(r.values["level"]) and page.text[r.end : r.end + 1] in ",." and r.values["province"]]
        if r := pick(rng, rows):
            return page.put(r.end, r.end, f", tỉnh {rng.choice(others)}")
        return None
    m = pick(rng, found)
    return page.put(m.start("p"), m.end("p"), rng.choice(others))


def era(page: Page, rng: random.Random) -> Slip | None:
    """A district of the same province that had ceased to be before the posting."""
    if page.posted is None:
        return None
    day = page.posted.isoformat()
    if day >= "2025-08-01":  # a district's council, after the districts ended
        bodies = [m for m in re.finditer(r"(?<=UBND )(?:xã|phường)(?= [A-ZĐ])", page.text) if m.start() > page.body]
        if m := pick(rng, bodies):
            return page.put(m.start(), m.end(), "huyện" if m[0] == "xã" else "quận")
        return None
    rows = [r for r in page.rows("units") if r.values["level"] in ("huyện", "thị xã", "quận", "thành phố") and r.start > page.body]
    rows = [r for r in rows if r.text.lower().startswith(r.values["level"] + " ") and page.text[: r.start].endswith(("UBND ", "Công an "))]
    rng.shuffle(rows)
    for r in rows:
        before = [u for u in vnreport.units.find(r.values["name"], within=r.values["province"]) for u in u.history()]
        old = [s.level for s in before if s.level != r.values["level"] and s.valid_to and s.valid_to < f"{page.posted.year - 1}"]
        if old:
            return page.put(r.start, r.end, f"{old[0]} {r.values['name']}")
    return None


def unit_letter(page: Page, rng: random.Random) -> Slip | None:
    """A tone mark left out of a district's or province's name."""
    rows = [r for r in page.rows("units") if r.values["level"] in ("huyện", "tỉnh", "thị xã", "quận") and r.start > page.body]
    rows = [r for r in rows if r.text.lower().startswith(r.values["level"] + " ")]
    rng.shuffle(rows)
    for r in rows:
        head = len(r.values["level"]) + 1
        for k in rng.sample(range(head, len(r.text)), len(r.text) - head):
            if (plain := untoned(r.text[k])) != r.text[k]:
                return page.put(r.start, r.end, r.text[:k] + plain + r.text[k + 1 :])
    return None


def untoned(letter: str) -> str:
    """A letter without its tone mark."""
    split = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", "".join(c for c in split if c not in TONES))


def name_letter(page: Page, rng: random.Random) -> Slip | None:
    """A later mention of a person with one letter of the given name changed."""
    held = {o["name"] for o in page.gold.data["officials"]}
    rows = [r for r in page.rows("persons") if r.text in held and len(r.text.split()) >= 3]
    later = [r for i, r in enumerate(rows) if any(x.text == r.text for x in rows[:i])]
    if r := pick(rng, later):
        swaps = {"n": "m", "m": "n", "h": "k", "g": "q", "i": "y", "a": "â", "o": "ô", "u": "ư", "c": "t", "t": "c"}
        places = [k for k in range(r.text.rfind(" ") + 2, len(r.text)) if r.text[k] in swaps]
        if k := pick(rng, places):
            return page.put(r.start, r.end, r.text[:k] + swaps[r.text[k]] + r.text[k + 1 :])
    return None


def office(page: Page, rng: random.Random) -> Slip | None:
    """The office of an official at a later mention: chairman for deputy chairman and the other way."""
    pairs = {"Chủ tịch": "Phó Chủ tịch", "Phó Chủ tịch": "Chủ tịch", "Giám đốc": "Phó Giám đốc", "Phó Giám đốc": "Giám đốc",
             "Trưởng phòng": "Phó Trưởng phòng", "Bí thư": "Phó Bí thư"}  # fmt: skip
    for o in rng.sample(page.gold.data["officials"], len(page.gold.data["officials"])):
        for title in o["titles"]:
            if title not in pairs:
                continue
            name, held = re.escape(o["name"]), re.escape(title)
            said = list(re.finditer(rf"(?<!Phó )(?<!nguyên ){held} [^.;\n]{{0,60}}{name}|{name}, {held}\b", page.text))
            if len(said) >= 2:
                at = page.text.find(title, said[-1].start())
                return page.put(at, at + len(title), pairs[title])
    return None


def joints(page: Page, rng: random.Random) -> Slip | None:
    """One of two mentions of a short form with another joint: GD&ĐT, GD-ĐT."""
    forms = list(re.finditer(r"(?:(?<=Sở )|(?<=Bộ )|(?<=òng ))[A-ZĐ]{2,}(?:[&-][A-ZĐ]{2,})+", page.text))
    again = [m for i, m in enumerate(forms) if any(x[0] == m[0] for x in forms[:i])]
    if m := pick(rng, again):
        sign = "&" if "&" in m[0] else "-"
        return page.put(m.start(), m.end(), m[0].replace(sign, "-" if sign == "&" else "&", 1))
    return None


def _sentences(kind: str) -> list[tuple[str, str, str]]:
    lines = (Path(__file__).parent / "sentences.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(text, right, wrong) for k, text, right, wrong in rows[1:] if k == kind]


def _from_table(kind: str, page: Page, rng: random.Random) -> Slip | None:
    text, right, wrong = rng.choice(_sentences(kind))
    at = text.index("{}")
    page, start = page.with_sentence(text.replace("{}", right))
    return page.put(start + at, start + at + len(right), wrong)


def total(page: Page, rng: random.Random) -> Slip | None:
    """A sum, or one of what it sums."""
    return _from_table("sum", page, rng)


def percent(page: Page, rng: random.Random) -> Slip | None:
    """A percentage, or one of its figures."""
    return _from_table("percent", page, rng)


def count(page: Page, rng: random.Random) -> Slip | None:
    """The announced count of a list."""
    return _from_table("count", page, rng)


def citation(page: Page, rng: random.Random) -> Slip | None:
    """A document cited again with another year or day."""
    rows = [r for r in page.rows("citations") if r.values["number"] and r.values["date"] and r.values["number"] in r.text]
    if r := pick(rng, rows):
        again = " ".join(r.text.split())
        sentence = f"Các đơn vị tiếp tục thực hiện {again} và báo cáo kết quả."
        page, start = page.with_sentence(sentence)
        if m := DAY.search(page.text, start, start + len(sentence)):
            day = str(int(m["d"]) % 27 + 1)
            part, new = rng.choice((("y", str(int(m["y"]) - 1)), ("d", day if len(day) == len(m["d"]) else day.zfill(2))))
            return page.put(m.start(part), m.end(part), new)
    return None


def number_form(page: Page, rng: random.Random) -> Slip | None:
    """A party document's number in the form of the state, or another kind in the number than in the name."""
    rows = [r for r in page.rows("citations") if r.values["number"] and r.values["number"] in r.text]
    rng.shuffle(rows)
    for r in rows:
        number = r.values["number"]
        at = r.start + r.text.index(number)
        if m := re.fullmatch(r"(\d+)-(CT|NQ|KL|QĐ|HD)/(TW|TU|HU)", number):
            return page.put(at, at + len(number), f"{m[1]}/{m[2]}-{m[3]}")
        if r.values["kind"] == "Quyết định" and "/QĐ-" in number:
            return page.put(at, at + len(number), number.replace("/QĐ-", "/KH-"))
        if r.values["kind"] == "Kế hoạch" and "/KH-" in number:
            return page.put(at, at + len(number), number.replace("/KH-", "/QĐ-"))
    return None


def doubled(page: Page, rng: random.Random) -> Slip | None:
    """A function word written twice."""
    words = {"đã", "và", "của", "các", "cho", "được", "trong", "với", "những", "để", "là", "tại", "về", "có"}
    if m := pick(rng, [m for m in page.prose() if m[0] in words]):
        return page.put(m.start(), m.end(), f"{m[0]} {m[0]}")
    return None


def tone(page: Page, rng: random.Random) -> Slip | None:
    """Hook for tilde or the other way in a common word."""
    known = common_words()
    found = []
    for m in re.finditer(r"(?<= )[a-zà-ỹđ]+ [a-zà-ỹđ]+(?=[ ,.;])", page.text):
        if m.start() < page.body or m[0] not in known:
            continue
        split = unicodedata.normalize("NFD", m[0])
        if ("\u0309" in split) == ("\u0303" in split):
            continue
        swapped = unicodedata.normalize("NFC", split.translate({0x309: 0x303, 0x303: 0x309}))
        if swapped not in known and bare(swapped) == bare(m[0]):
            found.append((m, swapped))
    if chosen := pick(rng, found):
        m, swapped = chosen
        return page.put(m.start(), m.end(), swapped)
    return None


def exchanged(page: Page, rng: random.Random) -> Slip | None:
    """Two letters of a known short form exchanged: UBDN."""
    if m := pick(rng, [m for m in re.finditer(r"\b(?:UBND|HĐND)\b", page.text) if m.start() > page.body]):
        return page.put(m.start(), m.end(), m[0][:2] + m[0][3] + m[0][2])
    return None


def script(page: Page, rng: random.Random) -> Slip | None:
    """What a page's script leaves at the end of a line."""
    ends = [m.start() for m in re.finditer(r"\n", page.text) if m.start() > page.body]
    at = pick(rng, ends)
    left = rng.choice(("\n// ]]>", "\nfunction showVideo();", "\n$(document).ready(function(){", "\n&nbsp;"))
    return page.put(at, at, left) if at else None


def consonant(page: Page, rng: random.Random) -> Slip | None:
    """s for x, ch for tr, or n for ng in a common word, and the other way."""
    known = common_words()
    starts = (("s", "x"), ("x", "s"), ("ch", "tr"), ("tr", "ch"))
    found = []
    for m in re.finditer(r"(?<= )[a-zà-ỹđ]+ [a-zà-ỹđ]+(?=[ ,.;])", page.text):
        if m.start() < page.body or m[0] not in known:
            continue
        for k, syllable in enumerate(m[0].split()):
            swapped = [b + syllable[len(a) :] for a, b in starts if syllable.startswith(a)]
            swapped += [syllable[:-1]] if syllable.endswith("ng") else [syllable + "g"] if syllable.endswith("n") else []
            for other in swapped:
                new = " ".join(other if j == k else s for j, s in enumerate(m[0].split()))
                found += [(m, new)] if new not in known else []
    if chosen := pick(rng, found):
        m, new = chosen
        return page.put(m.start(), m.end(), new)
    return None


def glued(page: Page, rng: random.Random) -> Slip | None:
    """Two words without the space between them."""
    found = [m for m in page.prose() if page.text[m.end() + 1 : m.end() + 2].isalpha() and any(ord(c) > 0xBF for c in m[0])]
    if m := pick(rng, found):
        return page.put(m.start(), m.end() + 1, m[0])
    return None


def space_before(page: Page, rng: random.Random) -> Slip | None:
    """A space before a comma."""
    if m := pick(rng, [m for m in re.finditer(r"(?<=[a-zà-ỹđ]),(?= [a-zà-ỹđ])", page.text) if m.start() > page.body]):
        return page.put(m.start(), m.end(), " ,")
    return None


def no_space(page: Page, rng: random.Random) -> Slip | None:
    """No space after a comma or a semicolon."""
    if m := pick(rng, [m for m in re.finditer(r"(?<=[a-zà-ỹđ])[,;] (?=[a-zà-ỹđ])", page.text) if m.start() > page.body]):
        return page.put(m.start(), m.end(), m[0][0])
    return None


def bracket(page: Page, rng: random.Random) -> Slip | None:
    """A closing bracket left out."""
    if m := pick(rng, [m for m in re.finditer(r"(?<=[a-zà-ỹđ])\)", page.text) if m.start() > page.body]):
        start = page.text.rfind("(", 0, m.start())
        return page.put(start, m.end(), page.text[start : m.start()])
    return None


def honorific(page: Page, rng: random.Random) -> Slip | None:
    """A capital for "đồng chí" inside a sentence, where the text writes it small elsewhere."""
    places = [m for m in re.finditer(r"(?<=[a-zà-ỹ,] )đồng chí(?= [A-ZĐ])", page.text) if m.start() > page.body]
    if len(places) > 1 and (m := pick(rng, places)):
        return page.put(m.start(), m.end(), "Đồng chí")
    return None


def body_capital(page: Page, rng: random.Random) -> Slip | None:
    """A small letter inside the name of a ministry, department or party body."""
    names = r"\b(?:Sở|Bộ|Huyện|Thành|Tỉnh|Thị|Mặt trận|Chữ thập|Thanh|Nông|Hội|Phòng) (?:Y tế|Nội vụ|Tài chính|Tư pháp|Xây dựng|Công an|Tổ quốc)"
    if m := pick(rng, [m for m in re.finditer(names, page.text) if m.start() > page.body]):
        at = m[0].rindex(" ", 0, m[0].rindex(" ")) + 1
        return page.put(m.start(), m.end(), m[0][:at] + m[0][at].lower() + m[0][at + 1 :])
    return None


def button(page: Page, rng: random.Random) -> Slip | None:
    """Labels of a page's buttons on a line of their own."""
    ends = [m.start() for m in re.finditer(r"\n", page.text) if m.start() > page.body]
    at = pick(rng, ends)
    labels = ("In bài viết", "Chia sẻ  Facebook  Zalo", "[Bản in] [Gửi bài viết]", "Tin liên quan", "DSC_0142.JPG", "Quay lại  Về đầu trang")
    left = "\n" + rng.choice(labels)
    return page.put(at, at, left) if at else None


def invisible(page: Page, rng: random.Random) -> Slip | None:
    """A soft hyphen or a zero-width space inside a word."""
    if m := pick(rng, [m for m in page.prose() if len(m[0]) > 3]):
        sign = rng.choice(("\u00ad", "\u200b", "\ufeff"))
        return page.put(m.start(), m.end(), m[0][:2] + sign + m[0][2:])
    return None
