// Package sessionrotation reports logins that keep the session ID from before the login.
//
// Whoever knows, or has planted, the ID that a browser held before the login is
// logged in with it.
//
// # Bad
//
//	u, err := users.CheckPassword(r.PostFormValue("user"), r.PostFormValue("password"))
//	if err != nil {
//		http.Error(w, "login failed", http.StatusUnauthorized)
//		return
//	}
//	sessions.Put(r.Context(), "uid", u.ID)
//
// is reported as
//
//	login stores the user without renewing the session ID
//
// # Good
//
//	if err := sessions.RenewToken(r.Context()); err != nil {
//		http.Error(w, "internal error", http.StatusInternalServerError)
//		return
//	}
//	sessions.Put(r.Context(), "uid", u.ID)
//
// # Why
//
// ASVS 4.0.3 3.2.1, 5.0 7.2.4; CWE-384. That no session exists before the login
// is no help: an attacker plants the ID of a session of his own.
//
// Under ASVS 5.0, or with -elevation, a second factor that is noted in a session
// is judged like a login, and so is a role that somebody gets, or the identity of
// somebody else that he takes on.
//
// # What counts as proof
//
// A renewal before or after the user is stored, in the handler or in what it
// calls, on every path; a session or token that is made at the login; a session
// that lives in a cookie, whose value changes with its content.
//
// # Fix
//
// The renewal is written in front of the statement that stores the user, where its
// error can be returned or answered.
//
// # Limits
//
// A login is recognised by the proof (a password compared, a code, an assertion
// verified, by a library or by a function that is called so) and by the user that is
// stored behind it. Where the sessions of gorilla's interface live is known only
// if a store is made in the package or in one that it imports. Some libraries
// (gin-contrib/sessions, iris) cannot renew; put a random value of your own
// into the session and the guard, or take another store.
package sessionrotation
