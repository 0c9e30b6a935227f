// Package sessionowner reports session listing or revocation without an ownership check.
//
// Whoever guesses or sees the ID of a record must not be able to end, or change,
// the session of somebody else with it.
//
// # Bad
//
//	func revoke(w http.ResponseWriter, r *http.Request) {
//		_, err := db.Exec(`DELETE FROM sessions WHERE id=$1`, r.PathValue("id"))
//		reply(w, err)
//	}
//
// is reported as
//
//	any user can delete any of "sessions" by its ID (owner is not checked)
//
// # Good
//
//	func revoke(w http.ResponseWriter, r *http.Request) {
//		_, err := db.Exec(`DELETE FROM sessions WHERE id=$1 AND user_id=$2`, r.PathValue("id"), caller(r).ID)
//		reply(w, err)
//	}
//
// # Why
//
// ASVS 4.0.3 3.3.4 and 4.2.1, 5.0 7.5.2 and 8.2.2; CWE-639.
//
// # What counts as proof
//
// The owner stands in the condition of the statement, is compared with somebody
// in the handler, or is given to a function together with the ID. A statement of a
// handler that lists the sessions of one user shows that users can see theirs, one
// on a table of OAuth tokens, grants or consents that they can take these back.
//
// # Limits
//
// Statements are constant SQL and gorm's conditions on a table or type whose name
// says session or token; functions of own packages that hand an ID to one are
// followed, also through interfaces if all implementations in the packages that the
// handler imports do the same. The ID must come from the path, the query, a form
// or the body. Handlers, paths, middleware and packages that are named after
// administration or roles are unknown, and so are handlers whose route is not in
// sight. Methods of services (gRPC, connect, goa) are not judged: whoever calls them may
// be a program that has asked for the user before.
package sessionowner
