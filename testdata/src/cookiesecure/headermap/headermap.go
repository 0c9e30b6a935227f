// Package headermap has cookies that travel as text in a map of headers, the
// way gateways in front of gRPC services take them.
package headermap

import (
	"fmt"
	"net/http"
)

func forward(headers map[string]string) {}

func bad(token string) {
	forward(map[string]string{
		"Set-Cookie": fmt.Sprintf("access_token=%s; Path=/; HttpOnly; SameSite=Lax", token), // want cookiesecure:"Secure is never set"
	})
}

func good(token string) {
	forward(map[string]string{
		"Set-Cookie": fmt.Sprintf("access_token=%s; Path=/; HttpOnly; Secure; SameSite=Lax", token),
	})
}

// Some other header, and a cookie that is no credential.
func silent(token, theme string) {
	forward(map[string]string{"X-Token": token, "set-cookie": "theme=" + theme + "; Path=/"})
}

// The part behind the name comes from outside: nobody knows what is in it.
func unknown(token, attributes string) {
	forward(map[string]string{"Set-Cookie": "session=" + token + "; " + attributes})
}

func list(w http.ResponseWriter, token string) {
	w.Header()["Set-Cookie"] = []string{"session=" + token + "; Path=/; HttpOnly"} // want cookiesecure:"Secure is never set"
	w.Header()["Set-Cookie"] = []string{"session=" + token + "; Path=/; HttpOnly; Secure"}
}
