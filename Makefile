# make archive, make test: all that a newcomer needs. Both want only Python 3.11 or newer, pip and make.

PYTHON ?= python3
ARCHIVE ?= archive.db
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
# Datasette 1.0 is a pre-release; until it is stable, both it and the stable one are tested, each in its own environment.
VENV1 := .venv-datasette1
READY1 := $(VENV1)/ready
INSTALL := -m pip install --quiet --disable-pip-version-check

.PHONY: archive test lint browse bench quality lock clean

archive: $(READY)
	$(BIN)/scrapy crawl issue -a path=fixtures/issue/cena-2023-11-21-p01.txt -a paper=中国电子报 -s ARCHIVE=$(ARCHIVE) -L WARNING
	$(BIN)/newsarchive list --archive $(ARCHIVE)
	@echo
	@echo "Browse them: make browse"

# Two tests at a time: many wait for a crawl or a browser.
test: $(READY) $(READY1) lint
	$(VENV1)/bin/python -m pytest --quiet tests/browse tests/export
	$(BIN)/pytest -n 2 --dist worksteal

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

browse: $(READY)
	$(BIN)/newsarchive browse --archive $(ARCHIVE)

bench: $(READY)
	$(BIN)/python -m bench.pipeline
	$(BIN)/python -m bench.search --articles 10000 100000
	$(BIN)/python -m bench.tagging
	$(BIN)/python -m bench.mirror

quality: $(READY)
	$(BIN)/python -m tests.quality.report

# The lock files name every package with its hashes and no index; uv resolves it for all platforms at once.
lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --extra browse --extra pdf --extra warc --group dev --universal --generate-hashes --no-emit-index-url \
		--no-header --quiet --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group datasette1 --universal --generate-hashes --no-emit-index-url \
		--no-header --quiet --output-file requirements-datasette1.lock

$(READY): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python $(INSTALL) --require-hashes -r requirements.lock
	$(BIN)/python $(INSTALL) --quiet --no-deps --no-build-isolation -e .
	touch $@

$(READY1): requirements-datasette1.lock pyproject.toml
	test -x $(VENV1)/bin/python || $(PYTHON) -m venv $(VENV1)
	$(VENV1)/bin/python $(INSTALL) --require-hashes -r requirements-datasette1.lock
	$(VENV1)/bin/python $(INSTALL) --quiet --no-deps --no-build-isolation -e .
	touch $@

clean:
	rm -rf $(VENV) $(VENV1) build *.egg-info
