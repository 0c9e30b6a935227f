// Package tokenentropy reports session tokens with too few random bits.
//
// An opaque token must not be found by trying. 64 random bits are the least
// that ASVS 4.0.3 accepts, 128 is what 5.0 asks for.
//
// # Bad
//
//	b := make([]byte, 16)
//	rand.Read(b)
//	return hex.EncodeToString(b)[:8] // newSessionID
//
// is reported as
//
//	newSessionID has only 32 random bits, at least 64 are needed
//
// # Good
//
//	func newSessionID() string { return rand.Text() } // 130 bits
//
// # Why
//
// ASVS 4.0.3 3.2.2 and 5.0 7.2.3; CWE-331, 334. Bits are counted as 8 for each
// byte read, log2 of the alphabet for each character chosen, log2 of a bound,
// and never more than a truncation or a hash leaves.
//
// # What counts as proof
//
// The arithmetic: 32 bytes are 256 bits. A UUID of version 4 has 122.
//
// # Limits
//
// A length that is not a constant at any call is unknown. One-time codes, CSRF
// tokens and nonces have other limits.
package tokenentropy
