// Package lib sets the cookie that another package deletes.
package lib

import "net/http"

// Name is the name of the session cookie.
const Name = "session"

// Set logs in.
func Set(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: Name, Value: token, Path: "/", Secure: true})
}

// SetDomain logs in for a shop.
func SetDomain(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "shop_session", Value: token, Path: "/", Domain: "example.com", Secure: true})
}

// Delete deletes any cookie.
func Delete(w http.ResponseWriter, name string) {
	http.SetCookie(w, &http.Cookie{Name: name, MaxAge: -1})
}
