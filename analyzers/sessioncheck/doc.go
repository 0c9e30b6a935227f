// Package sessioncheck reports handlers that use identity without testing that it is there.
//
// A value that is missing in a session reads as zero, and zero may be somebody: the
// owner of everything that has none, or the first record of a table.
//
// # Bad
//
//	uid, _ := session.Values["uid"].(int64)
//	db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", uid, r.FormValue("id"))
//
// is reported as
//
//	value "uid" of the session is used without a test that it is there
//
// and
//
//	r.Use(jwtauth.Verifier(auth))
//
// without an Authenticator behind it as
//
//	Verifier lets requests without a token through, and nothing rejects them
//
// So are a configuration that lets requests through,
//
//	echojwt.Config{ErrorHandler: ignore, ContinueOnIgnoredError: true}
//
// and a value that middleware keeps for some requests only:
//
//	db.Exec("UPDATE articles SET owner_id = ? WHERE id = ?", c.GetInt("user_id"), c.Param("id"))
//
// # Good
//
//	uid, ok := session.Values["uid"].(int64)
//	if !ok {
//		http.Error(w, "log in first", http.StatusUnauthorized)
//		return
//	}
//
// # Why
//
// ASVS 4.0.3 3.7.1 and 4.1.1, 5.0 7.2.1 and 16.5.3; CWE-306, 287.
//
// # What counts as proof
//
// A test of the value or of whether it was found, or a guard in front of the
// route.
//
// # Limits
//
// Reported is only what is written to a database with the value, in a handler
// whose route is in sight with everything in front of it. A value that is handed
// to another function is unknown: that may find nobody.
// A value that middleware keeps for the handlers behind it counts if the middleware
// is in the same package, keeps it itself and goes on without it on some path; those of
// gin, hertz, echo and fiber are known, values of a context.Context are not. A
// configuration that lets requests through is reported only if nothing in the package
// rejects anybody, or reads what middleware keeps.
package sessioncheck
