// Package tokenresponse reports tokens in error messages.
//
// An error page ends up in screenshots, tickets and the logs of proxies.
//
// # Bad
//
//	http.Error(w, fmt.Sprintf("session %s expired", cookie.Value), http.StatusUnauthorized)
//
// is reported as
//
//	cookie session is sent back in an error response, leave it out
//
// # Good
//
//	http.Error(w, "session expired", http.StatusUnauthorized)
//
// # Why
//
// ASVS 4.0.3 7.4.1 (3.1.1 of 4.0.1) and 5.0 16.5.1; CWE-209, 522.
//
// # What counts as proof
//
// Error responses made of constants.
//
// # Limits
//
// Endpoints that answer a login with a token do their job and are left alone. A
// body written after an error status is a body like any other.
package tokenresponse
