// Package composed keeps what it knows of players under their address and what they
// play: a session of that kind has no credential.
package composed

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"strconv"
	"time"
)

type playSession struct {
	film   int
	client string
	last   time.Time
}

// A Tracker knows who plays what.
type Tracker struct{ sessions map[string]*playSession }

func key(client string, film int) string { return fmt.Sprintf("%s:%d", client, film) }

// Record is told of each request.
func (t *Tracker) Record(client string, film int) {
	k := key(client, film)
	session, known := t.sessions[k]
	if !known {
		session = &playSession{film: film, client: client}
		t.sessions[k] = session
		log.Printf("new session: film=%d, client=%s", film, client)
	}
	session.last = time.Now()
}

// renew has the ID of a session.
func (t *Tracker) renew(id string) {
	t.sessions[id] = &playSession{last: time.Now()}
	log.Printf("session %s goes on", id) // want tokenlog:"header X-Session"
}

func (t *Tracker) play(w http.ResponseWriter, r *http.Request) {
	film, _ := strconv.Atoi(r.PathValue("film"))
	client, _, _ := net.SplitHostPort(r.RemoteAddr)
	t.Record(client, film)
	t.renew(r.Header.Get("X-Session"))
}
