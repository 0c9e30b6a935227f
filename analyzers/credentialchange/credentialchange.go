package credentialchange

import (
	_ "embed"
	"flag"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/webhandlers"
)

//go:embed doc.go
var doc string

// Analyzer reports password changes that end no session.
var Analyzer = rule.New(rule.Info{
	Name: "credentialchange", Doc: doc, ASVS4: "3.3.3", ASVS5: "7.4.3", CWE: []int{613},
	Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) {
		f.String("terminators", "", "functions of the project that end sessions, comma-separated")
	},
}, run, webhandlers.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	terminators := pass.Words("terminators")
	for _, c := range webhandlers.Of(pass.Pass).Changes() {
		if !counts(c, options.Of(pass.Pass)) {
			continue
		}
		switch {
		case c.Ends || c.Calls(terminators):
			sites.Satisfied(c, "ended", "%s change ends sessions, or makes their tokens invalid", c.What).Steps(c.Steps).Steps(c.Ended)
		case c.Doubt == "event":
			sites.Unknown(c, c.Doubt, "functions that are registered for an event may end sessions after the change of the %s", c.What)
		case c.Doubt != "":
			sites.Unknown(c, c.Doubt, "this may be no change: %s", c.How)
		default:
			sites.Violation(c, "sessions-alive", "%s change leaves the other sessions of the account alive (%s)", c.What, remedy(c)).Steps(c.Steps)
		}
	}
	return nil
}

// counts reports whether an edition and level speak of a kind of change. 4.0.3
// names passwords only; that the second factor is gone is the same loss, which 5.0
// asks for from level 2, and there for one key of several as well.
func counts(c webhandlers.Change, o *options.Options) bool {
	switch c.Kind {
	case "password":
		return true
	case "mfa":
		one := words.Has(c.How, "passkey passkeys webauthn fido u2f key keys credential credentials device devices authenticator authenticators")
		return o.ASVS == options.ASVS50 || o.Level >= 2 && !one
	case "apikey", "delete": // no factor changes
		return false
	}
	return o.ASVS == options.ASVS50
}

// remedy is what ends sessions of this kind.
func remedy(c webhandlers.Change) string {
	switch {
	case c.Carried:
		return "raise a version that they carry"
	case c.Records:
		return "delete them by user"
	}
	return "delete them by user, or raise a version that they carry"
}
