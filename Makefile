# make briefs | test | check | corpus | docs | gallery | bench | lock | clean: each does the set-up that it needs, once.
# ARGS goes to the tool of the target: make test ARGS="-m slow", make lock ARGS=--upgrade.

BIN := .venv/bin
PIP_COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile pyproject.toml --quiet \
	--generate-hashes --strip-extras --allow-unsafe --no-emit-options

.PHONY: briefs test check bench lock clean

briefs: .venv/briefs.stamp
	$(BIN)/briefgen build briefs --out dist $(ARGS)

test: .venv/dev.stamp
	$(BIN)/python -m pytest -n 2 $(ARGS)

check: .venv/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# The pages of docs/ that say what the code says, and the picture in the README.
.PHONY: docs
docs: briefs .venv/dev.stamp
	$(BIN)/python -m docs.generate

# Every product and figure on one page, dist/gallery.html, and the picture of the products in the README.
.PHONY: gallery
gallery: .venv/dev.stamp
	$(BIN)/python -m docs.gallery

# Precision and recall of the linter's rules, with everything that went wrong.
.PHONY: corpus
corpus: .venv/dev.stamp
	$(BIN)/python -m tests.corpus

bench: .venv/dev.stamp
	$(BIN)/python -m benchmarks $(ARGS)

# Compiled by the oldest Python, whose needs include those of the newer ones.
lock: .venv/dev.stamp
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11) and "make lock needs Python 3.11: make clean lock PYTHON=python3.11")'
	$(PIP_COMPILE) $(ARGS) --extra=charts --extra=thumbnails --build-deps-for=wheel --output-file=requirements.lock
	$(PIP_COMPILE) $(ARGS) --extra=dev --constraint=requirements.lock --output-file=requirements-dev.lock

clean:
	rm -rf .venv dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/briefs.stamp: requirements.lock pyproject.toml .ci/setup
	@.ci/setup requirements.lock $(PYTHON)
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/briefs.stamp
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement=requirements-dev.lock
	@touch $@
