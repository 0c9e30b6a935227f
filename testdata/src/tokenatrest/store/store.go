// Package store keeps sessions of a library that can hash their tokens.
package store

import (
	"database/sql"
	"os"

	"github.com/alexedwards/scs/postgresstore"
	"github.com/alexedwards/scs/v2"
	"github.com/alexedwards/scs/v2/memstore"
)

func database(db *sql.DB) *scs.SessionManager {
	m := scs.New() // want tokenatrest:`^session tokens are kept in the store as they are; let scs hash them$`
	m.Store = postgresstore.New(db)
	return m
}

func switchedOff(db *sql.DB) *scs.SessionManager {
	m := scs.New()
	m.Store = postgresstore.New(db)
	m.HashTokenInStore = false // want tokenatrest:"let scs hash them"
	return m
}

func hashed(db *sql.DB) *scs.SessionManager {
	m := scs.New()
	m.Store = postgresstore.New(db)
	m.HashTokenInStore = true
	return m
}

func configured(db *sql.DB) *scs.SessionManager {
	m := scs.New()
	m.Store = postgresstore.New(db)
	m.HashTokenInStore = os.Getenv("HASH") != ""
	return m
}

func memory() *scs.SessionManager {
	m := scs.New()
	m.Store = memstore.New()
	return m
}

func anything(store scs.Store) *scs.SessionManager {
	m := scs.New()
	m.Store = store
	return m
}
