package accounts

import (
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/words"
)

func anyWord(name, list string) bool {
	have := words.Split(name)
	for word := range strings.FieldsSeq(list) {
		if slices.Contains(have, word) {
			return true
		}
	}
	return false
}

// disables reports whether a function, by its name, disables an account.
func disables(name string) bool {
	return anyWord(name, "disable ban suspend block deactivate") && !anyWord(name, "notification notifications mfa totp 2fa otp ip email feature")
}

// isAccount reports whether a type, by its name, is an account.
func isAccount(name string) bool {
	list := words.Split(name)
	return len(list) > 0 && anyWord(list[len(list)-1], "user account member customer") && !anyWord(name, "request form input")
}

// endsSessions reports whether a function, by its name, ends sessions or
// makes tokens invalid.
func endsSessions(name string) bool {
	return anyWord(name, "delete remove destroy revoke invalidate expire terminate purge clear kill drop end logout signout wipe blacklist deny bump increment rotate refresh kick forget reset close flush evict") &&
		(anyWord(name, "session sessions token tokens jwt login logins all devices cache user users version stamp everywhere") || anyWord(name, "logout signout blacklist kick"))
}
