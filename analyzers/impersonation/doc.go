// Package impersonation reports identity switching without actor, audit or role check.
//
// Support staff that acts as a user must have the right to do so, must stay known
// as the one who acts, and must leave a trace.
//
// # Bad
//
//	func loginAs(w http.ResponseWriter, r *http.Request) {
//		sm.Put(r.Context(), "uid", r.PathValue("id"))
//	}
//
// is reported as
//
//	loginAs takes on another identity and forgets who acts (no actor is stored beside it)
//	loginAs takes on another identity and leaves no trace (nothing is logged)
//	loginAs lets anybody take on another identity (no right is checked)
//
// # Good
//
//	func loginAs(w http.ResponseWriter, r *http.Request, admin User, target string) error {
//		if !admin.Can("impersonate") {
//			return errForbidden
//		}
//		slog.InfoContext(r.Context(), "impersonation starts", "admin", admin.ID, "target", target)
//		if err := sm.RenewToken(r.Context()); err != nil {
//			return err
//		}
//		sm.Put(r.Context(), "actor", admin.ID)
//		sm.Put(r.Context(), "uid", target)
//		return nil
//	}
//
// # Why
//
// ASVS 5.0 16.3.1 and 16.3.3; CWE-778, 269.
//
// # What counts as proof
//
// A value or claim beside the identity whose name says who acts; a call of a log,
// or of a function that is named after one, and a statement that writes a table of
// events; a function or field that is named after rights or roles.
//
// # Limits
//
// A handler takes on another identity if it writes whom the request names, as it
// is, under the key by which a guard in front of it, in the same package, knows
// people, and verifies no credential. Beyond that functions are recognised by
// their names: impersonate, loginAs, switchUser, sudo and the like. What functions
// of other packages do is unknown unless their names say it, and so is what stands
// in front of a handler whose routes are not in sight. Whether a check of a right
// decides the right thing is left to a human.
package impersonation
