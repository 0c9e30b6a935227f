// Package limits remembers in ways that the rule does not see.
package limits

import "net/http"

// missed: the condition stands in another function
func stay(w http.ResponseWriter, remember bool, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session_token", Value: token, MaxAge: age(remember), Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func age(remember bool) int {
	return map[bool]int{true: 365 * 24 * 3600}[remember]
}

// who is not remembered is not stretched by it
func forget(w http.ResponseWriter, remember bool, token string) {
	c := &http.Cookie{Name: "session_token", Value: token, MaxAge: 3600, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	if !remember {
		c.MaxAge = 600
	}
	http.SetCookie(w, c)
}
