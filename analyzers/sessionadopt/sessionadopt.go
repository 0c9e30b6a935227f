package sessionadopt

import (
	_ "embed"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

//go:embed doc.go
var doc string

// Analyzer reports session records made under an ID that the client chose.
var Analyzer = rule.New(rule.Info{
	Name: "sessionadopt", Doc: doc, ASVS4: "3.2.1", ASVS5: "7.2.4", CWE: []int{384},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
}, run, tokenflow.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	flows := tokenflow.Of(pass.Pass)
	for _, use := range flows.At(tokenflow.InNewRecord) {
		judge(sites, use)
	}
	for _, store := range flows.Adopters() {
		remedy := "destroy the old session at login"
		if store.Fixed != "" {
			remedy = "upgrade to " + store.Fixed
		}
		sites.Violation(store, "library", "%s makes sessions under IDs that the client chose, %s", store.Name, remedy).About(store.Name).At(evidence.Certain)
	}
	return nil
}

func judge(sites *evidence.Sites, use tokenflow.Use) {
	strong := len(use.Origins) > 0
	for _, o := range use.Origins {
		strong = strong && o.Kind == tokenflow.Strong
		if chosen(o) {
			sites.Violation(use, "adopted", "session record is made under an ID that the client chose (%s), make a fresh one", o.Describe()).About(o.Describe()).
				Step(evidence.Step{Start: o.Pos, Stop: o.End}, "read here").Steps(o.Steps)
			return
		}
	}
	if strong {
		sites.Satisfied(use, "fresh", "session record is made under an ID from a cryptographic generator").About("session")
		return
	}
	sites.Unknown(use, "origin-unknown", "where the ID of the new session record comes from is not known").About("session")
}

// chosen reports whether an origin is what a client presents as its session.
func chosen(o tokenflow.Origin) bool {
	if o.Hashed || o.Short {
		return false
	}
	switch o.Kind {
	case tokenflow.Cookie:
		return true
	case tokenflow.Header:
		return tokenflow.SecretHeader(o.Text) || tokenflow.IsSecret(o.Text)
	case tokenflow.Query, tokenflow.Form, tokenflow.PostForm, tokenflow.Path:
		return tokenflow.IsSecret(o.Text)
	}
	return false
}
