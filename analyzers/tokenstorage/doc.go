// Package tokenstorage reports scripts shipped with the package that keep
// tokens where every script can read them.
//
// It looks at what the package sends to browsers: HTML templates and scripts
// that it embeds (go:embed), parses (ParseFiles, ParseGlob) or serves from a
// directory beside it, and pages in string literals.
//
// # Bad
//
//	const page = `<script>localStorage.setItem("access_token", "{{.Token}}")</script>`
//
// reports
//
//	token "access_token" is kept in localStorage, where every script can read it, use an HttpOnly cookie
//
// A template that prints a credential of the user into a script,
// {{.User.APIKey}}, or into a hidden field is reported as well, and so is a session cookie that a
// script writes: it cannot be HttpOnly.
//
// # Good
//
//	http.SetCookie(w, &http.Cookie{Name: "__Host-sid", Value: token, Path: "/",
//		Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
//
// The browser returns the cookie by itself, and no script ever sees it.
//
// # Why
//
// Whatever script runs in a page can read its storage: one injected line, or
// one bad dependency, carries the session away. What is in localStorage also
// stays when the browser is closed.
//
// sessionStorage, which ASVS 4.0.3 still accepts, is reported with -strict.
//
// # What counts as proof
//
// A directive or call that ships scripts, all of which were read, the ones that
// pages load included, and none of which keeps a token.
//
// # Limits
//
// Only constant names count that cannot mean anything but a token (token,
// access_token, jwt, sessionid, apiKey); csrf tokens, device tokens, cursors
// and the like are no session tokens. TypeScript, minified files, files over
// 200 kB, third-party directories (node_modules, vendor) and front ends that
// live elsewhere are not read; where the package ships such files, nothing is
// proved. Directives stand behind the code or alone on the line above, in
// scripts as //sessionlint:ignore, in HTML as <!-- sessionlint:ignore … -->.
// Under go vet, files that are read but not embedded (ParseFiles, static
// directories) are no part of what the go command caches by.
package tokenstorage
