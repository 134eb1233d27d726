#!/bin/sh
# Runs the server so that it stays small. glibc keeps what password hashing used unless large blocks are mapped and
# arenas are few; a bounded young generation and compiled code on the disk save more, and an idle server collects its
# garbage (figures: docs/measurements.md).
set -eu

export MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=1048576 MALLOC_TRIM_THRESHOLD_=1048576
root=$(dirname "$0")/..
export NODE_COMPILE_CACHE="$root/node_modules/.cache/node"
exec node --expose-gc --max-semi-space-size=4 "$root/src/main.ts" "$@"
