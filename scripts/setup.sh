#!/bin/sh
# Makes .venv with the `goldthread` command in it, node_modules and the pages' built parts; only what is not made yet.
set -eu
cd "$(dirname "$0")/.."
. scripts/steps.sh

one_at_a_time
PATH="$PWD/.venv/bin:$PATH"
export PATH
venv_is_whole || make_venv
install requirements.txt
install_goldthread
install_npm_packages
.venv/bin/goldthread build-assets
[ "${1:-}" = with-tests ] || exit 0

install requirements-dev.txt
install_chromium
