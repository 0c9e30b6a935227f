// Package gothstate replaces the function that makes the state.
package gothstate

import (
	"crypto/rand"
	"net/http"

	"github.com/markbates/goth/gothic"
)

func setup() {
	gothic.SetState = func(*http.Request) string { return rand.Text() }
}

func begin(w http.ResponseWriter, r *http.Request) { gothic.BeginAuthHandler(w, r) }
