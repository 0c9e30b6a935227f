// Package handcache keeps its sessions in Redis by itself: a random ID leads to
// the user.
package handcache

import (
	"context"
	"crypto/rand"
	"net/http"
	"time"

	"github.com/jmoiron/sqlx"
	"github.com/redis/go-redis/v9"
	"golang.org/x/crypto/bcrypt"
)

// An Account belongs to somebody.
type Account struct {
	ID   string
	Hash []byte
}

type app struct {
	db    *sqlx.DB
	cache *redis.Client
}

func (a *app) login(w http.ResponseWriter, r *http.Request) {
	var account Account
	err := a.db.Get(&account, `SELECT id, hash FROM accounts WHERE name = ?`, r.PostFormValue("name"))
	if err != nil || bcrypt.CompareHashAndPassword(account.Hash, []byte(r.PostFormValue("password"))) != nil {
		http.Error(w, "login failed", http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	id := rand.Text()
	if err := a.cache.Set(r.Context(), "session:"+id, account.ID, 8*time.Hour).Err(); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "sid", Value: id, Path: "/", HttpOnly: true, Secure: true})
}

func (a *app) logout(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("sid")
	if err != nil {
		return
	}
	// cut 4: logoutinvalidation:"alive on the server"
	if err := a.cache.Del(r.Context(), "session:"+c.Value).Err(); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	c.MaxAge = -1
	http.SetCookie(w, &http.Cookie{Name: "sid", Path: "/", MaxAge: -1})
}

// currentUser returns the ID of who is logged in.
func (a *app) currentUser(r *http.Request) (string, error) {
	c, err := r.Cookie("sid")
	if err != nil {
		return "", err
	}
	return a.cache.Get(r.Context(), "session:"+c.Value).Result()
}

func (a *app) changePassword(w http.ResponseWriter, r *http.Request) {
	id, err := a.currentUser(r)
	if err != nil {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return // cut: authabort:"return is missing"
	}
	var account Account
	if err := a.db.Get(&account, `SELECT id, hash FROM accounts WHERE id = ?`, id); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	// cut 4: sensitiveaction:"without asking for the current one"
	if bcrypt.CompareHashAndPassword(account.Hash, []byte(r.PostFormValue("old"))) != nil {
		http.Error(w, "wrong password", http.StatusForbidden)
		return // cut: authabort:"return is missing"
	}
	hash, err := bcrypt.GenerateFromPassword([]byte(r.PostFormValue("new")), bcrypt.DefaultCost)
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	if _, err := a.db.Exec(`UPDATE accounts SET hash = ? WHERE id = ?`, hash, account.ID); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	// cut 3: credentialchange:"sessions of the account alive"
	if err := a.endAll(r.Context(), account.ID); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// endAll takes the sessions of an account out of the cache.
func (a *app) endAll(ctx context.Context, accountID string) error {
	keys, err := a.cache.Keys(ctx, "session:*").Result()
	if err != nil {
		return err
	}
	for _, key := range keys {
		if owner, _ := a.cache.Get(ctx, key).Result(); owner == accountID {
			if err := a.cache.Del(ctx, key).Err(); err != nil {
				return err
			}
		}
	}
	return nil
}
