// Package basic has guards of net/http that go on, and those that do not.
package basic

import (
	"encoding/json"
	"log"
	"net/http"
)

type user struct{ Admin bool }

func lookup(r *http.Request) *user { return nil }

func noReturn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if lookup(r) == nil {
			http.Error(w, "log in first", http.StatusUnauthorized) // want authabort:"http.Error rejects the request but the next handler still runs \\(return is missing\\)"
		}
		next.ServeHTTP(w, r)
	})
}

func withReturn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if lookup(r) == nil {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func withElse(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if lookup(r) == nil {
			http.Error(w, "log in first", http.StatusUnauthorized)
		} else {
			next.ServeHTTP(w, r)
		}
	})
}

// An error of a guard that is not about identity fails open as well.
func failsOpen(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u := lookup(r)
		if r.ParseForm() != nil {
			http.Error(w, "bad form", http.StatusBadRequest) // want authabort:"http.Error rejects the request but the next handler"
		}
		if u == nil {
			http.Redirect(w, r, "/login", http.StatusFound)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func redirects(w http.ResponseWriter, r *http.Request) {
	if lookup(r) == nil {
		http.Redirect(w, r, "/login?next="+r.URL.Path, http.StatusSeeOther) // want authabort:"http.Redirect rejects the request but the function goes on"
	}
	json.NewEncoder(w).Encode("secret")
}

// A redirect elsewhere is no rejection.
func redirectsHome(w http.ResponseWriter, r *http.Request) {
	if lookup(r) != nil {
		http.Redirect(w, r, "/home", http.StatusSeeOther)
	}
	w.Write([]byte("welcome"))
}

func answersTwice(w http.ResponseWriter, r *http.Request) {
	u := lookup(r)
	switch {
	case u == nil:
		http.Error(w, "log in first", 401) // want authabort:"function goes on"
	case !u.Admin:
		http.Error(w, "not you", 403) // want authabort:"function goes on"
	}
	w.Write([]byte("secret"))
}

func switches(w http.ResponseWriter, r *http.Request) {
	u := lookup(r)
	switch {
	case u == nil:
		http.Error(w, "log in first", 401)
	case !u.Admin:
		http.Error(w, "not you", 403)
	default:
		w.Write([]byte("secret"))
	}
	log.Print("served") // for everybody, and no harm
}

// The last statement of the handler is fine.
func lastStatement(w http.ResponseWriter, r *http.Request) {
	if u := lookup(r); u != nil {
		w.Write([]byte("secret"))
		return
	}
	http.Error(w, "log in first", http.StatusUnauthorized)
}

// A status, and then the body that belongs to it.
func statusAndBody(w http.ResponseWriter, r *http.Request) {
	if lookup(r) == nil {
		w.WriteHeader(http.StatusUnauthorized)
		w.Write([]byte("log in first"))
		return
	}
	w.Write([]byte("secret"))
}

func statusGoesOn(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if lookup(r) == nil {
			w.WriteHeader(http.StatusForbidden) // want authabort:"WriteHeader rejects the request but the next handler"
		}
		next(w, r)
	}
}

func statusBodyGoesOn(w http.ResponseWriter, r *http.Request) {
	if lookup(r) == nil {
		w.WriteHeader(http.StatusForbidden) // want authabort:"WriteHeader rejects the request but the function goes on"
		w.Write([]byte("not you"))
	}
	w.Write([]byte("secret"))
}

// The same page, with another status, for those who failed.
func samePage(w http.ResponseWriter, r *http.Request) {
	message := "hello"
	if lookup(r) == nil {
		w.WriteHeader(http.StatusUnauthorized)
		message = "wrong password"
	}
	w.Write([]byte(message))
}

// Guards may panic into a middleware that recovers.
func panics(w http.ResponseWriter, r *http.Request) {
	if lookup(r) == nil {
		http.Error(w, "log in first", http.StatusUnauthorized)
		panic(http.ErrAbortHandler)
	}
	w.Write([]byte("secret"))
}

// A flag remembers that the request was rejected.
func flagged(w http.ResponseWriter, r *http.Request) {
	ok := true
	if lookup(r) == nil {
		http.Error(w, "log in first", http.StatusUnauthorized)
		ok = false
	}
	if !ok {
		return
	}
	w.Write([]byte("secret"))
}

// The same condition decides again.
func sameCondition(w http.ResponseWriter, r *http.Request) {
	u := lookup(r)
	if u == nil {
		http.Error(w, "log in first", http.StatusUnauthorized)
	}
	log.Print(r.URL)
	if u != nil {
		w.Write([]byte("secret"))
	}
}

func inLoop(w http.ResponseWriter, r *http.Request) {
	for _, role := range r.Header["Role"] {
		if role != "admin" {
			http.Error(w, "not you", http.StatusForbidden) // want authabort:"function goes on"
			break
		}
	}
	w.Write([]byte("secret"))
}

// Another error, answered as well, is a superfluous header and no secret.
func otherError(w http.ResponseWriter, r *http.Request) {
	if lookup(r) == nil {
		http.Error(w, "log in first", http.StatusUnauthorized)
	}
	if r.Method != http.MethodPost {
		http.Error(w, "post", http.StatusMethodNotAllowed)
		return
	}
}

// A loop that goes on, and everything behind it.
func inLoopGoesOn(w http.ResponseWriter, r *http.Request) {
	for _, role := range r.Header["Role"] {
		if role != "admin" {
			http.Error(w, "not you", http.StatusForbidden) // want authabort:"function goes on"
		}
	}
	w.Write([]byte("secret"))
}
