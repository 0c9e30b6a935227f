package sessionrotation

import (
	_ "embed"
	"flag"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/webhandlers"
)

//go:embed doc.go
var doc string

// Analyzer reports logins that keep the old session ID.
var Analyzer = rule.New(rule.Info{
	Name: "sessionrotation", Doc: doc, ASVS4: "3.2.1", ASVS5: "7.2.4", CWE: []int{384},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) {
		f.String("renewers", "", "functions of the project that renew the session ID, comma-separated")
		f.Bool("elevation", false, "report further proof, roles and impersonation that keep the session ID, too (always under ASVS 5.0)")
	},
}, run, webhandlers.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	renewers := pass.Words("renewers")
	elevation := rule.Flag[bool](pass, "elevation") || options.Of(pass.Pass).ASVS == options.ASVS50
	for _, l := range webhandlers.Of(pass.Pass).Logins() {
		if l.Elevation == "" {
			decide(sites, l, l.Calls(renewers))
		} else if elevation {
			elevate(sites, l, l.Calls(renewers))
		}
	}
	return nil
}

// elevate: ASVS 5.0 7.2.4 asks for a fresh ID at each further proof, too.
func elevate(sites *evidence.Sites, l webhandlers.Login, told bool) {
	switch {
	case l.Store == "client":
		sites.Satisfied(l, "client", "the session is a cookie, whose value changes with its content")
	case told || l.Renewed == webhandlers.Always:
		sites.Satisfied(l, "renewed", "%s gives the client a fresh session", l.Elevation).Steps(l.Steps)
	case l.Store == "" || l.Renewed == webhandlers.Unsure:
		sites.Unknown(l, "store-unknown", "where the sessions live, or who renews them, is not known")
	default:
		sites.Violation(l, "elevation", "%s is stored without renewing the session ID", l.Elevation).Steps(l.Steps)
	}
}

func decide(sites *evidence.Sites, l webhandlers.Login, told bool) {
	switch {
	case l.Store == "client":
		sites.Satisfied(l, "client", "the session is a cookie, whose value changes with its content")
	case told || l.Renewed == webhandlers.Always:
		sites.Satisfied(l, "renewed", "login gives the client a fresh session").Steps(l.Steps)
	case l.Store == "":
		sites.Unknown(l, "store-unknown", "where the sessions live is not known")
	case l.Renewed == webhandlers.Never:
		sites.Violation(l, "not-renewed", "login stores the user without renewing the session ID").Steps(l.Steps).
			Fix("Renew the session ID before the user is stored", l.Fix...)
	case l.Renewed == webhandlers.Sometimes:
		sites.Violation(l, "some-paths", "login stores the user, but renews the session ID on some paths only").Steps(l.Steps)
	case l.Renewed == webhandlers.Unchecked:
		sites.Violation(l, "unchecked", "login goes on when the renewal of the session ID fails (its error is dropped)").Steps(l.Steps)
	default:
		sites.Unknown(l, "caller", "a caller, or middleware, may renew the session ID")
	}
}
