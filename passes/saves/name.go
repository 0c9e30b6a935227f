package saves

import "strings"

// IsIdentity reports whether a key of a session, by its words, says who is
// logged in, or that somebody is.
func IsIdentity(key string) bool {
	lower := strings.ToLower(key)
	for _, word := range []string{"pending", "temp", "mfa", "2fa", "totp", "csrf", "flash", "redirect", "return", "state", "nonce", "lang", "theme", "agent"} {
		if strings.Contains(lower, word) {
			return false
		}
	}
	for _, word := range []string{"user", "uid", "account", "email", "auth", "login", "logged", "admin", "member", "identity", "staff", "customer"} {
		if strings.Contains(lower, word) {
			return true
		}
	}
	return lower == "id" || lower == "sub" || lower == "name" || lower == "role"
}
