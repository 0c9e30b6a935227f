// Package answers reads parameters that do not come from a request.
package answers

import (
	"io"
	"net/http"
	"net/url"
)

// authToken reads the form-encoded answer of a token endpoint.
func authToken(res *http.Response) string {
	body, err := io.ReadAll(res.Body)
	if err != nil {
		return ""
	}
	values, err := url.ParseQuery(string(body))
	if err != nil {
		return ""
	}
	return values.Get("access_token")
}

// authFromRequest reads the request.
func authFromRequest(r *http.Request) string {
	return r.URL.Query().Get("access_token") // want tokenurl:"accepted from the URL"
}
