// Package basic answers to users who are logged in.
package basic

import (
	"fmt"
	"html"
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/gin-contrib/sessions"
	"github.com/gin-gonic/gin"
)

var sm = scs.New()

func main() {
	http.HandleFunc("/page", page)
	http.HandleFunc("/hidden", hidden)
	http.HandleFunc("/logo", logo)
	http.HandleFunc("/login", login)
	http.HandleFunc("/signin", signin)
	http.HandleFunc("/enter", noStore(enter))
	http.ListenAndServe(":8080", nil)
}

func page(w http.ResponseWriter, r *http.Request) {
	name := sm.GetString(r.Context(), "name")
	w.Header().Set("Cache-Control", "public, max-age=600") // want cachecontrol:"page lets every cache keep what one user sees"
	fmt.Fprintf(w, "Hello %s", html.EscapeString(name))
}

func hidden(w http.ResponseWriter, r *http.Request) {
	name := sm.GetString(r.Context(), "name")
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprintf(w, "Hello %s", html.EscapeString(name))
}

func profile(c *gin.Context) {
	name, _ := sessions.Default(c).Get("name").(string)
	c.Header("cache-control", "public") // want cachecontrol:"profile lets every cache"
	c.String(http.StatusOK, "Hello %s", name)
}

// an asset is the same for everybody
func logo(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "public, max-age=600")
	w.Write([]byte("<svg/>"))
}

func login(w http.ResponseWriter, r *http.Request) {
	token := r.Header.Get("X-New-Token")
	http.SetCookie(w, &http.Cookie{Name: "session_token", Value: token, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode}) // want cachecontrol:"caches may keep the session cookie that login sends"
}

func signin(w http.ResponseWriter, r *http.Request) {
	private(w)
	token := r.Header.Get("X-New-Token")
	http.SetCookie(w, &http.Cookie{Name: "session_token", Value: token, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func enter(w http.ResponseWriter, r *http.Request) {
	token := r.Header.Get("X-New-Token")
	http.SetCookie(w, &http.Cookie{Name: "session_token", Value: token, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func private(w http.ResponseWriter) { w.Header().Set("Cache-Control", "private, no-store") }

func noStore(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		next(w, r)
	}
}
