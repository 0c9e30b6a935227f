// Package lib reads cookies for others.
package lib

import "net/http"

// Role returns the role that the client says it has.
func Role(r *http.Request) string {
	c, err := r.Cookie("role")
	if err != nil {
		return ""
	}
	return c.Value
}
