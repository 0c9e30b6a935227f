// Package couriers is for the programs of those who carry parcels: they bring an
// access token of the API, and their accounts can be blocked.
package couriers

import (
	"database/sql"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

// An Office answers couriers.
type Office struct {
	db     *sql.DB
	key    []byte
	parser *jwt.Parser
}

// New returns an office. The key is that of the API.
func New(db *sql.DB, key []byte) *Office {
	return &Office{db: db, key: key, parser: jwt.NewParser(
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired(), jwt.WithIssuer("https://shop.example"), jwt.WithAudience("shop-api"),
	)}
}

// Handler returns the office below /couriers/.
func (o *Office) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("POST /couriers/{name}/block", o.dispatchers(http.HandlerFunc(o.block)))
	mux.Handle("POST /couriers/v2/{name}/block", o.dispatchers(http.HandlerFunc(o.blockV2)))
	return mux
}

// dispatchers lets those through who bring a token, and looks at nothing else.
func (o *Office) dispatchers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		if _, err := o.parser.Parse(raw, func(*jwt.Token) (any, error) { return o.key, nil }); err != nil {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// block leaves a courier the tokens that he has.
func (o *Office) block(w http.ResponseWriter, r *http.Request) {
	if _, err := o.db.ExecContext(r.Context(), "UPDATE accounts SET blocked = true WHERE name = ?", r.PathValue("name")); err != nil { // finding: accountdisable@5.0
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// blockV2 takes them away.
func (o *Office) blockV2(w http.ResponseWriter, r *http.Request) {
	if _, err := o.db.ExecContext(r.Context(), "UPDATE accounts SET blocked = true WHERE name = ?", r.PathValue("name")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	if _, err := o.db.ExecContext(r.Context(), "DELETE FROM refresh_tokens WHERE account = ?", r.PathValue("name")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}
