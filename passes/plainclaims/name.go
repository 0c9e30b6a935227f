package plainclaims

import (
	"strings"

	"github.com/sessionlint/sessionlint/internal/words"
)

// meaning says what a cookie or header is about by its name.
func meaning(name string, header bool) (m Meaning, proxy bool) {
	list := words.Split(name)
	lower := strings.ToLower(name)
	switch {
	case header && proxied(lower):
		return Identity, true
	case has(list, "agent", "theme", "lang", "language", "locale", "timezone", "tz", "last", "hint", "display", "avatar", "remember", "remembered", "consent", "csrf", "xsrf", "sig", "signature", "hash", "visitor", "tracking", "analytics", "device", "cart", "pref", "prefs", "preference", "preferences", "picture", "flash"):
		return Nothing, false
	case has(list, "role", "roles", "admin", "isadmin", "superuser", "privilege", "privileges", "permission", "permissions") && !has(list, "token", "session", "id"):
		return Role, false
	case has(list, "logged", "loggedin", "authenticated", "isauthenticated", "isloggedin", "signedin") || has(list, "is", "auth") && has(list, "auth") && len(list) <= 2 && !header:
		return Flag, false
	case has(list, "token", "session", "sess", "sid", "sessionid", "jwt", "secret", "key", "code"):
		if header {
			return Nothing, false
		}
		return Data, false
	case identifies(list):
		return Identity, false
	case header:
		return Nothing, false
	}
	return Data, false
}

// identifies reports whether words name a user.
func identifies(list []string) bool {
	if has(list, "uid", "userid", "username", "useremail", "userlogin", "accountid", "memberid", "customerid") {
		return true
	}
	if has(list, "user", "account", "member", "customer", "employee") {
		for _, w := range list {
			if !has([]string{"x", "user", "account", "member", "customer", "employee", "id", "name", "email", "login", "current", "auth"}, w) {
				return false
			}
		}
		return true
	}
	return len(list) == 1 && has(list, "email", "login")
}

// proxied reports whether a header is one of those in which proxies say whom
// they have authenticated.
func proxied(name string) bool {
	switch name {
	case "x-forwarded-user", "x-forwarded-email", "x-forwarded-preferred-username", "remote-user", "x-remote-user", "x-webauth-user",
		"x-auth-request-user", "x-auth-request-email", "x-goog-authenticated-user-email", "cf-access-authenticated-user-email",
		"x-ms-client-principal-name", "x-amzn-oidc-identity", "x-authentik-username", "tailscale-user-login":
		return true
	}
	return false
}

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
