// Package basic believes what the client says.
package basic

import (
	"context"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strconv"
)

type user struct {
	ID   int
	Role string
}

type store struct{ db *sql.DB }

func (s *store) userByID(id int) (*user, error) {
	u := new(user)
	return u, s.db.QueryRow("SELECT id, role FROM users WHERE id = ?", id).Scan(&u.ID, &u.Role)
}

func admin(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("role") // want plaincookie:`cookie "role" decides access, and the client can write it`
	if err != nil || c.Value != "admin" {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func loggedIn(r *http.Request) bool { // a guard
	c, err := r.Cookie("logged_in") // want plaincookie:`cookie "logged_in" decides access`
	return isLoggedIn(c, err)
}

func isLoggedIn(c *http.Cookie, err error) bool { return err == nil && c.Value == "true" }

func (s *store) profile(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("user_id") // want plaincookie:`cookie "user_id" looks a user up, and the client can write it`
	if err != nil {
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	id, err := strconv.Atoi(c.Value)
	if err != nil {
		return
	}
	row := s.db.QueryRow("SELECT id, role FROM users WHERE id = ?", id)
	u := new(user)
	if row.Scan(&u.ID, &u.Role) == nil {
		w.Header().Set("X-Name", u.Role)
	}
}

func (s *store) decoded(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session") // want plaincookie:`cookie "session" looks a user up`
	if err != nil {
		return
	}
	name, err := base64.StdEncoding.DecodeString(c.Value)
	if err != nil {
		return
	}
	u := new(user)
	if s.db.QueryRow("SELECT id, role FROM users WHERE name = ?", string(name)).Scan(&u.ID, &u.Role) == nil {
		w.Header().Set("X-Name", u.Role)
	}
}

type state struct {
	Name string `json:"name"`
	Role string `json:"role"`
}

func fromJSON(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("auth") // want plaincookie:`cookie "auth" decides access`
	if err != nil {
		return
	}
	raw, err := base64.URLEncoding.DecodeString(c.Value)
	if err != nil {
		return
	}
	var st state
	if json.Unmarshal(raw, &st) != nil {
		return
	}
	if st.Role != "admin" {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

type key struct{}

func authMiddleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie("username") // want plaincookie:`cookie "username" becomes the user of the request`
		if err != nil {
			http.Redirect(w, r, "/login", http.StatusFound)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, c.Value)))
	})
}

func adminHeader(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Admin") != "true" { // want plaincookie:`header "X-Admin" decides access`
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
