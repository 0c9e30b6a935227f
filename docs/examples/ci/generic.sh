#!/bin/sh
# Any CI: text in the log, SARIF as an artifact, findings fail the job.
set -eu
go install github.com/sessionlint/sessionlint/cmd/sessionlint@latest
PATH=$PATH:$(go env GOPATH)/bin

flags=-level=2
if [ -f sessionlint-baseline.json ]; then
	flags="$flags -baseline=sessionlint-baseline.json"
fi

code=0
# shellcheck disable=SC2086 # several flags
sessionlint $flags ./... || code=$?
if [ "$code" -lt 2 ]; then # 2: not everything was looked at
	# shellcheck disable=SC2086
	sessionlint $flags -exit-zero -f=sarif -o=sessionlint.sarif ./...
fi
exit "$code"
