# make archive, make test: all that a newcomer needs. Both want only Python 3.11 or newer, pip and make.

PYTHON ?= python3
ARCHIVE ?= archive.db
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: archive test lint browse bench quality lock clean

archive: $(READY)
	$(BIN)/scrapy crawl issue -a path=fixtures/issue/cena-2023-11-21-p01.txt -a paper=中国电子报 -s ARCHIVE=$(ARCHIVE) -L WARNING
	$(BIN)/newsarchive list --archive $(ARCHIVE)
	@echo
	@echo "Browse them: make browse"

test: $(READY) lint
	$(BIN)/pytest

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

browse: $(READY)
	$(BIN)/newsarchive browse --archive $(ARCHIVE)

bench: $(READY)
	$(BIN)/python -m bench.pipeline
	$(BIN)/python -m bench.search
	$(BIN)/python -m bench.tagging
	$(BIN)/python -m bench.mirror

quality: $(READY)
	$(BIN)/python -m tests.quality.report

# The lock file names every package with its hashes and no index; uv resolves it for all platforms at once.
lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --extra browse --extra pdf --extra warc --group dev --universal --generate-hashes --no-emit-index-url \
		--no-header --quiet --output-file requirements.lock

$(READY): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

clean:
	rm -rf $(VENV) build *.egg-info
