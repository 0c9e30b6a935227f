// Package staticapikey reports one static secret that stands in for user sessions.
//
// A secret that all callers share, and that never changes, says nothing about
// who calls. It cannot be taken back from one of them.
//
// # Bad
//
//	func requireKey(next http.Handler) http.Handler {
//		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
//			if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-API-Key")), []byte(os.Getenv("API_KEY"))) != 1 {
//
// is reported as
//
//	one secret of environment variable API_KEY lets every caller in, give each a key of its own
//
// # Good
//
//	client, err := clients.ByKeyHash(r.Context(), sha256.Sum256([]byte(r.Header.Get("X-API-Key"))))
//
// # Why
//
// ASVS 4.0.3 3.5.2 (level 2), 5.0 7.2.2 and 13.2.1; CWE-798, 287.
//
// # What counts as proof
//
// Nothing: a key that is looked up for each client leaves no site.
//
// # Limits
//
// What the caller sends is a credential by the name of the header, cookie or
// parameter, in a function that finds out who calls. The secret is a constant, an
// environment variable, a flag, or a field of a configuration. Webhooks, metrics
// and health checks, one-time codes and CSRF tokens are left alone; -legacy
// names functions and files that are excused.
package staticapikey
