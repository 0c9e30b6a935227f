// Package tokenlifetime reports issued tokens without expiry or over the limit.
//
// Nobody can take a self-contained token back. How long it lives is how long a
// thief has it.
//
// # Bad
//
//	claims := jwt.MapClaims{"sub": user.ID}
//	if ttl > 0 {
//		claims["exp"] = time.Now().Add(ttl).Unix()
//	}
//
// is reported as
//
//	token never expires if its lifetime is zero, refuse zero
//
// # Good
//
//	claims := jwt.MapClaims{"sub": user.ID, "exp": time.Now().Add(15 * time.Minute).Unix()}
//
// # Why
//
// ASVS 4.0.3 3.3.2, 5.0 7.3.2 and 9.2.1; CWE-613. The limits are those of
// sessions: 30 days at level 1, 12 hours at levels 2 and 3, or -max-absolute.
// An access token that a refresh token is issued beside should live no longer
// than -max-access; that is information. Where one function makes both, the call
// that hands in the lifetime says which token it asks for.
//
// # What counts as proof
//
// An exp on every path, a constant number of hours from now that is within the
// limit. The finding is where the lifetime is written. Where exp is left out
// for a zero lifetime, each call that may hand in zero is a finding too, in
// whichever package it is; what a command-line flag is by default counts.
//
// # Limits
//
// Lifetimes from configuration files and the environment are unknown. Only tokens that say who somebody
// is are judged: names of functions, types and constants decide that a token is
// a link for one purpose (reset, invitation, download), or belongs to a machine.
package tokenlifetime
