package analyzers_test

// prelude has what the generated functions use: each import, and the
// constructs that need declarations of their own.
const prelude = `package p

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	mrand "math/rand"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/sessions"
	"golang.org/x/crypto/bcrypt"
	"golang.org/x/oauth2"
)

var (
	_ = rand.Text
	_ = sha256.Sum256
	_ = hex.EncodeToString
	_ = fmt.Sprint
	_ = slog.Info
	_ = mrand.Int
	_ = os.Getenv
	_ = strings.ToUpper
	_ = time.Now
	_ = context.Background
	_ = subtle.ConstantTimeCompare
	_ = json.Marshal
	_ = bcrypt.CompareHashAndPassword
	_ = errors.Is
	_ jwt.Claims

	db      *sql.DB
	users   accounts
	manager = scs.New()
	cookies = sessions.NewCookieStore([]byte(os.Getenv("KEY")))
	conf    = &oauth2.Config{ClientID: "shop", Endpoint: oauth2.Endpoint{AuthURL: "https://id.example/authorize"}}
	records = map[string]string{}
	queue   = make(chan string, 1)
	hooks   []func(string) string
	mutex   sync.RWMutex
)

type (
	text           = string
	set[K comparable] = map[K]struct{}
	chain[T any]   = func(T) T
	user           struct {
		ID                           int
		Name, Password, Token, Email string
		Disabled                     bool
		Expires                      time.Time
	}
	accounts interface {
		finder
		Save(ctx context.Context, u *user) error
		Delete(ctx context.Context, name string) error
	}
	finder interface {
		Find(ctx context.Context, name string) (*user, error)
	}
	claims struct {
		jwt.RegisteredClaims
		Role string "json:\"role\""
	}
	words interface{ ~string | ~[]byte }
	getter interface{ get(s string) string }
	box    struct {
		getter
		token string
		inner *box
	}
	holder struct{ box }
	list[T any] struct {
		head T
		tail *list[T]
	}
)

func (b *box) get(s string) string {
	if b.inner != nil {
		return b.inner.get(s)
	}
	return b.token + s
}

func (h holder) put(s string) { h.box.token = s }

func pick[T comparable](a T) T {
	var zero T
	if a == zero {
		return zero
	}
	return list[T]{head: a}.head
}

func (l *list[T]) walk() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i := 0; l != nil && yield(i, l.head); i++ {
			l = l.tail
		}
	}
}

func join[S words, T any](s S, rest ...T) string {
	out := string(s)
	for _, r := range rest {
		out += fmt.Sprint(r)
	}
	return out
}

func twice[T any](f chain[T]) chain[T] { return func(t T) T { return f(f(t)) } }

func each(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, part := range strings.Split(s, ",") {
			if !yield(part) {
				return
			}
		}
	}
}

func first(s string) string {
	for part := range each(s) {
		defer func() { queue <- part }()
		return part
	}
	return s
}

func viaDefer(s string) (out string) {
	defer func() {
		if r := recover(); r != nil {
			out = fmt.Sprint(r)
		}
	}()
	panic(s)
}

func spin(s string) string {
	n := 0
again:
	if n++; n < 3 {
		s += s
		goto again
	}
	return s
}
`
