// Package tokenkey reports session and token keys that are hard-coded, short, weakly made or possibly empty.
//
// Whoever knows the key of a session store or a token signer makes sessions of
// any user.
//
// # Bad
//
//	token.SignedString([]byte(os.Getenv("JWT_SECRET")))
//
// is reported as
//
//	signing key is empty if environment variable JWT_SECRET is not set, and an empty key signs anything; refuse to start without it
//
// # Good
//
//	key, err := base64.StdEncoding.DecodeString(os.Getenv("JWT_SECRET"))
//	if err != nil || len(key) < 32 {
//		return errors.New("JWT_SECRET must hold at least 32 random bytes")
//	}
//
// # Why
//
// ASVS 4.0.3 3.5.2, 3.5.3 and 2.10.4, 5.0 13.3.1 and 9.1.1; CWE-321, 798, 326,
// 1391. A key in the code is in every copy of it, and cannot be changed without
// a release.
//
// # What counts as proof
//
// A key read from a cryptographic generator, or a check of its length.
//
// # Limits
//
// Keys from files, key management services and configuration are unknown, and so
// is a default of a setting that a package compares with something, since it may
// refuse it, or whose value is tested before it becomes a key, a key made
// of numbers, and a variable of another package. A key that is used in many
// places is reported once, where it is written.
package tokenkey
