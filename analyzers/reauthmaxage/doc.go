// Package reauthmaxage reports OpenID Connect logins and providers that leave the time of the last authentication out.
//
// Whoever logs in through a provider gets in without a password as long as the
// provider remembers the browser, maybe for months. A relying party that cares
// asks for a maximum age and checks the answer; a provider says when the user
// really authenticated.
//
// # Bad
//
//	http.Redirect(w, r, conf.AuthCodeURL(state, oidc.Nonce(nonce)), http.StatusFound)
//
// is reported as
//
//	login request sets no limit for the age of the authentication, send max_age or prompt=login
//
// and a provider with
//
//	func (a authRequest) GetAuthTime() time.Time { return time.Now() }
//
// as
//
//	auth_time is the time of the token, not of the login; store that of the login
//
// # Good
//
//	conf.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.SetAuthURLParam("max_age", "3600"))
//
// and in the callback
//
//	if time.Since(time.Unix(claims.AuthTime, 0)) > time.Hour+time.Minute {
//		return errLoginAgain
//	}
//
// # Why
//
// ASVS 4.0.3 3.6.1 and 3.6.2 (level 3), 5.0 7.6.1 and 6.8.4 (level 2); CWE-613.
//
// # What counts as proof
//
// A max_age of at most -maxage (12h), or prompt=login, in the request; a read
// of auth_time where ID tokens are verified, or a library that checks it. In
// providers, an auth_time that comes from something stored.
//
// # Limits
//
// Logins of plain OAuth, commands that open a browser, and requests whose
// options or client come from elsewhere are left alone. That auth_time is read
// counts, how it is compared does not.
package reauthmaxage
