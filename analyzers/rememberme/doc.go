// Package rememberme reports remember-me that stretches the session or reuses its token.
//
// Who wants to be remembered gets a token of its own, random, hashed and good for
// one use, that begins a new session. The session itself does not live longer.
//
// # Bad
//
//	if remember {
//		session.Options.MaxAge = 365 * 24 * 3600
//	}
//
// is reported as
//
//	remember-me stretches the session to 365 days, longer than the 12h that level 2 allows (use a token of its own)
//
// # Good
//
//	if remember {
//		http.SetCookie(w, &http.Cookie{Name: "remember_me", Value: selector + "." + verifier, MaxAge: 365 * 24 * 3600,
//			Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
//	}
//
// # Why
//
// ASVS 4.0.3 3.3.2, 5.0 7.3.2; CWE-613, 539.
//
// # What counts as proof
//
// A cookie of its own, named after remembering; or a lifetime under a condition on
// remembering that stays within the limit.
//
// # Limits
//
// A condition counts if it is an if statement around the lifetime, with a name that
// says remember, keep or stay. Cookies, session stores and signed tokens are held
// against the limits of sessiontimeout. Whether the token of a cookie of its own is
// replaced after use is left to a human; tokenatrest and tokencompare judge how it is
// stored and compared.
package rememberme
