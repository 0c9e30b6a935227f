// Package parts logs parts of what headers hold.
package parts

import (
	"encoding/base64"
	"log"
	"net/http"
	"strings"
)

// redacted leaves out the header that has the token.
func redacted(r *http.Request) {
	headers := map[string][]string{}
	for name, values := range r.Header {
		if name != "Authorization" {
			headers[name] = values
			continue
		}
		headers[name] = []string{"(redacted)"}
	}
	log.Println("request", headers)
}

var harmless = map[string]bool{"accept": true, "user-agent": true}

func chosen(r *http.Request) {
	for name, values := range r.Header {
		if harmless[strings.ToLower(name)] {
			log.Println(name, values)
		}
	}
}

func all(r *http.Request) {
	for name, values := range r.Header {
		log.Println(name, values) // want tokenlog:"every request header is written to a log"
	}
}

// attempt knows domain, user and password.
func attempt(r *http.Request) {
	text, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(r.Header.Get("Authorization"), "Basic "))
	if err != nil {
		return
	}
	parts := strings.SplitN(string(text), ":", 3)
	domain, user := strings.ToLower(parts[0]), parts[1]
	log.Println("login of", user, "at", domain)
	if len(parts[2]) == 0 {
		log.Println("refused", parts[2]) // want tokenlog:"header Authorization is written to a log"
	}
}

func scheme(r *http.Request) {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	log.Println("scheme", scheme)
	log.Println("token", token) // want tokenlog:"header Authorization is written to a log"
}

// whole: nothing says that it was more than the token.
func whole(r *http.Request) {
	parts := strings.Split(r.Header.Get("Authorization"), ",")
	log.Println(parts[0]) // want tokenlog:"header Authorization is written to a log"
}

func host(r *http.Request) {
	log.Println("host", r.URL.Hostname(), r.URL.Port(), r.URL.Scheme, r.URL.EscapedPath(), r.FormValue("access_token") != "")
	log.Println("all of it", r.URL) // want tokenlog:"query of the URL is logged"
}

// version logs the first byte of a key, which says how it is made.
func version(r *http.Request) {
	key, err := base64.URLEncoding.DecodeString(r.Header.Get("X-API-Key"))
	if err != nil || len(key) == 0 {
		return
	}
	if key[0] != 1 {
		log.Println("unknown version", key[0])
		log.Println("unknown version", key) // want tokenlog:"header X-API-Key is written to a log"
	}
}
