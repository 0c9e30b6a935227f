package tokenflow

import (
	"strings"

	"github.com/sessionlint/sessionlint/internal/words"
)

func has(list []string, any ...string) bool {
	for _, w := range list {
		for _, a := range any {
			if w == a {
				return true
			}
		}
	}
	return false
}

// aboutSomethingElse: words that make a token-like name mean no secret of a
// session (requirements.md section 2, stop words).
func aboutSomethingElse(list []string) bool {
	return has(list, "page", "next", "cursor", "continuation", "sync", "push", "device", "fcm", "apns", "lex", "lexer", "parse", "parser",
		"count", "max", "min", "limit", "type", "kind", "name", "prefix", "ttl", "expiry", "expires", "hash", "hashed", "digest", "salt", "captcha",
		"sas", "upload", "resume", "idempotency", "telegram", "slack", "bot", "id", "ids", "public", "valid", "error", "err", "length", "len",
		"url", "uri", "path", "file", "dir", "issuer", "lifetime", "validity", "timeout", "age", "period", "interval", "policy", "header", "field", "column", "at", "time", "date", "duration", "size", "index", "provider")
}

// IsSecret reports whether a name says that what it names guards a session, a
// login or an account: a session token, an API key, a CSRF token, a secret.
func IsSecret(name string) bool {
	list := words.Split(name)
	if has(list, "session", "sess") && has(list, "id") && len(list) == 2 {
		return true
	}
	if aboutSomethingElse(list) || has(list, "session", "sess") && has(list, "user", "username", "userid", "uid", "owner", "email", "account", "role", "data", "store") {
		return false
	}
	if has(list, "token", "tokens", "secret", "jwt", "sid", "sessid", "nonce", "csrf", "xsrf", "bearer", "apikey", "accesstoken", "refreshtoken",
		"authtoken", "sessiontoken", "sessionkey", "signature", "hmac", "passphrase", "session", "password", "apitoken", "authkey", "apisecret") {
		return true
	}
	// An access key is a secret here and, beside a secret key, a name there.
	return has(list, "key") && has(list, "api", "session", "auth", "secret", "signing", "jwt", "hmac", "verification", "reset", "activation", "registration", "private") ||
		has(list, "state") && has(list, "oauth", "oidc", "auth", "login")
}

// IsCredential reports whether a name says that what it names logs somebody in
// by itself: a session token or an API key, no CSRF token and no one-time code.
func IsCredential(name string) bool {
	list := words.Split(name)
	if aboutSomethingElse(list) || isLinkToken(list) || has(list, "csrf", "xsrf", "state", "nonce", "captcha", "webhook", "share", "form", "authenticity") {
		return false
	}
	if has(list, "token", "jwt", "sid", "sessid", "session", "sessionid", "bearer", "apikey", "accesstoken", "authtoken", "sessiontoken", "apitoken", "auth", "authorization") {
		return true
	}
	return has(list, "key") && has(list, "api", "session", "auth")
}

// IsCookieCredential reports whether a cookie of that name logs somebody in.
func IsCookieCredential(name string) bool {
	list := words.Split(name)
	return IsCredential(name) || has(list, "session", "sess") && has(list, "id") && len(list) <= 3
}

// isLinkToken: words of tokens made for one purpose, sent by mail.
func isLinkToken(list []string) bool {
	return has(list, "reset", "verify", "verification", "confirm", "confirmation", "invite", "invitation", "unsubscribe", "activate", "activation",
		"magic", "code", "codes", "download", "recover", "recovery", "signup", "register", "registration", "onetime", "otp", "totp", "twofa", "mfa", "forgot", "unlock",
		"delete", "cancel", "approve", "captcha", "challenge", "preview", "share", "shared", "public", "embed", "rss", "feed", "ical", "calendar", "callback", "oauth", "oidc", "saml", "webhook", "hook")
}

// ForSession returns a category for a use, with a word in front if what is true
// of the value says nothing about sessions: "link-" if it is by its name a
// token for one purpose, such as a link that is mailed or shared, "key-" if it
// is a key that signs, and "once-" if it guards one request.
func (u Use) ForSession(category string) string {
	list := words.Split(u.What)
	switch {
	case isLinkToken(list) || has(list, "link", "links", "email", "mail"):
		return "link-" + category
	case has(list, "hmac", "signing", "encryption") || has(list, "key") && has(list, "secret", "private"):
		return "key-" + category
	case has(list, "nonce", "csrf", "xsrf"):
		return "once-" + category
	}
	return category
}

// SecretHeader reports whether a request header carries a credential.
func SecretHeader(name string) bool {
	switch strings.ToLower(name) {
	case "authorization", "cookie", "set-cookie", "proxy-authorization", "x-api-key", "x-auth-token", "x-access-token", "x-session-token", "x-auth":
		return true
	}
	return IsCredential(name)
}

// makesSecret reports whether a function says by its name that it makes a
// token: GenerateToken, newSessionID, randomAPIKey.
func makesSecret(name string) bool {
	list := words.Split(name)
	if !has(list, "generate", "gen", "new", "create", "make", "random", "rand", "build", "issue", "get") || has(list, "hash", "hashed", "parse", "parser", "signature", "signatures", "client", "store", "service", "handler", "manager", "provider", "verifier", "validator") {
		return false
	}
	if has(list, "session", "sess") && has(list, "id", "ids", "token", "key") {
		return true
	}
	return IsSecret(name)
}
