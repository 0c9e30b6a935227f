// Package hints has a cookie that the configuration says is a hint.
package hints

import "net/http"

func beta(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("role_hint_v1"); err != nil || c.Value != "admin" {
		http.Redirect(w, r, "/simple", http.StatusFound)
	}
	if c, err := r.Cookie("admin_ui"); err != nil || c.Value != "true" {
		http.Redirect(w, r, "/simple", http.StatusFound)
	}
}
