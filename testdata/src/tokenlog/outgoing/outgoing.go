// Package outgoing has requests that the program sends itself, and what is
// around the value of a cookie.
package outgoing

import (
	"log/slog"
	"net/http"
)

// What the program sends to others is not what a client of ours sent.
func fetch(url string) {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return
	}
	slog.Debug("fetch", "headers", req.Header)
}

type logging struct{ next http.RoundTripper }

func (l logging) RoundTrip(req *http.Request) (*http.Response, error) {
	slog.Debug("send", "headers", req.Header)
	return l.next.RoundTrip(req)
}

// The name of a cookie is no secret, its value is.
func names(r *http.Request) {
	for _, c := range r.Cookies() {
		slog.Debug("cookie", "name", c.Name)
	}
	slog.Debug("received", "headers", r.Header) // want tokenlog:"written to a log"
}

// A request of one of two kinds, and both are sent.
func either(post bool, address string) {
	var req *http.Request
	if post {
		req, _ = http.NewRequest(http.MethodPost, address, nil)
	} else {
		req, _ = http.NewRequest(http.MethodGet, address, nil)
	}
	slog.Info("sending", "header", req.Header)
}
