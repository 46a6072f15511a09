# make run    sets everything up and serves the chat; needs Python 3.11 and nothing else
# make test   sets everything up and checks everything
#
# EXTRA reaches the command of a target:  make test EXTRA='-k servers'   make lock EXTRA=--upgrade

PYTHON ?= $(shell python3.11 -c '' 2>/dev/null && echo python3.11 || echo python3)
EXTRA ?=
PY := .venv/bin/python
# Compiled modules are kept: every worker of a test run, and each of the many processes it starts, would compile them anew.
unexport PYTHONDONTWRITEBYTECODE
INSTALL := $(PY) -m pip --disable-pip-version-check --quiet install --require-hashes --only-binary :all:

.PHONY: run setup setup-dev setup-ocr test check bench soak words lock

run: setup
	$(PY) -m bot serve $(EXTRA)

setup: .venv/runtime.lock

setup-dev: .venv/dev.lock

# what reading identity cards needs besides: 350 MB, so only where it is wanted
setup-ocr: .venv/ocr.lock

test: setup-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m bot check
	$(PY) -m pytest -m "not soak" -n 2 --dist loadfile --max-worker-restart 0 $(EXTRA)

check: setup
	$(PY) -m bot check $(EXTRA)

bench: setup-dev
	$(PY) -m tests.bench $(EXTRA)

soak: setup-dev
	$(PY) -m pytest -m soak -o faulthandler_timeout=7200 $(EXTRA)

# locales/zh-Hant from locales/zh-Hans
words: setup-dev
	$(PY) locales/build.py $(EXTRA)

# What is installed is written down as a copy of its lock, so a lock that is only newer installs nothing again.
.venv/runtime.lock: requirements.lock $(PY)
	@cmp -s $< $@ || { echo "Installing $<"; $(INSTALL) -r $<; }
	@cp $< $@

# Everything of the runtime lock stands in this one too, at the same version.
.venv/dev.lock: requirements-dev.lock requirements.lock $(PY)
	@cmp -s $< $@ || { echo "Installing $<"; $(INSTALL) -r $<; }
	@cp requirements.lock .venv/runtime.lock
	@cp $< $@

.venv/ocr.lock: requirements-ocr.lock $(PY)
	@cmp -s $< $@ || { echo "Installing $<"; $(INSTALL) -r $<; }
	@cp $< $@

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null || { \
	    echo "Yizheng needs Python 3.11; $(PYTHON) is $$($(PYTHON) --version 2>/dev/null || echo not to be had)." \
	         "Name another: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv || { \
	    echo "$(PYTHON) could not make .venv (on Debian: apt install python3-venv)" >&2; exit 1; }

# All locks anew; versions stay unless EXTRA=--upgrade (or --upgrade-package NAME) or pyproject.toml asks otherwise.
COMPILE := uv pip compile pyproject.toml --quiet --generate-hashes --no-emit-index-url --no-header --no-annotate \
    --only-binary :all: --python-version 3.11 --universal
lock:
	@set -e; tools=$$(mktemp -d); trap 'rm -rf "$$tools"' EXIT; \
	$(PYTHON) -m venv "$$tools"; \
	"$$tools/bin/python" -m pip --disable-pip-version-check --quiet install uv; \
	PATH="$$tools/bin:$$PATH"; \
	$(COMPILE) --group dev --output-file requirements-dev.lock $(EXTRA); \
	$(COMPILE) --constraint requirements-dev.lock --output-file requirements.lock $(EXTRA); \
	$(COMPILE) --extra ocr --constraint requirements-dev.lock --output-file requirements-ocr.lock $(EXTRA)
