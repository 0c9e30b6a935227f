package sensitiveaction

import (
	_ "embed"
	"flag"
	"slices"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/webhandlers"
)

//go:embed doc.go
var doc string

// Analyzer reports account changes that a session alone is enough for.
var Analyzer = rule.New(rule.Info{
	Name: "sensitiveaction", Doc: doc, ASVS4: "3.7.1", ASVS5: "7.5.1", CWE: []int{306, 620},
	Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) {
		f.String("proofs", "", "functions of the project that re-authenticate, comma-separated")
		f.String("actions", "", "actions that need it, of password, mfa, email, recovery, apikey, delete; default password, under ASVS 5.0 the first four")
	},
}, run, webhandlers.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	proofs, actions := pass.Words("proofs"), actionsOf(pass)
	for _, c := range webhandlers.Of(pass.Pass).Changes() {
		if slices.Contains(actions, c.Kind) {
			decide(sites, c, c.Calls(proofs))
		}
	}
	return nil
}

// actionsOf returns the kinds of changes that need proof.
func actionsOf(pass *rule.Pass) []string {
	switch actions := pass.Words("actions"); {
	case len(actions) > 0:
		return actions
	case options.Of(pass.Pass).ASVS == options.ASVS50:
		return []string{"password", "mfa", "email", "recovery"}
	}
	return []string{"password"}
}

func decide(sites *evidence.Sites, c webhandlers.Change, told bool) {
	switch {
	case c.Proved && c.Doubt != "" && !told:
		sites.Unknown(c, "doubt", "this may be no change, so nothing has to be proved")
	case c.Proved || told:
		sites.Satisfied(c, "proved", "%s change asks again who the user is", c.What).Steps(c.Proofs)
	case c.Doubt != "" || c.StepUp:
		sites.Unknown(c, "elsewhere", "proof may be asked for elsewhere")
	case c.Own && c.Kind == "apikey":
		sites.Violation(c, "no-proof", "an %s is made for the logged-in user without asking for the password", c.What).Steps(c.Steps)
	case c.Own && c.Kind == "delete":
		sites.Violation(c, "no-proof", "%s of the logged-in user is deleted without asking for the password", c.What).Steps(c.Steps)
	case c.Own && c.Kind != "password":
		sites.Violation(c, "no-proof", "%s of the logged-in user is replaced or removed without asking for the password", c.What).Steps(c.Steps)
	case c.Own:
		sites.Violation(c, "no-proof", "%s of the logged-in user is replaced without asking for the current one", c.What).Steps(c.Steps)
	default:
		sites.Unknown(c, "other-account", "the account may be that of another user")
	}
}
