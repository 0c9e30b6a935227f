// Package app makes tokens and stores them through other packages.
package app

import (
	"sessionlint.test/src/tokenatrest/crosspkg/lib"
	"sessionlint.test/src/tokenatrest/crosspkg/model"
)

func login(db *lib.DB, uid int) (string, error) {
	token := lib.NewToken()
	return token, db.Save(token, uid) // want tokenatrest:"token is stored in column \"token\""
}

func hashed(db *lib.DB) (string, error) {
	token := lib.NewToken()
	return token, db.SaveHashed(token)
}

func record(db *lib.DB) error {
	return db.Put(&model.Client{ID: 1, Token: lib.NewToken()}) // want tokenatrest:"token is stored in column \"token\""
}

// What comes from elsewhere may be a hash.
func given(db *lib.DB, token string) error { return db.Save(token, 1) }
