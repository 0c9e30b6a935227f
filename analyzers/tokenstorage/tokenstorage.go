package tokenstorage

import (
	_ "embed"
	"strings"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/shipped"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

//go:embed doc.go
var doc string

// Analyzer reports tokens that scripts keep in the browser.
var Analyzer = rule.New(rule.Info{
	Name: "tokenstorage", Doc: doc, ASVS4: "3.2.3", ASVS5: "14.3.3", CWE: []int{922, 539},
	Severity: evidence.Warning, OnFrom4: 1, OnFrom5: 2,
}, run, shipped.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	assets, kept := shipped.Of(pass.Pass), false
	pass.Directives = assets.Directives()
	for _, w := range assets.Writes() {
		if judge(pass, sites, w) {
			kept = true
		}
	}
	for _, b := range assets.Bundles() {
		switch {
		case len(b.Unread) > 0:
			sites.Unknown(b, "not-read", "scripts are not read: %s", strings.Join(b.Unread, ", "))
		case !kept && b.Scripts > 0:
			sites.Satisfied(b, "scanned", "no script here keeps a token in the browser (%d read)", b.Scripts)
		}
	}
	return nil
}

// judge reports a write of a token, and whether it is one.
func judge(pass *rule.Pass, sites *evidence.Sites, w shipped.Write) bool {
	switch {
	case w.Store == shipped.Link: // of tokenurl
		return false
	case w.Store == shipped.Field:
		sites.Violation(w, "hidden-field", "credential %s is printed into a hidden field of the page", w.Key)
	case w.Store == shipped.Page:
		sites.Violation(w, "rendered", "credential %s is printed into a script of the page, leave it out", w.Key)
	case !namesToken(w.Key):
		return false
	case w.Store == shipped.Cookie:
		sites.Violation(w, "script-cookie", "session cookie %q is written by a script (it cannot be HttpOnly), set it on the server", w.Key)
	case w.Store == shipped.Session && !pass.Options.Strict:
		return false
	default:
		sites.Violation(w, category(w.Store), "token %q is kept in %s, where every script can read it, use an HttpOnly cookie", w.Key, w.Store)
	}
	return true
}

func category(s shipped.Store) string {
	switch s {
	case shipped.Session:
		return "session-storage"
	case shipped.Database:
		return "indexed-db"
	}
	return "local-storage"
}

// namesToken reports whether a key cannot mean anything but a session token.
func namesToken(key string) bool {
	switch strings.Join(words.Split(key), "") {
	case "idtoken", "sessionid", "sid", "sessid", "phpsessid", "jsessionid":
		return true
	}
	if !tokenflow.IsCredential(key) {
		return false
	}
	for _, w := range words.Split(key) {
		switch w {
		case "token", "jwt", "bearer", "apikey", "accesstoken", "authtoken", "sessiontoken", "apitoken", "refreshtoken", "authorization":
			return true
		}
	}
	return false
}
