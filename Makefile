.PHONY: help setup demo test bench load torture audit lint lock clean

help:
	@echo 'make demo   a city that does not exist, on http://127.0.0.1:8000/ (PORT=… for another port)'
	@echo 'make test   everything tested'
	@echo 'make setup  only .venv, with the goldthread command in it, and the parts of the pages'
	@echo 'make bench  how fast it is, kept in benchmarks/results.md'
	@echo 'make load   three hundred people at once, kept in the same file'
	@echo 'make torture  the server and its database killed 300 times in the middle of writing (KILLS=… for another number)'
	@echo 'make lint   style and types'
	@echo 'make audit  known faults of the packages it stands on, where a register of them can be reached'
	@echo 'make lock   newer versions of the packages it stands on'
	@echo 'make clean  what was made goes, the data in .goldthread stays'

setup:
	@sh scripts/setup.sh

demo: setup
	@exec .venv/bin/goldthread demo

test:
	@sh scripts/setup.sh with-tests
	@exec .venv/bin/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

bench:
	@sh scripts/setup.sh with-tests
	@exec .venv/bin/python -m benchmarks

load:
	@sh scripts/setup.sh with-tests
	@exec .venv/bin/python -m benchmarks.load --write

audit:
	@sh scripts/setup.sh with-tests
	@exec .venv/bin/pip-audit --requirement requirements.txt --disable-pip --require-hashes --strict

KILLS ?= 300
torture:
	@sh scripts/setup.sh with-tests
	@PYTHONPATH=src:. exec .venv/bin/python -m torture --kills $(KILLS)

lint:
	@sh scripts/setup.sh with-tests
	@.venv/bin/ruff check .
	@.venv/bin/mypy

lock: setup
	@sh scripts/lock.sh

clean:
	rm -rf .venv node_modules src/goldthread/web/static/built .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
