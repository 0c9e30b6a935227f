// Package legacy is the interface for partners that the shop has had since its
// first days. Each part has a twin, called V2, that does the same thing right.
package legacy

import (
	"crypto/subtle"
	"log/slog"
	"net/http"
	"strings"
)

// An API serves partners.
type API struct {
	adminToken string
	visits     *Visits
	archive    *Archive
}

// New returns the interface. The token is that of the shop's own programs.
func New(adminToken string, archive *Archive) *API {
	return &API{adminToken: adminToken, visits: NewVisits(), archive: archive}
}

// Handler returns the interface as a handler.
func (a *API) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/orders", a.orders)
	mux.HandleFunc("GET /api/v2/orders", a.ordersV2)
	mux.HandleFunc("GET /api/visit", a.visit)
	mux.HandleFunc("GET /api/v2/visit", a.visitV2)
	mux.HandleFunc("POST /api/keys", a.newKey)
	mux.HandleFunc("POST /api/v2/keys", a.newKeyV2)
	return mux
}

// token returns the token that a partner presents.
func token(r *http.Request) string {
	if header := r.Header.Get("Authorization"); header != "" {
		return strings.TrimPrefix(header, "Bearer ")
	}
	return r.URL.Query().Get("access_token") // finding: tokenurl
}

func (a *API) orders(w http.ResponseWriter, r *http.Request) {
	given := token(r)
	if given != a.adminToken { // finding: tokencompare
		slog.Warn("a partner was refused", "token", given)                        // finding: tokenlog
		http.Error(w, "no partner has the token "+given, http.StatusUnauthorized) // finding: tokenresponse
		return
	}
	answer(w, "no orders")
}

func tokenV2(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

func (a *API) ordersV2(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(tokenV2(r)), []byte(a.adminToken)) != 1 {
		slog.Warn("a partner was refused", "address", r.RemoteAddr)
		http.Error(w, "no partner has this token", http.StatusUnauthorized)
		return
	}
	answer(w, "no orders")
}

func answer(w http.ResponseWriter, text string) {
	if _, err := w.Write([]byte(text + "\n")); err != nil {
		slog.Debug("a partner is gone", "error", err)
	}
}
