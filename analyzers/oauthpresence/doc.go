// Package oauthpresence reports OAuth access tokens of the client that are taken as proof of its login.
//
// An access token says what its bearer may do, not who is there. A provider
// answers for every token it issued, to whatever application: a page that
// somebody logged in to elsewhere can log in here with what it got.
//
// # Bad
//
//	token := &oauth2.Token{AccessToken: r.PostFormValue("access_token")}
//	user, err := provider.UserInfo(ctx, oauth2.StaticTokenSource(token))
//	if err == nil {
//		startSession(w, user.Subject)
//	}
//
// is reported as
//
//	access token of the client (form value access_token) logs its owner in, whoever it was issued to; check its audience
//
// # Good
//
//	idToken, err := verifier.Verify(ctx, r.PostFormValue("id_token")) // oidc.Config{ClientID: ...}
//
// # Why
//
// ASVS 4.0.1 3.5.1, 4.0.3 3.5.1, 5.0 9.2.2 and 10.3.1; CWE-290, 287.
//
// # What counts as proof
//
// An access token that the server itself got for the code of a callback.
//
// # Limits
//
// The provider is asked through a library, or at an endpoint that is known to
// tell whose a token is; -userinfo names further endpoints and functions.
// Around the question somebody has to be logged in. Code that looks at an
// audience or a client ID anywhere near is taken as a check. Tokens in an
// Authorization header are for authorization unless a session is begun.
package oauthpresence
