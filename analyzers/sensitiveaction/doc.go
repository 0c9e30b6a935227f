// Package sensitiveaction reports account changes without re-authentication.
//
// # Bad
//
//	func changePassword(w http.ResponseWriter, r *http.Request) {
//		u := currentUser(r)
//		u.Hash = hash(r.PostFormValue("new"))
//		users.Update(r.Context(), u)
//	}
//
// is reported as
//
//	password of the logged-in user is replaced without asking for the current one
//
// # Good
//
//	if bcrypt.CompareHashAndPassword(u.Hash, []byte(r.PostFormValue("current"))) != nil {
//		http.Error(w, "wrong password", http.StatusForbidden)
//		return
//	}
//
// # Why
//
// ASVS 4.0.3 3.7.1 and 2.1.6, 5.0 7.5.1 and 6.2.3; CWE-306, 620. A session that
// was stolen, or left open, is enough to take the account for good.
//
// # What counts as proof
//
// The current password compared, a second factor verified, the age of the login
// tested, a token of one purpose redeemed, in the handler or in its callers.
//
// # Limits
//
// Passwords are judged; under ASVS 5.0, or if -actions says so, second factors
// that are removed (mfa), addresses (email) and recovery data (recovery) that are
// replaced, too. Keys that are made (apikey) and accounts that are deleted (delete)
// are judged only if -actions says so. The change must concern the account of the one who asks: made from who is logged in, or behind a comparison with him. A
// handler that changes the account of others is left to the guard of its route,
// and so is every handler of an application that has a way to prove again who one
// is, since which routes ask for it is not in sight.
package sensitiveaction
