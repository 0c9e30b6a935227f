// Package basic lets callers in by a key.
package basic

import (
	"crypto/sha256"
	"crypto/subtle"
	"database/sql"
	"net/http"
	"os"
	"strings"
)

type config struct{ AdminToken string }

type server struct {
	config config
	db     *sql.DB
}

func requireKey(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-API-Key")), []byte(os.Getenv("API_KEY"))) != 1 { // want staticapikey:"one secret of environment variable API_KEY lets every caller in"
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func authLiteral(w http.ResponseWriter, r *http.Request) bool {
	return r.Header.Get("Authorization") == "Bearer 4f7c2a9e51" // want staticapikey:"one secret of the code lets every caller in"
}

const partnerKey = "b1946ac92492d234"

func authPartner(w http.ResponseWriter, r *http.Request) bool {
	return r.Header.Get("X-Api-Key") == partnerKey // want staticapikey:"one secret of the code"
}

func (s *server) authAdmin(w http.ResponseWriter, r *http.Request) bool {
	return r.Header.Get("X-Auth-Token") == s.config.AdminToken // want staticapikey:"one secret of the configuration"
}

// looked up for each client
func (s *server) authClient(w http.ResponseWriter, r *http.Request) bool {
	sum := sha256.Sum256([]byte(r.Header.Get("X-API-Key")))
	var client string
	return s.db.QueryRow("SELECT client FROM keys WHERE hash = ?", sum[:]).Scan(&client) == nil
}

// only whether there is one
func authHeader(w http.ResponseWriter, r *http.Request) bool {
	return r.Header.Get("Authorization") != ""
}

// a scheme is no secret
func authScheme(w http.ResponseWriter, r *http.Request) bool {
	return r.Header.Get("Authorization") == "none"
}

// a page for machines
func metricsAuth(w http.ResponseWriter, r *http.Request) bool {
	return r.Header.Get("Authorization") == "Bearer "+os.Getenv("METRICS_TOKEN")
}

func webhookAuth(w http.ResponseWriter, r *http.Request) bool {
	return r.Header.Get("X-Gitlab-Token") == os.Getenv("WEBHOOK_TOKEN")
}

// a double submit of two values of the client
func authCSRF(w http.ResponseWriter, r *http.Request) bool {
	c, err := r.Cookie("csrf_token")
	return err == nil && c.Value == r.Header.Get("X-CSRF-Token")
}

func authPrefix(r *http.Request) bool {
	h := r.Header.Get("Authorization")
	return len(h) > 7 && strings.EqualFold(h[:7], "Bearer ")
}
