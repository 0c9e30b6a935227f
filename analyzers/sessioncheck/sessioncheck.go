package sessioncheck

import (
	_ "embed"
	"flag"
	"slices"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/guards"
	"github.com/sessionlint/sessionlint/passes/saves"
)

//go:embed doc.go
var doc string

// Analyzer reports identity that is used without a test.
var Analyzer = rule.New(rule.Info{
	Name: "sessioncheck", Doc: doc, ASVS4: "3.7.1", ASVS5: "7.2.1", CWE: []int{306, 287},
	Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) { f.String("authkeys", "", "further keys of sessions that say who is logged in") },
}, run, guards.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	keys := pass.Words("authkeys")
	for _, r := range guards.Of(pass.Pass).Reads() {
		if saves.IsIdentity(r.Key) || slices.Contains(keys, r.Key) {
			read(sites, r)
		}
	}
	for _, r := range guards.Of(pass.Pass).Carried() {
		if saves.IsIdentity(r.Key) || slices.Contains(keys, r.Key) {
			carried(sites, r)
		}
	}
	for _, o := range guards.Of(pass.Pass).Opens() {
		switch {
		case o.Checked:
			sites.Satisfied(o, "verified", "what %s finds out is asked for", o.What)
		case o.Unclear:
			sites.Unknown(o, "verified-unknown", "whether what %s finds out is asked for is not known", o.What)
		default:
			sites.Violation(o, "verifier-alone", "%s lets requests without a token through, and nothing rejects them", o.What)
		}
	}
	return nil
}

func read(sites *evidence.Sites, r guards.Read) {
	switch {
	case r.Tested || !r.Blind:
		sites.Satisfied(r, "tested", "value %q of the session is tested", r.Key).About(r.Function)
	case r.Shielded != "" || !r.Stored.Start.IsValid():
		sites.Unknown(r, "untested", "whether value %q of the session is there depends on %s", r.Key, or(r.Shielded, "what it is used for")).About(r.Function)
	default:
		sites.Violation(r, "zero-identity", "value %q of the session is used without a test that it is there", r.Key).
			About(r.Function).Step(r.Stored, "written here")
	}
}

// carried: middleware keeps the value for some requests only.
func carried(sites *evidence.Sites, r guards.Read) {
	switch {
	case r.Tested:
		sites.Satisfied(r, "tested", "value %q of the request is tested", r.Key).About(r.Function)
	case r.Shielded != "" || !r.Blind || !r.Stored.Start.IsValid() || !r.Filled.Start.IsValid():
		sites.Unknown(r, "untested", "whether value %q of the request is there depends on %s", r.Key, or(r.Shielded, "what it is used for")).About(r.Function)
	default:
		sites.Violation(r, "zero-identity", "value %q of the request is used without a test that it is there", r.Key).
			About(r.Function).Step(r.Filled, "kept here, for some requests only").Step(r.Stored, "written here")
	}
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
