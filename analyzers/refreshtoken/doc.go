// Package refreshtoken reports refresh tokens that are not rotated, tracked or limited.
//
// A refresh token is the real session. If nothing on the server knows it, it
// cannot be ended, and a stolen one works beside the real one.
//
// # Bad
//
//	func refresh(raw string) (string, error) {
//		claims, err := verify(raw)
//		if err != nil {
//			return "", err
//		}
//		claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
//		return jwt.NewWithClaims(jwt.SigningMethodEdDSA, claims).SignedString(key)
//	}
//
// is reported as
//
//	refresh makes new tokens as long as the old one is valid, which nothing ends, set a last day
//
// # Good
//
//	record, err := store.Consume(ctx, hash(raw)) // one use
//	if err != nil || time.Now().After(record.FamilyEnds) {
//		return Pair{}, errLoginAgain
//	}
//	return issue(ctx, record.UserID, record.FamilyEnds)
//
// # Why
//
// ASVS 5.0 10.4.5, 10.4.8 and 10.4.9, 4.0.3 3.3.2 and 3.5.1; CWE-613, 294.
//
// # What counts as proof
//
// A statement on records of tokens or sessions, on the way from the old token to
// the new one: one that deletes or changes them shows that the token is replaced,
// one that reads them that the server can end it.
//
// # Limits
//
// Functions that refresh are recognised by their names (-names adds some). A
// call whose effect is not known makes the verdict unknown, unless it only loads
// an account. Access and refresh tokens are told apart within one package.
package refreshtoken
