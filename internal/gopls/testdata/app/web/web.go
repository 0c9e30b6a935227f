// Package web sends cookies.
package web

import (
	"net/http"

	"example.com/app/auth"
)

// Login sends a cookie that another package made.
func Login(w http.ResponseWriter, token string) {
	http.SetCookie(w, auth.Cookie(token))
}

// Admin sends a cookie without HttpOnly.
func Admin(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "admin_session", Value: token, Secure: true, SameSite: http.SameSiteLaxMode})
}
