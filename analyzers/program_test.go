package analyzers_test

import (
	"fmt"
	"strings"
)

// program writes a Go program that compiles, chosen by the bytes: handlers,
// helpers, methods and closures that make, send, store, log and compare tokens,
// woven from every construct of the language. Bytes that run out count as 0.
func program(choices []byte) string {
	g := &generator{choices: choices, steps: 400}
	g.line(prelude)
	g.funcs = []string{"first", "pick[string]", "viaDefer", "(&box{}).get", "new(holder).get", "spin"}
	for i := range 2 + g.choose(4) {
		g.function(fmt.Sprintf("f%d", i))
		g.funcs = append(g.funcs, fmt.Sprintf("f%d", i))
	}
	for i := range 1 + g.choose(3) {
		g.handler(fmt.Sprintf("Handler%d", i))
	}
	return g.out.String()
}

// prelude has what the generated functions use: each import, and the
// constructs that need declarations of their own.
const prelude = `package p

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"iter"
	"log/slog"
	mrand "math/rand"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/golang-jwt/jwt/v5"
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
	_ jwt.Claims

	db       *sql.DB
	manager  = scs.New()
	sessions = map[string]string{}
	queue    = make(chan string, 1)
	hooks    []func(string) string
)

type (
	text   = string
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

type generator struct {
	choices []byte
	steps   int
	out     strings.Builder
	depth   int
	names   int
	vars    []string // strings in scope
	funcs   []string // func(string) string
	loops   []string // labels
	web     bool     // w and r are in scope
}

// choose returns a number below n.
func (g *generator) choose(n int) int {
	if g.steps--; len(g.choices) == 0 || g.steps < 0 {
		return 0
	}
	c := g.choices[0]
	g.choices = g.choices[1:]
	return int(c) % n
}

func (g *generator) line(format string, args ...any) {
	fmt.Fprintf(&g.out, strings.Repeat("\t", g.depth)+format+"\n", args...)
}

func (g *generator) name(prefix string) string {
	g.names++
	return fmt.Sprintf("%s%d", prefix, g.names)
}

func (g *generator) function(name string) {
	g.line("\nfunc %s(s string) string {", name)
	g.vars, g.web = []string{"s"}, false
	g.block(1 + g.choose(6))
	g.line("\treturn %s", g.text(2))
	g.line("}")
}

func (g *generator) handler(name string) {
	g.line("\nfunc %s(w http.ResponseWriter, r *http.Request) {", name)
	g.vars, g.web = nil, true
	g.block(2 + g.choose(8))
	g.line("}")
}

// block writes statements with a scope of their own.
func (g *generator) block(n int) {
	scope := len(g.vars)
	g.depth++
	for range n {
		g.statement()
	}
	g.depth--
	g.vars = g.vars[:scope]
}

func (g *generator) statement() {
	if g.depth > 5 || g.steps < 0 {
		g.effect()
		return
	}
	switch g.choose(16) {
	case 0, 1, 2:
		name := g.name("v")
		g.line("%s := %s", name, g.text(3))
		g.line("_ = %s", name)
		g.vars = append(g.vars, name)
	case 3:
		g.line("if %s {", g.condition())
		g.block(1 + g.choose(3))
		g.line("} else if %s {", g.condition())
		g.block(1)
		g.line("}")
	case 4:
		g.loop("for i := 0; i < 3; i++ {")
	case 5:
		part := g.name("v")
		g.line("for %s := range each(%s) {", part, g.text(1))
		g.vars = append(g.vars, part)
		g.block(1 + g.choose(2))
		g.vars = g.vars[:len(g.vars)-1]
		g.line("\t_ = %s", part)
		g.line("}")
	case 6:
		g.line("switch %s {", g.text(1))
		g.line("case %q, %s:", "admin", g.text(1))
		g.block(1)
		if g.choose(2) == 1 {
			g.line("\tfallthrough")
		}
		g.line("default:")
		g.block(1)
		g.line("}")
	case 7:
		g.line("select {")
		g.line("case queue <- %s:", g.text(1))
		received := g.name("v")
		g.line("case %s := <-queue:", received)
		g.line("\t_ = %s", received)
		g.block(1)
		g.line("default:")
		g.line("}")
	case 8:
		g.line("%s func() {", []string{"defer", "go"}[g.choose(2)])
		outer := g.loops
		g.loops = nil
		g.block(1 + g.choose(2))
		g.loops = outer
		g.line("}()")
	case 9:
		g.line("hooks = append(hooks, func(s string) string { return s + %s })", g.text(1))
	case 10:
		f := g.name("v")
		g.line("%s := %s", f, g.funcs[g.choose(len(g.funcs))])
		g.line("queue <- %s(%s)", f, g.text(1))
	case 11:
		g.line("switch t := any(%s).(type) {", g.text(1))
		g.line("case fmt.Stringer:")
		g.line("\t_ = t.String()")
		g.line("case text:")
		g.line("\tsessions[t] = t")
		g.line("}")
	case 12:
		if len(g.loops) > 0 {
			g.line("if %s {", g.condition())
			g.line("\t%s %s", []string{"break", "continue"}[g.choose(2)], g.loops[g.choose(len(g.loops))])
			g.line("}")
		}
	case 13:
		if len(g.vars) > 0 {
			g.line("%s = %s", g.vars[g.choose(len(g.vars))], g.text(2))
		}
	default:
		g.effect()
	}
}

func (g *generator) loop(head string) {
	label := g.name("L")
	g.line("%s:", label)
	g.line(head)
	g.loops = append(g.loops, label)
	g.block(1 + g.choose(3))
	g.loops = g.loops[:len(g.loops)-1]
	g.line("\tcontinue %s", label)
	g.line("}")
}

// effect writes what the rules look at.
func (g *generator) effect() {
	plain := []string{
		"sessions[%s] = %s", "slog.Info(%s, \"token\", %s)", "delete(sessions, %s+%s)", "fmt.Println(%s, %s)",
		"db.Exec(%s, %s)", "hooks[0](%s + %s)",
	}
	web := []string{
		"http.SetCookie(w, &http.Cookie{Name: %s, Value: %s})", "http.SetCookie(w, &http.Cookie{Name: \"session\", Value: %s + %s, HttpOnly: true})",
		"manager.Put(r.Context(), %s, %s)", "http.Redirect(w, r, %s+%s, http.StatusFound)", "w.Header().Set(%s, %s)", "http.Error(w, %s+%s, 401)",
		"http.SetCookie(w, &http.Cookie{Name: \"session\", Path: %s, Domain: %s, MaxAge: -1})", "_ = manager.RenewToken(r.Context()); _, _ = %s, %s",
		"jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{\"sub\": %s}).SignedString([]byte(%s))", "if manager.Destroy(r.Context()) != nil { return }; _, _ = %s, %s",
		"jwt.Parse(%s, func(*jwt.Token) (any, error) { return []byte(%s), nil })", "if %s != %s { w.WriteHeader(403); return }",
	}
	if g.web {
		plain = append(plain, web...)
	}
	g.line(plain[g.choose(len(plain))], g.text(1), g.text(1))
}

func (g *generator) condition() string {
	forms := []string{"%s == %s", "len(%s) > len(%s)", "strings.HasPrefix(%s, %s)", "sessions[%s] != %s", "%s < %s && db != nil"}
	return fmt.Sprintf(forms[g.choose(len(forms))], g.text(1), g.text(1))
}

// text returns an expression of type string.
func (g *generator) text(depth int) string {
	if depth == 0 || g.steps < 0 {
		return g.leaf()
	}
	switch g.choose(8) {
	case 0:
		return g.text(depth-1) + " + " + g.text(depth-1)
	case 1:
		return fmt.Sprintf("%s(%s)", g.funcs[g.choose(len(g.funcs))], g.text(depth-1))
	case 2:
		return fmt.Sprintf("fmt.Sprintf(\"%%s-%%d\", %s, time.Now().UnixNano())", g.text(depth-1))
	case 3:
		return fmt.Sprintf("func() string { sum := sha256.Sum256([]byte(%s)); return hex.EncodeToString(sum[:]) }()", g.text(depth-1))
	case 4:
		return fmt.Sprintf("sessions[%s]", g.text(depth-1))
	case 5:
		return fmt.Sprintf("(&box{token: %s}).token", g.text(depth-1))
	case 6:
		return fmt.Sprintf("string([]byte(%s)[:min(8, len(%q))])", g.text(depth-1), "12345678")
	}
	return g.leaf()
}

func (g *generator) leaf() string {
	leaves := []string{`"secret"`, `"session"`, "rand.Text()", "fmt.Sprint(mrand.Int63())", `os.Getenv("KEY")`, "hex.EncodeToString(make([]byte, 16))", "<-queue", "text(time.Now().String())"}
	if g.web {
		leaves = append(leaves, `r.URL.Query().Get("token")`, `r.Header.Get("Authorization")`, `r.FormValue("password")`, "r.URL.String()", `manager.GetString(r.Context(), "user")`)
	}
	leaves = append(leaves, g.vars...)
	return leaves[g.choose(len(leaves))]
}
