package ssoold

import (
	"crypto/subtle"
	"net/http"
	"os"
)

// AuthPartner lets in every partner that knows the one key of all partners.
func AuthPartner(next http.Handler) http.Handler {
	key := os.Getenv("PARTNER_KEY")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		given := r.Header.Get("X-API-Key")
		if key == "" || subtle.ConstantTimeCompare([]byte(given), []byte(key)) != 1 { // finding: staticapikey@2
			http.Error(w, "not a partner", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}
