// Package headernames logs what headers are called, and not what is in them.
package headernames

import (
	"fmt"
	"log"
	"net/http"
	"net/url"
	"strings"
)

// malformed tells which header of a request is wrong.
func malformed(headers http.Header) string {
	for name, values := range headers {
		for _, value := range values {
			if strings.ContainsAny(value, "\r\n") {
				return fmt.Sprintf("value of %q", name) // the value may be sensitive
			}
		}
	}
	return ""
}

// leaking tells the value as well.
func leaking(headers http.Header) string {
	for name, values := range headers {
		for _, value := range values {
			if strings.ContainsAny(value, "\r\n") {
				return fmt.Sprintf("value of %q: %q", name, value)
			}
		}
	}
	return ""
}

func handle(w http.ResponseWriter, r *http.Request) {
	if what := malformed(r.Header); what != "" {
		log.Printf("bad request: %s", what)
		http.Error(w, "bad request: "+what, http.StatusBadRequest)
		return
	}
	if what := leaking(r.Header); what != "" {
		log.Printf("bad request: %s", what) // want tokenlog:"every request header is written to a log"
	}
}

// names lists the parameters of a query.
func names(query url.Values) (list []string) {
	for name := range query {
		list = append(list, name)
	}
	return list
}

func parameters(_ http.ResponseWriter, r *http.Request) { log.Print(names(r.URL.Query())) }
