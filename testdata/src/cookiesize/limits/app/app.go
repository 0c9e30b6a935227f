// Package app uses a store of another package: missed, where the session lives is not known here.
package app

import (
	"net/http"

	"sessionlint.test/src/cookiesize/limits/lib"
)

func add(w http.ResponseWriter, r *http.Request, cart []int) error {
	s, err := lib.Store.Get(r, "sid")
	if err != nil {
		return err
	}
	s.Values["cart"] = cart
	return s.Save(r, w)
}
