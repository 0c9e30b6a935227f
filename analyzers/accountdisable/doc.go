// Package accountdisable reports account disabling that leaves sessions alive.
//
// Who is banned, and keeps a token that nobody looks behind, stays until it
// expires.
//
// # Bad
//
//	func disable(w http.ResponseWriter, r *http.Request) {
//		db.Exec(`UPDATE users SET disabled = true WHERE id = $1`, r.PathValue("id"))
//	}
//
// with a guard that only verifies the token, is reported as
//
//	disabled account keeps its sessions (guards only verify tokens), look the account up there
//
// # Good
//
//	func disable(w http.ResponseWriter, r *http.Request) {
//		db.Exec(`UPDATE users SET disabled = true WHERE id = $1`, r.PathValue("id"))
//		tokens.RevokeAll(r.Context(), r.PathValue("id"))
//	}
//
// or a guard that loads the account for each request and looks at its state.
//
// # Why
//
// ASVS 5.0 7.4.2 and 8.3.2, in the spirit of 4.0.3 3.3.1; CWE-613. Under 4.0.3 the
// rule reports only when it is named.
//
// # What counts as proof
//
// Something that ends sessions, by the model or by its name, in the handler or in
// what it calls; a guard that reads a database or calls other packages of the
// program.
//
// # Limits
//
// Both halves must be in sight: the handler that disables, directly or through
// functions of own packages, and the guards of its package or of one that it
// imports. Deleted accounts, and states that are not booleans, are not looked at.
package accountdisable
