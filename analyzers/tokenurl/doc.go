// Package tokenurl reports session tokens read from or written into URLs.
//
// URLs are kept in histories, logs and Referer headers, and are shared by
// people who do not know what they hold.
//
// # Bad
//
//	func tokenFromRequest(r *http.Request) string { return r.FormValue("token") }
//
// is reported as
//
//	credential is accepted from the URL (form value token), read forms from the body only
//
// since FormValue reads the URL query as well. So are templates and scripts of the
// package that put a token into the query of an address:
//
//	<a href="/feed?key={{.User.APIKey}}">Feed</a>
//
//	fetch("/feed?access_token=" + token)
//
// # Good
//
//	func tokenFromRequest(r *http.Request) string {
//		return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
//	}
//
// # Why
//
// ASVS 4.0.3 3.1.1 and 5.0 14.2.1; CWE-598.
//
// # What counts as proof
//
// Settings of libraries that name headers and cookies only.
//
// # Limits
//
// Links made for one purpose (reset, confirmation, invitation), OAuth codes and
// states, CSRF and paging tokens are recognised by name and left alone. A
// parameter is a credential by its name, in a function that finds out who sends a
// request, or by a name that cannot mean anything else: refresh_token.
package tokenurl
