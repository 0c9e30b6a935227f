// Package sessionsave reports session changes that are lost: not saved, saved too late, error dropped.
//
// A logout that clears the session and does not save it is no logout. A cookie
// that is set behind a redirect is not sent.
//
// # Bad
//
//	session.Options.MaxAge = -1
//	http.Redirect(w, r, "/", http.StatusSeeOther)
//	session.Save(r, w)
//
// is reported as
//
//	Save comes after the answer has started, and its cookie is lost
//
// and
//
//	session := sessions.Default(c)
//	session.Clear()
//	c.Redirect(http.StatusSeeOther, "/")
//
// as
//
//	cleared session is never saved and so is lost
//
// # Good
//
//	session.Options.MaxAge = -1
//	if err := session.Save(r, w); err != nil {
//		http.Error(w, "internal error", http.StatusInternalServerError)
//		return
//	}
//	http.Redirect(w, r, "/", http.StatusSeeOther)
//
// # Why
//
// ASVS 4.0.3 3.2.1 and 3.3.1, 5.0 7.2.4 and 7.4.1; CWE-252, 613. What the program
// believes about a session and what the next request finds differ: users who have
// logged out are still logged in.
//
// # What counts as proof
//
// A save behind the change on all paths on which nothing failed, before the
// answer starts, whose error is looked at.
//
// # Limits
//
// Sessions that are captured, kept in a struct or returned are unknown, and so are
// those of a package in which nothing saves: a middleware elsewhere may. Libraries
// that save by themselves (scs, fiber v3's middleware, beego, iris) need no save.
// Where the answer is buffered (fiber, fasthttp, hertz), nothing comes too late. In
// gin a redirect need not start the answer. Dropped errors are reported where a
// session ends or somebody's identity is stored; those that the program assigns to
// the blank identifier, from level 3.
package sessionsave
