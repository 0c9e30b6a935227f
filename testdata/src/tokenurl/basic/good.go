package basic

import (
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

func tokenFromHeader(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

func tokenFromCookie(r *http.Request) string {
	c, err := r.Cookie("session")
	if err != nil {
		return ""
	}
	return c.Value
}

func tokenFromBody(r *http.Request) string { return r.PostFormValue("token") }

// Links made for one purpose.
func confirmEmail(r *http.Request) string { return r.URL.Query().Get("token") }

func resetPassword(r *http.Request) string { return r.FormValue("token") }

func acceptInvite(r *http.Request) string { return r.URL.Query().Get("invite_token") }

func sendVerification(w http.ResponseWriter, r *http.Request, token *jwt.Token, key []byte) {
	if text, err := token.SignedString(key); err == nil {
		http.Redirect(w, r, "/verify?token="+text, http.StatusFound)
	}
}

// What is no credential.
func authCallback(r *http.Request) (code, state string) {
	return r.URL.Query().Get("code"), r.URL.Query().Get("state")
}

func authForm(r *http.Request) bool { return r.FormValue("csrf_token") != "" }

func authorizedPages(r *http.Request) string { return r.URL.Query().Get("page_token") }

func listTokens(r *http.Request) string { return r.URL.Query().Get("token_type") }

func redirectHome(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/login?next="+r.URL.Path, http.StatusFound)
}
