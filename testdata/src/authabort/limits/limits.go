// Package limits has what is not seen.
package limits

import (
	"net/http"
)

type store struct{}

func (store) Delete(string) error { return nil }

func known(r *http.Request) bool { return false }

// What runs behind the rejection neither answers nor runs a handler.
func works(w http.ResponseWriter, r *http.Request, s store) {
	if !known(r) {
		http.Error(w, "no", http.StatusForbidden)
	}
	s.Delete(r.PathValue("id"))
}

// The status is chosen elsewhere.
func chosen(w http.ResponseWriter, r *http.Request, status func() int) {
	if !known(r) {
		http.Error(w, "no", status())
	}
	w.Write([]byte("secret"))
}
