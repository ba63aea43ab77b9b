# Counterclaim: `make demo` opens the sample dossier, `make test` proves the house stands. `make help` lists the rest.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
ARGS   ?=

.PHONY: help demo test lint unit lock pictures schema bench bench-reading bench-scan bench-store bench-report clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Counterclaim needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "$(PYTHON) cannot make environments. Mend it with: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

demo: $(READY) ## set up and open the sample dossier in the browser (ARGS=--no-browser on a server)
	$(BIN)/claims demo $(ARGS)

test: $(READY) ## set up and run every check: style, types, floors, tests on both databases, browser
	@sh tests/system_parts.sh
	$(MAKE) --no-print-directory lint
	$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: $(READY) ## style, types and floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

unit: $(READY) ## the tests that need no browser
	$(BIN)/python -m pytest -n 2 -m "not browser"

lock: ## write requirements.lock anew (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet pyproject.toml --group dev -o requirements.lock

pictures: $(READY) ## photograph every page, both languages, both widths, into pictures/
	$(BIN)/python -m tests.pictures

schema: $(READY) ## write schema/tables.sql and the JSON Schemas anew from the records
	$(BIN)/python schema/write.py

bench: bench-reading bench-scan bench-store bench-report ## every benchmark that needs no browser

bench-reading: $(READY) ## dates and figures: texts and characters a second, beside dateparser
	$(BIN)/python -m tests.benchmarks.bench_reading

bench-scan: $(READY) ## growth of detection from a thousand to a hundred thousand claims
	$(BIN)/python -m tests.benchmarks.bench_scan

bench-store: $(READY) ## import, search, neighbourhood, tampering, kills
	$(BIN)/python -m tests.benchmarks.bench_store import 20000
	$(BIN)/python -m tests.benchmarks.bench_store search 50000
	$(BIN)/python -m tests.benchmarks.bench_store graph 20000
	$(BIN)/python -m tests.benchmarks.bench_store tamper 200
	$(BIN)/python -m tests.benchmarks.bench_store kills 100

bench-report: $(READY) ## a report of a thousand claims in every format
	$(BIN)/python -m tests.benchmarks.bench_report

clean: ## remove the environment and what tools left behind
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis pictures
