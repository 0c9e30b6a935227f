// Package sessionadopt reports session records that are made under an ID the client chose.
//
// An attacker who can choose the ID of a session gives it to a victim first and
// uses it after the victim has logged in. A signed cookie does not help: the
// attacker plants one that was signed for him.
//
// # Bad
//
//	c, err := r.Cookie("sid")
//	...
//	s, ok := sessions[c.Value]
//	if !ok {
//		s = &Session{}
//		sessions[c.Value] = s
//	}
//
// is reported as
//
//	session record is made under an ID that the client chose (cookie sid), make a fresh one
//
// # Good
//
//	if !ok {
//		id := rand.Text()
//		s = &Session{}
//		sessions[id] = s
//	}
//
// # Why
//
// ASVS 4.0.3 3.2.1, 5.0 7.2.1 and 7.2.4; CWE-384.
//
// # What counts as proof
//
// A record that is made under an ID from a cryptographic generator.
//
// # Limits
//
// Records in maps, in sync.Map, in rows that are inserted and in records that an
// object mapper creates are seen, and session objects that keep the ID of the client
// where the store says that it has nothing under it. A store that overwrites (SET of Redis) may renew a
// record as well as make one, and is left alone. Of libraries, those are reported
// that adopt IDs by themselves.
package sessionadopt
