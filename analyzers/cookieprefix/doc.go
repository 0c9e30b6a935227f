// Package cookieprefix reports broken __Host- and __Secure- cookies and, by level, missing prefixes.
//
// The prefix __Host- makes the browser itself guarantee that a cookie is
// Secure, has Path "/" and no Domain. A cookie that carries the prefix and
// breaks the promise is thrown away: nobody stays logged in.
//
// # Bad
//
//	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: token, Secure: true, HttpOnly: true})
//
// is reported as
//
//	cookie "__Host-sid" is rejected by browsers (Path is not "/")
//
// # Good
//
//	http.SetCookie(w, &http.Cookie{
//		Name: "__Host-sid", Value: token, Path: "/",
//		Secure: true, HttpOnly: true, SameSite: http.SameSiteStrictMode,
//	})
//
// # Why
//
// ASVS 4.0.3 3.4.4 and 5.0 3.3.3; CWE-565; the rules of the prefixes are in
// RFC 6265bis. Without the prefix, a sub-domain or an active attacker on plain
// HTTP can plant a cookie of the same name.
//
// # What counts as proof
//
// The prefix together with the three attributes.
//
// # Limits
//
// A missing prefix is information only, and a violation from level 2 of ASVS
// 5.0 on or with -cookieprefix.require. Names from configuration are unknown,
// and a Domain that is set on purpose rules the prefix out (see cookiescope).
package cookieprefix
