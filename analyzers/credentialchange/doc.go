// Package credentialchange reports password changes that leave other sessions alive.
//
// # Bad
//
//	func changePassword(w http.ResponseWriter, r *http.Request) {
//		hash, err := bcrypt.GenerateFromPassword([]byte(r.PostFormValue("new")), bcrypt.DefaultCost)
//		if err != nil {
//			http.Error(w, "internal error", http.StatusInternalServerError)
//			return
//		}
//		db.Exec(`UPDATE users SET hash = $1 WHERE id = $2`, hash, userID(r))
//	}
//
// is reported as
//
//	password change leaves the other sessions of the account alive (delete them by user)
//
// # Good
//
//	db.Exec(`DELETE FROM sessions WHERE user_id = $1 AND token <> $2`, userID(r), current(r))
//
// # Why
//
// ASVS 4.0.3 3.3.3, 5.0 7.4.3; CWE-613. People change their password because
// they fear that somebody else is logged in. He still is. 4.0.3 names passwords;
// a second factor that is gone is the same fear, and in 5.0 the same demand.
//
// # What counts as proof
//
// Sessions or refresh tokens of the account deleted or marked, a token version,
// stamp or time moved, tokens that contain or are signed with something of the
// password: in the handler, in what it calls, or in its callers.
//
// # Limits
//
// Handlers of requests are judged, with the functions of the package that call
// them; programs of the command line, migrations and seeds are not. The first
// password of an account and a stronger hash at login are no changes. Where a
// password is written behind an interface whose implementation is not in sight, the
// name of the method decides. A handler that also runs what was registered for an event
// is undecided. Second factors that are removed are judged from level
// 2, addresses that are replaced under ASVS 5.0 only.
package credentialchange
