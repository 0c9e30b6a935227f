package legacy

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"net/http"

	"github.com/gorilla/securecookie"
)

// An Archive keeps the keys of partners. The shop runs without one.
type Archive struct{ db *sql.DB }

// NewArchive returns the archive in a database.
func NewArchive(db *sql.DB) *Archive { return &Archive{db: db} }

// partner returns the number of the partner that has a key.
func (a *Archive) partner(ctx context.Context, key string) (id int64, err error) {
	err = a.db.QueryRowContext(ctx, "SELECT id FROM partners WHERE api_key = ?", key).Scan(&id)
	return id, err
}

func (a *API) newKey(w http.ResponseWriter, r *http.Request) {
	if a.archive == nil {
		http.Error(w, "there is no archive", http.StatusNotImplemented)
		return
	}
	key := newAPIKey()
	if _, err := a.archive.db.ExecContext(r.Context(), "INSERT INTO partners (api_key) VALUES (?)", key); err != nil { // finding: tokenatrest@2
		http.Error(w, "the archive is closed", http.StatusInternalServerError)
		return
	}
	answer(w, key)
}

// newKeyV2 keeps only a hash: whoever reads the archive cannot use it.
func (a *API) newKeyV2(w http.ResponseWriter, r *http.Request) {
	if a.archive == nil {
		http.Error(w, "there is no archive", http.StatusNotImplemented)
		return
	}
	key := newAPIKeyV2()
	sum := sha256.Sum256([]byte(key))
	if _, err := a.archive.db.ExecContext(r.Context(), "INSERT INTO partners (api_key_hash) VALUES (?)", sum[:]); err != nil {
		http.Error(w, "the archive is closed", http.StatusInternalServerError)
		return
	}
	answer(w, key)
}

// Baskets signs the baskets that partners carry around, with a key that
// everybody knows who has the program.
func Baskets() *securecookie.SecureCookie {
	return securecookie.New([]byte("baskets of partners, 32 bytes..."), nil) // finding: tokenkey
}

// BasketsV2 signs them with the key of the shop.
func BasketsV2(key []byte) *securecookie.SecureCookie { return securecookie.New(key, nil) }
