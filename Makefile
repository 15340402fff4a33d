# Everything a contributor runs. Set-up happens by itself, in .venv, and only
# when something it depends on has changed.
#
#   make site PYTHON=python3.12      with a certain Python
#   make test ARGS="-k notice -x"    with options for pytest
#   make scripts ARGS=--write        to have the scripts mended where that goes by itself
#   make serve ADDRESS=0.0.0.0:8000  to look at it from a phone

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

ADDRESS ?= 127.0.0.1:8000
ARGS ?=
# Options of `carelist check` in `make check`; the check workflow adds some.
CARELIST_CHECK ?=
# Options of `mkdocs build`, such as --strict.
MKDOCS_BUILD ?=

# What data/build.json names as the commit of the site; nothing outside a repository.
COMMIT = $(or $(CARELIST_COMMIT),$(GITHUB_SHA),$(shell git describe --always --abbrev=40 --exclude='*' --dirty 2>/dev/null))

VENV := .venv
BIN := $(VENV)/bin
LOCKS := $(addprefix requirements,.lock -test.lock -bench.lock -check.lock)
WORKFLOWS := $(wildcard .github/workflows/*.yml)
# What `carelist new` writes as it is.
BEGUN := generator/carelist/starting/files
FORMS := $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
VALID := $(BIN)/check-jsonschema --quiet --builtin-schema vendor
TYPED := $(wildcard generator tests tools bench)

# Material for MkDocs prints a long notice about MkDocs 2 at every start;
# the project's answer to it is in docs/decisions/.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

# A virtual environment does not survive being moved, nor the loss or the
# change of the Python that it was made with: then it is made anew.
ifdef PYTHON
VENV_FITS = $(BIN)/python -c 'import sys; print(sys.version)' 2>/dev/null | grep -qxF "$$($(PYTHON) -c 'import sys; print(sys.version)' 2>/dev/null)"
else
VENV_FITS = $(BIN)/python -c '' 2>/dev/null
endif
ifneq ($(shell [ "$$(cat $(VENV)/.site 2>/dev/null)" = "$(CURDIR)" ] && $(VENV_FITS) && echo yes),yes)
$(VENV)/.site: ANEW
endif

.PHONY: help
help:  ## Show this list
	@echo 'Carelist 关爱清单'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-17s%s\n", $$1, $$2 }'

.PHONY: site
site: $(VENV)/.site  ## Build the site into site/ 生成网站
	@$(BIN)/carelist settings
	@echo 'Building the site …'
	@CARELIST_COMMIT="$(COMMIT)" $(BIN)/python -m mkdocs build --clean $(MKDOCS_BUILD)
	@echo 'Done: site/ holds the site; `make serve` shows it. 网站在 site/ 里；用 `make serve` 预览。'

.PHONY: serve
serve: $(VENV)/.site  ## Show the site, and build again at every change 本机预览
	@$(BIN)/carelist settings
	@$(BIN)/python -m mkdocs serve --dev-addr $(ADDRESS)

# Browsers and servers are waited for: two processes more than there are processors keep all busy.
PROCESSES = $$($(BIN)/python -c 'import os; print((os.cpu_count() or 1) + 2)')

.PHONY: test
test: $(VENV)/.test  ## Run the tests, browser tests among them 运行测试
	@$(BIN)/python tools/browser.py --install
	@$(BIN)/python -m tools.engine --install
	@$(BIN)/python -m tools.office --install >/dev/null
	@$(BIN)/python -m tools.servers --install
	@$(BIN)/python -m pytest -n $(PROCESSES) --dist worksteal $(ARGS)

.PHONY: check
check: style types scripts list workflows  ## Check style, types, scripts, the list and the workflows 检查清单与代码
	@echo 'All checks passed.'

.PHONY: style
style: $(VENV)/.check
	@echo 'Style …'
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --diff --quiet

.PHONY: types
types: $(VENV)/.check
	@echo 'Types …'
	@$(BIN)/mypy --no-error-summary $(TYPED)

.PHONY: scripts
scripts: $(VENV)/.site  ## Check the scripts of the site alone 只检查网页脚本
	@echo 'Scripts …'
	@$(BIN)/python -m tools.scripts $(ARGS)

.PHONY: list
list: $(VENV)/.site  ## Check the list alone 只检查清单
	@echo 'The list …'
	@$(BIN)/carelist check $(CARELIST_CHECK)
	@$(BIN)/carelist ledger --allow-new

.PHONY: workflows
workflows: $(VENV)/.check
	@echo 'Workflows and forms …'
	@$(BIN)/zizmor --offline --quiet --no-progress --persona=pedantic .github $(BEGUN)/.github
	@$(VALID).github-workflows $(WORKFLOWS) $(wildcard $(BEGUN)/.github/workflows/*.yml)
	@$(VALID).github-issue-forms $(FORMS)
	@$(VALID).github-issue-config .github/ISSUE_TEMPLATE/config.yml
	@$(VALID).dependabot .github/dependabot.yml

.PHONY: bench
bench: $(VENV)/.bench  ## Measure weight and speed, beside others 测量
	@$(BIN)/python -m bench

.PHONY: pictures
pictures: $(VENV)/.test site  ## Take the pictures of the README anew 更新截图
	@$(BIN)/python tools/browser.py --install >/dev/null
	@$(BIN)/python -m tools.pictures

# The lowest Python that is served makes the locks: what a later one needs no
# more is marked so, whereas what an earlier one needs besides would be missing.
COMPILE = CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/python -m piptools compile --quiet \
	--generate-hashes --strip-extras --allow-unsafe --build-deps-for editable \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
	--constraint tools/lock-limits.txt \
	$(if $(UPGRADE),--upgrade) pyproject.toml

.PHONY: lock
lock: $(VENV)/.check  ## Remake the lock files (UPGRADE=1: with the newest versions) 更新依赖
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || \
		{ echo 'The locks are made with Python 3.11: make lock PYTHON=python3.11' >&2; exit 1; }
	@echo 'Locking what the site needs …'
	@$(COMPILE) --output-file requirements.lock
	@echo 'Locking what the tests need …'
	@$(COMPILE) --extra test --constraint requirements.lock --output-file requirements-test.lock
	@echo 'Locking what the measurements need …'
	@$(COMPILE) --extra test --extra bench --constraint requirements-test.lock --output-file requirements-bench.lock
	@echo 'Locking what the checks need …'
	@$(COMPILE) --extra test --extra check --constraint requirements-test.lock --output-file requirements-check.lock

.PHONY: clean
clean:  ## Remove all that these commands made 清除生成的文件
	rm -rf $(VENV) site .site.carelist-build build dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps. The first makes the environment with what the site needs; the tests,
# the measurements and the checks each add to it.
$(VENV)/.site: pyproject.toml $(LOCKS)
	@python=$$(sh tools/python.sh $(PYTHON)) && \
		echo "Setting up $(VENV) with $$("$$python" --version) (the first time takes a minute or two) …" && \
		rm -rf $(VENV) && "$$python" -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@echo '$(CURDIR)' > $@

$(VENV)/.test: $(VENV)/.site
	@echo 'Adding what the tests need …'
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements-test.lock
	@touch $@

$(VENV)/.bench: $(VENV)/.test
	@echo 'Adding what the measurements need …'
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements-bench.lock
	@touch $@

$(VENV)/.check: $(VENV)/.test
	@echo 'Adding what the checks need …'
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements-check.lock
	@touch $@

.PHONY: ANEW
ANEW:
