// Package tokenverify reports self-contained tokens used without proper verification.
//
// A JWT that nobody verifies is a note in which the client says who it is.
//
// # Bad
//
//	claims := &Claims{}
//	_, _ = jwt.ParseWithClaims(raw, claims, keyFunc)
//	return claims.Subject
//
// is reported as
//
//	claims are used and the error of the verification is dropped, check it first
//
// # Good
//
//	_, err := jwt.ParseWithClaims(raw, claims, keyFunc, jwt.WithValidMethods([]string{"EdDSA"}))
//	if err != nil {
//		return "", err
//	}
//	return claims.Subject, nil
//
// # Why
//
// ASVS 4.0.3 3.5.3, 5.0 9.1.1 to 9.1.3 and 6.8.2; CWE-347, 345, 757. Libraries
// such as golang-jwt fill in the claims before they know whether the signature
// is right, take any algorithm that fits the key, and leave it to the key
// function where keys come from.
//
// # What counts as proof
//
// An algorithm that the parser, the key function or the code behind it names; a
// library whose verifier knows no other; an error or Valid that is tested on
// every path to the claims. Unverified reading is fine if the same token is
// verified as well, or nothing but a log depends on it.
//
// An opaque token that is an ID and a secret is verified by both: it is reported
// if the program insists on a second part, never looks at it, and finds a record
// of somebody by the first.
//
// A program that splits a token at its dots and decodes the part in the middle
// has read it unverified, unless it looks at the third part as well. The bytes
// of a public key are no key for an HMAC, which they are where no algorithm, or
// one of HMAC, is named.
//
// Algorithms that only the type of the key limits are reported from level 2 on,
// once for each key: no other key fits, but 3.5.3 asks for a list.
//
// # Limits
//
// Claims that are read unverified count only if the token is seen to come from
// a request. Key functions of other modules are unknown. An error that a
// function of the program judges, or that is compared with one reason, counts as
// handled. -trusted names functions whose tokens are verified already.
package tokenverify
