# make run    serve Dateline and print its link
# make test   run all tests, in a process for each core; TESTS=folder WORKERS=0 for some of them in one
# make traps  run every trap for readers of files, and a chaos run beside a page
# make check  linter, types, and the rule that core knows no interface
# make mutants     break the parts that must not break, and tell how much of it the tests notice; MUTANTS="frames --within 10"
# make thresholds  print each number of core that no test notices being moved a little; PACKAGES="frames compare"
# make docs   write the schemas in docs/ anew from the records
# make lock   compile the lock files anew from pyproject.toml

PYTHON ?= python3
PORT ?= 8501
WORKERS ?= auto
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: run test check traps benchmark mutants thresholds docs lock clean

run: $(VENV)/run.stamp
	@$(BIN)/python -m dateline serve --port $(PORT)

test: $(VENV)/test.stamp
	$(BIN)/python -m pytest -n $(WORKERS) --maxprocesses 4 --dist loadgroup --no-loadscope-reorder $(TESTS)

check: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --no-explicit-package-bases pages/*.py  # by themselves: each is named like the folder of its parts

# Every trap, the slow ones too, and a hundred files of which some are deadly: about ten minutes.
traps: $(VENV)/test.stamp
	$(BIN)/python -m tests.traps
	$(BIN)/python -m tests.chaos

benchmark: $(VENV)/test.stamp
	$(BIN)/python -m tests.benchmark

mutants: $(VENV)/test.stamp
	$(BIN)/python -m tests.mutants $(MUTANTS)

thresholds: $(VENV)/test.stamp
	$(BIN)/python -m tests.thresholds $(PACKAGES)

# A changed lock file makes the environment anew, so that nothing stays of the old one.
$(VENV)/run.stamp: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or later: make PYTHON=python3.12 run")'
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements.lock
	@touch $@

$(VENV)/test.stamp: requirements-test.lock $(VENV)/run.stamp
	$(PIP) install --quiet --require-hashes -r requirements-test.lock
	@touch $@

docs: $(VENV)/run.stamp
	$(BIN)/python -m core schema record > docs/record.schema.json
	$(BIN)/python -m core schema dossier > docs/dossier.schema.json

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --group test --constraint requirements.lock pyproject.toml -o requirements-test.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
