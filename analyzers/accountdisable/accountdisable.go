package accountdisable

import (
	_ "embed"
	"flag"
	"slices"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/accounts"
	"github.com/sessionlint/sessionlint/passes/webhandlers"
)

//go:embed doc.go
var doc string

// Analyzer reports accounts that are disabled and keep their sessions.
var Analyzer = rule.New(rule.Info{
	Name: "accountdisable", Doc: doc, ASVS4: "3.3.1", ASVS5: "7.4.2", CWE: []int{613},
	Severity: evidence.Warning, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) { f.String("terminators", "", "functions that end the sessions of an account") },
}, run, accounts.Analyzer, webhandlers.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	terminators := pass.Words("terminators")
	for _, d := range accounts.Of(pass.Pass).Disables() {
		ended := webhandlers.Of(pass.Pass).Ends(d.Fn) || d.Ends != "" && d.Ends != accounts.FunctionValue || slices.ContainsFunc(terminators, func(t string) bool { return slices.Contains(d.Calls, t) })
		switch {
		case ended:
			sites.Satisfied(d, "ends-sessions", "sessions of the disabled account end").About(d.Handler).Step(d.Ended, "ended here")
		case d.Guards == accounts.Notices:
			sites.Satisfied(d, "guard-notices", "guards look behind the token").About(d.Handler)
		case d.Ends != "":
			sites.Unknown(d, "perhaps-ends", "whether sessions of the disabled account end depends on %s", d.Ends).About(d.Handler)
		case d.Guards == accounts.Blind:
			sites.Violation(d, "keeps-sessions", "disabled account keeps its sessions (guards only verify tokens), look the account up there").
				About(d.Handler).Step(d.Guard, "guard verifies the token and nothing else")
		default:
			sites.Unknown(d, "guards-unseen", "whether guards notice the disabled account is not known").About(d.Handler)
		}
	}
	return nil
}
