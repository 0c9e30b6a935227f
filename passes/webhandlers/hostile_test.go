package webhandlers

import (
	"fmt"
	"strings"
	"testing"
)

const hostileHead = `package p

import (
	"database/sql"
	"net/http"
)

type User struct {
	ID       int64
	Password string
}

var db *sql.DB

var sessions = map[string]*User{}

`

// long is a logout of several instructions with an effect for each of n branches.
func long(n int) string {
	var b strings.Builder
	b.WriteString(hostileHead + "func Logout(w http.ResponseWriter, r *http.Request) {\n")
	for i := range n {
		fmt.Fprintf(&b, "\tif r.FormValue(%q) != \"\" {\n\t\tdelete(sessions, r.FormValue(\"sid\"))\n\t\thttp.SetCookie(w, &http.Cookie{Name: \"sid\", MaxAge: -1})\n\t}\n", fmt.Sprint(i))
	}
	b.WriteString("}\n")
	return b.String()
}

// TestLongFunction: tens of thousands of instructions take a bounded number of steps.
func TestLongFunction(t *testing.T) {
	h := handlersOf(t, map[string]string{"p/p.go": long(2000)}, "p")
	if h.Steps == 0 || h.Steps > 2*maxSteps {
		t.Errorf("%d steps", h.Steps)
	}
}

// recursive has n functions that all call each other, and change something.
func recursive(n int) string {
	var b strings.Builder
	b.WriteString(hostileHead + "func Logout(w http.ResponseWriter, r *http.Request) { f0(w, r, 1) }\n\n")
	for i := range n {
		fmt.Fprintf(&b, "func f%d(w http.ResponseWriter, r *http.Request, n int) {\n\tswitch n {\n\tcase 0:\n\t\tdelete(sessions, r.FormValue(\"sid\"))\n", i)
		for k := range n {
			fmt.Fprintf(&b, "\tcase %d:\n\t\tf%d(w, r, n-1)\n", k+1, k)
		}
		b.WriteString("\t}\n}\n")
	}
	return b.String()
}

// TestMutualRecursion: 150 functions that all call each other.
func TestMutualRecursion(t *testing.T) {
	h := handlersOf(t, map[string]string{"p/p.go": recursive(150)}, "p")
	if h.Steps == 0 || h.Steps > 2*maxSteps {
		t.Errorf("%d steps", h.Steps)
	}
	for _, l := range h.Logouts() {
		if l.Ends == CookieOnly || l.Ends == CopyLives {
			t.Errorf("logout %+v", l)
		}
	}
}

// TestDeepCalls: a chain of 3,000 functions, and literals in literals.
func TestDeepCalls(t *testing.T) {
	var b strings.Builder
	b.WriteString(hostileHead + "func Logout(w http.ResponseWriter, r *http.Request) { f0(w, r) }\n\n")
	const depth = 3000
	for i := range depth {
		fmt.Fprintf(&b, "func f%d(w http.ResponseWriter, r *http.Request) { f%d(w, r) }\n", i, i+1)
	}
	fmt.Fprintf(&b, "func f%d(w http.ResponseWriter, r *http.Request) { delete(sessions, r.FormValue(\"sid\")) }\n", depth)
	b.WriteString("func signOut(w http.ResponseWriter, r *http.Request) {\n" + strings.Repeat("func() {\n", 60) +
		"delete(sessions, r.FormValue(\"sid\"))\n" + strings.Repeat("}()\n", 60) + "}\n")
	for _, l := range handlersOf(t, map[string]string{"p/p.go": b.String()}, "p").Logouts() {
		if l.Ends != Ended && l.Ends != EndUnsure {
			t.Errorf("logout %+v", l)
		}
	}
}

// TestOddCode: type parameters, functions without bodies, code that is never reached
// or never ends, methods of embedded types, function values that are nil.
func TestOddCode(t *testing.T) {
	handlersOf(t, map[string]string{"p/p.go": `package p

import (
	"context"
	"database/sql"
	"net/http"
)

type User[T any] struct {
	ID       T
	Password string
}

type repository[T any, U interface{ *User[T] }] interface {
	Save(ctx context.Context, u U) error
	DeleteSessions(ctx context.Context, id T) error
}

type service[T comparable, R repository[T, *User[T]]] struct {
	users R
	cache map[T]map[T]*User[T]
}

func (s *service[T, R]) ChangePassword(ctx context.Context, u *User[T], password string) error {
	u.Password = hashPassword(password)
	s.cache[u.ID][u.ID] = u
	return s.users.Save(ctx, u)
}

func hashPassword(password string) string

func (s *service[T, R]) Logout(w http.ResponseWriter, r *http.Request)

type embedded[T comparable] struct {
	*service[T, repository[T, *User[T]]]
	http.Handler
}

type recursive interface{ Self() recursive }

type itself struct{ recursive }

func Login[T comparable](e embedded[T], w http.ResponseWriter, r *http.Request) {
	var change func(context.Context, *User[T], string) error
	change(r.Context(), nil, r.FormValue("password"))
	change = e.ChangePassword
	defer change(r.Context(), new(User[T]), r.FormValue("password"))
	e.ServeHTTP(w, r)
	itself{}.Self().Self()
}

func forever(w http.ResponseWriter, r *http.Request) {
again:
	http.SetCookie(w, &http.Cookie{Name: "sid", MaxAge: -1})
	goto again
}

func SignOut(w http.ResponseWriter, r *http.Request) {
	select {}
	http.SetCookie(w, &http.Cookie{Name: "sid", MaxAge: -1})
}

func EndSession(db *sql.DB, w http.ResponseWriter, r *http.Request, args ...any) {
	db.Exec("DELETE FROM sessions WHERE", args...)
	db.Exec("")
	db.Exec("UPDATE users SET password = ? WHERE id = ?")
	db.Exec("UPDATE", args...)
	for range func(yield func(int) bool) { yield(1) } {
		defer db.Exec("DELETE FROM sessions WHERE id = ?", r.FormValue("sid"))
	}
	panic(recover())
}

func _(w http.ResponseWriter, r *http.Request) { http.SetCookie(w, nil) }

var logout = func(w http.ResponseWriter, r *http.Request) { func() { logoutAgain(w, r) }() }

var logoutAgain func(w http.ResponseWriter, r *http.Request)

func init() { logoutAgain = logout }
`}, "p")
}

// TestGrowth: twice the code takes about twice the steps.
func TestGrowth(t *testing.T) {
	half := handlersOf(t, map[string]string{"p/p.go": long(500)}, "p").Steps
	whole := handlersOf(t, map[string]string{"p/p.go": long(1000)}, "p").Steps
	if half == 0 || whole > 3*half {
		t.Errorf("%d steps, and %d for twice the code", half, whole)
	}
}
