package legacy

import (
	cryptorand "crypto/rand"
	"encoding/hex"
	"math/rand"
	"net/http"
	"strconv"
	"sync"
)

// A Session is the visit of a partner.
type Session struct{ Pages int }

// Visits remembers which partner is here.
type Visits struct {
	mu       sync.Mutex
	sessions map[string]*Session
}

// NewVisits returns an empty list.
func NewVisits() *Visits { return &Visits{sessions: map[string]*Session{}} }

// visit counts pages. Whoever sends a cookie decides what the session is called.
func (a *API) visit(w http.ResponseWriter, r *http.Request) {
	id := strconv.FormatInt(rand.Int63(), 36) // finding: tokenrand
	if c, err := r.Cookie("partner_visit_session"); err == nil {
		id = c.Value
	} else {
		keep(w, id)
	}
	a.visits.mu.Lock()
	defer a.visits.mu.Unlock()
	session, ok := a.visits.sessions[id]
	if !ok {
		session = &Session{}
		a.visits.sessions[id] = session // finding: sessionadopt
	}
	session.Pages++
	answer(w, strconv.Itoa(session.Pages))
}

// visitV2 gives a session its name itself.
func (a *API) visitV2(w http.ResponseWriter, r *http.Request) {
	a.visits.mu.Lock()
	defer a.visits.mu.Unlock()
	session := a.visits.known(r)
	if session == nil {
		id := cryptorand.Text()
		session = &Session{}
		a.visits.sessions[id] = session
		keep(w, id)
	}
	session.Pages++
	answer(w, strconv.Itoa(session.Pages))
}

func (v *Visits) known(r *http.Request) *Session {
	c, err := r.Cookie("partner_visit_session")
	if err != nil {
		return nil
	}
	return v.sessions[c.Value]
}

func keep(w http.ResponseWriter, id string) {
	http.SetCookie(w, &http.Cookie{
		Name: "partner_visit_session", Value: id, Path: "/api/", MaxAge: 1800,
		Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
}

// newAPIKey makes a key that can be guessed in some weeks.
func newAPIKey() string {
	b := make([]byte, 6)
	cryptorand.Read(b) // finding: tokenentropy
	return hex.EncodeToString(b)
}

// newAPIKeyV2 makes one that cannot.
func newAPIKeyV2() string { return cryptorand.Text() }
