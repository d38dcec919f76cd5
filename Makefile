# `make demo` and `make test` set themselves up; nothing but Python 3.11+, git and make is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check docs shown clean

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

demo: $(VENV)/.installed
	$(BIN)/sayso demo

check: $(VENV)/.installed
	$(BIN)/ruff check src tests training benchmarks
	$(BIN)/ruff format --check src tests training benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check
	$(BIN)/python -m pytest

docs: $(VENV)/.installed
	$(BIN)/python -m sphinx --fail-on-warning --keep-going -b html docs build/docs

# Write down anew what the commands shown in the pages print.
shown: $(VENV)/.installed
	$(BIN)/python -m tests.docs.shown README.md docs/tutorial.md

clean:
	rm -rf $(VENV) build dist
