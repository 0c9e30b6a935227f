// Package door has controllers and handlers whose names say nothing.
package door

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/beego/beego/v2/server/web"
)

// A Door is where people come and go.
type Door struct{ web.Controller }

// Leave only tells the browser.
func (d *Door) Leave() { d.Ctx.SetCookie("sid", "", -1) }

// Empty is no logout.
func (d *Door) Empty() { d.Ctx.SetCookie("cart", "", -1) }

// Ask changes nothing.
func (d *Door) Ask() { d.Data["question"] = "really?" }

// End ends the session, too.
func (d *Door) End() {
	if err := d.DestroySession(); err != nil {
		d.Abort("500")
		return
	}
	d.Ctx.SetCookie("sid", "", -1)
}

// SignOut is judged here, by its name.
func (d *Door) SignOut() {
	d.Ctx.SetCookie("sid", "", -1) // want logoutinvalidation:"alive on the server"
}

var sessions = scs.New()

// Drop only tells the browser.
func Drop(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "session", Path: "/", MaxAge: -1})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// Tidy has other routes, too.
func Tidy(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "session", Path: "/", MaxAge: -1})
}

// Close ends the session.
func Close(w http.ResponseWriter, r *http.Request) {
	if sessions.Destroy(r.Context()) != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}
