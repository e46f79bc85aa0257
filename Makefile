# Two commands: `make demo` sets up and checks the sample posts; `make test` sets up and passes the tests.
PYTHON ?= python3
DEV := .venv/dev
RUN := .venv/run

.PHONY: demo test lint types wheel clean

demo: $(RUN)/ready
	$(RUN)/bin/vnreport check --exit-zero data/samples

test: $(DEV)/ready
	$(DEV)/bin/python -m pytest

lint: $(DEV)/ready
	$(DEV)/bin/ruff check .

types: $(DEV)/ready
	$(DEV)/bin/mypy

wheel: $(DEV)/ready
	rm -rf dist
	$(DEV)/bin/python -m build --wheel

clean:
	rm -rf .venv dist

$(RUN)/ready: pyproject.toml
	$(PYTHON) -m venv $(RUN)
	$(RUN)/bin/python -m pip install --quiet --upgrade pip
	$(RUN)/bin/python -m pip install --quiet --editable .
	touch $@

$(DEV)/ready: pyproject.toml
	$(PYTHON) -m venv $(DEV)
	$(DEV)/bin/python -m pip install --quiet --upgrade pip
	$(DEV)/bin/python -m pip install --quiet --editable '.[dev]'
	touch $@
