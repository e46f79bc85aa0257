"""Values of time expressions of state writing, against other tools, on the same texts in the same run.

A tool counts where one of its values falls inside the expected interval, which is generous: dateparser and Duckling give a moment, not a
period. Tools that are not installed are left out. Run: ``python benchmarks/dates.py`` (peers: ``pip install dateparser
pyduckling-native-phihos``; ``npm install chrono-node`` in the directory it is run from). The sentences are our own and were written by
those who wrote the grammar: a comparison, not a measure of quality.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from vnreport.dates import parse
from vnreport.dates.resolve import days_of

REF = datetime(2018, 4, 24, 8)
CASES = [
    ("Chiều ngày 23/4/2018, UBND quận họp.", "2018-04-23"), ("Họp ngày 23-04-2018.", "2018-04-23"), ("ngày 23 tháng 4 năm 2018", "2018-04-23"),
    ("NGÀY 23 THÁNG 4 NĂM 2018", "2018-04-23"), ("Ngày 12/11, quận đã sơ kết.", "2017-11-12"), ("Sáng 23/4, đoàn đến xã.", "2018-04-23"),
    ("dự kiến hoàn thành trước ngày 30/12", "2018-12-30"), ("từ ngày 12 đến 15/11/2018", "2018-11-12/2018-11-15"),
    ("trong 2 ngày 12 và 13/4", "2018-04-12/2018-04-13"), ("mở từ 7-9/5 tại huyện", "2018-05-07/2018-05-09"),
    ("trong tháng 3, 4/2018", "2018-03/2018-04"), ("trong quý III/2018", "2018-Q3"), ("6 tháng đầu năm 2018", "2018-01/2018-06"),
    ("9 tháng năm 2018", "2018-01/2018-09"), ("giai đoạn 2016 - 2020", "2016/2020"), ("nhiệm kỳ 2020-2025", "2020/2025"),
    ("kế hoạch 5 năm 2016-2020", "2016/2020"), ("Tháng 3 vừa qua, xã ra quân.", "2018-03"), ("khai mạc vào tháng 5 tới", "2018-05"),
    ("Hôm qua, đoàn đã đến xã.", "2018-04-23"), ("Sáng thứ Bảy tuần này, quận ra quân.", "2018-04-28"), ("so với năm ngoái", "2017"),
    ("tuần trước", "2018-W16"), ("Cách đây 3 năm, xã về đích.", "2015"), ("lúc 8 giờ 30 ngày 26/4", "2018-04-26"),
    ("Giỗ Tổ ngày 10/3 âm lịch", "2018-04-25"), ("mùng 1 Tết Mậu Tuất", "2018-02-16"), ("rằm tháng Giêng", "2018-03-02"),
    ("dịp 30/4 - 1/5", "2018-04-30/2018-05-01"), ("nghỉ lễ 2/9 tới đây", "2018-09-02"),
    ("ngày hai mươi ba tháng tư năm hai nghìn không trăm mười bảy", "2017-04-23"),
    ("Thời gian: 07 giờ 30 phút, thứ Sáu, ngày 27/4/2018", "2018-04-27"),
    ("Đêm 21, rạng sáng 22/4, mưa lớn.", "2018-04-21"), ("Ngày mai, 25/4, quận họp.", "2018-04-25"), ("trong nửa cuối năm 2017", "2017-07/2017-12"),
    ("thập niên 1980", "1980/1989"), ("ngày 15 tháng 4 nhuận năm 2020", "2020-06-06"), ("(tức ngày 10 tháng 3 năm Mậu Tuất)", "2018-04-25"),
    ("Từ thứ Hai đến thứ Sáu tuần tới, đoàn sẽ kiểm tra.", "2018-04-30/2018-05-04"), ("tuần thứ hai của tháng 4/2018", "2018-W15"),
    ("nộp hồ sơ trước ngày 30/12", "2018-12-30"), ("Ngày 20/12 vừa qua, xã họp.", "2017-12-20"), ("ngày23/ 4 /2018", "2018-04-23"),
    ("năm học 2017-2018", "2017/2018"), ("Cuối tháng này, xã ra quân.", "2018-04"), ("Chiều qua, đoàn làm việc tại xã.", "2018-04-23"),
    ("Lễ viếng từ 8h00 đến 11h30 ngày 25/4/2018", "2018-04-25"), ("các ngày 2, 4 và 6/5", "2018-05-02"), ("Trung tuần tháng 3, xã họp.", "2018-03"),
    ("quý I và quý II/2018", "2018-Q1"),
]  # fmt: skip
NOTHING = [
    "Xã đạt 19/19 tiêu chí.", "Trụ sở ở đường 2/9.", "Quyết định số 214/2018/QĐ-UBND.", "Kỳ họp thứ 6, khóa XIV.", "Đội thắng 3-1.", "cao 3,5 m",
    "Điện thoại: 0236 3741 234.", "Trực 24/24 giờ.", "Trao 120 giấy khen.", "Chứng nhận ISO 9001:2008.", "Phường 12, quận 3.", "tăng 5,4%",
    "Đường 3 tháng 2 bị ngập.", "Km 5+200 quốc lộ 1A", "Cụ bà 90 tuổi", "phiên bản 2.0", "Tỷ số 3-2 nghiêng về đội bạn.", "Biển số 43A-123.45",
    "Bản đồ tỷ lệ 1/2000", "Theo Công văn số 05/6/CV-HU", "Trung học cơ sở 19/5", "Điểm tăng từ 3/10 lên 7/10.", "Chị Hai, anh Ba đều có mặt.",
    "Đảng bộ có 2018 đảng viên.",
]  # fmt: skip


def ours(text: str) -> list[datetime]:
    """What vnreport finds."""
    return [p.first for p in parse(text, REF) if p.first is not None]


def peers() -> dict[str, Callable[[str], list[datetime]]]:
    """The peers that are installed."""
    found: dict[str, Callable[[str], list[datetime]]] = {}
    try:
        from dateparser.search import search_dates

        settings = {"RELATIVE_BASE": REF}
        found["dateparser"] = lambda text: [at for _, at in search_dates(text, languages=["vi"], settings=settings) or []]
    except ImportError:
        pass
    try:
        import duckling

        zones = duckling.load_time_zones("/usr/share/zoneinfo")
        locale = duckling.default_locale_lang(duckling.parse_lang("VI"))
        context = duckling.Context(duckling.parse_ref_time(zones, "Asia/Ho_Chi_Minh", int(REF.timestamp())), locale)

        def duck(text: str) -> list[datetime]:
            out = []
            for row in duckling.parse(text, context, duckling.parse_dimensions(["time"]), False):
                value = row["value"].get("value") or row["value"].get("from", {}).get("value")
                if isinstance(value, str):
                    out.append(datetime.fromisoformat(value[:19]))
            return out

        found["Duckling"] = duck
    except Exception as error:  # the wheel's interface changes between versions
        print(f"Duckling left out: {error!r}")
    if (chrono := _chrono()) is not None:
        found["chrono"] = chrono
    return found


_SCRIPT = """
const {vi} = require("chrono-node"), [ref, texts] = JSON.parse(require("fs").readFileSync(0));
const at = new Date(ref), two = n => String(n).padStart(2, "0");
const local = d => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}:00`;
console.log(JSON.stringify(texts.map(t => vi.parse(t, at).map(r => local(r.start.date())))));
"""


def _chrono() -> Callable[[str], list[datetime]] | None:
    """chrono-node, asked once for all texts; its time holds the start of a process."""
    texts = [text for text, _ in CASES] + NOTHING
    try:
        done = subprocess.run(
            ["node", "-e", _SCRIPT], input=json.dumps([REF.isoformat(), texts]), capture_output=True, text=True, check=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return None
    answers = dict(zip(texts, json.loads(done.stdout), strict=True))
    return lambda text: [datetime.fromisoformat(at) for at in answers[text]]


def main() -> None:
    """Measure and print."""
    for name, call in {"vnreport": ours, **peers()}.items():
        started = time.perf_counter()
        right = 0
        for text, value in CASES:
            span = days_of(value)
            assert span is not None, value
            first, last = datetime.combine(span[0], datetime.min.time()), datetime.combine(span[1] + timedelta(1), datetime.min.time())
            right += any(first <= at.replace(tzinfo=None) < last for at in call(text))
        fired = sum(bool(call(text)) for text in NOTHING)
        seconds = time.perf_counter() - started
        print(f"{name:<12} values {right}/{len(CASES)}   fired on nothing {fired}/{len(NOTHING)}   {seconds * 1000:.0f} ms")


if __name__ == "__main__":
    main()
