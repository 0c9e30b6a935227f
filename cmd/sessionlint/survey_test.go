package main

import (
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/internal/assess"
)

const surveyed = `-- web.go --
package web

import (
	"crypto/rand"
	"database/sql"
	"log"
	"net/http"
)

var db *sql.DB

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /", home)
	mux.HandleFunc("POST /logout", logout)
	mux.Handle("GET /account/sessions", requireLogin(http.HandlerFunc(list)))
	mux.Handle("POST /account/oauth/unlink", requireLogin(http.HandlerFunc(home)))
	return mux
}

func requireLogin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c, err := r.Cookie("session"); err != nil || c.Value == "" {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func home(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: rand.Text(), Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func logout(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "session", Path: "/", MaxAge: -1, Secure: true})
	log.Print("logout")
}

func list(w http.ResponseWriter, r *http.Request) {
	rows, err := db.Query("SELECT id, device FROM sessions WHERE user_id = $1 ORDER BY seen", 1)
	if err == nil {
		rows.Close()
	}
}

func serve() error { return http.ListenAndServeTLS(":443", "c", "k", routes()) }
`

// TestSurvey: the session map, the routes and the answers of a small program.
func TestSurvey(t *testing.T) {
	m := newModule(t, surveyed)
	a := m.assessed("-level=3", "-asvs=5.0")
	if len(a.Sessions) != 1 {
		t.Fatalf("%d sessions", len(a.Sessions))
	}
	s := a.Sessions[0]
	if s.Name != "session" || s.Kind != "cookie" || len(s.Issued) != 1 || len(s.Read) != 1 || len(s.Renewed) != 0 || len(s.Ended) != 1 {
		t.Errorf("%+v", s)
	}
	if text := s.Describe(); !strings.Contains(text, "Secure true") || !strings.Contains(text, "SameSite Lax") {
		t.Errorf("settings %q", text)
	}
	guards := map[string]string{}
	for _, r := range a.Routes {
		guards[r.Name()] = r.Guard
	}
	if len(guards) != 4 || guards["GET /"] != "" || guards["POST /logout"] != "" || guards["GET /account/sessions"] != "requireLogin" {
		t.Errorf("%+v", a.Routes)
	}
	for id, want := range map[string]int{"7.5.2": 1, "7.4.4": 1, "10.4.9": 1, "S10": 1, "S18": 1} {
		if i := itemOf(t, a, id); len(i.Places) != want || i.Status != assess.Manual {
			t.Errorf("%s is %s, %+v", id, i.Status, i.Places)
		}
	}
}

// TestSurveyNothing: a program without sessions has nothing to list, and
// answers nothing.
func TestSurveyNothing(t *testing.T) {
	a := newModule(t, "-- x.go --\npackage x\n\nfunc logout() {}\n").assessed("-level=3")
	if len(a.Sessions)+len(a.Routes) != 0 {
		t.Errorf("%v, %v", a.Sessions, a.Routes)
	}
	if i := itemOf(t, a, "3.3.4"); i.Status != assess.Unknown || i.Applicable.Answer != "no" {
		t.Errorf("%s, %+v", i.Status, i.Applicable)
	}
}

const covered = `-- guard/guard.go --
package guard

import (
	"net/http"
	"time"
)

type Session struct {
	User   string
	AuthAt time.Time
}

var sessions = map[string]*Session{}

func find(r *http.Request) *Session {
	c, err := r.Cookie("session")
	if err != nil {
		return nil
	}
	return sessions[c.Value]
}

// Known lets only those through who are logged in.
func Known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if find(r) == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Within lets only those through whose login is recent.
func Within(age time.Duration) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			s := find(r)
			if s == nil || time.Since(s.AuthAt) > age {
				http.Error(w, "log in again", http.StatusForbidden)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// Counted rejects nobody.
func Counted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}

// Profile shows the age of a login and rejects nobody.
func Profile(w http.ResponseWriter, r *http.Request) {
	if s := find(r); s != nil && time.Since(s.AuthAt) > time.Hour {
		w.Write([]byte("long ago"))
	}
}
-- web/web.go --
package web

import (
	"net/http"
	"time"

	"example.com/m/guard"
)

func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /open", guard.Counted(http.HandlerFunc(guard.Profile)))
	mux.Handle("GET /known", guard.Known(http.HandlerFunc(guard.Profile)))
	mux.Handle("POST /pay", guard.Within(time.Minute)(http.HandlerFunc(guard.Profile)))
	return mux
}
`

// TestCoverage: guards of another package are known by what they do, and so
// is that they ask for a recent login.
func TestCoverage(t *testing.T) {
	a := newModule(t, covered).assessed()
	got := map[string]assess.Route{}
	for _, r := range a.Routes {
		got[r.Name()] = r
	}
	if r := got["GET /open"]; r.Guard != "" || r.Fresh != "" {
		t.Errorf("open: %+v", r)
	}
	if r := got["GET /known"]; r.Guard != "Known" || r.Why != "may reject requests" || r.Fresh != "" {
		t.Errorf("known: %+v", r)
	}
	if r := got["POST /pay"]; r.Guard != "Within" || !strings.Contains(r.Fresh, "AuthAt") {
		t.Errorf("pay: %+v", r)
	}
	if text := a.Covered(); !strings.HasPrefix(text, "Of 3 routes, 2 have a guard in front, and 1 ask") {
		t.Error(text)
	}
}
