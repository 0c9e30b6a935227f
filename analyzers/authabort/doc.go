// Package authabort reports guards that go on after they have rejected the request.
//
// Writing a status does not end a handler. What stands behind the rejection
// runs, for everybody.
//
// # Bad
//
//	if user == nil {
//		http.Error(w, "log in first", http.StatusUnauthorized)
//	}
//	next.ServeHTTP(w, r)
//
// is reported as
//
//	http.Error rejects the request but the next handler still runs (return is missing)
//
// So is a login that admits those whom it has just rejected, and a change of
// credentials that goes on:
//
//	if !matches(user, password) {
//		http.Error(w, "login failed", http.StatusUnauthorized)
//	}
//	session.Values["user_id"] = user.ID
//
// In gin and hertz, returning from a middleware does not stop the chain either:
//
//	if user == nil {
//		c.JSON(http.StatusUnauthorized, gin.H{"error": "log in first"})
//		return
//	}
//
// is reported as
//
//	JSON answers 401 without aborting, and the handlers behind still run, abort the chain
//
// A helper that rejects in some cases has to be asked whether it has:
//
//	requireLogin(w, r)
//	render(w, secrets)
//
// is reported as
//
//	requireLogin may have rejected the request, but the function goes on (result dropped), return if it did
//
// and one that answers nothing at all cannot be asked: let it return whether it has.
//
// # Good
//
//	if user == nil {
//		http.Error(w, "log in first", http.StatusUnauthorized)
//		return
//	}
//	next.ServeHTTP(w, r)
//
//	if user == nil {
//		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "log in first"})
//		return
//	}
//
// # Why
//
// ASVS 4.0.3 4.1.5 and 3.7.1, 5.0 16.5.3; CWE-636, 305. A guard that has to fail
// closed fails open, and every test that looks at the status alone passes.
//
// # What counts as proof
//
// The function returns, leaves or panics behind the rejection on all paths, or
// what runs there is only reached by requests that were not rejected.
//
// # Limits
//
// A rejection is an answer with 401 or 403 or a redirect to the login; in a guard
// also any other error. Statuses that are not constant, and code behind a rejection
// that neither answers, runs the next handler, stores who somebody is nor replaces
// a credential, are unknown. A status without a
// body, followed by a body that all requests get, is unknown too. The result of a
// helper that rejects in some cases counts as looked at when it is used at all.
package authabort
