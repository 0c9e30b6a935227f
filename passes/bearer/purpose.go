package bearer

import (
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/words"
)

// A Purpose is what a token is for.
type Purpose uint8

const (
	PurposeUnknown Purpose = iota
	Session                // it says who somebody is
	Refresh                // it gets new ones
	Link                   // one purpose: reset, invitation, download, state
)

// purpose decides what a token is for: by its type, scope or audience, by the
// names of what makes it, by the claims in it.
func purpose(m *Mint) Purpose {
	names := []string{m.Function, lastName(m.Claims)}
	for claim, v := range m.Values {
		if isTypeClaim(claim) || claim == "sub" {
			names = append(names, v.Text)
		}
	}
	refresh, link := false, strings.HasPrefix(lastName(m.Claims), "OAuth") // what a provider says of somebody who is still to sign up
	for _, name := range names {
		list := words.Split(name)
		link = link || linkWords(list)
		refresh = refresh || slices.Contains(list, "refresh")
	}
	identity := false
	for _, name := range m.Names {
		identity = identity || isIdentity(name) || strings.Contains(name, "user")
	}
	switch {
	case link:
		return Link
	case refresh && m.refreshes():
		return Refresh
	case identity:
		return Session
	}
	return PurposeUnknown
}

// refreshes: a function that makes both kinds says in the claims, or nowhere,
// which one this is.
func (m *Mint) refreshes() bool {
	for claim, v := range m.Values {
		if isTypeClaim(claim) && slices.Contains(words.Split(v.Text), "access") {
			return false
		}
	}
	return true
}

func lastName(name string) string {
	return name[strings.LastIndexByte(name, '.')+1:]
}

// linkWords reports whether a name belongs to a token for one purpose, or for
// a machine.
func linkWords(list []string) bool {
	for _, w := range list {
		switch w {
		case "reset", "verify", "verification", "confirm", "confirmation", "invite", "invitation", "activate", "activation", "download",
			"unsubscribe", "magic", "state", "oauth", "csrf", "xsrf", "upload", "share", "shared", "mfa", "totp", "2fa", "otp", "challenge", "preauth",
			"apikey", "pat", "personal", "webhook", "presign", "presigned", "link", "registration", "signup", "service", "machine", "host", "node",
			"agent", "m2m", "push", "websocket", "file", "asset", "media", "image", "captcha", "nonce", "license", "bot", "device", "recovery",
			"recover", "forgot", "email", "mail", "temp", "temporary", "pending", "ticket", "export", "logout", "assertion", "client", "attachment":
			return true
		}
	}
	return slices.Contains(list, "api") && (slices.Contains(list, "key") || slices.Contains(list, "token"))
}

// Identifies reports whether the claims say who somebody is.
func (m *Mint) Identifies() bool {
	return slices.ContainsFunc(m.Names, func(name string) bool { return isIdentity(name) })
}

// Named reports whether the name of a key means the same everywhere in a
// package: that of a parameter does not.
func Named(key string) bool { return key != "" && !strings.HasPrefix(key, "var ") }
