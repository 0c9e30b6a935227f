// Package excused decides for itself what to do with tokens that have expired.
package excused

import (
	"errors"
	"log"
	"net/http"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"
)

type claims struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

var (
	secret []byte
	users  = map[string]string{}
	parser = jwt.NewParser(jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired())
)

func key(*jwt.Token) (any, error) { return secret, nil }

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

func serve(w http.ResponseWriter, user string) { _, _ = w.Write([]byte(users[user])) }

// The only error that passes is the one that ends sessions.
func inPlace(w http.ResponseWriter, r *http.Request) {
	c := &claims{}
	_, err := parser.ParseWithClaims(bearer(r), c, key)
	if err != nil && !errors.Is(err, jwt.ErrTokenExpired) { // want tokenclaims:"expired tokens are accepted"
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	serve(w, c.User)
}

type settings struct{ behindProxy bool }

// A setting is no proof that somebody is still logged in.
func tolerable(err error, s *settings) bool {
	if !s.behindProxy || err == nil {
		return false
	}
	if !errors.Is(err, jwt.ErrTokenExpired) {
		return false
	}
	return true
}

func helper(w http.ResponseWriter, r *http.Request, s *settings) {
	var c claims
	tok, err := request.ParseFromRequest(r, request.AuthorizationHeaderExtractor, key, request.WithClaims(&c), request.WithParser(parser))
	if (err != nil || !tok.Valid) && !tolerable(err, s) { // want tokenclaims:"tolerable excuses the error"
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	if c.ExpiresAt != nil && time.Until(c.ExpiresAt.Time) < time.Hour {
		w.Header().Add("X-Renew", "true")
	}
	serve(w, c.User)
}

func asserted(r *http.Request, user string) bool { return users[user] == r.RemoteAddr }

// Somebody else vouches for the user of this request.
func vouched(err error, r *http.Request, c *claims) bool {
	if !errors.Is(err, jwt.ErrTokenExpired) {
		return false
	}
	return asserted(r, c.User)
}

func helperOK(w http.ResponseWriter, r *http.Request) {
	var c claims
	tok, err := request.ParseFromRequest(r, request.AuthorizationHeaderExtractor, key, request.WithClaims(&c), request.WithParser(parser))
	if (err != nil || !tok.Valid) && !vouched(err, r, &c) {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	serve(w, c.User)
}

// The same, in place.
func inPlaceOK(w http.ResponseWriter, r *http.Request) {
	c := &claims{}
	_, err := parser.ParseWithClaims(bearer(r), c, key)
	if err != nil && !errors.Is(err, jwt.ErrTokenExpired) {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	if err != nil && !asserted(r, c.User) {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	serve(w, c.User)
}

// The reason is told apart, and the token is refused for it.
func told(w http.ResponseWriter, r *http.Request) {
	c := &claims{}
	_, err := parser.ParseWithClaims(bearer(r), c, key)
	if errors.Is(err, jwt.ErrTokenExpired) {
		log.Printf("%s comes too late", c.User)
		http.Error(w, "expired", http.StatusUnauthorized)
		return
	}
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	serve(w, c.User)
}

// Who logs out need not be logged in.
func logout(w http.ResponseWriter, r *http.Request) {
	c := &claims{}
	_, err := parser.ParseWithClaims(bearer(r), c, key)
	if err != nil && !errors.Is(err, jwt.ErrTokenExpired) {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	delete(users, c.User)
}

// A proof lives as long as the program says, from when it was made.
type proof struct {
	Method string `json:"htm"`
	jwt.RegisteredClaims
}

var young = jwt.NewParser(jwt.WithValidMethods([]string{"HS256"}), jwt.WithoutClaimsValidation())

func demonstrate(r *http.Request) error {
	p := &proof{}
	if _, err := young.ParseWithClaims(r.Header.Get("DPoP"), p, key); err != nil {
		return err
	}
	if p.IssuedAt == nil || time.Since(p.IssuedAt.Time) > time.Minute {
		return errors.New("too old")
	}
	return nil
}
