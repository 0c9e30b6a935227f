// Package basic holds directives that have an effect and ones that have none.
package basic

import "net/http"

// Well-formed: nothing to report, whether they silence something or not.
func wellFormed(w http.ResponseWriter) {
	//sessionlint:ignore cookiesecure the proxy adds it
	http.SetCookie(w, &http.Cookie{Name: "a", Value: "b"})
	//sessionlint:ignore cookiesecure, cookiescope the proxy adds both
	http.SetCookie(w, &http.Cookie{Name: "a", Value: "b"})
	http.SetCookie(w, nil) //nolint:sessionlint // golangci-lint judges this one
	http.SetCookie(w, nil) //lint:ignore SA1000 staticcheck judges this one
	//sessionlint:verified 3.5.3 the gateway checks signatures
}

//sessionlint:role login
func signIn() {}

// guard keeps strangers out.
//
//sessionlint:role guard
func guard() {}

// A sessionlint:ignore in prose is no directive, nor is //sessionlint:ignore.

func malformed(w http.ResponseWriter) {
	//sessionlint:ignore // want sessiondirective:`^directive ignore names no rule$`
	//sessionlint:ignore cookiesecure // want sessiondirective:`^directive ignores cookiesecure without a reason$`
	//sessionlint:ignore cookiesecur typing error // want sessiondirective:`^directive names unknown rule "cookiesecur" \(did you mean "cookiesecure"\?\)$`
	//sessionlint:ignore banana,cookiesecure no such rule // want sessiondirective:`^directive names unknown rule "banana"$`
	//sessionlint:ignroe cookiesecure typing error // want sessiondirective:`^unknown directive "ignroe" \(did you mean "ignore"\?\)`
	//sessionlint: // want sessiondirective:`^directive says nothing$`
	// sessionlint:ignore cookiesecure gofmt would add no space // want sessiondirective:`^a directive must follow // without a space$`
	//sessionlint:verified // want sessiondirective:`^directive verified names no requirement$`
	//sessionlint:verified CWE-384 not our numbering // want sessiondirective:`^"CWE-384" is no requirement`
	//sessionlint:verified 3.5.3 // want sessiondirective:`^directive verifies 3.5.3 without a reason$`
	//sessionlint:role login // want sessiondirective:`^directive role is not in the doc comment of a function$`
	http.SetCookie(w, nil)
}

//sessionlint:role logon // want sessiondirective:`^unknown role "logon" \(did you mean "login"\?\)$`
func logon() {}

//sessionlint:role // want sessiondirective:`^directive role names no role$`
func nothing() {}

//sessionlint:role logout and login // want sessiondirective:`^directive role has text after "logout"$`
func both() {}
