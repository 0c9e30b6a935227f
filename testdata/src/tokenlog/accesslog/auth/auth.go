// Package auth accepts tokens in the query.
package auth

import "net/http"

// Token returns the token of a request.
func Token(r *http.Request) string {
	if token := r.Header.Get("Authorization"); token != "" {
		return token
	}
	return r.URL.Query().Get("access_token")
}

// Answer writes an answer, whoever asked.
func Answer(w http.ResponseWriter, text string) { w.Write([]byte(text)) }
