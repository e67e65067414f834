# The only entry points. A newcomer needs Python 3.11+, Node 20.19+ and make; `make run` does the rest.
.PHONY: help setup run test check types lock e2e pictures gallery bench clean
.DEFAULT_GOAL := help

BIN := .venv/bin
PORT ?= 4000
export PORT

help:
	@echo "make run       set up (once) and start Fairview with demo data on port $(PORT)"
	@echo "make setup     only set up"
	@echo "make test      check, then every test, browsers included"
	@echo "make check     lint, formatting, types, import contracts, stale files"
	@echo "make e2e       only the journeys in real browsers"
	@echo "make pictures  take the pictures of the guides anew"
	@echo "make gallery   record how each part of the pages looks"
	@echo "make bench     speed and accuracy, slow"
	@echo "make types     regenerate the browser's types from the server"
	@echo "make lock      resolve the requirements again"

# ---- set-up: each step leaves a stamp and is skipped while nothing it depends on has changed

setup: .make/models .make/fonts .make/letters .make/pages .make/sandbox

.make:
	@mkdir -p .make

.make/venv: requirements/build.txt requirements/run.txt requirements/models.txt pyproject.toml | .make
	@tools/requirements
	@echo "· Python packages"
	@test -x $(BIN)/python || python3 -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	@$(BIN)/uv pip install --quiet --require-hashes -r requirements/run.txt -r requirements/models.txt
	@$(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.make/dev: .make/venv requirements/dev.txt
	@echo "· Python packages for tests"
	@$(BIN)/uv pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

.make/node: web/package-lock.json | .make
	@tools/requirements
	@echo "· browser packages"
	@cd web && npm ci --loglevel=error --no-fund --no-audit
	@touch $@

.make/models: .make/venv $(wildcard models/*.py models/*/*.py)
	@echo "· models"
	@$(BIN)/python -m models
	@touch $@

.make/fonts: .make/venv .make/node tools/fonts.py
	@echo "· fonts of the PDF"
	@$(BIN)/python tools/fonts.py
	@touch $@

.make/letters: .make/venv $(wildcard server/fairview/*/locale/*/LC_MESSAGES/*.po)
	@echo "· letters in other languages"
	@$(BIN)/pybabel --quiet compile --domain django --directory server/fairview/scheduling/locale
	@touch $@

PAGES := $(shell find web/src web/public web/index.html web/vite.config.ts -type f 2>/dev/null)

.make/pages: .make/node $(PAGES)
	@echo "· pages"
	@cd web && npx vite build --logLevel warn
	@touch $@

# without it the product works and runs no code: the stamp waits until it is there
.make/sandbox: tools/sandbox | .make
	@if tools/sandbox; then touch $@; fi

.make/services: tools/services | .make
	@tools/services
	@touch $@

.make/browser: | .make
	@tools/browser
	@touch $@

.make/languages: tools/languages | .make
	@tools/languages
	@touch $@

.make/portraits: .make/dev bench/puppet/package.py
	@echo "· portraits of the puppet"
	@$(BIN)/python -m bench.puppet.package
	@touch $@

# ---- what people call

run: setup
	@$(BIN)/fairview serve --demo

test: check .make/browser .make/services .make/languages .make/portraits setup
	@$(BIN)/pytest -n 2 server runner
	@$(BIN)/pytest -n 2 --dist loadfile models bench
	@cd web && npx vitest run --silent --reporter=dot
	@$(BIN)/pytest -n 2 --dist loadfile -m "not whole_machine" e2e
	@$(BIN)/pytest -m whole_machine e2e

check: .make/dev .make/node .make/models .make/pages
	@tools/check

e2e: .make/dev .make/browser setup
	@$(BIN)/pytest e2e

pictures: .make/dev .make/browser setup
	@$(BIN)/pytest e2e/guides_walk.py

gallery: .make/dev .make/node .make/browser
	@GALLERY=record $(BIN)/pytest e2e/test_gallery.py -k looks_as_it_was_recorded

types: .make/dev .make/node
	@tools/types

lock:
	@tools/lock

bench: .make/dev .make/browser .make/portraits setup
	@$(BIN)/python -m bench

clean:
	@rm -rf .make .venv web/node_modules web/dist models/build models/cache
