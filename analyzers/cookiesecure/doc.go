// Package cookiesecure reports session cookies without Secure.
//
// A browser sends a cookie without the Secure attribute over plain HTTP as
// well. Whoever can read, or provoke, one unencrypted request to the site has
// the session.
//
// # Bad
//
//	http.SetCookie(w, &http.Cookie{
//		Name:     "session",
//		Value:    token,
//		HttpOnly: true,
//	})
//
// is reported as
//
//	session cookie "session" is sent over plain HTTP (Secure is never set), set it to true
//
// # Good
//
//	http.SetCookie(w, &http.Cookie{
//		Name:     "session",
//		Value:    token,
//		HttpOnly: true,
//		Secure:   true,
//		SameSite: http.SameSiteLaxMode,
//	})
//
// # Why
//
// ASVS 4.0.3 3.4.1 and 5.0 3.3.1 ask for Secure; CWE-614. HSTS does not
// replace it: the first visit, other ports and sub-domains remain.
//
// # What counts as proof
//
// The constant true, the default of the library at the version in use, or a
// value that follows the TLS state of the request or an https base URL. Note
// that r.TLS is never set behind a proxy that ends TLS.
//
// # Limits
//
// A value from configuration is unknown and not reported, unless the code
// itself shows that the option is off by default. Cookies whose name and value
// both come from outside are not recognised as session cookies. Deletion
// cookies and cookies of HTTP clients are left alone.
package cookiesecure
