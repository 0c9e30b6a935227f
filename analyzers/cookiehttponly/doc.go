// Package cookiehttponly reports session cookies without HttpOnly.
//
// A cookie without the HttpOnly attribute is readable by every script of the
// page. One cross-site scripting hole then hands out sessions instead of only
// acting in them.
//
// # Bad
//
//	app.Use(session.New(session.Config{CookieSecure: true})) // fiber
//
// is reported as
//
//	session cookie "session_id" is readable by scripts (HttpOnly is false by default in fiber), set it to true
//
// # Good
//
//	app.Use(session.New(session.Config{CookieSecure: true, CookieHTTPOnly: true}))
//
// # Why
//
// ASVS 4.0.3 3.4.2 and 5.0 3.3.4 ask for HttpOnly; CWE-1004. No script needs a
// session token: the browser sends it by itself.
//
// # What counts as proof
//
// The constant true, or the default of the library at the version in use:
// scs, beego and iris set it, gorilla/sessions and fiber do not.
//
// # Limits
//
// A value from configuration is unknown and not reported. Cookies that scripts
// are meant to read, such as CSRF tokens and preferences, are recognised by
// their name. Deletion cookies are left alone.
package cookiehttponly
