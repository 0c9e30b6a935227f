package webhandlers

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func factFiles() map[string]string {
	return map[string]string{
		"lib/lib.go": `package lib

import (
	"crypto/rand"
	"database/sql"
	"net/http"
)

type User struct {
	ID           int64
	Password     string
	TokenVersion int
}

type Store struct{ DB *sql.DB }

func (s *Store) UpdateUser(u *User) error {
	_, err := s.DB.Exec("UPDATE users SET password = ? WHERE id = ?", u.Password, u.ID)
	return err
}

func (s *Store) EndSessions(id int64) error {
	_, err := s.DB.Exec("DELETE FROM sessions WHERE user_id = ?", id)
	return err
}

func (s *Store) Begin(id int64) (string, error) {
	token := rand.Text()
	_, err := s.DB.Exec("INSERT INTO sessions (token, user_id) VALUES (?, ?)", token, id)
	return token, err
}

func Forget(w http.ResponseWriter) { http.SetCookie(w, &http.Cookie{Name: "sid", MaxAge: -1}) }

func Silent(n float64) float64 { return n + 1 }
`,
		"app/app.go": "package app\n\nimport (\n\t\"m.test/lib\"\n\t\"net/http\"\n)\n\nfunc Logout(w http.ResponseWriter, r *http.Request) { lib.Forget(w) }\n",
	}
}

// TestFacts: facts are the same in every run, small, and travel as gob.
func TestFacts(t *testing.T) {
	first, second := factsOf(t, factFiles()), factsOf(t, factFiles())
	if len(first) < 4 {
		t.Errorf("only %d facts: %v", len(first), first)
	}
	if !slices.Equal(first, second) {
		t.Errorf("facts differ:\n%s\n\n%s", strings.Join(first, "\n"), strings.Join(second, "\n"))
	}
	for _, fact := range first {
		if strings.HasPrefix(fact, "Silent ") {
			t.Errorf("a function that says nothing has a fact: %s", fact)
		}
	}
}

// TestAcross: what a helper of another package does is what its caller does.
func TestAcross(t *testing.T) {
	logouts := handlersOf(t, factFiles(), "app").Logouts()
	if len(logouts) != 1 || logouts[0].Ends != CookieOnly {
		t.Errorf("logouts: %+v", logouts)
	}
}

// busy does everything, n times, to parameters of its own.
func busy(n int) string {
	var params, body strings.Builder
	for i := range n {
		fmt.Fprintf(&params, ", u%d *User, k%d string", i, i)
		fmt.Fprintf(&body, `	u%[1]d.Password = hashPassword(k%[1]d)
	db.Exec("UPDATE users SET password = ?, token_version = token_version + 1 WHERE id = ?", u%[1]d.Password, u%[1]d.ID)
	saveUser(u%[1]d)
	sessions[k%[1]d] = u%[1]d
	delete(sessions, k%[1]d)
	db.Exec("DELETE FROM sessions WHERE user_id = ?", u%[1]d.ID)
	db.Exec("DELETE FROM users WHERE id = ?", u%[1]d.ID)
	http.SetCookie(w, &http.Cookie{Name: k%[1]d, MaxAge: -1})
`, i)
	}
	return `package p

import (
	"crypto/sha256"
	"database/sql"
	"fmt"
	"net/http"
)

type User struct {
	ID       int64
	Password string
}

var db *sql.DB

var sessions = map[string]*User{}

func hashPassword(password string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(password))) }

func saveUser(u *User) { db.Exec("UPDATE users SET password = ? WHERE id = ?", u.Password, u.ID) }

func Busy(w http.ResponseWriter` + params.String() + ") {\n" + body.String() + "}\n"
}

// TestManyEffects: the fact of a function stays small, however much it does; past
// the cap it says nothing, rather than a part.
func TestManyEffects(t *testing.T) {
	for _, n := range []int{1, maxFact, maxFact + 1, 300} {
		facts := factsOf(t, map[string]string{"p/p.go": busy(n)}) // encode checks the size
		if has := slices.ContainsFunc(facts, func(f string) bool { return strings.HasPrefix(f, "Busy ") }); has != (n <= maxFact) {
			t.Errorf("%d parameters: fact %v", n, has)
		}
	}
}
