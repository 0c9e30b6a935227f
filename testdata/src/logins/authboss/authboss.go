// Package authboss leaves state and callback to the library.
package authboss

import (
	"net/http"

	"github.com/volatiletech/authboss/v3/oauth2"
)

//way:inline
func start(o *oauth2.OAuth2, w http.ResponseWriter, r *http.Request) error { return o.Start(w, r) }

func end(o *oauth2.OAuth2, w http.ResponseWriter, r *http.Request) error { return o.End(w, r) }
