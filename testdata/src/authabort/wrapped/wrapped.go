// Package wrapped rejects through helpers, closures and methods.
package wrapped

import (
	"errors"
	"net/http"
	"os"
)

func known(r *http.Request) bool { return false }

func respond(w http.ResponseWriter, code int, text string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	w.Write([]byte(text))
}

func deny(w http.ResponseWriter) { respond(w, http.StatusForbidden, "no") }

func die(w http.ResponseWriter) {
	deny(w)
	panic("denied")
}

func helper(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		respond(w, 401, "log in first") // want authabort:"respond rejects the request but the function goes on"
	}
	respond(w, 200, "secret")
}

func nested(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		deny(w) // want authabort:"deny rejects the request but the function goes on"
	}
	respond(w, 200, "secret")
}

func leaves(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		die(w)
	}
	respond(w, 200, "secret")
}

func exits(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		deny(w)
		os.Exit(1)
	}
	respond(w, 200, "secret")
}

// The status of a helper that is not a constant is not known.
func variable(w http.ResponseWriter, r *http.Request) {
	code := http.StatusOK
	if !known(r) {
		code = http.StatusForbidden
	}
	respond(w, code, "here you are")
}

func closure(next http.Handler) http.Handler {
	deny := func(w http.ResponseWriter) { http.Error(w, "no", 403) }
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !known(r) {
			deny(w) // not known: a function value
		}
		next.ServeHTTP(w, r)
	})
}

// A program's own kind of handler.
type handler func(http.ResponseWriter, *http.Request) error

func guard(h handler) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		if !known(r) {
			http.Error(w, "log in first", http.StatusUnauthorized) // want authabort:"next handler still runs"
		}
		return h(w, r)
	}
}

func guardOK(h handler) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		if !known(r) {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return errors.New("rejected")
		}
		return h(w, r)
	}
}

// What handles the error is not what is protected.
func errorHandler(onError handler) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		if !known(r) {
			w.WriteHeader(http.StatusUnauthorized)
		}
		return onError(w, r)
	}
}

type api struct{ failed bool }

// A field remembers that the request was rejected.
func (a *api) serve(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		deny(w)
		a.failed = true
	}
	if a.failed {
		return
	}
	respond(w, 200, "secret")
}

// A named result remembers it.
func (a *api) result(w http.ResponseWriter, r *http.Request, h handler) (err error) {
	if !known(r) {
		http.Error(w, "log in first", http.StatusUnauthorized)
		err = errors.New("rejected")
	}
	if err == nil {
		err = h(w, r)
	}
	return err
}

// A check that says what it found is judged where it is used.
func check(w http.ResponseWriter, r *http.Request) bool {
	ok := known(r)
	if !ok {
		deny(w)
	}
	return ok
}

func generic[T any](w http.ResponseWriter, r *http.Request, v T) {
	if !known(r) {
		deny(w) // want authabort:"deny rejects the request"
	}
	respond(w, 200, "secret")
}

func use(w http.ResponseWriter, r *http.Request) { generic(w, r, 1) }

func drops(w http.ResponseWriter, r *http.Request) {
	check(w, r) // want authabort:"check may have rejected the request, but the function goes on \\(result dropped\\)"
	respond(w, 200, "secret")
}

func looks(w http.ResponseWriter, r *http.Request) {
	if !check(w, r) {
		return
	}
	respond(w, 200, "secret")
}

// Nothing says whether it has rejected.
func demand(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		http.Error(w, "log in first", http.StatusUnauthorized)
	}
}

func demands(w http.ResponseWriter, r *http.Request) {
	demand(w, r) // want authabort:"demand may have rejected the request"
	respond(w, 200, "secret")
}

// The check is the last thing that happens.
func onlyChecks(w http.ResponseWriter, r *http.Request) { check(w, r) }

// An answer in every case is no check.
func page(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	respond(w, 200, "secret")
}

func pages(w http.ResponseWriter, r *http.Request) {
	page(w, r)
	respond(w, 200, "and more")
}

// A check that leaves needs no result.
func must(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		die(w)
	}
}

func musts(w http.ResponseWriter, r *http.Request) {
	must(w, r)
	respond(w, 200, "secret")
}
