// Package basic keeps who sent a request.
package basic

import (
	"context"
	"encoding/json"
	"net/http"
	"sync"
	"time"

	"github.com/gorilla/sessions"
)

type User struct {
	Name  string
	Admin bool
}

var (
	store   = sessions.NewCookieStore([]byte("0123456789abcdef0123456789abcdef"))
	current *User
	session *sessions.Session
	users   sync.Map
	byToken = map[string]*User{}
	admin   *User
	visits  int
	seen    time.Time
)

func lookup(r *http.Request) *User { return byToken[r.Header.Get("Authorization")] }

func me(w http.ResponseWriter, r *http.Request) {
	current = lookup(r) // want sessionshared:"package variable .current. keeps the identity of one request for all others"
	json.NewEncoder(w).Encode(current)
}

func mine(w http.ResponseWriter, r *http.Request) {
	user := lookup(r)
	json.NewEncoder(w).Encode(user)
}

func keepsSession(w http.ResponseWriter, r *http.Request) {
	session, _ = store.Get(r, "shop") // want sessionshared:"package variable .session. keeps the session of one request"
	json.NewEncoder(w).Encode(session.Values["uid"])
}

// What is kept by key belongs to nobody else.
func byKey(w http.ResponseWriter, r *http.Request) {
	token := r.Header.Get("Authorization")
	byToken[token] = lookup(r)
	users.Store(token, lookup(r))
}

// Counters and times are of all.
func counts(w http.ResponseWriter, r *http.Request) {
	visits++
	seen = time.Now()
}

// The administrator of the installation comes from the body, not from the
// request as such.
func setup(w http.ResponseWriter, r *http.Request) {
	admin = decodeUser(r)
	json.NewEncoder(w).Encode(admin)
}

func decodeUser(r *http.Request) *User {
	user := new(User)
	json.NewDecoder(r.Body).Decode(user)
	return user
}

type key struct{}

func withUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, lookup(r))))
	})
}

func capturing(next http.Handler) http.Handler {
	var user *User
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user = lookup(r) // want sessionshared:"captured variable .user. keeps the identity"
		if user != nil {
			next.ServeHTTP(w, r)
		}
	})
}

// A variable of the request itself, captured by a literal that runs in it.
func within(w http.ResponseWriter, r *http.Request) {
	var user *User
	func() { user = lookup(r) }()
	json.NewEncoder(w).Encode(user)
}

type server struct {
	user *User
	mu   sync.Mutex
}

func (s *server) show(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.user = lookup(r) // want sessionshared:"field .user. keeps the identity of one request for all others"
	s.mu.Unlock()
	s.render(w)
}

func (s *server) render(w http.ResponseWriter) { json.NewEncoder(w).Encode(s.user) }

// call is made anew for each request.
type call struct {
	w    http.ResponseWriter
	user *User
}

func (c *call) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.user = lookup(r)
	json.NewEncoder(c.w).Encode(c.user)
}

// once is not registered here: perhaps each request has its own.
type once struct{ user *User }

func (o *once) serve(w http.ResponseWriter, r *http.Request) {
	o.user = lookup(r)
	json.NewEncoder(w).Encode(o.user)
}

func routes(s *server) {
	http.HandleFunc("/me", me)
	http.HandleFunc("/mine", mine)
	http.HandleFunc("/show", s.show)
	http.HandleFunc("/keeps", keepsSession)
}

// A command that waits for one request has nobody to share with.
func commandLine() *User {
	var user *User
	done := make(chan struct{})
	http.HandleFunc("/callback", func(w http.ResponseWriter, r *http.Request) {
		user = lookup(r)
		close(done)
	})
	go http.ListenAndServe("localhost:0", nil)
	<-done
	return user
}
