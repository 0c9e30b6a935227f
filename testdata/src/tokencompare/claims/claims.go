// Package claims has comparisons in which nobody can try values.
package claims

import "net/http"

type idClaims struct{ Nonce string }

type provider struct{ Nonce, Token string }

// The nonce is part of a token whose signature was checked.
func checkNonce(c *idClaims, p provider) bool { return c.Nonce == p.Nonce }

type tokenClaims interface{ GetNonce() string }

func checkNonceOf(c tokenClaims, p provider) bool { return c.GetNonce() == p.Nonce }

// Nothing is granted: the cookie is only not sent twice.
func setVisitCookie(w http.ResponseWriter, r *http.Request, visitToken string) {
	if c, err := r.Cookie("visit_token"); err == nil && c.Value == visitToken {
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "visit", Value: visitToken})
}

func checkToken(r *http.Request, p provider) bool {
	return r.Header.Get("X-Auth-Token") == p.Token // want tokencompare:"can be guessed by timing"
}
