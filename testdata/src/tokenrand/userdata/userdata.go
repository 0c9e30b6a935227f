// Package userdata makes session cookies of what a user is called.
package userdata

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"net/http"
)

func encoded(w http.ResponseWriter, r *http.Request) {
	mail := r.FormValue("mail")
	http.SetCookie(w, &http.Cookie{Name: "SessionID", Value: base64.StdEncoding.EncodeToString([]byte(mail))}) // want tokenrand:"session cookie \"SessionID\" is made of form value mail alone"
}

func hashed(w http.ResponseWriter, r *http.Request) {
	sum := md5.Sum([]byte(r.PostFormValue("username")))
	http.SetCookie(w, &http.Cookie{Name: "session", Value: hex.EncodeToString(sum[:])}) // want tokenrand:"is made of form value username alone"
}

// With a key, or with something that cannot be guessed.
func keyed(w http.ResponseWriter, r *http.Request, key []byte) {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(r.FormValue("mail")))
	http.SetCookie(w, &http.Cookie{Name: "session", Value: hex.EncodeToString(mac.Sum(nil))})
}

func salted(w http.ResponseWriter, r *http.Request) {
	sum := sha256.Sum256([]byte(r.FormValue("mail") + rand.Text()))
	http.SetCookie(w, &http.Cookie{Name: "session", Value: hex.EncodeToString(sum[:])})
}

// No session, or not only the user.
func others(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "greeting", Value: base64.StdEncoding.EncodeToString([]byte(r.FormValue("mail")))})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: base64.StdEncoding.EncodeToString([]byte(r.FormValue("mail") + r.FormValue("ticket")))})
}
