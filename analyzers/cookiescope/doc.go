// Package cookiescope reports session cookies shared with sub-domains or other paths.
//
// A cookie with a Domain, even the exact host, is sent to every sub-domain.
// The weakest of them, or one that somebody else may register, gets the
// session.
//
// # Bad
//
//	http.SetCookie(w, &http.Cookie{
//		Name: "session", Value: token, Path: "/", Domain: "example.com",
//		Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
//	})
//
// is reported as
//
//	session cookie "session" goes to every sub-domain (Domain is "example.com"), leave it out
//
// # Good
//
//	http.SetCookie(w, &http.Cookie{
//		Name: "session", Value: token, Path: "/",
//		Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
//	})
//
// # Why
//
// ASVS 4.0.3 3.4.5 and 5.0 3.3.3; CWE-668. Leaving Domain out makes the cookie
// host-only.
//
// # What counts as proof
//
// Domain never set, or the library's default of none.
//
// # Limits
//
// A Domain from configuration is unknown. The Path matters only if other
// applications share the host: say so with -shared-host. localhost and IP
// addresses have no sub-domains.
package cookiescope
