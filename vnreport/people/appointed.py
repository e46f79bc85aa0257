"""Who comes into an office by a verb: "bầu ông X giữ chức …", "ông X được điều động làm …"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vnreport.people.holdings import Finder

_HE = frozenset({"ông", "bà", "anh", "chị", "cô"})
_COMING = frozenset(
    {
        ("trở", "thành"), ("giữ", "chức"), ("chức", "vụ"), ("bầu", "làm"), ("cử", "làm"), ("nhắc", "làm"), ("nhiệm", "làm"), ("đắc", "cử"),
        ("tái", "cử"), ("chức", "danh"), ("đảm", "nhiệm"), ("phong", "làm"), ("bầu", "là"), ("cương", "vị"), ("vai", "trò"), ("định", "làm"),
        ("giao", "làm"), ("động", "làm"), ("hiệp", "thương"),
    }
)  # fmt: skip
"""Ends of the verbs by which one comes into an office."""
_POSTS = frozenset({("chức", "danh"), ("chức", "vụ"), ("cương", "vị"), ("vai", "trò")})
_TAKES = frozenset("giữ nhận nhiệm giao làm trên với từ ở vào nắm bầu cử đến".split())
"""What stands before the name of a post that one has or takes."""
_APPOINTS = frozenset(
    {
        ("bổ", "nhiệm"), ("điều", "động"), ("chỉ", "định"), ("phê", "chuẩn"), ("luân", "chuyển"), ("giới", "thiệu"), ("trao", "quyết"),
        ("công", "bố"), ("ký", "quyết"),
    }
)  # fmt: skip
"""Beginnings of what the one does who puts another into office."""
_SUCCEEDS = frozenset({"thay", "thế", "nhiệm"})
"""Last words before the name of the one who leaves: thay ông X, thay thế, kế nhiệm."""


def on_behalf(finder: Finder, i: int) -> bool:
    """Whether the office at token ``i`` is that of one who is spoken for: "thừa ủy quyền của Chủ tịch nước", "thay mặt Chủ tịch UBND"."""
    m = finder.m
    k = i - 1 - (m.lower(i - 1) in ("của", "đồng"))
    return (m.lower(k - 1), m.lower(k)) in (("ủy", "quyền"), ("thừa", "lệnh"), ("ủy", "nhiệm"))


def subjects(finder: Finder, i: int) -> list[int]:
    """Who comes into the office at token ``i`` by a verb ("được bầu giữ chức …", "trở thành …", "ông là …")."""
    m = finder.m
    before = tuple(m.lower(k) for k in range(i - 3, i))
    is_he = before[2] in ("là", "làm") and before[1] in _HE
    names_post = before[1:] in _POSTS and before[0] not in _TAKES  # "kiện toàn chức danh Chủ tịch"
    if names_post or (not is_he and before[1:] not in _COMING and before[2] != "làm") or any(m.lower(k) in ("miễn", "thôi") for k in range(i - 8, i)):
        return []
    start = finder.scan_start(i)
    named = finder.order[bisect_left(finder.order, start) : bisect_left(finder.order, i)]
    he = next((k for k in range(start, i) if m.lower(k) in _HE and m.shape(k + 1) == "l" and k + 1 not in finder.people), None)
    if he is not None and (not named or he < named[0]):
        first = bisect_left(finder.order, start)
        return [finder.order[bisect_left(finder.order, finder.scan_start(finder.order[first - 1]))]] if first else []
    person = appointed(finder, named)
    if person is None:
        return []
    out = [person]
    while len(out) < len(named) and listed(finder, named[len(named) - 1 - len(out)], out[0]):
        out.insert(0, named[len(named) - 1 - len(out)])
    return out if len(out) == 1 or finder.plural(out[0]) else [person]


def appointed(finder: Finder, named: list[int]) -> int | None:
    """Of the persons before the verb the one who comes into office: the nearest, not the one who leaves or appoints."""
    for n in range(len(named) - 1, -1, -1):
        at = named[n]
        k = at - 1
        while k > at - 4 and finder.m.lower(k) in ("ông", "bà", "đồng", "chí", "anh", "chị", "cho"):
            k -= 1
        leaves = finder.m.lower(k) in _SUCCEEDS
        after = finder.people[at]
        appoints = (finder.m.lower(after), finder.m.lower(after + 1)) in _APPOINTS or agent(finder, named[n - 1], at)
        if n == 0 or not (leaves or appoints):
            return at
    return None


def agent(finder: Finder, first: int, at: int) -> bool:
    """Whether the person at ``at`` is by whom something is done to the one at ``first``: "ông X được Chủ tịch Y cất nhắc làm …"."""
    words = [finder.m.lower(k) for k in range(finder.people[first], at)] if first < at else []
    return "được" in words and not {",", ";", "."} & set(words[words.index("được") :]) and finder.m.shape(finder.people[at]) == "l"


def listed(finder: Finder, a: int, b: int) -> bool:
    """Whether nothing but a comma or "và" stands between the persons at ``a`` and ``b``."""
    end = finder.people[a]
    return finder.m.lower(end) in (",", "và") and finder.skip_cues(end + 1) == b
