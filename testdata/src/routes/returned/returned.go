// Package returned has handlers that return their status, kept in variables
// and wrapped by guards of their kind.
package returned

import (
	"net/http"
	"strconv"

	"github.com/gorilla/mux"
)

type state struct{ user string }

type handleFunc func(w http.ResponseWriter, r *http.Request, s *state) (int, error)

func handle(fn handleFunc, prefix string) http.Handler {
	return http.StripPrefix(prefix, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if status, err := fn(w, r, &state{}); err != nil || status >= 400 {
			http.Error(w, strconv.Itoa(status), status)
		}
	}))
}

func withUser(fn handleFunc) handleFunc {
	return func(w http.ResponseWriter, r *http.Request, s *state) (int, error) {
		name, ok := lookup(r.Header.Get("X-Session"))
		if !ok {
			return http.StatusUnauthorized, nil
		}
		s.user = name
		return fn(w, r, s)
	}
}

func withAdmin(fn handleFunc) handleFunc {
	return withUser(func(w http.ResponseWriter, r *http.Request, s *state) (int, error) {
		if s.user != "root" {
			return http.StatusForbidden, nil
		}
		return fn(w, r, s)
	})
}

// withOptionalUser refuses bad tokens and lets everybody else through.
func withOptionalUser(fn handleFunc) handleFunc {
	return func(w http.ResponseWriter, r *http.Request, s *state) (int, error) {
		if token := r.Header.Get("X-Session"); token != "" {
			name, ok := lookup(token)
			if !ok {
				return http.StatusUnauthorized, nil
			}
			s.user = name
		}
		return fn(w, r, s)
	}
}

// withRenewal refuses who has no valid token, unless it may be renewed.
func withRenewal(fn handleFunc) handleFunc {
	return func(w http.ResponseWriter, r *http.Request, s *state) (int, error) {
		ticket, err := parse(r.Header.Get("X-Session"))
		if (err != nil || !ticket.Valid) && !renewable(err) {
			return http.StatusUnauthorized, nil
		}
		return fn(w, r, s)
	}
}

// withExceptions refuses who has no valid token, but not on some paths.
func withExceptions(fn handleFunc) handleFunc {
	return func(w http.ResponseWriter, r *http.Request, s *state) (int, error) {
		if _, err := parse(r.Header.Get("X-Session")); err != nil && !open(r) {
			return http.StatusUnauthorized, nil
		}
		return fn(w, r, s)
	}
}

type ticket struct{ Valid bool }

func parse(text string) (*ticket, error) { return &ticket{text != ""}, nil }

func renewable(err error) bool { return err != nil }

func open(r *http.Request) bool { return r.URL.Path == "/open" }

var usersGet = withAdmin(func(w http.ResponseWriter, r *http.Request, s *state) (int, error) { return 0, nil })

var home = withOptionalUser(func(w http.ResponseWriter, r *http.Request, s *state) (int, error) { return 0, nil })

var changed = withUser(public)

func swap() { changed = public }

func public(w http.ResponseWriter, r *http.Request, s *state) (int, error) { return 0, nil }

func files(dir string) handleFunc {
	return withUser(func(w http.ResponseWriter, r *http.Request, s *state) (int, error) { return 0, nil })
}

func routes() http.Handler {
	r := mux.NewRouter()
	wrap := func(fn handleFunc) http.Handler { return handle(fn, "") }
	r.Handle("/users", wrap(usersGet)).Methods("GET")
	r.Handle("/home", wrap(home))
	r.Handle("/files", wrap(files("/srv")))
	r.Handle("/changed", wrap(changed)) // may be something else by now
	r.Handle("/renewed", wrap(withRenewal(public)))
	r.Handle("/excepted", wrap(withExceptions(public)))
	r.Handle("/public", wrap(public))
	return r
}

func lookup(token string) (string, bool) { return token, token != "" }
