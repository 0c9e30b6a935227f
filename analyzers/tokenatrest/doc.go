// Package tokenatrest reports tokens that are stored in a database as they are.
//
// Whoever reads the database, a backup or a replica can act as every user whose
// token is in it.
//
// # Bad
//
//	token := rand.Text()
//	db.Exec(`INSERT INTO sessions (token, user_id) VALUES ($1, $2)`, token, uid)
//
// is reported, if something is looked up by that column, as
//
//	token is stored in column "token" as it is, store a hash
//
// # Good
//
//	sum := sha256.Sum256([]byte(token))
//	db.Exec(`INSERT INTO sessions (token_hash, user_id) VALUES ($1, $2)`, sum[:], uid)
//
// A slow password hash is not needed: a random token cannot be guessed.
//
// # Why
//
// ASVS 5.0 6.5.2 and 14.2.4, and the session management cheat sheet; CWE-312,
// 522 and 922. Reported from level 2.
//
// # What counts as proof
//
// A hash or HMAC of the token in the column. At level 3, a session store that
// keeps hashes: its library can, and by default does not.
//
// # Limits
//
// The column must be named in the text of a statement, by a constant, or be a
// field of a record whose tags or whose use make it a column. Something must be
// looked up by it: in a statement or condition of the same or an imported
// package, by an index, as the key of a key-value store, or by a comparison.
// Records that one package fills and another one stores are found by the tags
// of their fields only. Values that come from elsewhere, signed tokens, tokens
// of identity providers and stores in memory are left alone.
// -tokenatrest.kinds says which tokens count.
package tokenatrest
