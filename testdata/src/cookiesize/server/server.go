// Package server keeps its sessions on the server: there is room.
package server

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/gorilla/sessions"
)

var sm = scs.New()

func add(r *http.Request, cart []int) { sm.Put(r.Context(), "cart", cart) }

// unknown: who calls decides where the session lives
func addTo(s *sessions.Session, cart []int) { s.Values["cart"] = cart }
