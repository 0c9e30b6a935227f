package accounts

import (
	"github.com/sessionlint/sessionlint/internal/words"
)

// disables reports whether a function, by its name, disables an account.
func disables(name string) bool {
	return words.Has(name, "disable ban suspend block deactivate") && !words.Has(name, "notification notifications mfa totp 2fa otp ip email feature")
}

// isAccount reports whether a type, by its name, is an account.
func isAccount(name string) bool {
	list := words.Split(name)
	return len(list) > 0 && words.Has(list[len(list)-1], "user account member customer") && !words.Has(name, "request form input")
}
