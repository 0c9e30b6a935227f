package guards

import (
	"strings"

	"github.com/sessionlint/sessionlint/internal/words"
)

// guards reports whether a function, by its name, makes sure that somebody is
// logged in.
func guards(name string) bool {
	return words.Has(name, "require required ensure must auth authenticate authenticated authorize authorized logged login guard check current user session verify valid validate protect")
}

// harmless reports whether middleware, by its name, does not reject.
func harmless(name string) bool {
	return words.Has(name, "logger logging log recover recovery recoverer compress gzip timeout cors save load sessions id ip metrics tracing trace headers nocache slashes prefix")
}

// proves reports whether a function, by its name, verifies who somebody is.
func proves(name string) bool {
	return words.Has(name, "verify check compare authenticate auth login validate exchange complete callback consume redeem match matches bind confirm password token code signin parse decode find get load by")
}

// pending reports whether a name says that a login is not finished.
func pending(name string) bool {
	return words.Has(name, "mfa totp otp 2fa tfa twofa factor webauthn authenticator") || strings.Contains(strings.ToLower(name), "twofactor") || strings.Contains(strings.ToLower(name), "secondfactor")
}

// Pending reports whether a name says that a login is not finished.
func Pending(name string) bool {
	return pending(name) || words.Has(name, "pending partial preauth half temp temporary stage")
}
