// Package nothing ends sessions where there are none, or not for everybody. Each
// has a twin that does it right.
package nothing

import (
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

type session struct{ user string }

var (
	mu       sync.Mutex
	sessions map[string]*session // never made
	tokens   = map[string]*session{}
	devices  map[string]*session
)

func init() { devices = make(map[string]*session) }

type app struct {
	sessions map[string]*session // never made
	tokens   map[string]*session
}

func newApp() *app { return &app{tokens: map[string]*session{}} }

func clearCookie(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1})
}

func logoutNil(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("sid"); err == nil {
		mu.Lock()
		defer mu.Unlock()
		delete(sessions, c.Value)
	}
	clearCookie(w) // want logoutinvalidation:"alive on the server"
}

func logoutMade(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("sid"); err == nil {
		mu.Lock()
		defer mu.Unlock()
		delete(tokens, c.Value)
	}
	clearCookie(w)
}

func logoutInit(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("sid"); err == nil {
		mu.Lock()
		defer mu.Unlock()
		delete(devices, c.Value)
	}
	clearCookie(w)
}

// logoutField: the field of that name is never set.
func (a *app) logoutField(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("sid"); err == nil {
		delete(a.sessions, c.Value)
	}
	clearCookie(w) // want logoutinvalidation:"alive on the server"
}

func (a *app) logoutSet(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("sid"); err == nil {
		delete(a.tokens, c.Value)
	}
	clearCookie(w)
}

// logoutEarly: the client says that it only wants to be sent on.
func logoutEarly(c *gin.Context) {
	if c.GetHeader("HX-Request") != "" {
		c.SetCookie("sid", "", -1, "/", "", true, true) // want logoutinvalidation:"on some paths only"
		c.Status(http.StatusNoContent)
		return
	}
	if sid, err := c.Cookie("sid"); err == nil {
		delete(tokens, sid)
	}
	c.SetCookie("sid", "", -1, "/", "", true, true)
}

func logoutLast(c *gin.Context) {
	if sid, err := c.Cookie("sid"); err == nil {
		delete(tokens, sid)
	}
	c.SetCookie("sid", "", -1, "/", "", true, true)
	if c.GetHeader("HX-Request") != "" {
		c.Status(http.StatusNoContent)
		return
	}
	c.Redirect(http.StatusSeeOther, "/login")
}

// logoutQuery asks how long the parameter is.
func logoutQuery(c echo.Context) error {
	if len(c.QueryParam("next")) > 0 {
		clearCookie(c.Response()) // want logoutinvalidation:"on some paths only"
		return c.Redirect(http.StatusSeeOther, "/login")
	}
	if sid, err := c.Cookie("sid"); err == nil {
		delete(tokens, sid.Value)
	}
	return c.NoContent(http.StatusNoContent)
}

// logoutMethod: whoever follows a link is only shown the way out.
func logoutMethod(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodGet {
		clearCookie(w) // want logoutinvalidation:"on some paths only"
		return
	}
	if c, err := r.Cookie("sid"); err == nil {
		delete(tokens, c.Value)
	}
	clearCookie(w)
}

// logoutPost refuses other methods, and changes nothing for them.
func logoutPost(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, "use POST", http.StatusMethodNotAllowed)
		return
	}
	if c, err := r.Cookie("sid"); err == nil {
		delete(tokens, c.Value)
	}
	clearCookie(w)
}

// logoutBearer: who sends a token of his own has no session to end.
func logoutBearer(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		clearCookie(w)
		return
	}
	delete(tokens, r.Header.Get("Authorization"))
	clearCookie(w)
}
