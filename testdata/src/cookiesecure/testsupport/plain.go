package testsupport

import "net/http"

// Send is in a file that tests have nothing to do with.
func Send(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token}) // want cookiesecure:"Secure is never set"
}
