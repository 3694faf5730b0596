PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: help setup demo test check docs locks bench clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## */\t/' | expand -t 10

setup: $(VENV)/.done  ## a virtual environment with everything that CI tested

$(VENV)/.done: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=…")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[demo,dev]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --no-deps torchxrayvision  # annotation tables for tests; never imported
	@touch $@

demo: setup  ## shards from the medical images that installed packages ship, in demo-out
	$(BIN)/gmai-data build --sources all --out demo-out

test: setup  ## every test
	$(BIN)/python -m pytest -n auto --dist loadgroup

check: setup  ## style, types, generated documentation, committed locks
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python docs/generate.py --check
	$(BIN)/python -m tests.fault_table --check
	$(BIN)/python -m tests.fixtures_lock --check
	$(BIN)/python -m tests.bundled_locks --check
	$(BIN)/python -m tests.planted --check

docs: setup  ## write the generated reference anew
	$(BIN)/python docs/generate.py

locks: setup  ## write the committed locks anew
	$(BIN)/python -m tests.fixtures_lock --write
	$(BIN)/python -m tests.bundled_locks --write

bench: setup  ## measure against what users would script; writes docs/benchmarks.md
	$(BIN)/python -m tests.benchmarks

clean:  ## remove what was built
	rm -rf demo-out dist build .pytest_cache .mypy_cache .ruff_cache
