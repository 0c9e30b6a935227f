// Package denystore notes tokens that are not accepted any more in a database or
// a cache. Each way has a twin that notes something else.
package denystore

import (
	"context"
	"database/sql"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/redis/go-redis/v9"
	"gorm.io/gorm"
)

type app struct {
	db    *sql.DB
	orm   *gorm.DB
	cache *redis.Client
	key   []byte
}

// A RevokedToken is not accepted any more.
type RevokedToken struct {
	JTI     string
	Expires time.Time
}

// A Visit is when somebody left.
type Visit struct{ User string }

func (a *app) claims(r *http.Request) (*jwt.RegisteredClaims, error) {
	c, err := r.Cookie("jwt")
	if err != nil {
		return nil, err
	}
	claims := new(jwt.RegisteredClaims)
	_, err = jwt.ParseWithClaims(c.Value, claims, func(*jwt.Token) (any, error) { return a.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return claims, err
}

func clearCookie(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "jwt", Path: "/", MaxAge: -1})
}

func (a *app) logoutTable(w http.ResponseWriter, r *http.Request) {
	if claims, err := a.claims(r); err == nil {
		a.db.Exec(`INSERT INTO revoked_tokens (jti, expires_at) VALUES (?, ?)`, claims.ID, claims.ExpiresAt.Time)
	}
	clearCookie(w)
}

func (a *app) logoutVisit(w http.ResponseWriter, r *http.Request) {
	if claims, err := a.claims(r); err == nil {
		a.db.Exec(`INSERT INTO visits (user_id, left_at) VALUES (?, ?)`, claims.Subject, time.Now())
	}
	clearCookie(w) // want logoutinvalidation:"stays valid"
}

func (a *app) logoutBlacklist(w http.ResponseWriter, r *http.Request) {
	if claims, err := a.claims(r); err == nil {
		a.db.Exec(`INSERT INTO jwt_blacklist (jti) VALUES (?)`, claims.ID)
	}
	clearCookie(w)
}

func (a *app) logoutRecord(w http.ResponseWriter, r *http.Request) {
	if claims, err := a.claims(r); err == nil {
		a.orm.Create(&RevokedToken{claims.ID, claims.ExpiresAt.Time})
	}
	clearCookie(w)
}

func (a *app) logoutOther(w http.ResponseWriter, r *http.Request) {
	if claims, err := a.claims(r); err == nil {
		a.orm.Create(&Visit{claims.Subject})
	}
	clearCookie(w) // want logoutinvalidation:"stays valid"
}

func (a *app) logoutCache(w http.ResponseWriter, r *http.Request) {
	if claims, err := a.claims(r); err == nil {
		a.cache.Set(r.Context(), "revoked:"+claims.ID, 1, time.Until(claims.ExpiresAt.Time))
	}
	clearCookie(w)
}

func (a *app) logoutSet(w http.ResponseWriter, r *http.Request) {
	if claims, err := a.claims(r); err == nil {
		a.cache.SAdd(r.Context(), "token_blacklist", claims.ID)
	}
	clearCookie(w)
}

// logoutSorted keeps the list in order of expiry.
func (a *app) logoutSorted(w http.ResponseWriter, r *http.Request) {
	if claims, err := a.claims(r); err == nil {
		a.deny(r.Context(), claims.ID)
	}
	clearCookie(w)
}

func (a *app) deny(ctx context.Context, id string) {
	a.cache.ZAdd(ctx, denied, redis.Z{Score: float64(time.Now().Unix()), Member: id})
}

const denied = "jwt:denied"

// logoutCount counts who leaves.
func (a *app) logoutCount(w http.ResponseWriter, r *http.Request) {
	if claims, err := a.claims(r); err == nil {
		a.cache.SAdd(r.Context(), "leavers", claims.Subject)
	}
	clearCookie(w) // want logoutinvalidation:"stays valid"
}
