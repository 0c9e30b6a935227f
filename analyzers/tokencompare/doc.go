// Package tokencompare reports secrets compared without constant time.
//
// == stops at the first byte that differs. The time it takes tells how much of
// a guess is right, and lets a secret be found byte by byte.
//
// # Bad
//
//	if r.Header.Get("X-API-Key") == apiKey {
//
// is reported as
//
//	secret "apiKey" can be guessed by timing this comparison, use subtle.ConstantTimeCompare
//
// # Good
//
//	if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-API-Key")), []byte(apiKey)) == 1 {
//
// # Why
//
// ASVS 4.0.3 6.2.8 and 5.0 11.2.4; CWE-208.
//
// # What counts as proof
//
// A comparison in constant time. A comparison of hashes is left alone.
//
// # Limits
//
// One side must come from the request, or the function must say by its name
// that it checks a secret it is given. Lookups by a database or a map are not
// comparisons, and a switch is not looked at. The ID of the session that a request
// is part of is no secret from its client, and a token that is looked for to take it
// away lets nobody in. A condition that tries several secrets is one finding. The
// fix replaces == and != of texts.
package tokencompare
