package sessiondirective

import (
	_ "embed"
	"slices"

	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/directive"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/internal/spell"
)

//go:embed doc.go
var doc string

// Analyzer reports sessionlint directives that have no effect.
var Analyzer = rule.New(rule.Info{
	Name: "sessiondirective", Doc: doc, Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 1,
}, run)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	known := catalogue.RuleNames()
	for _, d := range directive.Of(pass.Pass).All() {
		if d.Problem != nil {
			sites.Violation(d, d.Problem.Category, "%s", d.Problem.Message).At(evidence.Certain)
			continue
		}
		if !d.Native {
			continue // the names of other tools' checks are not ours to judge
		}
		for _, name := range d.Rules {
			if !slices.Contains(known, name) {
				sites.Violation(d, "unknown-rule", "directive names unknown rule %q%s", name, spell.DidYouMean(name, known)).
					At(evidence.Certain)
			}
		}
	}
	return nil
}
