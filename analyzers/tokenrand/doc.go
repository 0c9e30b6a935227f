// Package tokenrand reports session tokens made from predictable sources.
//
// A token that guards a session or a login must come from a cryptographic
// generator. math/rand, counters, the time and most ID makers can be computed
// by whoever has seen a few values or knows roughly when one was made.
//
// # Bad
//
//	b := make([]byte, 32)
//	for i := range b {
//		b[i] = letters[mathrand.Intn(len(letters))]
//	}
//	http.SetCookie(w, &http.Cookie{Name: "session", Value: string(b)})
//
// is reported at the call of the generator as
//
//	session cookie "session" from math/rand.Intn is predictable, use crypto/rand
//
// # Good
//
//	b := make([]byte, 32)
//	rand.Read(b) // crypto/rand
//	http.SetCookie(w, &http.Cookie{Name: "session", Value: hex.EncodeToString(b)})
//
// # Why
//
// ASVS 4.0.3 3.2.4 and 5.0 7.2.3; CWE-338, 330, 340, 341. The rule covers every
// secret that guards a session or a login: session, API, reset, invitation and
// CSRF tokens, OAuth state and nonce. math/rand for jitter, sampling or
// identifiers that are no secrets is none of its business.
//
// # What counts as proof
//
// crypto/rand or a library generator that reads it, on every path; a signature or
// keyed hash, which nobody can make without the key.
//
// # Limits
//
// A generator over a source that is not in sight is unknown: it may read
// crypto/rand. So is a function that uses a weak generator only where the strong
// one fails, which that of Go 1.24 and later does not do, and a helper in a
// package of its own that reads nothing but the clock and does not say that it
// makes an ID. A helper of another package that makes other things as well is
// named where its result becomes a token. A hash or encoding of user data is
// recognised if it comes from a form and becomes a session cookie. A value is
// recognised as a token where it becomes a session cookie, an OAuth state, a
// field of a record whose name says secret, or the result of a function whose
// name says that it makes one.
package tokenrand
