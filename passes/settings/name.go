package settings

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
)

// Words that make a cookie name say "session credential"
// (requirements.md sections 0.5 and 2), and words that say it is something else.
func credentialWord(w string) bool {
	switch w {
	case "session", "sessions", "sess", "sessid", "sid", "sessionid", "auth", "authn", "authentication", "token", "jwt", "bearer",
		"remember", "rememberme", "authtoken", "accesstoken", "refreshtoken", "sessiontoken", "logintoken", "idtoken",
		"usertoken", "apitoken", "usersession", "authsession", "phpsessid", "jsessionid", "gosessionid", "gosessid", "beegosessionid":
		return true
	}
	return strings.HasSuffix(w, "sessionid") || strings.HasSuffix(w, "sessid")
}

func stopWord(w string) bool {
	switch w {
	case "csrf", "xsrf", "csrftoken", "xsrftoken", "page", "next", "cursor", "continuation", "sync", "push", "device", "fcm", "apns", "lex",
		"lexer", "parse", "parser", "count", "max", "min", "limit", "type", "kind", "name", "prefix", "ttl", "expiry",
		"expires", "hash", "digest", "salt", "captcha", "sas", "upload", "resume", "idempotency", "telegram",
		"slack", "bot", "state", "oauthstate", "nonce", "pkce", "verifier", "challenge", "redirect", "return", "returnto", "referer", "referrer", "origin",
		"provider", "theme", "locale", "lang", "language", "tz", "timezone", "consent", "flash", "flashes", "message",
		"messages", "error", "notice", "hint", "mode", "seen", "username", "email", "timeout", "view", "sort", "filter", "cart",
		"layout", "tab", "history", "last", "test", "check", "url", "uri", "path":
		return true
	}
	return false
}

// A nameVerdict says what a cookie name tells.
type nameVerdict uint8

const (
	saysNothing nameVerdict = iota
	saysCredential
	saysOther
)

// judgeName decides by the words of a constant cookie name; more and stop are
// the user's own words.
func judgeName(name string, more, stop []string) nameVerdict {
	verdict := saysNothing
	list := words.Split(name)
	for i, w := range list {
		if w == "key" && i > 0 && (list[i-1] == "api" || list[i-1] == "access") || w == "apikey" {
			verdict = saysCredential
		}
		if stopWord(w) || slices.Contains(stop, w) {
			return saysOther
		}
		if credentialWord(w) || slices.Contains(more, w) {
			verdict = saysCredential
		}
	}
	return verdict
}

// offerNames gives helpers that leave the name of the cookie to callers in
// other packages the names that their package offers for it: exported
// constants such as CookieAuth = "auth". A package that names the cookie of
// the session beside the only function that sends it means that function.
func (e *engine) offerNames() {
	names := offeredNames(e.pass.Pkg.Scope())
	if len(names) == 0 {
		return
	}
	for _, fn := range e.funcs {
		own, _ := e.sends(fn)
		for _, s := range own {
			name := s.set[model.Name]
			if s.kind == model.Cookie && s.template == nil && len(name) == 1 && name[0].Kind == parameter && name[0].owner == fn &&
				isExported(fn) && len(e.callers(fn)) == 0 {
				s.offered = names
			}
		}
	}
}

func isExported(fn *ssa.Function) bool {
	obj := fn.Object()
	return obj != nil && obj.Exported()
}

// offeredNames returns the values of the exported constants of a package that
// are called cookie names and say session credential.
func offeredNames(scope *types.Scope) []string {
	var names []string
	for _, id := range scope.Names() {
		c, ok := scope.Lookup(id).(*types.Const)
		if !ok || !c.Exported() || c.Val().Kind() != constant.String || !slices.Contains(words.Split(id), "cookie") {
			continue
		}
		if name := constant.StringVal(c.Val()); judgeName(name, nil, nil) == saysCredential {
			names = append(names, name)
		}
	}
	return names
}
