package sessionowner

import (
	_ "embed"
	"flag"
	"slices"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/records"
)

//go:embed doc.go
var doc string

// Analyzer reports records of sessions that anybody can end.
var Analyzer = rule.New(rule.Info{
	Name: "sessionowner", Doc: doc, ASVS4: "3.3.4", ASVS5: "7.5.2", CWE: []int{639},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) {
		f.String("adminguards", "", "functions in front of handlers that may end anybody's session")
	},
}, run, records.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	guards := pass.Words("adminguards")
	for _, a := range records.Of(pass.Pass).Accesses() {
		allowed := slices.ContainsFunc(guards, func(g string) bool { return slices.Contains(a.Guards, g) })
		switch {
		case a.Owner != "":
			sites.Satisfied(a, "owner", "owner of %q takes part (%s)", a.Table, a.Owner).About(a.Handler)
		case a.Guard != "" || allowed:
			sites.Unknown(a, "guarded", "who may %s any of %q depends on %s", a.Verb, a.Table, a.Guard).About(a.Handler)
		default:
			sites.Violation(a, "no-owner", "any user can %s any of %q by its ID (owner is not checked)", a.Verb, a.Table).
				About(a.Handler).Step(a.ID, "chosen by the client here")
		}
	}
	for _, o := range records.Of(pass.Pass).Own() {
		what := "sessions"
		if o.Grants {
			what = "grants"
		}
		switch {
		case o.All && o.Verb == "select":
			sites.Satisfied(o, what+"-listed", "those of %q that are of one %s are listed", o.Table, o.Column).About(o.Handler)
		case !o.All && o.Verb != "select":
			sites.Satisfied(o, what+"-own", "only the owner can %s one of %q (%s)", o.Verb, o.Table, o.Column).About(o.Handler)
		}
	}
	return nil
}
