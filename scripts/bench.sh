#!/bin/sh
# Measures what DESIGN section 9 bounds, as ratios to what they are bounded by:
#
#	command    the command / the same driver without rules   plain <= 1.05, app <= 1.5 (mem 1.3)
#	vet-cold   go vet -vettool / go vet, nothing cached       cpu <= 0.5
#	vet-warm   the same, everything cached                    cpu <= 1.05
#
# usage: scripts/bench.sh [runs] [module without sessions] [application]
set -eu
cd "$(dirname "$0")/.."
export SESSIONLINT_BENCH_PLAIN="${2:-$PWD}" SESSIONLINT_BENCH_APP="${3:-$PWD/examples/shop}"
exec go test ./cmd/sessionlint -run '^$' -bench Ratios -benchtime "${1:-5}x" -timeout 60m
