// Package wrapped reads through helpers, fields and closures.
package wrapped

import (
	web "net/http"
)

type visitor struct {
	role string
	name string
}

func read(r *web.Request) visitor {
	var v visitor
	if c, err := r.Cookie("role"); err == nil { // want plaincookie:`cookie "role" decides access`
		v.role = c.Value
	}
	if c, err := r.Cookie("username"); err == nil { // shown only
		v.name = c.Value
	}
	return v
}

func guard(next web.HandlerFunc) web.HandlerFunc {
	return func(w web.ResponseWriter, r *web.Request) {
		v := read(r)
		if v.role != "editor" {
			web.Error(w, "forbidden", web.StatusForbidden)
			return
		}
		w.Header().Set("X-Greeting", v.name)
		next(w, r)
	}
}
