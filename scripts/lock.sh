#!/bin/sh
# Pins every package, with hashes and without naming where it came from.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/python -m uv --version >/dev/null 2>&1 || .venv/bin/python -m pip install -q uv
pin() {
    output=$1
    shift
    .venv/bin/python -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-header --output-file "$output" "$@"
}
pin requirements.txt pyproject.toml requirements-build.in
pin requirements-dev.txt requirements-dev.in --constraints requirements.txt
pin requirements-cluster.txt requirements-cluster.in --constraints requirements.txt
pin requirements-node.txt requirements-node.in
npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund
.venv/bin/python - <<'END'
import json, pathlib
lock = pathlib.Path("package-lock.json")
told = json.loads(lock.read_text())
for package in told["packages"].values():
    package.pop("funding", None)
lock.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n")
END
