"""The names that others build on. A change here is a change for users: say it in the changelog."""

import inspect

import pytest

import vnreport

NAMES = ["Config", "Document", "Finding", "__version__", "analyze", "analyze_many", "check", "read"]
PARAMETERS = {
    "read": ["source", "format", "name"],
    "analyze": ["source", "posted", "layers", "facts"],
    "check": ["source", "config", "posted"],
    "analyze_many": ["sources", "jobs", "on_error"],
    "Config": [
        "select", "ignore", "min_confidence", "fail_level", "severity", "per_file_ignores", "options", "facts", "lang", "exclude",
        "triage", "baseline", "cache", "root",
    ],
}  # fmt: skip
DOCUMENT = [
    "abbreviations", "citations", "dates", "engine", "entities", "expanded", "facts", "findings", "from_dict", "issuer", "layer",
    "layers", "locate", "map", "markers", "meta", "officials", "quantities", "region", "regions", "replace", "sentences", "source",
    "span", "text", "to_dict", "to_frame", "to_json", "unchecked", "units", "unread", "words",
]  # fmt: skip


def test_public_names() -> None:
    assert sorted(vnreport.__all__) == NAMES
    assert dir(vnreport) == NAMES
    for name in NAMES:
        assert getattr(vnreport, name) is not None


@pytest.mark.parametrize(("name", "parameters"), PARAMETERS.items())
def test_parameters_of_public_functions(name: str, parameters: list[str]) -> None:
    # By way of vnreport.api, because vnreport.check is also the package that can be called.
    function = getattr(vnreport.api, name, None) or getattr(vnreport, name)
    assert list(inspect.signature(function).parameters) == parameters


def test_check_is_a_function_and_a_package() -> None:
    assert vnreport.check("Hội nghị đã kết thúc.") == []
    assert vnreport.check.config.Config is vnreport.Config


def test_attributes_of_a_document() -> None:
    assert [n for n in dir(vnreport.Document) if not n.startswith("_")] == DOCUMENT


def test_domains_are_reached_by_name() -> None:
    assert vnreport.reading.ReadError.__name__ == "ReadError"
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = vnreport.nothing
