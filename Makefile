# The front door. `make run` and `make test` are all a newcomer needs; both set everything up first.

VENV := .venv/bin
# The Python packages in .venv are pinned and hashed; this machine's other Pythons are left alone.
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# How many times as much the long run does, and which benchmarks (none named = all).
EFFORT ?= 50
NAME ?=
# Test processes: half as many again as there are processors. Who is done takes from the others.
WORKERS ?= auto
# Many tests start a process of the program. What one has compiled the next one loads.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup setup-test run run-virtual test soak bench lint format docs screenshots lock clean

help:
	@echo "make run          set up, start the server with the sample shop, open the desk"
	@echo "make run-virtual  the same on a virtual screen, for a machine without one"
	@echo "make test         set up and run the whole suite, on SQLite and PostgreSQL, without a screen"
	@echo "make soak         the tests that count kills, schedules and minutes, EFFORT=$(EFFORT) times as many"
	@echo "make bench        the measurements, one JSON line each (NAME=start for one)"
	@echo "make lint         style, types, the arrow between the rooms, unused packages"
	@echo "make format       lay the code out"
	@echo "make docs         the guides as pages to read in a browser, into build/site"
	@echo "make screenshots  pictures of the running desk into docs/images"
	@echo "make lock         pin the newest Python packages that fit, with their hashes"
	@echo "make clean        remove what was made here (not your data)"

setup:
	@scripts/setup run

setup-test:
	@scripts/setup test

run: setup
	@$(VENV)/workstation demo

run-virtual: setup
	@xvfb-run --auto-servernum --server-args="-screen 0 1600x1000x24" $(VENV)/workstation demo

test: setup-test
	$(VENV)/python -m pytest -n $(WORKERS) --dist worksteal

soak: setup-test
	$(VENV)/python -m pytest -m counted --effort $(EFFORT) -n $(WORKERS)

bench: setup-test
	$(VENV)/python -m bench $(NAME)

lint: setup-test
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy
	$(VENV)/lint-imports --no-logo
	$(VENV)/deptry .
	$(VENV)/mkdocs build --strict --quiet

format: setup-test
	$(VENV)/ruff check --fix .
	$(VENV)/ruff format .

docs: setup-test
	$(VENV)/mkdocs build --strict
	@echo "build/site/index.html"

screenshots: setup
	QT_QPA_PLATFORM=offscreen $(VENV)/workstation screenshots docs/images --guide

COMPILE := $(VENV)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links --upgrade pyproject.toml

# Where nobody should need a compiler: Windows, macOS 14 on Apple's own processors, Debian 12.
SYSTEMS := x86_64-pc-windows-msvc aarch64-apple-darwin x86_64-manylinux_2_36

lock: setup-test
	$(COMPILE) --group build --output-file requirements/requirements.txt
	$(COMPILE) --group build --group dev --constraint requirements/requirements.txt \
		--output-file requirements/dev.txt
	@for system in $(SYSTEMS); do \
		echo "checking that every package has a wheel for $$system"; \
		MACOSX_DEPLOYMENT_TARGET=14.0 $(VENV)/uv pip install --dry-run --quiet --only-binary :all: \
			--require-hashes --python-platform $$system --python-version 3.11 \
			--target build/never -r requirements/dev.txt || exit 1; \
	done

clean:
	rm -rf .venv build dist var .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
