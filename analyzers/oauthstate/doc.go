// Package oauthstate reports logins at a provider that are not bound to the browser session.
//
// The answer of the provider comes through the browser. If nothing ties it to
// the browser that began the login, an attacker has a victim finish the
// attacker's login, or slips in a code that was stolen.
//
// # Bad
//
//	http.Redirect(w, r, conf.AuthCodeURL("state"), http.StatusFound)
//
// is reported as
//
//	state of the login is a constant: it does not bind the answer to the browser, make one for each login
//
// and a callback with
//
//	token, err := conf.Exchange(ctx, r.FormValue("code"))
//
// as
//
//	login callback never looks at state, compare it with the one sent
//
// # Good
//
//	state := rand.Text()
//	sessions.Put(r.Context(), "oauth_state", state)
//	http.Redirect(w, r, conf.AuthCodeURL(state), http.StatusFound)
//
// and in the callback
//
//	if r.FormValue("state") != sessions.PopString(r.Context(), "oauth_state") {
//		http.Error(w, "login failed", http.StatusForbidden)
//		return
//	}
//
// # Why
//
// ASVS 5.0 10.1.2, 10.2.1 and 10.5.1; CWE-352, 384, 294.
//
// # What counts as proof
//
// A random state that the callback compares; a code verifier (PKCE) of each
// browser, or a nonce that is compared with that of the ID token, which do the
// same; a library that keeps the state for the browser.
//
// # Limits
//
// A code that comes in a body may have been checked by the page that sends it.
// A state that is looked up, stored or handed to other code is taken as
// checked. That the comparison is with something of this browser is not proven.
// Requests spelled by hand are seen if they are put together in url.Values. goth
// reuses a state that the client
// sends: information only.
package oauthstate
