package treated

import (
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"log"
	"net/http"
	"os"
)

// A random ID that is no credential.
func request(w http.ResponseWriter) {
	id := rand.Text()
	log.Println("request", id)
	w.Header().Set("X-Request-Id", id)
}

// Masked, cut, counted, hashed.
func loginQuietly(w http.ResponseWriter) {
	id := rand.Text()
	log.Println("new session", id[:6], len(id), redact(id), sha256.Sum256([]byte(id)))
	http.SetCookie(w, &http.Cookie{Name: "session_id", Value: id})
}

func redact(s string) string { return s }

// A name alone says too little.
func named(c *config) { log.Println(c.BotToken) }

// Another field of the same object.
func callbackQuietly(s *session, r *http.Request) {
	if r.URL.Query().Get("state") != s.OAuthState {
		log.Println("wrong state from", s.Provider)
	}
}

// A key of something else.
func byID(key string) error {
	if _, err := os.Stat(key); err != nil {
		return fmt.Errorf("no file %q", key)
	}
	return nil
}

// A request without a credential in its URL.
func ping() {
	_, err := http.Get(conf.BaseURL + "/ping")
	log.Println(err)
}

// The error is only tested for.
func tested(r *http.Request) bool {
	return fmt.Errorf("bad token %q", r.Header.Get("X-Api-Key")) != nil
}

// What another error repeats is judged where it is logged.
func wrapped() error {
	_, err := http.Get("https://example.com/?access_token=" + conf.BotToken)
	if err != nil {
		return fmt.Errorf("cannot ask: %s", err.Error())
	}
	return nil
}

// Sessions by the name of their cookie, in a registry of one request.
type registry struct{ sessions map[string]*session }

func (r *registry) byName(name string) (*session, error) {
	if len(name) > 64 {
		return nil, fmt.Errorf("name too long: %q", name)
	}
	s, ok := r.sessions[name]
	if !ok {
		s = &session{}
		r.sessions[name] = s
	}
	return s, nil
}
