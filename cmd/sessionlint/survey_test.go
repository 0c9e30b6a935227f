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
	for id, want := range map[string]int{"7.5.2": 1, "7.4.4": 2, "10.4.9": 1, "S10": 1, "S18": 1} {
		status := assess.Manual
		if id == "7.5.2" {
			status = assess.Partly // the statement that lists them is seen, none that ends one
		}
		if i := itemOf(t, a, id); len(i.Places) != want || i.Status != status {
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

// SessionMiddleware loads a session and rejects nobody.
func SessionMiddleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		find(r)
		next.ServeHTTP(w, r)
	})
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
	mux.Handle("GET /open", guard.Counted(guard.SessionMiddleware(http.HandlerFunc(guard.Profile))))
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
	if r := got["GET /known"]; r.Guard != "Known" || r.Why != "nobody passes without a check that may reject him" || r.Fresh != "" {
		t.Errorf("known: %+v", r)
	}
	if r := got["POST /pay"]; r.Guard != "Within" || !strings.Contains(r.Fresh, "AuthAt") {
		t.Errorf("pay: %+v", r)
	}
	if text := a.Covered(); !strings.HasPrefix(text, "Of 3 routes, 2 are seen to have a guard in front, and 1 to ask") {
		t.Error(text)
	}
}

const logging = `-- web.go --
package web

import (
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"database/sql"
	"log/slog"
	"net/http"
)

var db *sql.DB

func verifyPassword(hash []byte, password string) bool {
	sum, err := pbkdf2.Key(sha256.New, password, hash[:16], 600_000, 32)
	return err == nil && subtle.ConstantTimeCompare(sum, hash[16:]) == 1
}

func login(w http.ResponseWriter, r *http.Request) {
	var id int
	var hash []byte
	if db.QueryRow("SELECT id, hash FROM users WHERE name = $1", r.PostFormValue("name")).Scan(&id, &hash) != nil {
		return
	}
	if !verifyPassword(hash, r.PostFormValue("password")) {
		slog.Warn("wrong password")
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	token := rand.Text()
	db.Exec("INSERT INTO sessions (token, user_id) VALUES ($1, $2)", token, id)
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	slog.Info("somebody logs in", "user", id)
}

func logout(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session")
	if err != nil {
		return
	}
	db.Exec("DELETE FROM sessions WHERE token = $1", c.Value)
	http.SetCookie(w, &http.Cookie{Name: "session", Path: "/", MaxAge: -1, Secure: true})
}

func endSessionsOf(w http.ResponseWriter, r *http.Request) {
	db.Exec("DELETE FROM sessions WHERE user_id = $1", r.PathValue("id"))
}

func changePassword(w http.ResponseWriter, r *http.Request) {
	hash, err := pbkdf2.Key(sha256.New, r.PostFormValue("new_password"), []byte("salt"), 600_000, 32)
	if err == nil {
		_, err = db.Exec("UPDATE users SET password_hash = $1 WHERE id = $2", hash, r.PathValue("id"))
	}
	if err != nil {
		slog.Error("no new password", "error", err)
	}
}

const maxSessionsPerUser = 3

func Routes(mux *http.ServeMux) {
	mux.HandleFunc("POST /login", login)
	mux.HandleFunc("POST /admin/users/{id}/end", endSessionsOf)
	mux.HandleFunc("POST /leave", logout)
	mux.HandleFunc("POST /users/{id}/password", changePassword)
}
`

// TestQuestions: what the handlers do answers the questions about the whole
// program.
func TestQuestions(t *testing.T) {
	m := newModule(t, logging)
	a := m.assessed("-level=3", "-asvs=5.0")
	for id, want := range map[string][]string{
		"16.3.1": {
			"failed login in login: writes to a log here, wrong password", "login in login: writes to a log here, somebody logs in", "logout in logout: no call is seen in it that writes to a log",
			"failed change of the password in changePassword: writes to a log here, no new password", "change of the password in changePassword: no call is seen in it that writes to a log when it succeeds",
		},
		"7.4.4": {"logout in logout"},
		"7.4.5": {"endSessionsOf ends the sessions of a user"},
		"S10":   {"maxSessionsPerUser"},
	} {
		var got []string
		for _, p := range itemOf(t, a, id).Places {
			got = append(got, p.Text)
		}
		for _, text := range want {
			if !strings.Contains(strings.Join(got, "\n"), text) {
				t.Errorf("%s: nothing says %q in %q", id, text, got)
			}
		}
	}
}

// TestNoLogout: a login without a logout in sight is said, not judged.
func TestNoLogout(t *testing.T) {
	from, to := strings.Index(logging, "func logout"), strings.Index(logging, "func endSessionsOf")
	without := strings.Replace(logging[:from]+logging[to:], `mux.HandleFunc("POST /leave", logout)`, "", 1)
	m := newModule(t, without)
	if i := itemOf(t, m.assessed("-level=2", "-asvs=5.0"), "7.4.4"); i.Status != assess.Unknown || !strings.HasPrefix(i.Why, "logins were found") {
		t.Errorf("%s, %s", i.Status, i.Why)
	}
}
