"""Words of the output in Vietnamese and English."""

from __future__ import annotations

SEVERITY = {"error": ("lỗi", "error"), "warning": ("cảnh báo", "warning"), "info": ("lưu ý", "info")}
ROLE = {
    "claim": ("chỗ này", "here"),
    "conflict": ("không khớp với", "conflicts with"),
    "reference": ("căn cứ", "according to"),
    "context": ("xem", "see"),
}
LAYER = {
    "dates": ("mốc thời gian", "dates"),
    "abbreviations": ("chữ viết tắt", "abbreviations"),
    "entities": ("tên riêng", "names"),
    "units": ("đơn vị hành chính", "administrative units"),
    "officials": ("người có chức vụ", "officials"),
    "citations": ("văn bản được dẫn", "citations"),
    "quantities": ("số liệu", "quantities"),
    "sentences": ("câu", "sentences"),
    "words": ("từ", "words"),
}
VALUE = {
    "DATE": ("ngày", "date"),
    "TIME": ("giờ", "time"),
    "DURATION": ("khoảng thời gian", "duration"),
    "SET": ("định kỳ", "recurring"),
    "PER": ("người", "person"),
    "ORG": ("cơ quan, tổ chức", "organisation"),
    "LOC": ("nơi chốn", "place"),
    "current": ("đang có", "current"),
    "former": ("không còn", "former"),
    "future": ("chưa có", "not yet"),
    "unknown": ("không rõ", "unknown"),
}
SILENCED = {
    "triage": ("đã xem xét (triage)", "by the triage file"),
    "baseline": ("đã có từ trước (baseline)", "by the baseline"),
    "inline": ("theo ghi chú trong tệp", "by notes in the files"),
    "ignored": ("theo cấu hình", "by the configuration"),
}
META = {
    "title": ("Tiêu đề", "Title"),
    "posted": ("Ngày đăng", "Posted"),
    "posted_time": ("Giờ đăng", "Time"),
    "author": ("Tác giả", "Author"),
    "poster": ("Người đăng", "Poster"),
    "views": ("Lượt xem", "Views"),
    "issuer": ("Của", "Issuer"),
}


def word(table: dict[str, tuple[str, str]], key: str, lang: str) -> str:
    """The word for ``key`` in ``lang``; the key itself where the table lacks it.

    Examples
    --------
    >>> word(SEVERITY, "warning", "vi"), word(SEVERITY, "warning", "en")
    ('cảnh báo', 'warning')
    """
    pair = table.get(key)
    return key if pair is None else pair[lang == "en"]


def counted(table: dict[str, tuple[str, str]], key: str, count: int, lang: str) -> str:
    """A count with its word; English has a singular and a plural.

    Examples
    --------
    >>> counted(LAYER, "units", 1, "en"), counted(SEVERITY, "warning", 4, "en"), counted(SEVERITY, "warning", 4, "vi")
    ('1 administrative unit', '4 warnings', '4 cảnh báo')
    """
    noun = word(table, key, lang)
    if lang == "en" and key != "info":
        one = noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s")
        many = one.removesuffix("y") + "ies" if one.endswith("y") else one + "s"
        noun = one if count == 1 else many
    return f"{count} {noun}"
