package logoutinvalidation

import (
	_ "embed"
	"flag"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/webhandlers"
)

//go:embed doc.go
var doc string

// Analyzer reports logouts that end nothing on the server.
var Analyzer = rule.New(rule.Info{
	Name: "logoutinvalidation", Doc: doc, ASVS4: "3.3.1", ASVS5: "7.4.1", CWE: []int{613},
	Severity: evidence.Error, OnFrom4: 1, OnFrom5: 1,
	Flags: func(f *flag.FlagSet) {
		f.String("terminators", "", "functions of the project that end sessions, comma-separated")
	},
}, run, webhandlers.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	terminators := pass.Words("terminators")
	for _, l := range webhandlers.Of(pass.Pass).Logouts() {
		switch {
		case l.Ends == webhandlers.Ended || l.Calls(terminators):
			sites.Satisfied(l, "ended", "logout ends the session on the server")
		case l.Ends == webhandlers.CookieOnly && l.Carried:
			sites.Violation(l, "cookie-only", "logout drops the cookie but what it holds stays valid, delete the record or revoke the token (deny list, version)").Steps(l.Steps)
		case l.Ends == webhandlers.CookieOnly:
			sites.Violation(l, "cookie-only", "logout drops the cookie but leaves the session alive on the server, destroy it there").Steps(l.Steps)
		case l.Ends == webhandlers.SomePaths:
			sites.Violation(l, "some-paths", "logout drops the cookie but ends the session on some paths only, end it on all").Steps(l.Steps)
		case l.Ends == webhandlers.CopyLives:
			sites.Violation(l, "copy-lives", "logout empties a cookie session; a copy of the old cookie still works, keep sessions on the server").Steps(l.Steps)
		case l.Ends == webhandlers.Unread:
			sites.Violation(l, "denylist-unread", "logout notes the token in %q, which no guard reads, ask it where tokens are verified", l.List).Steps(l.Steps)
		case l.Ends == webhandlers.Respellable:
			sites.Violation(l, "denylist-text", "logout refuses the text of the token, which has other valid spellings (use its jti)").Steps(l.Steps)
		default:
			sites.Unknown(l, "store-unknown", "where the sessions live is not known")
		}
	}
	return nil
}
