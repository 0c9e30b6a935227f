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
// A hash, or at most the first eight characters.
//
// # Limits
//
// What an error of another module contains is not known. Functions whose name
// says redact, mask or sanitize are believed.
package tokenlog
