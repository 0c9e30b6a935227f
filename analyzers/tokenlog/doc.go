// Package tokenlog reports session tokens, cookies and Authorization headers that reach a log.
//
// Logs are copied, shipped and read by more people than may act as the user
// whose token is in them.
//
// # Bad
//
//	slog.Info("request", "auth", r.Header.Get("Authorization"))
//
// is reported as
//
//	header Authorization is written to a log in clear, log a hash or nothing
//
// # Good
//
//	h := sha256.Sum256([]byte(token))
//	slog.Info("request", "session", hex.EncodeToString(h[:6]))
//
// # Why
//
// ASVS 4.0.3 7.1.1 and 5.0 16.2.5; CWE-532.
//
// # What counts as proof
//
// A hash. At most eight characters are left alone.
//
// # Limits
//
// A name alone is no credential: a field or parameter counts where the same
// function sends it as a cookie, verifies it, looks somebody up by it, or holds
// what the client sends against it. A URL that is logged with its query counts
// only where this package, or one that it imports, directly or not, accepts
// credentials in the query; middleware that logs it, of a framework or of our
// own, also where it is put before handlers of such a package. What an error contains is not known,
// but for those of os, net/url and net/http, which repeat names and URLs, and for
// texts that are put into an error which is returned. Functions whose name says
// redact, mask or sanitize are believed. Parameters of mails and templates are not
// followed.
package tokenlog
