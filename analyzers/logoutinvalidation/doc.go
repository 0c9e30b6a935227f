// Package logoutinvalidation reports logouts after which the old session still works.
//
// # Bad
//
//	func logout(w http.ResponseWriter, r *http.Request) {
//		http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1})
//		http.Redirect(w, r, "/login", http.StatusSeeOther)
//	}
//
// is reported as
//
//	logout drops the cookie but leaves the session alive on the server, destroy it there
//
// # Good
//
//	func logout(w http.ResponseWriter, r *http.Request) {
//		if err := sessions.Destroy(r.Context()); err != nil {
//			http.Error(w, "internal error", http.StatusInternalServerError)
//			return
//		}
//		http.Redirect(w, r, "/login", http.StatusSeeOther)
//	}
//
// # Why
//
// ASVS 4.0.3 3.3.1, 5.0 7.4.1; CWE-613. Whoever has a copy of the cookie, from a
// proxy, a backup or a shared computer, is still logged in.
//
// # What counts as proof
//
// A record that is deleted or marked, an identity that is taken out of a session
// of the server, a token on a list of refused ones, a token version or a time
// that is moved.
//
// # Limits
//
// A logout is recognised by the name or route of the handler, or by a directive. A
// handler of another package that only its route calls so is judged where it is
// registered, by what it does at all, not by what it does on each path.
// Whether the guard consults a list of refused tokens is checked for maps of the
// package, not for databases. That other spellings of a token are accepted is
// known of golang-jwt. A logout that does
// nothing at all is not reported. A logout that ends the session on some paths
// only is reported where a parameter of the request decides; that there is no
// session is a good reason to end none.
package logoutinvalidation
