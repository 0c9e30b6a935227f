// Package cachecontrol reports authenticated answers that caches may keep.
//
// What somebody sees who is logged in must not stay in a shared cache, nor come
// back by the back button after a logout.
//
// # Bad
//
//	func page(w http.ResponseWriter, r *http.Request) {
//		name := sm.GetString(r.Context(), "name")
//		w.Header().Set("Cache-Control", "public, max-age=600")
//		fmt.Fprintf(w, "Hello %s", html.EscapeString(name))
//	}
//
// is reported as
//
//	page lets every cache keep what one user sees (Cache-Control: public), send no-store
//
// # Good
//
//	w.Header().Set("Cache-Control", "no-store")
//
// # Why
//
// ASVS 4.0.3 8.2.1 and 8.2.3, 5.0 14.3.2; CWE-525, 524.
//
// # What counts as proof
//
// Cache-Control: no-store in the handler, in a function that it calls, or in
// middleware of the same package.
//
// # Limits
//
// An answer is for one user if its handler reads a value of a session, or if
// middleware in front of it rejects requests. One that sends a session cookie must
// say no-store; that is reported if all that stands in front of it is in sight, and
// unknown otherwise. Where some answers to one user say no-store, those that say
// nothing are unknown. -middleware names functions that set the header elsewhere.
// Proxies may add headers. Clear-Site-Data at logout is not asked for.
package cachecontrol
