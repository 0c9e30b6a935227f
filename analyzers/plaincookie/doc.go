// Package plaincookie reports identity or role trusted from an unsigned cookie or header.
//
// Whoever sends the request writes its cookies and headers. A user ID or a role
// in them is a wish, unless something proves that the server wrote it.
//
// # Bad
//
//	c, err := r.Cookie("role")
//	if err != nil || c.Value != "admin" {
//		http.Error(w, "forbidden", http.StatusForbidden)
//		return
//	}
//
// is reported as
//
//	cookie "role" decides access, and the client can write it, sign it or keep it on the server
//
// # Good
//
//	sess, err := store.Get(r, "session") // signed, or an ID that is looked up
//	if err != nil || sess.Values["role"] != "admin" {
//
// # Why
//
// ASVS 4.0.3 3.5.3 and 4.1.2, 5.0 7.2.1 and 8.3.1; CWE-565, 784, 290.
//
// # What counts as proof
//
// A signature, a MAC or a decryption between the cookie and its use.
//
// # Limits
//
// Cookies and headers are recognised by constant names: user_id, role,
// is_admin, logged_in and the like; of others, what is decoded from base64 or
// JSON counts, too. A value that is compared with something the server knows, or
// handed to code that may verify it, is unknown. -hints names cookies that carry
// no authority. Headers in which a proxy says whom it authenticated, and user
// IDs in headers, have confidence possible: if a gateway sets them, say so
// with a directive where they are read.
package plaincookie
