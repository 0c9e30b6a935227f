// Package cookiedelete reports deletion cookies that cannot match the cookie they delete.
//
// A browser drops a cookie only if the deletion names the same Path and
// Domain. Path left out means the directory of the request: the session set
// with Path "/" survives a deletion sent from /account/logout.
//
// # Bad
//
//	http.SetCookie(w, &http.Cookie{Name: "sid", Value: token, Path: "/"}) // login
//	http.SetCookie(w, &http.Cookie{Name: "sid", MaxAge: -1})              // logout
//
// is reported at the second line as
//
//	deletion leaves cookie "sid" alive (Path is unset, the setter says "/")
//
// # Good
//
//	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1, Secure: true, HttpOnly: true})
//
// # Why
//
// Supports ASVS 4.0.3 3.3.1 and 5.0 7.4.1; CWE-613; RFC 6265 section 5.3. A
// logout that leaves the cookie is no logout on a shared computer.
//
// # What counts as proof
//
// A setter of the same name with the same Path and Domain. For __Host- and
// __Secure- cookies the deletion needs Secure as well, for __Host- also Path
// "/". Options that end a session, such as gorilla's Options{MaxAge: -1}, are
// compared with the session stores of the package.
//
// # Limits
//
// Setters and deletions are paired by constant names within the module, as far
// as the setter is in this package or in one that it imports. If any setter
// matches, nothing is reported.
package cookiedelete
