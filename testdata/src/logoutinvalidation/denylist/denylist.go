// Package denylist notes the tokens that it does not accept any more.
package denylist

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"sync"

	"github.com/golang-jwt/jwt/v5"
)

var (
	key      = func(*jwt.Token) (any, error) { return nil, nil }
	mu       sync.Mutex
	revoked  = map[string]bool{} // read by guard
	denylist = map[string]bool{} // read by nobody
	denied   sync.Map            // read by nobody
)

type server struct {
	mu        sync.Mutex
	blacklist map[string]bool // read by nobody
	blocklist map[string]bool // read by allowed
}

func clearCookie(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "jwt", Path: "/", MaxAge: -1})
}

func idOf(r *http.Request) string {
	var claims jwt.RegisteredClaims
	if _, err := jwt.ParseWithClaims(r.Header.Get("Authorization"), &claims, key); err != nil {
		return ""
	}
	return claims.ID
}

func guard(r *http.Request) bool { return !revoked[idOf(r)] }

func (s *server) allowed(r *http.Request) bool { return !s.blocklist[idOf(r)] }

func logout(w http.ResponseWriter, r *http.Request) {
	revoked[idOf(r)] = true
	clearCookie(w)
}

func logoutUnread(w http.ResponseWriter, r *http.Request) {
	denylist[idOf(r)] = true // want logoutinvalidation:"logout notes the token in .denylist., which no guard reads"
	clearCookie(w)
}

func logoutSync(w http.ResponseWriter, r *http.Request) {
	denied.Store(idOf(r), true) // want logoutinvalidation:"in .denied., which no guard reads"
	clearCookie(w)
}

func refuse(id string) {
	mu.Lock()
	defer mu.Unlock()
	denylist[id] = true
}

func logoutHelper(w http.ResponseWriter, r *http.Request) {
	refuse(idOf(r)) // want logoutinvalidation:"in .denylist., which no guard reads"
	clearCookie(w)
}

func (s *server) logout(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.blacklist[idOf(r)] = true // want logoutinvalidation:"in .blacklist., which no guard reads"
	clearCookie(w)
}

func (s *server) logoutField(w http.ResponseWriter, r *http.Request) {
	s.blocklist[idOf(r)] = true
	clearCookie(w)
}

// logoutText refuses one of the spellings.
func logoutText(w http.ResponseWriter, r *http.Request) {
	text := r.Header.Get("Authorization")
	if _, err := jwt.Parse(text, key); err != nil {
		return
	}
	revoked[text] = true // want logoutinvalidation:"refuses the text of the token, which has other valid spellings .use its jti."
	clearCookie(w)
}

// logoutHash does so, too.
func logoutHash(w http.ResponseWriter, r *http.Request) {
	text := r.Header.Get("Authorization")
	if _, err := jwt.Parse(text, key); err != nil {
		return
	}
	sum := sha256.Sum256([]byte(text))
	revoked[hex.EncodeToString(sum[:])] = true // want logoutinvalidation:"other valid spellings"
	clearCookie(w)
}

// logoutID takes the ID out of the token.
func logoutID(w http.ResponseWriter, r *http.Request) {
	token, err := jwt.Parse(r.Header.Get("Authorization"), key)
	if err != nil {
		return
	}
	claims, _ := token.Claims.(jwt.MapClaims)
	id, _ := claims["jti"].(string)
	revoked[id] = true
	clearCookie(w)
}
