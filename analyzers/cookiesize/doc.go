// Package cookiesize reports data that outgrows a cookie session.
//
// A session that lives in a cookie has to fit into it. Browsers drop cookies of
// more than 4096 bytes, libraries refuse to encode them, and then nobody can log in.
//
// # Bad
//
//	var store = sessions.NewCookieStore(key)
//
//	func add(s *sessions.Session, cart []Item) { s.Values["cart"] = cart }
//
// is reported as
//
//	a list is kept in the cookie of the session under "cart" (browsers drop cookies over 4096 bytes), keep the data on the server
//
// # Good
//
//	func add(s *sessions.Session, cartID string) { s.Values["cart_id"] = cartID }
//
// # Why
//
// ASVS 5.0 3.3.5 (level 3); CWE-770; RFC 6265bis.
//
// # What counts as proof
//
// A number, a constant, a time, or a text under a key that names an identifier.
//
// # Limits
//
// Where a session lives is known if the package makes the
// store; elsewhere values are unknown. Texts and bytes are unknown unless
// they are constants. What goes into self-contained tokens is not measured.
package cookiesize
