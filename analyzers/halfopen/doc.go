// Package halfopen reports half-authenticated sessions that pass as full logins.
//
// A session that says who somebody claims to be must not open what guards open
// for those who have proved it.
//
// # Bad
//
//	session.Values["uid"] = user.ID
//	if user.MFAEnabled {
//		http.Redirect(w, r, "/totp", http.StatusSeeOther)
//		return
//	}
//
// is reported, if guards look at "uid" alone, as
//
//	value "uid" opens every guard before the second step is done, store it after that
//
// # Good
//
//	if user.MFAEnabled {
//		session.Values["mfa_uid"] = user.ID
//		http.Redirect(w, r, "/totp", http.StatusSeeOther)
//		return
//	}
//	session.Values["uid"] = user.ID
//
// # Why
//
// ASVS 4.0.3 V3.7 and 3.7.1, 5.0 7.2.4, 7.5.1 and 9.2.2; CWE-841, 287. A password
// alone is enough, although the program asks for a second factor. Or none: what a
// page for forgotten passwords writes down may be what guards ask for.
//
// # What counts as proof
//
// Nothing is counted as proof; sites are violations or unknown.
//
// # Limits
//
// The keys must be constants. A login and a guard of different packages are joined
// where both are registered: in a package with the route of the one and a route
// behind the other that nothing else guards. Such a login is unknown where code
// in sight reads or writes marks of logins that are not finished. The other forms are
// seen within one package. Four are there: a value that guards ask for is written in front of a further step; it is
// written where somebody starts to recover an account, without any check; one of two
// guards refuses sessions that are marked as pending and the other does not; a
// function whose name says that a login is not finished makes tokens with the key and
// the claims of full logins. Claims that only one of the two has may tell them apart,
// and so the answer is unknown.
package halfopen
