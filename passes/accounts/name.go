package accounts

import (
	"github.com/sessionlint/sessionlint/internal/words"
)

func anyWord(name, list string) bool { return words.Any(words.Split(name), list) }

// disables reports whether a function, by its name, disables an account.
func disables(name string) bool {
	return anyWord(name, "disable ban suspend block deactivate") && !anyWord(name, "notification notifications mfa totp 2fa otp ip email feature")
}

// isAccount reports whether a type, by its name, is an account.
func isAccount(name string) bool {
	list := words.Split(name)
	return len(list) > 0 && anyWord(list[len(list)-1], "user account member customer") && !anyWord(name, "request form input")
}
