.PHONY: help setup demo test bench lint lock clean

help:
	@echo 'make demo   a city that does not exist, on http://127.0.0.1:8000/ (PORT=… for another port)'
	@echo 'make test   everything tested'
	@echo 'make setup  only .venv, with the goldthread command in it, and the parts of the pages'
	@echo 'make bench  how fast it is, kept in benchmarks/results.md'
	@echo 'make lint   style and types'
	@echo 'make lock   newer versions of the packages it stands on'
	@echo 'make clean  what was made goes, the data in .goldthread stays'

setup:
	@sh scripts/setup.sh

demo: setup
	@exec .venv/bin/goldthread demo

test:
	@sh scripts/setup.sh with-tests
	@exec .venv/bin/python -m pytest --numprocesses 2

bench:
	@sh scripts/setup.sh with-tests
	@exec .venv/bin/python -m benchmarks

lint:
	@sh scripts/setup.sh with-tests
	@.venv/bin/ruff check .
	@.venv/bin/mypy

lock: setup
	@sh scripts/lock.sh

clean:
	rm -rf .venv node_modules src/goldthread/web/static/built .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
