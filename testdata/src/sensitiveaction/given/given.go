// Package given changes accounts by a list of changes.
package given

import (
	"encoding/json"
	"net/http"
	"strconv"

	"sessionlint.test/src/sensitiveaction/given/store"
)

type app struct{ users *store.Users }

// EditUserForm is what an administrator sends.
type EditUserForm struct{ Email, Password string }

// A Context is the application's own.
type Context struct {
	Req  *http.Request
	Resp http.ResponseWriter
	User *store.User
}

// ParamsInt64 returns a part of the path.
func (c *Context) ParamsInt64(name string) int64 {
	n, _ := strconv.ParseInt(c.Req.PathValue(name), 10, 64)
	return n
}

func (a *app) rename(c *Context) {
	email := c.Req.FormValue("email")
	if err := a.users.Update(c.Req.Context(), c.User.ID, store.UserChanges{Email: &email}); err != nil {
		http.Error(c.Resp, "no", http.StatusInternalServerError)
	}
}

func (a *app) avatar(c *Context) {
	if err := a.users.SetAvatar(c.Req.Context(), c.User, c.Req.FormValue("file")); err != nil {
		http.Error(c.Resp, "no", http.StatusInternalServerError)
	}
}

func (a *app) changePassword(c *Context) {
	password := c.Req.FormValue("password")
	err := a.users.Update(c.Req.Context(), c.User.ID, store.UserChanges{Password: &password}) // want credentialchange:"leaves the other sessions" sensitiveaction:"without asking for the current one"
	if err != nil {
		http.Error(c.Resp, "no", http.StatusInternalServerError)
	}
}

// target is the account that the path names.
func (a *app) target(c *Context) *store.User {
	u, err := a.users.ByID(c.Req.Context(), c.ParamsInt64("id"))
	if err != nil {
		return nil
	}
	return u
}

// edit is for administrators: the account is that of somebody else.
func (a *app) edit(c *Context) {
	var form EditUserForm
	if err := json.NewDecoder(c.Req.Body).Decode(&form); err != nil {
		http.Error(c.Resp, "what?", http.StatusBadRequest)
		return
	}
	u := a.target(c)
	changes := store.UserChanges{Email: &form.Email}
	if form.Password != "" {
		changes.Password = &form.Password
	}
	if err := a.users.Update(c.Req.Context(), u.ID, changes); err != nil { // want credentialchange:"leaves the other sessions"
		http.Error(c.Resp, "no", http.StatusInternalServerError)
	}
}

// handle puts the application's own context between the router and handlers.
func (a *app) handle(h func(*Context)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		u, _ := r.Context().Value("user").(*store.User)
		h(&Context{Req: r, Resp: w, User: u})
	}
}

func routes(a *app) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /me/name", a.handle(a.rename))
	mux.HandleFunc("POST /me/avatar", a.handle(a.avatar))
	mux.HandleFunc("POST /me/password", a.handle(a.changePassword))
	mux.HandleFunc("POST /admin/users/{id}", a.handle(a.edit))
	return mux
}
