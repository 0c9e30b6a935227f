// Package sessionshared reports request identity kept in variables shared by requests.
//
// A server handles many requests at once. What one handler stores in a package
// variable, in a field of its receiver or in a variable around it, the others
// find there: somebody else's identity.
//
// # Bad
//
//	var current *User
//
//	func me(w http.ResponseWriter, r *http.Request) {
//		current = lookup(r)
//		render(w, current)
//	}
//
// is reported as
//
//	package variable "current" keeps the identity of one request for all others, use the request's context
//
// # Good
//
//	func withUser(next http.Handler) http.Handler {
//		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
//			ctx := context.WithValue(r.Context(), userKey{}, lookup(r))
//			next.ServeHTTP(w, r.WithContext(ctx))
//		})
//	}
//
// # Why
//
// The control objective of ASVS V3 4.0.3, 5.0 V7: a session is unique to each
// individual and cannot be shared; CWE-488. It goes unnoticed while one person
// tests the program.
//
// In fiber, texts that are read from the request point into a buffer that the
// next request is read into. A session ID that is kept as it is, in a map, a
// channel or a goroutine, becomes that of somebody else:
//
//	text of the request is kept in a map but overwritten by the next, copy it
//
// # What counts as proof
//
// Nothing is: what is not kept leaves no trace. Sites are violations only.
//
// # Limits
//
// An identity is a value whose type is named so (User, Account, Claims, Session and
// their like) and that comes from a session, a cookie, a header or a function that
// looks at the request; what the body holds is not taken for one. Receivers of
// handlers that are not registered in the same package are not known to be
// shared. Lent texts are reported where the package makes the application without
// Immutable, and the text is kept as it was read.
package sessionshared
