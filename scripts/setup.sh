#!/bin/sh
# Makes .venv with the `goldthread` command in it, node_modules and the pages' built parts; only what is not made yet.
set -eu
cd "$(dirname "$0")/.."

say() { echo "goldthread: $*" >&2; }
stop() { say "$*"; exit 1; }

python_of_machine() {
    for name in "${PYTHON:-}" python3.11 python3 python3.12 python3.13; do
        [ -n "$name" ] || continue
        "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$name" && return
    done
    stop "Python 3.11 or newer is needed: install it (Debian: apt-get install python3 python3-venv) or set PYTHON=."
}

may_apt() { command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; }

apt_install() {
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq "$@"; } >/dev/null 2>&1
}

# Moved folders count as broken: the commands in .venv/bin name the folder they were made in.
venv_is_whole() {
    [ ! -e .venv/half-made ] && [ "$(cat .venv/folder 2>/dev/null)" = "$PWD" ] && .venv/bin/python -m pip --version >/dev/null 2>&1
}

make_venv() {
    python=$(python_of_machine)
    say "making .venv with $("$python" --version)"
    rm -rf .venv
    if ! "$python" -m venv .venv >/dev/null 2>&1; then
        may_apt && apt_install python3-venv && rm -rf .venv && "$python" -m venv .venv ||
            stop "Python's venv module is missing: install it (Debian: apt-get install python3-venv) and try again."
    fi
    pwd >.venv/folder
}

# install NAME LOCK...: installs the locks' packages unless these very locks were installed before.
install() {
    name=$1
    shift
    wanted=$(cat "$@" | sha256sum)
    [ "$(cat ".venv/installed-$name" 2>/dev/null)" = "$wanted" ] && return
    say "installing Python packages from $*"
    touch .venv/half-made
    for lock in "$@"; do
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --no-deps --require-hashes -r "$lock" ||
            stop "the packages in $lock could not be installed; what pip said is above. Try again when that is mended."
    done
    rm .venv/half-made
    echo "$wanted" >".venv/installed-$name"
}

install_goldthread() {
    wanted=$(sha256sum pyproject.toml)
    [ "$(cat .venv/installed-goldthread 2>/dev/null)" = "$wanted" ] && [ -x .venv/bin/goldthread ] && return
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --no-deps --no-build-isolation --editable . ||
        stop "Goldthread itself could not be installed into .venv; what pip said is above."
    echo "$wanted" >.venv/installed-goldthread
}

install_npm_packages() {
    wanted=$(sha256sum package-lock.json)
    [ "$(cat node_modules/.installed 2>/dev/null)" = "$wanted" ] && return
    if ! node -e 'process.exit(parseInt(process.versions.node) < 18)' 2>/dev/null || ! command -v npm >/dev/null; then
        install node requirements-node.txt
    fi
    say "installing the pages' parts from package-lock.json"
    npm ci --no-audit --no-fund --loglevel=error >&2 ||
        stop "the packages in package-lock.json could not be installed; what npm said is above."
    echo "$wanted" >node_modules/.installed
}

PATH="$PWD/.venv/bin:$PATH"
export PATH
venv_is_whole || make_venv
install run requirements.txt
install_goldthread
install_npm_packages
.venv/bin/goldthread build-assets
[ "${1:-}" = with-tests ] || exit 0

install dev requirements-dev.txt
command -v chromium >/dev/null && exit 0
if may_apt; then
    say "installing Chromium from Debian"
    apt_install chromium && exit 0
    say "Chromium could not be installed, so the tests in a browser are skipped."
else
    say "Chromium is missing and this user may not install it, so the tests in a browser are skipped."
fi
