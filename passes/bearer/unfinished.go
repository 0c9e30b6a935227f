package bearer

import (
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/words"
)

// Unfinished reports whether a token, by the name of the function that makes
// it, is for somebody whose login waits for a further step.
func (m *Mint) Unfinished() bool {
	return slices.ContainsFunc(words.Split(m.Function), func(w string) bool {
		return slices.Contains([]string{"mfa", "totp", "otp", "2fa", "tfa", "twofa", "factor", "pending", "preauth", "partial", "challenge", "half"}, w)
	}) || strings.Contains(strings.ToLower(m.Function), "preauth")
}
