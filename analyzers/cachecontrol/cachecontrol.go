package cachecontrol

import (
	_ "embed"
	"flag"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/caching"
)

//go:embed doc.go
var doc string

// Analyzer reports answers to one user that caches may keep.
var Analyzer = rule.New(rule.Info{
	Name: "cachecontrol", Doc: doc, ASVS4: "3.3.1", ASVS5: "14.3.2", CWE: []int{525, 524},
	Severity: evidence.Info, OnFrom4: 2, OnFrom5: 2,
	Flags: func(f *flag.FlagSet) { f.String("middleware", "", "functions that set the headers") },
}, run, caching.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	setters := pass.Words("middleware")
	answers := caching.Of(pass.Pass).All()
	speaks := slices.ContainsFunc(answers, func(a caching.Answer) bool { return a.NoStore.Start.IsValid() })
	for _, a := range answers {
		elsewhere := slices.ContainsFunc(setters, func(name string) bool { return strings.Contains(a.Doubt, "what "+name+" does") })
		switch {
		case a.NoStore.Start.IsValid() && a.Public.Start.IsValid():
			sites.Unknown(a.Public, "cache-unclear", "what %s says to caches depends on the path through it", a.Handler).About(a.Handler)
		case a.Public.Start.IsValid() && a.Private.Start.IsValid():
			sites.Violation(a.Public, "public", "%s lets every cache keep what one user sees (Cache-Control: public), send no-store", a.Handler).
				About(a.Handler).Step(a.Private, "%s", a.Private.Text)
		case a.NoStore.Start.IsValid():
			sites.Satisfied(a.NoStore, "no-store", "caches keep nothing of %s", a.Handler).About(a.Handler)
		case elsewhere:
		case !a.Sends.Start.IsValid():
			if speaks && a.Private.Start.IsValid() { // some are told, this one is not
				sites.Unknown(a.Private, "cache-unsaid", "what caches keep of the answer of %s is left to them", a.Handler).About(a.Handler)
			}
		case a.Doubt != "":
			sites.Unknown(a.Sends, "cache-unknown", "whether caches may keep the answer of %s depends on %s", a.Handler, a.Doubt).About(a.Handler)
		default:
			sites.Violation(a.Sends, "cached-cookie", "caches may keep the session cookie that %s sends (Cache-Control: no-store is not set)", a.Handler).
				About(a.Handler)
		}
	}
	return nil
}
