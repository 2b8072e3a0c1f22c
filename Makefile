# Two commands: `make` prints the August campaign of gmina Serniki into leaflets/serniki/out, `make test` runs the tests; `make slow` those that take long.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

WORKERS := -n auto --dist worksteal
QUICK := $(filter-out tests/cli tests/faults tests/fuzz tests/templates tests/drawing tests/readback tests/validators tests/office tests/__pycache__ tests/golden, $(patsubst %/,%,$(wildcard tests/*/))) tests/test_floors.py

.PHONY: all test lint types unit slow fuzz faults days quick coverage pins sbom pictures screens bench windows clean

all: $(VENV)/.run
	@$(BIN)/ulotki build sierpien-2024 --workspace leaflets/serniki
	@echo "Look at leaflets/serniki/out/sierpien-2024/AKTUALNE.html; print what lies beside it at 100 % (actual size)."

test: lint types unit

lint: $(VENV)/.dev
	$(BIN)/ruff format --check src tests tools bench
	$(BIN)/ruff check src tests tools bench

types: $(VENV)/.dev
	$(BIN)/mypy

unit: $(VENV)/.dev
	$(BIN)/python -m pytest $(WORKERS) -m "not slow"

# What takes long: validators of PDF, processes that are killed or race, other days.
slow: $(VENV)/.dev
	$(BIN)/python -m pytest $(WORKERS) -m slow
	$(MAKE) days

# N broken files, other ones each time SEED is another; what hypothesis finds is made small. atheris is no part of what is pinned.
N := 1000
SEED := 1
fuzz: $(VENV)/.dev
	$(BIN)/python tests/fuzz $(N) --seed $(SEED)
	$(BIN)/python tests/fuzz $(N) --seed $(SEED) --engine hypothesis
	$(BIN)/python tests/fuzz $(N) --seed $(SEED) --engine atheris

# Every call of the system fails, in every command and every form of the page that writes: a table of places and faults.
faults: $(VENV)/.dev
	$(BIN)/python tests/faults

# Tests that ask what day it is, as of a year's end, a leap day, and ten years on.
days: $(VENV)/.dev
	for day in 2027-12-31 2028-02-29 2036-11-28; do \
		ULOTKI_TEST_TODAY=$$day $(BIN)/python -m pytest $(WORKERS) -m "days and not slow" || exit 1; \
	done

# While you work: no commands, no use cases, no whole pieces; under a minute.
quick: $(VENV)/.dev
	$(BIN)/python -m pytest $(WORKERS) -m "not slow" $(QUICK)

coverage: $(VENV)/.dev
	$(BIN)/coverage run -m pytest -m "not slow"
	$(BIN)/coverage report --fail-under=90 --skip-covered --skip-empty

screens: $(VENV)/.dev
	$(BIN)/python tools/screens.py

page-pictures: $(VENV)/.dev
	$(BIN)/python tools/pages.py

# After a change of leaflets/library: the digests anew, and in words which numbers have changed.
pins: $(VENV)/.dev
	$(BIN)/python tools/pins.py

# After a change of constraints.txt: what the program is made of, and under which licences.
sbom: $(VENV)/.dev
	$(BIN)/python tools/sbom.py

pictures: $(VENV)/.dev
	$(BIN)/python tools/pictures.py

bench: $(VENV)/.dev
	@$(PIP) install typst==0.15.2 weasyprint==70.0
	$(BIN)/python bench/speed.py --campaign

# The folder for Windows; docs/windows.md says where PYTHON and SHA256 come from.
windows: $(VENV)/.dev
	$(BIN)/python tools/windows.py $(if $(PYTHON_ZIP),--python $(PYTHON_ZIP) --sha256 $(SHA256))

clean:
	rm -rf $(VENV) leaflets/serniki/out .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "ulotki needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { rm -rf $(VENV); echo "Python cannot make a virtual environment. On Debian: apt-get install python3-venv"; exit 1; }

$(VENV)/.run: constraints.txt pyproject.toml | $(BIN)/python
	@$(PIP) install --require-hashes -r constraints.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: constraints-dev.txt $(VENV)/.run
	@$(PIP) install --require-hashes -r constraints-dev.txt
	@touch $@
