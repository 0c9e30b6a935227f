//go:build !old

package main

import (
	"net/http"
	"strconv"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/alexedwards/scs/v2/memstore"
)

func observeScs() {
	const pkg = "github.com/alexedwards/scs/v2"
	for symbol, m := range map[string]*scs.SessionManager{pkg + ".New": scs.New(), pkg + ".NewSession": scs.NewSession()} {
		got := scsCookie(m)
		got["AbsoluteTimeout"], got["IdleTimeout"] = limit(m.Lifetime), limit(m.IdleTimeout)
		_, inMemory := m.Store.(*memstore.MemStore)
		got["Persistent"], got["HashedTokens"] = strconv.FormatBool(!inMemory), strconv.FormatBool(m.HashTokenInStore)
		see(symbol, "", got)
	}
	m := scs.New()
	m.Cookie = scs.SessionCookie{Name: "n"}
	got := scsCookie(m)
	delete(got, "MaxAge") // follows Lifetime, which was not zero
	see(pkg+".SessionCookie", "zero", got)
	see(pkg+".SessionManager", "zero", got)
	m = scs.New()
	m.Lifetime = time.Hour
	see(pkg+".SessionManager", "Lifetime 1 h", scsCookie(m))
}

func scsCookie(m *scs.SessionManager) map[string]string {
	return answer(m.LoadAndSave(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		m.Put(r.Context(), "user", "x")
	})).ServeHTTP)
}
