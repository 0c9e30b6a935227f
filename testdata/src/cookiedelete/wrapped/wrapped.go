// Package wrapped deletes cookies in all the ways that programs know, beside
// setters with Path "/".
package wrapped

import (
	"net/http"
	"time"
)

const name = "session"

func set(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: token, Path: "/", Secure: true})
	http.SetCookie(w, &http.Cookie{Name: "remember", Value: token, Path: "/", Secure: true, MaxAge: int((24 * time.Hour).Seconds())})
}

// Spellings of a deletion, each with and without the Path.
func spellings(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: name, MaxAge: -1}) // want cookiedelete:"Path is unset, the setter says"
	http.SetCookie(w, &http.Cookie{Name: name, Path: "/", MaxAge: -1})
	http.SetCookie(w, &http.Cookie{Name: name, Value: "x", Expires: time.Unix(0, 0)}) // want cookiedelete:"Path is unset"
	http.SetCookie(w, &http.Cookie{Name: name, Value: "x", Path: "/", Expires: time.Unix(0, 0)})
	http.SetCookie(w, &http.Cookie{Name: name, Value: "x", Expires: time.Now().Add(-time.Hour)}) // want cookiedelete:"Path is unset"
	http.SetCookie(w, &http.Cookie{Name: name, Value: "x", Path: "/", Expires: time.Now().Add(-time.Hour)})
	http.SetCookie(w, &http.Cookie{Name: name, Value: "x", Expires: time.Now().AddDate(0, 0, -1)}) // want cookiedelete:"Path is unset"
	http.SetCookie(w, &http.Cookie{Name: name, Value: "x", Path: "/", Expires: time.Now().AddDate(0, 0, -1)})
	http.SetCookie(w, &http.Cookie{Name: name, Value: "x", Expires: time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)}) // want cookiedelete:"Path is unset"
	http.SetCookie(w, &http.Cookie{Name: name, Value: "x", Path: "/", Expires: time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)})
	w.Header().Add("Set-Cookie", "session=; Max-Age=0") // want cookiedelete:"Path is unset"
	w.Header().Add("Set-Cookie", "session=; Path=/; Max-Age=0")
	w.Header().Add("Set-Cookie", "session=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT") // want cookiedelete:"Path is unset"
	http.SetCookie(w, &http.Cookie{Name: name, Path: "/", MaxAge: 0})                // want cookiedelete:"MaxAge 0 is left out"
}

// Later changes of a cookie that was read or made.
func changed(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie(name)
	if err != nil {
		return
	}
	c.MaxAge = -1
	http.SetCookie(w, c) // want cookiedelete:"Path is unset"
	c.Path = "/"
	http.SetCookie(w, c)
}

// A helper deletes by name.
func drop(w http.ResponseWriter, name string) {
	http.SetCookie(w, &http.Cookie{Name: name, MaxAge: -1}) // want cookiedelete:"Path is unset"
}

func dropWell(w http.ResponseWriter, name string) {
	http.SetCookie(w, &http.Cookie{Name: name, Path: "/", MaxAge: -1})
}

// One helper sets and deletes, by its lifetime.
func write(w http.ResponseWriter, value, path string, age int) {
	http.SetCookie(w, &http.Cookie{Name: "remember", Value: value, Path: path, MaxAge: age, Secure: true}) // want cookiedelete:"Path is ./app., the setter says"
}

func logout(w http.ResponseWriter) {
	drop(w, name)
	dropWell(w, name)
	write(w, "", "/app", -1)
	write(w, "", "/", -1)
	drop(w, "unknown_to_us") // nobody sets it
}
