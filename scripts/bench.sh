#!/bin/sh
# Measures what DESIGN section 9 bounds, and prints the tables of
# docs/performance.md: CPU and memory of the command and of go vet as ratios to
# the same driver without rules, to go vet, gosec and staticcheck; what one
# edited file costs; and how the cost grows. All in one run on the same code.
#
# usage: scripts/bench.sh [runs] [module without sessions] [application] [large program]
#
# The tools that we compare ourselves with are built on the first run and kept
# in $SESSIONLINT_BENCH_BIN. "-" leaves a subject as it is.
set -eu
cd "$(dirname "$0")/.."
bin="${SESSIONLINT_BENCH_BIN:-${TMPDIR:-/tmp}/sessionlint-bench}"
mkdir -p "$bin"
[ -x "$bin/gosec" ] || GOBIN="$bin" go install github.com/securego/gosec/v2/cmd/gosec@v2.30.0
[ -x "$bin/staticcheck" ] || go build -modfile=.ci/tools.mod -o "$bin/staticcheck" honnef.co/go/tools/cmd/staticcheck

given() { [ "${1:--}" = - ] && echo "$2" || echo "$1"; }
export SESSIONLINT_BENCH_GOSEC="$bin/gosec" SESSIONLINT_BENCH_STATICCHECK="$bin/staticcheck"
export SESSIONLINT_BENCH_RUNS="${1:-3}" SESSIONLINT_BENCH_OUT="$bin/tables.md"
SESSIONLINT_BENCH_PLAIN="$(given "${2:-}" "$PWD")" SESSIONLINT_BENCH_APP="$(given "${3:-}" "$PWD/examples/shop")" SESSIONLINT_BENCH_LARGE="$(given "${4:-}" "")"
export SESSIONLINT_BENCH_PLAIN SESSIONLINT_BENCH_APP SESSIONLINT_BENCH_LARGE
go test ./cmd/sessionlint -run '^TestPerformance$' -count=1 -v -timeout 8h >&2
cat "$bin/tables.md"
