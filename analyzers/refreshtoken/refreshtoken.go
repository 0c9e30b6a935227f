package refreshtoken

import (
	_ "embed"
	"flag"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/bearer"
)

//go:embed doc.go
var doc string

// Analyzer reports refresh tokens that buy access for ever.
var Analyzer = rule.New(rule.Info{
	Name: "refreshtoken", Doc: doc, ASVS4: "3.3.2", ASVS5: "10.4.5", CWE: []int{613, 294},
	Severity: evidence.Warning, OnFrom4: 2, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) { f.String("names", "", "further functions that refresh tokens") },
}, run, bearer.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	tokens := bearer.Of(pass.Pass)
	for _, r := range tokens.Refreshes(pass.Words("names")) {
		switch {
		case r.Ends:
			statement(sites.Satisfied(r, "rotated", "the server takes the old token away or changes its record"), r)
		case r.Knows:
			statement(sites.Satisfied(r, "tracked", "the refresh token is looked up on the server"), r)
		case r.State:
			sites.Unknown(r, "tracked-unknown", "whether the database that %s asks knows refresh tokens is not known", r.Function)
		case r.Other != "":
			sites.Unknown(r, "tracked-unknown", "whether %s keeps track of refresh tokens is not known", r.Other)
		default:
			sites.Violation(r, "not-rotated", "%s makes new tokens as long as the old one is valid, which nothing ends, set a last day", r.Function).
				Step(r.Mint, "new token made here")
		}
	}
	for _, p := range tokens.Parses() {
		access, refresh := tokens.Pair(p)
		if access != nil && refresh != nil && !p.Type {
			sites.Violation(p, "no-type", "an access token passes as a refresh token and the reverse (nothing tells them apart), add a claim that does").
				Step(access, "access token made here").Step(refresh, "refresh token made here")
		}
	}
	return nil
}

// statement adds the statement that shows what happens to the old token.
func statement(s *evidence.Site, r *bearer.Refresher) {
	if r.Statement != nil {
		s.Step(r.Statement, "token looked up or taken away here")
	}
}
