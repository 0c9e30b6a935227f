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
//	header Authorization is written to a log in clear
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
// What an error contains is not known, but for those of os, net/url and net/http,
// which repeat names and URLs. Functions whose name says redact, mask or sanitize
// are believed. A URL that is logged with its query is not reported.
package tokenlog
