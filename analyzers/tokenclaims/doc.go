// Package tokenclaims reports tokens accepted without expiry, audience, issuer or type check.
//
// A good signature says who made a token, not that it is meant for this
// purpose, this service, this moment.
//
// # Bad
//
//	jwt.ParseWithClaims(raw, claims, keyFunc, jwt.WithoutClaimsValidation())
//
// is reported as
//
//	expired tokens are accepted (the check of the claims is switched off), leave it on
//
// # Good
//
//	jwt.ParseWithClaims(raw, claims, keyFunc, jwt.WithExpirationRequired(), jwt.WithIssuer("https://id.example"), jwt.WithAudience("shop"))
//
// # Why
//
// ASVS 4.0.3 3.5.3, 5.0 9.2.1 to 9.2.4, 10.3.1 and 10.5.4; CWE-345, 613, 287.
// golang-jwt, jwx, echo-jwt and others accept a token that has no exp; go-jose,
// cristalhq/jwt and jwtauth's Decode do not look at exp at all.
//
// # What counts as proof
//
// An option of the parser, a check of the library, or a comparison of the claim
// in the code around the verification.
//
// A token without exp is accepted for ever: that is a warning where others make
// the tokens, since the key is a public one, or with -strict; information where
// the program makes them itself and gives them an exp. Tokens that are made
// without exp are reported by tokenlifetime. An issuer or audience is reported
// where it is written into tokens although no verification asks for it.
//
// A verification that refuses expired tokens counts for nothing if the program
// lets that error pass, in place or in a function that looks at nothing but the
// error and settings. Functions that refresh or end sessions may do so.
//
// # Limits
//
// Verification and making of tokens are compared within a package, by the type
// of their claims and, for the purpose of a token, by the name of the key.
// -require names further claims that every verification must insist on.
package tokenclaims
