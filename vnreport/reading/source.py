"""Where bytes come from, and which characters they are."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path
from typing import IO

from vnreport.language.letters import LOWER, UPPER

MAX_BYTES = 32 * 1024 * 1024
"""Larger files are refused: a post or a document has some thousand characters, a file of this size is something else."""

_OTHER_FORMATS = {b"%PDF": "PDF", b"\xd0\xcf\x11\xe0": "doc/xls", b"{\\rtf": "RTF"}
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The name of the stream that holds a Word file with a password; around it stands a container as of a .doc."""
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\x00\x00", "utf-32-le"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?([\w-]{2,20})", re.I)
_NOT_VIETNAMESE = re.compile(rf"[^{LOWER}{UPPER}\W\d_]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x9f]")
_FEW = 5
"""So many control characters make no text binary, however short it is."""


class ReadError(ValueError):
    """A source that cannot be read.

    Examples
    --------
    >>> from vnreport.reading import ReadError
    >>> print(ReadError("a.txt", "tệp rỗng", "the file is empty"))
    a.txt: tệp rỗng (the file is empty)
    """

    def __init__(self, source: str | None, vi: str, en: str) -> None:
        self.source = source or "<bytes>"
        self.vi = vi
        self.en = en
        super().__init__(f"{self.source}: {vi} ({en})")

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str]]:
        return ReadError, (self.source, self.vi, self.en)  # the default would call it with the joined message


def fetch(source: str | os.PathLike[str] | bytes | IO[bytes] | IO[str], name: str | None = None) -> tuple[bytes | str, str | None]:
    """The content of a path, bytes or file object, and what to call it."""
    label: str | None
    if isinstance(source, bytes):
        return _sized(source, name), name
    if isinstance(source, str | os.PathLike):
        label = name or str(os.fspath(source))
        path = Path(source)
        try:
            if path.is_file() and path.stat().st_size > MAX_BYTES:
                raise _too_large(label)
            return _sized(path.read_bytes(), label), label
        except OSError as error:
            raise ReadError(label, *_reason(error)) from error
        except ValueError as error:  # a NUL in the path
            if isinstance(error, ReadError):
                raise
            raise ReadError(label, "đường dẫn không hợp lệ", "not a valid path") from error
    given = name or getattr(source, "name", None)
    label = given if isinstance(given, str) else None  # the name of an open descriptor is a number
    content = source.read(MAX_BYTES + 1)
    return _sized(content, label), label


def _sized(content: bytes | str, name: str | None) -> bytes | str:
    if len(content) > MAX_BYTES:
        raise _too_large(name)
    if not content.strip():
        raise ReadError(name, "không có chữ nào (tệp rỗng)", "no text (empty file)")
    return content


def _too_large(name: str | None) -> ReadError:
    size = MAX_BYTES // 1024 // 1024
    return ReadError(name, f"tệp lớn hơn {size} MB: hãy tách nhỏ", f"larger than {size} MB: split it")


def _reason(error: OSError) -> tuple[str, str]:
    if isinstance(error, FileNotFoundError):
        return "không có tệp này", "no such file"
    if isinstance(error, IsADirectoryError):
        return "là thư mục, không phải tệp", "is a folder, not a file"
    if isinstance(error, PermissionError):
        return "không có quyền đọc", "permission denied"
    reason = error.strerror or str(error)
    return f"không đọc được: {reason}", f"cannot be read: {reason}"


def refuse_other_formats(raw: bytes, name: str | None) -> None:
    """Raise ``ReadError`` for a file of a kind that is known and not read: PDF, .doc, RTF."""
    for sign, label in _OTHER_FORMATS.items():
        if raw.startswith(sign):
            if _ENCRYPTED in raw:
                raise ReadError(name, "tệp có mật khẩu: hãy bỏ mật khẩu rồi thử lại", "the file has a password: remove it and try again")
            raise ReadError(
                name,
                f"là tệp {label}, chưa đọc được: hãy lưu thành .docx, .txt hoặc .html",
                f"is {label}, which is not read: save it as .docx, .txt or .html",
            )


def decode(raw: bytes, name: str | None = None) -> str:
    """The characters of ``raw``.

    In this order: byte-order mark, strict UTF-8, the charset an HTML page declares, UTF-16 by its zero bytes, Windows-1258. The last one
    accepts any bytes, so it counts only when what comes out are letters of Vietnamese.

    Raises
    ------
    ReadError
        If none fits: the file is binary or in an older encoding (TCVN3, VNI, VISCII).

    Examples
    --------
    >>> decode("Ngày 24/4".encode("utf-16")), decode("Uỷ ban".encode())
    ('Ngày 24/4', 'Uỷ ban')
    """
    refuse_other_formats(raw, name)
    for mark, codec in _BOMS:
        if raw.startswith(mark):
            return _strict(raw[len(mark) :], codec, name)
    try:
        return _not_binary(raw.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        loose = raw.decode("utf-8", errors="replace")
        # Some hundred letters of UTF-8 for each broken byte are no accident: the file is UTF-8 and damaged.
        if sum(c > "\x7f" for c in loose) > 100 * loose.count("\ufffd"):
            vi = f"UTF-8 hỏng ở dòng {line}, byte thứ {error.start + 1}: hãy sửa chỗ đó"
            raise ReadError(name, vi, f"broken UTF-8 in line {line}, byte {error.start + 1}: repair it there") from None
    if declared := _CHARSET.search(raw[:4096]):
        try:
            return raw.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    if raw[1::2].count(0) > len(raw) // 5:
        return _strict(raw, "utf-16-le", name)
    if raw[::2].count(0) > len(raw) // 5:
        return _strict(raw, "utf-16-be", name)
    try:
        text = raw.decode("cp1258")
    except UnicodeDecodeError:
        raise _unknown(name) from None
    letters = unicodedata.normalize("NFC", text)
    foreign = len(_NOT_VIETNAMESE.findall(letters)) + len(_CONTROL.findall(letters))
    if foreign * 200 > len(letters) or any("\u0300" <= c <= "\u036f" for c in letters):
        raise _unknown(name)
    return text


def _strict(raw: bytes, codec: str, name: str | None) -> str:
    try:
        return _not_binary(raw.decode(codec), name)
    except UnicodeDecodeError:
        raise _unknown(name) from None


def _not_binary(text: str, name: str | None) -> str:
    # A few are what Word and old editors leave behind: they stay in the text, and the rule residue tells them.
    at, controls = text.find("\x00"), [m.start() for m in _CONTROL.finditer(text)]
    if at >= 0 or len(controls) > max(_FEW, len(text) // 50):
        at = max(at, controls[0])
        line, column, sign = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), f"U+{ord(text[at]):04X}"
        vi = f"là tệp nhị phân, không phải văn bản: ký tự {sign} ở dòng {line}, cột {column}"
        raise ReadError(name, vi, f"binary, not text: {sign} in line {line}, column {column}")
    if not text.strip():
        raise ReadError(name, "không có chữ nào (tệp rỗng)", "no text (empty file)")
    return text


def _unknown(name: str | None) -> ReadError:
    return ReadError(
        name,
        "không nhận ra bảng mã (có thể là TCVN3, VNI hoặc tệp nhị phân): hãy chuyển sang UTF-8",
        "unknown encoding (TCVN3, VNI or binary?): convert it to UTF-8",
    )
