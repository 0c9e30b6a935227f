// Package branches renews the session on some branches of a login, or does not
// look whether it worked. Each has a twin that does it right.
package branches

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/beego/beego/v2/server/web"
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/session"
	"github.com/gorilla/sessions"
	"golang.org/x/crypto/bcrypt"
)

var (
	manager = scs.New()
	files   = sessions.NewFilesystemStore("", []byte("0123456789abcdef0123456789abcdef"))
	hash    []byte
)

func proves(password string) bool {
	return bcrypt.CompareHashAndPassword(hash, []byte(password)) == nil
}

// one case of a switch renews.
func one(w http.ResponseWriter, r *http.Request) {
	if !proves(r.PostFormValue("password")) {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	session, _ := files.Get(r, "sid")
	switch r.PostFormValue("client") {
	case "browser":
		session.ID = ""
	case "kiosk":
		session.Options.MaxAge = 600
	}
	session.Values["user"] = r.PostFormValue("name") // want sessionrotation:"renews the session ID on some paths only"
	if err := session.Save(r, w); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func all(w http.ResponseWriter, r *http.Request) {
	if !proves(r.PostFormValue("password")) {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	session, _ := files.Get(r, "sid")
	switch r.PostFormValue("client") {
	case "kiosk":
		session.ID, session.Options.MaxAge = "", 600
	default:
		session.ID = ""
	}
	session.Values["user"] = r.PostFormValue("name")
	if err := session.Save(r, w); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// renew says whether it worked.
func renew(r *http.Request) error {
	if err := manager.RenewToken(r.Context()); err != nil {
		return fmt.Errorf("login: %w", err)
	}
	return nil
}

// deaf does not listen.
func deaf(w http.ResponseWriter, r *http.Request) {
	if !proves(r.PostFormValue("password")) {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	renew(r)
	manager.Put(r.Context(), "user", r.PostFormValue("name")) // want sessionrotation:"goes on when the renewal of the session ID fails"
}

func listening(w http.ResponseWriter, r *http.Request) {
	if !proves(r.PostFormValue("password")) {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	if err := renew(r); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	manager.Put(r.Context(), "user", r.PostFormValue("name"))
}

// start looks at the renewal itself; its own error is about something else.
func start(r *http.Request) error {
	if err := manager.RenewToken(r.Context()); err != nil {
		panic(err)
	}
	if r.PostFormValue("name") == "" {
		return errors.New("nobody")
	}
	return nil
}

func started(w http.ResponseWriter, r *http.Request) {
	if !proves(r.PostFormValue("password")) {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	start(r)
	manager.Put(r.Context(), "user", r.PostFormValue("name"))
}

// deferred renews when it is too late to say no.
func deferred(w http.ResponseWriter, r *http.Request) {
	if !proves(r.PostFormValue("password")) {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return
	}
	defer manager.RenewToken(r.Context())
	manager.Put(r.Context(), "user", r.PostFormValue("name")) // want sessionrotation:"goes on when the renewal of the session ID fails"
}

func dropped(c *fiber.Ctx, store *session.Store) error {
	sess, err := store.Get(c)
	if err != nil || !proves(c.FormValue("password")) {
		return fiber.ErrUnauthorized
	}
	sess.Regenerate()
	sess.Set("user", c.FormValue("user")) // want sessionrotation:"goes on when the renewal of the session ID fails"
	return sess.Save()
}

func kept(c *fiber.Ctx, store *session.Store) error {
	sess, err := store.Get(c)
	if err != nil || !proves(c.FormValue("password")) {
		return fiber.ErrUnauthorized
	}
	if err = sess.Regenerate(); err != nil {
		return err
	}
	sess.Set("user", c.FormValue("user"))
	return sess.Save()
}

// A Login is a controller of beego.
type Login struct{ web.Controller }

// Post drops the error.
func (l *Login) Post() {
	if proves(l.GetString("password")) {
		l.SessionRegenerateID()
		l.SetSession("uid", 1) // want sessionrotation:"goes on when the renewal of the session ID fails"
	}
}

// Put renews only for those who ask to be remembered.
func (l *Login) Put() {
	if !proves(l.GetString("password")) {
		return
	}
	if l.GetString("remember") != "" && l.SessionRegenerateID() != nil {
		l.Abort("500")
		return
	}
	l.SetSession("uid", 1) // want sessionrotation:"renews the session ID on some paths only"
}

// Patch renews in any case.
func (l *Login) Patch() {
	if !proves(l.GetString("password")) {
		return
	}
	if l.SessionRegenerateID() != nil {
		l.Abort("500")
		return
	}
	l.SetSession("uid", 1)
}
