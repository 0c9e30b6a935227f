// Package vocabulary compares words of the protocol, which everybody knows.
package vocabulary

import (
	"net/http"
	"net/textproto"
	"strings"
)

// hasToken reports whether a header has a token, as RFC 9110 calls its words.
func hasToken(value, token string) bool {
	for part := range strings.SplitSeq(value, ",") {
		if strings.TrimSpace(part) == token {
			return true
		}
	}
	return false
}

func closes(r *http.Request) bool   { return hasToken(r.Header.Get("Connection"), "close") }
func keeps(r *http.Request) bool    { return hasToken(r.Header.Get("Connection"), "keep-alive") }
func upgrades(r *http.Request) bool { return hasToken(r.Header.Get("Connection"), "upgrade") }

// values returns the values of the cookies of one name: that is compared.
func values(h http.Header, filter string) []string {
	var list []string
	for _, line := range h["Cookie"] {
		for pair := range strings.SplitSeq(line, ";") {
			name, value, ok := strings.Cut(textproto.TrimString(pair), "=")
			if ok && (filter == "" || filter == name) {
				list = append(list, value)
			}
		}
	}
	return list
}

func sessions(r *http.Request) []string { return values(r.Header, "session") }

// The look-alike: what is compared is the value.
func admits(r *http.Request, secret string) bool {
	for _, line := range r.Header["Cookie"] {
		_, value, ok := strings.Cut(line, "=")
		if ok && value == secret { // want tokencompare:"can be guessed by timing"
			return true
		}
	}
	return false
}

// One constant is a secret in the code, no word of a protocol.
func isAdmin(r *http.Request) bool { return matches(r.Header.Get("X-Admin-Token"), "f3b1c0de") }

func matches(value, adminToken string) bool {
	return value == adminToken // want tokencompare:"can be guessed by timing"
}
