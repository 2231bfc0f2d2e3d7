# The steps of setup.sh, to be read in by it from the project's folder. A step that was done before is not done again.

say() { echo "goldthread: $*" >&2; }
stop() { say "$*"; exit 1; }

# Two setups in one folder would undo each other's work. The lock ends with this process, however it ends.
one_at_a_time() {
    command -v flock >/dev/null || return 0
    mkdir -p .setup
    exec 9>.setup/lock
    flock -n 9 || { say "waiting for another setup in this folder"; flock 9; }
}

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
    { $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"; } >/dev/null 2>&1
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

# Each step leaves a mark: what it was made from. A step whose mark still says the same is not done again.
done_before() { [ "$(cat "$1" 2>/dev/null)" = "$(sha256sum <"$2" 2>/dev/null)" ]; }
mark() { sha256sum <"$2" >"$1"; }

install() {
    done_before ".venv/installed-$1" "$1" && return
    say "installing Python packages from $1"
    touch .venv/half-made
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --no-deps --require-hashes -r "$1" ||
        stop "the packages in $1 could not be installed; what pip said is above. Try again when that is mended."
    rm .venv/half-made
    mark ".venv/installed-$1" "$1"
}

install_goldthread() {
    done_before .venv/installed-goldthread pyproject.toml && [ -x .venv/bin/goldthread ] && return
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --no-deps --no-build-isolation --editable . ||
        stop "Goldthread itself could not be installed into .venv; what pip said is above."
    mark .venv/installed-goldthread pyproject.toml
}

node_is_there() {
    command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' 2>/dev/null
}

install_npm_packages() {
    done_before node_modules/.installed package-lock.json && return
    node_is_there || install requirements-node.txt
    say "installing the pages' parts from package-lock.json"
    npm ci --silent --no-audit --no-fund --no-update-notifier ||
        stop "the packages in package-lock.json could not be installed: \`npm ci\` tells why."
    mark node_modules/.installed package-lock.json
}

install_chromium() {
    command -v chromium >/dev/null && return
    if may_apt; then
        say "installing Chromium from Debian"
        apt_install chromium && return
        say "Chromium could not be installed, so the tests in a browser are skipped."
    else
        say "Chromium is missing and this user may not install it, so the tests in a browser are skipped."
    fi
}
