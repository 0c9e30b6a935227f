// Package sessiontimeout reports session stores without, or with too long, idle or absolute limits enforced by the server.
//
// A session that never ends is a password that never expires. What counts is
// what the server enforces: a cookie's own lifetime only tells the browser
// when to forget it, a thief need not.
//
// # Bad
//
//	sm := scs.New()
//	sm.Lifetime = 90 * 24 * time.Hour
//
// is reported as
//
//	sessions last 90 days, longer than the 30 days that level 1 allows
//
// # Good
//
//	sm := scs.New()
//	sm.Lifetime = 12 * time.Hour
//	sm.IdleTimeout = 30 * time.Minute
//
// # Why
//
// ASVS 4.0.3 3.3.2: 30 days at level 1; 12 hours and 30 minutes of idleness at
// level 2; 12 hours and 15 minutes at level 3 (NIST SP 800-63B). ASVS 5.0 7.3.1
// and 7.3.2 ask for both limits and for a documented decision, which the flags
// -max-absolute and -max-idle hold. CWE-613.
//
// # What counts as proof
//
// A constant within the limit, or the library's default. A gorilla cookie
// store whose Options.MaxAge is shorter than the 30 days that its codec
// accepts is good enough at level 1 only: store.MaxAge(n) sets both.
//
// # Limits
//
// Lifetimes from configuration are unknown; self-contained tokens are judged by
// tokenlifetime. Handwritten sessions are recognised by the type of their
// record: a struct of the program named session, or one with a token and a
// user. Their limits are constants that the age of a record is compared with, or
// that its expiry is made of. That a look-up ignores an expiry is not seen.
//
// A token that buys another of its kind renews the session without end, from
// level 2, if nothing of the old one but the user reaches the new one, or what
// is kept with it: no code can know then when the session began. Where a
// record is kept and only its expiry moves, that is not known: the beginning
// may be looked at anywhere.
package sessiontimeout
