#!/usr/bin/env bash
# Records terminal sessions into docs/sessions: what people type, and what they
# see. Run it when output changes; with -check it only compares.
#
# usage: scripts/record.sh [-check]
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=$root/docs/sessions
if [ "${1:-}" = -check ]; then out=$work/sessions; fi
mkdir -p "$out" "$work/bin"
go build -buildvcs=false -o "$work/bin/sessionlint" ./cmd/sessionlint
PATH=$work/bin:$PATH
export PATH LC_ALL=C NO_COLOR=1 GOWORK=off GOFLAGS=-buildvcs=false TERM=dumb

# start NAME: a fresh copy of the example, under git, in which a session runs.
start() {
	rm -rf "$work/shop"
	cp -r examples/shop "$work/shop"
	git -C "$work/shop" init -q -b main
	git -C "$work/shop" add .
	git -C "$work/shop" -c user.name=shop -c user.email=shop@example.com commit -q -m 'the shop'
	session=$out/$1.txt
	: >"$session"
}

# say TEXT: a comment in the session.
say() { printf '# %s\n' "$*" >>"$session"; }

# run COMMAND: as typed; what a machine has in paths and versions is replaced.
run() {
	local code=0
	printf '$ %s\n' "$1" >>"$session"
	(cd "$work/shop" && bash -c "$1") >"$work/output" 2>&1 || code=$?
	sed -e "s|$work/shop|/home/you/shop|g" -e "s|$work/bin|/home/you/go/bin|g" "$work/output" >>"$session"
	if [ "$code" -ne 0 ]; then printf '[exit code %d]\n' "$code" >>"$session"; fi
	echo >>"$session"
}

start command
say 'The command, on examples/shop.'
run 'sessionlint ./...'
run 'sessionlint -cookiescope ./internal/web'
run 'sessionlint explain cookiescope'
run 'sessionlint -levl=2 ./...'
run 'sessionlint -h'

start line
say 'For editors and scripts: no arguments mean the package here.'
run 'cd internal/web && sessionlint -f=line'

start vet
say 'The same findings from go vet, cached by the go command.'
run 'go vet -vettool=$(which sessionlint) -cookiesamesite ./internal/web'
run 'go vet -vettool=$(which sessionlint) ./... 2>&1 | sort' # the go command has no order
run 'go vet -vettool=$(which sessionlint) -cookiesecure -json ./internal/session 2>&1 | head -20'

start fix
say 'Fixes that need no decision.'
run 'sessionlint -diff ./...'
run 'sessionlint -fix ./... | tail -12'
run 'git diff --stat'
run 'go build ./... && sessionlint -diff ./...'

start gofix
say 'The same fixes by the go command.'
run 'go fix -fixtool=$(which sessionlint) ./...'
run 'git diff --stat'

start baseline
say 'Adopting on an old code base: what is known is not reported.'
run 'sessionlint -write-baseline=known.json ./...'
run 'head -4 known.json'
run "printf '\nfunc (s *Server) hello(w http.ResponseWriter, name string) {\n\thttp.SetCookie(w, &http.Cookie{Name: \"hello_session\", Value: s.logins.Begin(name), Secure: true, HttpOnly: true})\n}\n' >>internal/web/old.go"
run 'sessionlint -baseline=known.json ./...'
say 'Without a file: only lines that differ from a revision.'
run 'sessionlint -new-from=HEAD -f=line ./...'
run 'sessionlint -new-from=yesterday ./...'

start ci
say 'GitHub annotations.'
run 'sessionlint -f=github -cookiescope ./...'
say 'SARIF, here through jq.'
run 'sessionlint -f=sarif -o=out.sarif -exit-zero ./...'
run "jq -r '.runs[0].results[] | \"\(.level) \(.ruleId) \(.locations[0].physicalLocation.artifactLocation.uri)\"' out.sarif | head -8"
run "jq '.runs[0].results[] | select(.ruleId == \"cookiedelete\")' out.sarif"

if [ "$out" != "$root/docs/sessions" ]; then
	diff -ru "$root/docs/sessions" "$out" || { echo 'run scripts/record.sh' >&2; exit 1; }
fi
