package tokenflow

import (
	"strings"

	"github.com/sessionlint/sessionlint/internal/words"
)

// Credential reports whether the origin is a live credential in clear, and
// names it: a token, a session ID, the header or cookie that carries one. What
// is hashed, cut short or named otherwise is none.
func (o Origin) Credential() (string, bool) {
	if o.Hashed || o.Short {
		return "", false
	}
	switch o.Kind {
	case Signed, SessionID, ThirdParty, Headers, Request:
		return o.Describe(), true
	case Header:
		return o.Describe(), SecretHeader(o.Text)
	case Secret:
		return o.Text, true
	case Cookie:
		return o.Describe(), IsCookieCredential(o.Text) || o.Text == ""
	case Query, Form, PostForm:
		return o.Describe(), IsCredential(o.Text)
	}
	return "", false
}

// WholeQuery reports whether the origin is the URL of a request with its query,
// or the query.
func (o Origin) WholeQuery() bool {
	return (o.Kind == URL || o.Kind == Query) && o.Text == "" && !o.Hashed && !o.Short
}

// Unread reports whether the value comes from a function that is not read.
func (o Origin) Unread() bool { return o.Kind == Unknown && strings.HasSuffix(o.Text, "()") }

// OfUser reports whether the value is a name or address of a user in another
// spelling, or the hash of one: who knows the user knows the value.
func (o Origin) OfUser() bool {
	if o.Kind != Form && o.Kind != PostForm || o.perChar < 4 {
		return false
	}
	return has(words.Split(o.Text), "user", "username", "mail", "email", "login", "account")
}

// Source names a generator, and the function of another package that uses it.
func (o Origin) Source() string {
	if o.Via != "" {
		return o.Via + " (" + o.Text + ")"
	}
	return o.Text
}

// Guessable reports whether the origin is a weak source of randomness, or
// user data or the time in disguise.
func (o Origin) Guessable() bool { return o.Kind == Weak }

// Opposes reports whether a name belongs to a token that is made for one
// purpose and sent by mail, or to something that is no secret.
func Opposes(name string) bool {
	list := words.Split(name)
	return aboutSomethingElse(list) || isLinkToken(list)
}

// AuthFunction reports whether a function says by its name that it finds out
// who sends a request.
func AuthFunction(name string) bool {
	list := words.Split(name)
	if isLinkToken(list) {
		return false
	}
	return has(list, "auth", "authenticate", "authentication", "authorize", "authorization", "token", "jwt", "bearer", "session", "apikey", "login", "middleware", "authorized", "extractor") ||
		has(list, "api") && has(list, "key") || strings.HasPrefix(strings.ToLower(name), "requireapi")
}

// Verifies reports whether a function says by its name that it checks or finds
// by a secret that it is given.
func Verifies(name string) bool {
	list := words.Split(name)
	if !has(list, "token", "key", "secret", "signature", "apikey", "csrf", "xsrf", "hmac", "mac", "jwt", "nonce", "api", "tokens", "session", "sid", "cookie") {
		return false
	}
	return has(list, "by", "verify", "check", "validate", "valid", "is", "equal", "equals", "compare", "match", "matches", "authenticate", "find", "lookup", "from")
}

// ComparesSecrets reports whether a function says by its name that it tells
// whether two secrets are equal: tokenEqual, compareSecrets.
func ComparesSecrets(name string) bool {
	list := words.Split(name)
	return has(list, "equal", "equals", "compare", "match", "matches", "same") && IsSecret(name)
}

// NamesCredential reports whether a name cannot mean anything but a credential:
// refresh_token, access_token, session_token.
func NamesCredential(name string) bool {
	list := words.Split(name)
	return IsCredential(name) && has(list, "token") && has(list, "refresh", "access", "session", "auth")
}

// Expected reports whether a name says that it holds what a secret should be:
// expected, computedMAC, signedAttempt.
func Expected(name string) bool {
	return has(words.Split(name), "expected", "expect", "computed", "calculated", "correct", "wanted", "want", "signed", "actual")
}

// IsKey reports whether a name says that it holds a key or another secret.
func IsKey(name string) bool {
	list := words.Split(name)
	return IsSecret(name) || has(list, "key") && !aboutSomethingElse(list)
}
