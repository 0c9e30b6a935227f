// Package treated logs values that the code around them treats as credentials.
package treated

import (
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

type session struct {
	OAuthState string
	Provider   string
}

// Sent as a cookie.
func login(w http.ResponseWriter) {
	id := rand.Text()
	log.Println("new session", id) // want tokenlog:"is written to a log in clear"
	http.SetCookie(w, &http.Cookie{Name: "session_id", Value: id})
}

// Held against what the client sends.
func callback(s *session, r *http.Request) error {
	if state := r.URL.Query().Get("state"); state != s.OAuthState {
		slog.Debug("wrong state", "expected", s.OAuthState, "provider", s.Provider) // want tokenlog:"credential \"OAuthState\" is written to a log in clear"
		return errors.New("wrong state")
	}
	return nil
}

// Looked up by.
func byKey(db *sql.DB, key string) (*sql.Row, error) {
	row := db.QueryRow("SELECT id FROM users WHERE api_key = ?", key)
	if row.Err() != nil {
		log.Printf("no user with key %s", key)                            // want tokenlog:"credential \"api_key\" is written to a log"
		return nil, fmt.Errorf("no user with key %q: %w", key, row.Err()) // want tokenlog:"credential \"api_key\" is put into the text of an error"
	}
	return row, nil
}

// Parsed.
func parse(text string, key []byte) error {
	_, err := jwt.Parse(text, func(*jwt.Token) (any, error) { return key, nil })
	if err != nil {
		slog.Warn("bad token", "token", text, "error", err) // want tokenlog:"is written to a log in clear"
	}
	return err
}

// In the URL of a request whose error repeats it.
type config struct{ BotToken, BaseURL string }

var conf *config

func notify() {
	_, err := http.Get(fmt.Sprintf("https://example.com/bot%s/send", conf.BotToken))
	if err != nil {
		log.Println("cannot notify:", err.Error()) // want tokenlog:"credential \"BotToken\" is written to a log in clear"
	}
}

// A log of our own, somewhere behind a channel.
type task struct{ lines chan string }

func (t *task) Log(line string) { t.lines <- line }

func (t *task) LogIn(user string) { t.lines <- user }

func (t *task) run(r *http.Request) {
	t.Log("called with " + r.Header.Get("Authorization")) // want tokenlog:"header Authorization is written to a log in clear"
	t.LogIn(r.Header.Get("Authorization"))
}

// A struct with a token in it.
func whole(r *http.Request) {
	s := struct{ user, token string }{"a", r.Header.Get("Authorization")}
	log.Printf("%+v", s) // want tokenlog:"header Authorization is written to a log in clear"
}

// The text of an error that is returned.
func check(r *http.Request) error {
	return fmt.Errorf("bad token %q", r.Header.Get("X-Api-Key")) // want tokenlog:"header X-Api-Key is put into the text of an error"
}

// A logger of our own, of which only the interface is in sight.
type Logger interface {
	Info(format string, args ...any)
	Name(name string) Logger
}

func behind(l Logger, r *http.Request) {
	l.Info("called with %s", r.Header.Get("Authorization")) // want tokenlog:"header Authorization is written to a log in clear"
	l.Name(r.Header.Get("Authorization")).Info("done")
}

// Sessions by their ID: what good.go does by name.
func (r *registry) byID(id string) (*session, error) {
	if len(id) > 64 {
		return nil, fmt.Errorf("ID too long: %q", id) // want tokenlog:"is put into the text of an error"
	}
	s, ok := r.sessions[id]
	if !ok {
		s = &session{}
		r.sessions[id] = s
	}
	return s, nil
}

// The key of a session that servers have with each other is put together from names,
// neither of which is a credential.
type link struct{ Topic, Node string }

type linkSession struct{ id string }

type linkStore struct{ sessions map[string]*linkSession }

func (s *linkStore) start(id string) *linkSession {
	session := &linkSession{id: id}
	s.sessions[id] = session
	return session
}

var links = &linkStore{sessions: map[string]*linkSession{}}

func connect(l *link) {
	id := l.Topic + "-" + l.Node
	if links.sessions[id] == nil {
		log.Println("new session with node", l.Node)
		links.start(id)
		log.Println("session started", id)
	}
}
