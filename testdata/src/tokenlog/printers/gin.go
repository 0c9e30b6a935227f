package printers

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

func oneOfGin(c *gin.Context, name string) { log.Print(c.GetHeader(name)) }

// A form token guards against CSRF: it logs nobody in.
func form(r *http.Request) { log.Printf("bad form token %q", r.PostFormValue("_form_token")) }

// The names of headers are no secrets.
func names(r *http.Request) {
	for name := range r.Header {
		log.Print(name)
	}
}

func values(r *http.Request) {
	for _, list := range r.Header {
		log.Print(list) // want tokenlog:"every request header is written to a log"
	}
}

// One entry, by a helper.
func upgrade(h http.Header) string { return h.Get("Upgrade") }

func authorization(h http.Header) string { return h.Get("Authorization") }

func helped(r *http.Request) {
	log.Print(upgrade(r.Header))
	log.Print(authorization(r.Header)) // want tokenlog:"header Authorization is written to a log"
}
