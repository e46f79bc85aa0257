"""A fingerprint names a finding by its content: it survives what does not touch the finding, and nothing else."""

import pytest

import vnreport
from vnreport.check.config import Config
from vnreport.check.triage import checked

HEAD = "Phường Bình An sơ kết quý I\nNgày đăng: 24/04/2018\n\n"
FIRST = "Sáng thứ Hai, ngày 24/4/2018, UBND phường Bình An họp sơ kết."
SECOND = "Hội nghị đã đã thông qua báo cáo của phường."
OTHER = "Bà con ra đồng từ sáng sớm. Trời nhiều mây."
TEXT = f"{HEAD}{FIRST}\n{SECOND}\n"


def prints(text: str, **config: object) -> dict[str, str]:
    found = vnreport.check(text, Config(select=("DAT", "TXT001"), **config))  # type: ignore[arg-type]
    return {f.fingerprint: f.name for f in found}


def test_there_is_something_to_name() -> None:
    assert sorted(prints(TEXT).values()) == ["date-weekday", "doubled-word"]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}{OTHER}\n\n{OTHER}\n{FIRST}\n{SECOND}\n",
        f"{HEAD}{SECOND}\n{OTHER}\n{FIRST}\n",
        f"{HEAD}{FIRST} {OTHER} {SECOND}\n",
        TEXT.replace("đã đã", "đã  đã").replace("\n", "\n\n").replace("họp sơ kết", "họp  sơ kết"),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("thông qua báo cáo của phường", "bế mạc"),
        TEXT.replace("UBND phường Bình An họp", "UBND phường họp"),
    ],
    ids=["paragraphs before", "lines moved", "one line", "white space", "line ends", "another word behind", "another word before"],
)
def test_fingerprints_survive_edits_elsewhere(text: str) -> None:
    assert prints(text) == prints(TEXT)


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [("thứ Hai", "thứ Tư", "date-weekday"), ("24/4/2018, UBND", "25/4/2018, UBND", "date-weekday"), ("đã đã", "sẽ sẽ", "doubled-word")],
)
def test_fingerprints_depend_on_the_content(old: str, new: str, name: str) -> None:
    before, after = prints(TEXT), prints(TEXT.replace(old, new))
    assert sorted(after.values()) == sorted(before.values())
    assert {fp for fp, n in before.items() if n != name} == {fp for fp, n in after.items() if n != name}
    assert {fp for fp, n in before.items() if n == name}.isdisjoint(after)


def test_fingerprints_do_not_depend_on_the_configuration() -> None:
    everything = {f.fingerprint for f in vnreport.check(TEXT)}
    assert prints(TEXT, severity={"ALL": "error"}, min_confidence=0.5).keys() <= everything


def test_equal_findings_are_numbered() -> None:
    twice = [f.fingerprint for f in vnreport.check(f"{SECOND}\n{SECOND}", Config(select=("TXT001",)))]
    assert [fp.rpartition(":")[2] for fp in twice] == ["1", "2"]
    assert len({fp.rpartition(":")[0] for fp in twice}) == 1


def test_every_finding_has_one_that_others_can_name() -> None:
    found = vnreport.check(f"{TEXT}Hết. vnreport: ignore[TXT001] vnreport: ignore[DAT001]\n")
    assert all(checked(f.fingerprint) for f in found)
    assert len({f.fingerprint for f in found}) == len(found)
