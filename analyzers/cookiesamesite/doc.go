// Package cookiesamesite reports session cookies without an explicit, sensible SameSite.
//
// SameSite says whether a cookie goes along with requests that other sites
// cause. Without the attribute browsers differ: some send the cookie across
// sites for the first two minutes, some always. With None it always goes
// along, and without Secure beside it browsers throw the cookie away.
//
// # Bad
//
//	http.SetCookie(w, &http.Cookie{
//		Name: "session", Value: token, Secure: true, HttpOnly: true,
//		SameSite: http.SameSiteDefaultMode,
//	})
//
// is reported as
//
//	session cookie "session" has no SameSite attribute (SameSite is SameSiteDefaultMode), set it to Lax or Strict
//
// since net/http writes nothing for SameSiteDefaultMode.
//
// # Good
//
//	http.SetCookie(w, &http.Cookie{
//		Name: "session", Value: token, Secure: true, HttpOnly: true,
//		SameSite: http.SameSiteLaxMode,
//	})
//
// # Why
//
// ASVS 4.0.3 3.4.3 and 5.0 3.3.2; CWE-1275. Lax or Strict is a second line of
// defence against request forgery, not a replacement of the first.
//
// # What counts as proof
//
// Lax or Strict, set or by default of the library: scs and fiber use Lax.
// gorilla/sessions sets nothing up to v1.2 and None from v1.3 on.
//
// # Limits
//
// gin keeps SameSite on the context: a middleware of another package that
// calls SetSameSite is not seen. With -allow-none, None beside Secure is
// accepted.
package cookiesamesite
