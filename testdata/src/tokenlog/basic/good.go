package basic

import (
	"crypto/sha256"
	"encoding/hex"
	"log"
	"log/slog"
	"net/http"
)

func hashed(r *http.Request) {
	sum := sha256.Sum256([]byte(r.Header.Get("Authorization")))
	slog.Info("request", "session", hex.EncodeToString(sum[:6]))
}

func prefix(r *http.Request) {
	if token := r.Header.Get("X-Auth-Token"); len(token) > 8 {
		log.Printf("token %s...", token[:8])
	}
}

func length(r *http.Request) { log.Printf("token of %d bytes", len(r.Header.Get("Authorization"))) }

func present(r *http.Request) { log.Print(r.Header.Get("Authorization") != "") }

func redactToken(s string) string { return s[:4] + "..." + s[len(s)-12:] }

func masked(r *http.Request) { log.Print(redactToken(r.Header.Get("Authorization"))) }

// What is no credential.
func harmless(r *http.Request) {
	log.Print(r.Method, r.URL.Path, r.Host, r.RemoteAddr, r.UserAgent(), r.Header.Get("Content-Type"), r.Header.Get("X-Request-Id"))
	log.Print(r.FormValue("csrf_token"), r.URL.Query().Get("page_token"), r.FormValue("user"))
	if c, err := r.Cookie("theme"); err == nil {
		log.Print(c.Value)
	}
}

func failed(r *http.Request) {
	_, err := r.Cookie("session")
	log.Print("no session: ", err)
}

func environment(w http.ResponseWriter) {
	w.Header().Set("X-Powered-By", "tests")
	log.Print(w.Header().Get("X-Powered-By"))
}
