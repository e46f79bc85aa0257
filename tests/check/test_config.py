"""Configuration files: which one holds, what each key does, and what a mistake in one says."""

from pathlib import Path

import pytest

from vnreport.check.config import Config
from vnreport.check.errors import ConfigError
from vnreport.check.settings import DEFAULT, KEYS, find, load
from vnreport.document import KnownAbbreviation, KnownBody, KnownOfficial


def write(folder: Path, text: str, name: str = "vnreport.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_the_nearest_file_upwards_holds_alone(tmp_path: Path) -> None:
    write(tmp_path, 'select = ["DAT"]\nlang = "en"')
    write(tmp_path / "a", 'ignore = ["residue"]')
    assert Config.load(tmp_path / "b" / "post.txt").select == ("DAT",)
    below = Config.load(tmp_path / "a" / "b" / "c" / "post.txt")
    assert (below.select, below.ignore, below.lang) == (("ALL",), ("residue",), "vi")


def test_a_pyproject_counts_only_with_its_section(tmp_path: Path) -> None:
    write(tmp_path, 'select = ["DAT"]')
    write(tmp_path / "a", "[tool.ruff]\nline-length = 100", "pyproject.toml")
    assert find(tmp_path / "a") == tmp_path / "vnreport.toml"
    write(tmp_path / "a", '[tool.vnreport]\nselect = ["TXT"]', "pyproject.toml")
    assert Config.load(tmp_path / "a").select == ("TXT",)
    write(tmp_path / "a", 'select = ["NUM"]')
    assert Config.load(tmp_path / "a").select == ("NUM",)


def test_a_file_may_build_on_another(tmp_path: Path) -> None:
    write(tmp_path, 'select = ["DAT", "TXT"]\nignore = ["residue"]\nlang = "en"')
    config = Config.load(write(tmp_path / "a", 'extend = "../vnreport.toml"\nextend-select = ["NUM"]\nlang = "vi"'))
    assert (config.select, config.ignore, config.lang) == (("DAT", "TXT", "NUM"), ("residue",), "vi")


def test_who_selects_anew_starts_anew(tmp_path: Path) -> None:
    file = write(tmp_path, 'ignore = ["residue", "TXT001"]')
    assert load(file).override(select=("TXT",)).config().ignore == ()
    assert load(file).override(select=("TXT",), extend_ignore=("residue",)).config().ignore == ("residue",)
    assert load(file).override(extend_select=("TXT",)).config().ignore == ("residue", "TXT001")
    below = Config.load(write(tmp_path / "a", 'extend = "../vnreport.toml"\nselect = ["TXT"]'))
    assert (below.select, below.ignore) == (("TXT",), ())


def test_rules_for_a_path() -> None:
    config = Config(select=("DAT",), per_file_ignores={"2019/**": ("DAT001",), "*.html": ("DAT002",)}, root=Path("/archive"))
    names = [[r.name for r in config.rules(path)][:2] for path in ("/archive/2019/a.txt", "/archive/2020/b.html", "/other/2019/a.txt")]
    assert names == [["date-weekday", "date-year"], ["date-invalid", "date-year"], ["date-invalid", "date-weekday"]]


def test_patterns_of_the_command_line_start_where_it_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(tmp_path, 'exclude = ["luu-tru/*"]')
    (tmp_path / "posts").mkdir()
    monkeypatch.chdir(tmp_path / "posts")
    given = load(file).override(exclude=("2019/*", "*.tam.txt")).config().exclude
    assert given == ("luu-tru/*", str(tmp_path / "posts" / "2019" / "*"), "*.tam.txt")


def test_the_nearer_selector_gives_the_severity() -> None:
    config = Config(severity={"ALL": "info", "DAT": "warning", "DAT001": "error"})
    assert [config.severity_of(n) for n in ("date-invalid", "date-year", "residue")] == ["error", "warning", "info"]
    assert Config().severity_of("residue") is None


def test_what_the_user_knows_comes_from_tables_and_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("# của quận\nabbr\texpansion\tdomain\nBCĐ35\tBan Chỉ đạo 35\tparty\nTTYT\ttrung tâm y tế\n", "utf-8")
    text = """
abbreviations = ["own.tsv", { NVQS = "nghĩa vụ quân sự", TT = ["thị trấn", { expansion = "thông tư", domain = "law" }] }]
officials = [{ name = "Lưu Thị Mỹ Hạnh", title = "Chủ tịch", organisation = "UBND phường Bình An" }]
bodies = [{ name = "Sở Giáo dục và Đào tạo", short = ["GD&ĐT"] }]
"""
    facts = Config.load(write(tmp_path, text)).facts
    assert facts.abbreviations == (
        KnownAbbreviation("BCĐ35", "Ban Chỉ đạo 35", "party"),
        KnownAbbreviation("TTYT", "trung tâm y tế"),
        KnownAbbreviation("NVQS", "nghĩa vụ quân sự"),
        KnownAbbreviation("TT", "thị trấn"),
        KnownAbbreviation("TT", "thông tư", "law"),
    )
    assert facts.officials == (KnownOfficial("Lưu Thị Mỹ Hạnh", "Chủ tịch", "UBND phường Bình An"),)
    assert facts.bodies == (KnownBody("Sở Giáo dục và Đào tạo", ("GD&ĐT",)),)


def test_paths_start_from_the_folder_of_the_file(tmp_path: Path) -> None:
    config = Config.load(write(tmp_path / "a", 'triage = "triage.toml"\nbaseline = "../base.json"\ncache = ".cache"'))
    assert config.triage == tmp_path / "a" / "triage.toml"
    assert config.cache == tmp_path / "a" / ".cache"
    assert config.root == tmp_path / "a"


def test_each_value_remembers_its_source(tmp_path: Path) -> None:
    file = write(tmp_path, 'select = ["DAT"]')
    settings = load(file).override(lang="en", extend_select=("TXT",), ignore=(), min_confidence=None)
    assert settings.values["select"].value == ("DAT", "TXT")
    assert [settings.values[k].source for k in ("select", "lang", "ignore")] == ["command line", "command line", DEFAULT]
    assert load(file).values["select"].source == str(file)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('selct = ["ALL"]', "không có khóa 'selct', gần nhất là 'select'"),
        ('select = ["date-yeer"]', "select: không có quy tắc 'date-yeer', gần nhất là 'date-year'"),
        ('ignore = "DAT"', "ignore: phải là danh sách chữ, không phải 'DAT'"),
        ('severity = { DAT = "warn" }', "severity: không có mức 'warn', gần nhất là 'warning'"),
        ('severity = { DATE = "info" }', "không có quy tắc 'DATE', gần nhất là 'DAT'"),
        ('fail-level = "fatal"', "fail-level: không có mức 'fatal'; có: info, warning, error"),
        ("min-confidence = 2", "min-confidence: phải là số từ 0 đến 1, không phải 2"),
        ("min-confidence = true", "phải là số từ 0 đến 1, không phải True"),
        ("[rules.abbr-undefine]", "không có quy tắc 'abbr-undefine', gần nhất là 'abbr-undefined'"),
        ('[rules.abbr-undefined]\nalow = ["x"]', "không có tùy chọn của abbr-undefined 'alow', gần nhất là 'allow'"),
        ("[rules.abbr-undefined]\nallow = 3", "rules.abbr-undefined.allow phải là danh sách chữ, không phải 3"),
        ('per-file-ignores = { "a/*" = ["no-rule"] }', "không có quy tắc 'no-rule'"),
        ('lang = "fr"', "không có ngôn ngữ 'fr'; có: vi, en"),
        ('abbreviations = "none.tsv"', "abbreviations: không đọc được bảng"),
        ("abbreviations = { NVQS = 3 }", "NVQS phải là chữ, không phải 3"),
        ('officials = [{ nme = "Lê Văn Nam" }]', "officials: không có khóa 'nme', gần nhất là 'name'"),
        ('bodies = [{ short = ["GD"] }]', "bodies: thiếu khóa 'name'"),
        ("cache = 3", "cache: phải là đường dẫn, không phải 3"),
        ("select = ", "sai cú pháp TOML"),
        ('[abbreviations]\nBCĐ = "ban chỉ đạo"', "khóa có chữ Việt phải ở trong dấu nháy"),
        ('extend = "vnreport.toml"', "các tệp cấu hình nối vòng tròn"),
        ('extend = "none.toml"', "vnreport.toml: extend: không có tệp 'none.toml'"),
        ("[abbreviations]\nTT = []", "TT chưa có nghĩa nào"),
    ],
)
def test_a_mistake_is_one_line_that_names_the_file_and_the_nearest_name(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        Config.load(write(tmp_path, text))
    assert message in str(error.value)
    assert "vnreport.toml" in str(error.value) or "none.toml" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_table_with_too_few_columns_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("NVQS\tnghĩa vụ quân sự\nBCĐ\n", "utf-8")
    with pytest.raises(ConfigError, match=r"own\.tsv: dòng 2 phải có ít nhất 2 cột"):
        Config.load(write(tmp_path, 'abbreviations = "own.tsv"'))


@pytest.mark.parametrize(
    "config", [{"select": ("no-rule",)}, {"fail_level": "fatal"}, {"lang": "fr"}, {"min_confidence": 3}, {"options": {"residue": {"no": 1}}}]
)
def test_a_config_made_in_python_is_held_to_the_same(config: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        Config(**config)  # type: ignore[arg-type]


ODD = ("true", "3", "1.5", "nan", "inf", '""', '" "', '"\\u0000"', "[]", "[[]]", "[1]", '[""]', '["", "DAT"]', "{}", '{ "" = "" }', "{ a = {} }",
       '{ DAT = [] }', "{ DAT = 3 }", '{ "a" = ["DAT"] }', "{ residue = { allow = [1] } }", "{ residue = 3 }", '[{ name = "" }]', "[{ name = [] }]",
       '[{ name = "x", short = 3 }]', '{ A = [{ expansion = "" }] }', '{ A = [] }', "2026-11-25", '"vnreport.toml"', '"/"', '"."')  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_an_odd_value_is_taken_or_refused_in_one_line(tmp_path: Path, key: str) -> None:
    for value in ODD:
        try:
            config = Config.load(write(tmp_path, f"{key} = {value}"))
            config.rules("a.txt")
        except ConfigError as error:
            assert str(error) and "\n" not in str(error), value
