"""Options of rules: declared by the rule, set by a configuration."""

import pytest

import vnreport
from vnreport.check.config import Config
from vnreport.check.registry import Rule, rules

PRESS = "Đội QXYZK của huyện bạn về dự giải bóng chuyền, nhiều người tới xem."


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_options_are_told_in_both_languages(rule: Rule) -> None:
    for name, option in rule.options.items():
        assert name == name.lower() and "_" not in name
        assert option.vi and option.en and option.vi != option.en
        assert rule.option(name) == option.default


def test_an_option_reaches_its_rule() -> None:
    def names(**options: object) -> list[str]:
        config = Config(select=("abbr-undefined",), options={"abbr-undefined": options})  # type: ignore[dict-item]
        return [f.text for f in vnreport.check(PRESS, config)]

    assert names() == []
    assert names(press=True) == ["QXYZK"]
    assert names(press=True, allow=("QXYZK",)) == []


def test_setting_an_option_leaves_the_registry_as_it_is() -> None:
    config = Config(select=("unit-era",), options={"unit-era": {"grace-days": 10}})
    assert config.rules()[0].option("grace-days") == 10
    assert Config(select=("unit-era",), options={"ADM003": {"grace-days": 10}}).rules()[0].option("grace-days") == 10
    assert Config(select=("unit-era",)).rules()[0].option("grace-days") == 183
