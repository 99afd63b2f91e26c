# Every verb is one call of site_config/bootstrap.py, which also works where make is missing.
PYTHON ?= python3
BOOTSTRAP = $(PYTHON) site_config/bootstrap.py
NAME ?= admin
N ?= 2000

.DEFAULT_GOAL := help
.PHONY: help run test check pictures messages format password import demo install

help:
	@awk -F ' *## ' '/^[a-z]+:.*## / { sub(":.*", "", $$1); printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## start the site at http://127.0.0.1:8000/ (PORT=8001 picks another port)
	@$(BOOTSTRAP) run

test: ## run the tests (ARGS="-k home" picks some)
	@$(BOOTSTRAP) test $(ARGS)

check: ## style, floors, migrations and production settings
	@$(BOOTSTRAP) check

pictures: ## take the pictures of docs/editors.md again
	@$(BOOTSTRAP) pictures

messages: ## bring the translations into step with the English
	@$(BOOTSTRAP) messages

format: ## put the code into the house style
	@$(BOOTSTRAP) format

password: ## give admin (or NAME=somebody) a new random password
	@$(BOOTSTRAP) password $(NAME)

import: ## read old pages into the site: FILES="home.txt news.txt" ARGS="--dry-run"
	@$(BOOTSTRAP) manage import_archive $(FILES) $(ARGS)

demo: ## build sample pages (N=2000 articles)
	@$(BOOTSTRAP) manage build_demo --articles $(N)

install: ## only the packages, into .venv
	@$(BOOTSTRAP) install
