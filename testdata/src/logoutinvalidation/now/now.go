// Package now has a cookie that ends at the time of the answer.
package now

import (
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func login(w http.ResponseWriter, r *http.Request, key []byte) {
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: r.FormValue("name"), ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}).SignedString(key)
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "auth", Value: token, Path: "/", Expires: time.Now().Add(time.Hour)})
}

func logout(w http.ResponseWriter, r *http.Request) {
	drop := http.Cookie{Name: "auth", Value: "none", Path: "/", Expires: time.Now()}
	http.SetCookie(w, &drop) // want logoutinvalidation:"logout drops the cookie but what it holds stays valid"
}

// The cookie is kept for a while.
func logoutPage(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "seen", Value: "yes", Expires: time.Now().Add(time.Hour)})
}
