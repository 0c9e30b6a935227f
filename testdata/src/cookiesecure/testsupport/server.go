// Package testsupport is shared by tests of several packages.
package testsupport

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// Login answers with a session for tests.
func Login(t *testing.T) *httptest.Server {
	t.Helper()
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "session", Value: r.FormValue("id")})
	}))
}
