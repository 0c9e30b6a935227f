// Package limits holds what the rule does not decide.
package limits

import (
	"net/http"
	"net/url"
)

// A name that may mean anything, in a function that says nothing.
func show(r *http.Request) string { return r.URL.Query().Get("token") }

// The name of the parameter is a variable.
func read(r *http.Request, name string) string { return r.URL.Query().Get(name) }

// How long a token lives is no token.
func lifetime(r *http.Request) string { return r.FormValue("refresh_token_lifetime") }

// A download by a token that is good for one request.
var downloads = map[string]string{}

func dataByToken(r *http.Request) string {
	token := r.URL.Query().Get("token")
	file := downloads[token]
	delete(downloads, token)
	return file
}

// The same without the end.
func dataForToken(r *http.Request) string {
	return downloads[r.URL.Query().Get("token")] // want tokenurl:"query parameter token"
}

// A link that was mailed.
type verifyHandler struct{ names map[string]string }

func (h verifyHandler) login(r *http.Request) string { return h.names[r.FormValue("token")] }

type pageHandler struct{ names map[string]string }

func (h pageHandler) login(r *http.Request) string {
	return h.names[r.FormValue("token")] // want tokenurl:"form value token"
}

// The address that another server answers with.
func tokenFromAnswer(resp *http.Response) (string, error) {
	u, err := url.Parse(resp.Header.Get("Location"))
	if err != nil {
		return "", err
	}
	return u.Query().Get("access_token"), nil
}

// The address of a request, by way of a helper.
func tokenOf(u *url.URL) string {
	return u.Query().Get("access_token") // want tokenurl:"query parameter access_token"
}

func tokenFromRequest(r *http.Request) string { return tokenOf(r.URL) }

// Whether a token is there, to leave it out of a log.
func forLog(r *http.Request) *http.Request {
	if r.URL.Query().Get("access_token") == "" {
		return r
	}
	clone := r.Clone(r.Context())
	query := clone.URL.Query()
	query.Set("access_token", "left out")
	clone.URL.RawQuery = query.Encode()
	return clone
}

// The same, taken up.
func forServer(r *http.Request) *http.Request {
	token := r.URL.Query().Get("access_token") // want tokenurl:"query parameter access_token"
	if token == "" {
		return r
	}
	clone := r.Clone(r.Context())
	clone.Header.Set("Authorization", "Bearer "+token)
	return clone
}
