package analyzers_test

import (
	"fmt"
	"strings"
)

// program writes a Go program that compiles, chosen by the bytes: handlers,
// helpers, methods and closures that log people in and out and make, send,
// store, log and compare tokens, woven from every construct of the language.
// Bytes that run out count as 0.
func program(choices []byte) string {
	g := &generator{choices: choices, steps: 800}
	g.line("%s", prelude)
	g.funcs = []string{"first", "pick[string]", "viaDefer", "(&box{}).get", "new(holder).get", "getter(&box{}).get", "twice(spin)", "chain[text](first)"}
	for i := range 2 + g.choose(4) {
		g.function(fmt.Sprintf("f%d", i))
		g.funcs = append(g.funcs, fmt.Sprintf("f%d", i))
	}
	handlers := 1 + g.choose(3)
	for i := range handlers {
		g.handler(fmt.Sprintf("Handler%d", i))
	}
	g.routes(handlers)
	return g.out.String()
}

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
	doc := []string{"", "", "//sessionlint:role login\n", "//sessionlint:ignore tokenlog,tokenurl it is a test\n", "//sessionlint:nothing\n"}
	g.line("\n%sfunc %s(w http.ResponseWriter, r *http.Request) {", doc[g.choose(len(doc))], name)
	g.vars, g.web = nil, true
	for range g.choose(3) {
		g.scene()
	}
	g.block(2 + g.choose(4))
	g.line("}")
}

// routes writes a middleware, and puts the handlers behind it or not.
func (g *generator) routes(handlers int) {
	g.line("\nfunc guard(next http.Handler) http.Handler {")
	g.line("\treturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {")
	g.vars, g.web, g.depth = nil, true, 1
	g.block(1 + g.choose(3))
	g.depth = 0
	g.line("\t\tnext.ServeHTTP(w, r)")
	g.line("\t})")
	g.line("}")
	g.line("\nfunc routes() http.Handler {")
	g.line("\tmux := http.NewServeMux()")
	for i := range handlers {
		path := []string{"/", "GET /login", "POST /login", "/logout", "/callback", "DELETE /users/{name}", "/account/password"}[g.choose(7)]
		handler := []string{"http.HandlerFunc(Handler%d)", "guard(http.HandlerFunc(Handler%d))"}[g.choose(2)]
		g.line("\tmux.Handle(%q, "+handler+")", path, i)
	}
	g.line("\treturn manager.LoadAndSave(mux)")
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
	switch g.choose(20) {
	case 0, 1:
		name := g.name("v")
		g.line("%s := %s", name, g.text(3))
		g.line("_ = %s", name)
		g.vars = append(g.vars, name)
	case 2:
		if len(g.vars) > 0 {
			g.line("%s = %s", g.vars[g.choose(len(g.vars))], g.text(2))
		}
	case 3, 4, 5, 6:
		g.branch(g.choose(4))
	case 7, 8, 9, 10:
		g.jump(g.choose(5))
	case 11, 12, 13:
		g.closure(g.choose(4))
	case 14, 15, 16:
		if g.web {
			g.scene()
		}
	default:
		g.effect()
	}
}

// branch writes a statement that chooses.
func (g *generator) branch(form int) {
	switch form {
	case 0:
		g.line("if %s {", g.condition())
		g.block(1 + g.choose(3))
		g.line("} else if %s {", g.condition())
		g.block(1)
	case 1:
		g.line("switch %s {", g.text(1))
		g.line("case %q, %s:", "admin", g.text(1))
		g.block(1)
		if g.choose(2) == 1 {
			g.line("\tfallthrough")
		}
		g.line("default:")
		g.block(1)
	case 2:
		g.line("select {")
		g.line("case queue <- %s:", g.text(1))
		received := g.name("v")
		g.line("case %s := <-queue:", received)
		g.line("\t_ = %s", received)
		g.block(1)
		g.line("default:")
	case 3:
		g.line("switch t := any(%s).(type) {", g.text(1))
		g.line("case fmt.Stringer:")
		g.line("\t_ = t.String()")
		g.line("case text:")
		g.line("\trecords[t] = t")
	}
	g.line("}")
}

// jump writes a loop, or a way out of one.
func (g *generator) jump(form int) {
	switch form {
	case 0:
		g.loop("for i := 0; i < 3; i++ {")
	case 1, 2:
		part := g.name("v")
		g.line([]string{"for %s := range each(%s) {", "for _, %s := range (&list[string]{head: %s}).walk() {"}[form-1], part, g.text(1))
		g.vars = append(g.vars, part)
		g.block(1 + g.choose(2))
		g.vars = g.vars[:len(g.vars)-1]
		g.line("\t_ = %s", part)
		g.line("}")
	case 3:
		n, label := g.name("n"), g.name("L")
		g.line("%s := 0", n)
		g.line("%s:", label)
		g.line("{")
		g.block(1 + g.choose(2))
		g.line("}")
		g.line("if %s++; %s < 3 && (%s) {", n, n, g.condition())
		g.line("\tgoto %s", label)
		g.line("}")
	case 4:
		if len(g.loops) > 0 {
			g.line("if %s {", g.condition())
			g.line("\t%s %s", []string{"break", "continue"}[g.choose(2)], g.loops[g.choose(len(g.loops))])
			g.line("}")
		}
	}
}

// closure writes a function that is called later, or a method as a value.
func (g *generator) closure(form int) {
	switch form {
	case 0, 1:
		g.line("%s func() {", []string{"defer", "go"}[form])
		outer := g.loops
		g.loops = nil
		g.block(1 + g.choose(2))
		g.loops = outer
		g.line("}()")
	case 2:
		g.line("hooks = append(hooks, func(s string) string { return s + %s })", g.text(1))
	case 3:
		f := g.name("v")
		g.line("%s := %s", f, g.funcs[g.choose(len(g.funcs))])
		g.line("queue <- %s(%s)", f, g.text(1))
	}
}

func (g *generator) loop(head string) {
	label := g.name("L")
	g.line("%s:", label)
	g.line("%s", head)
	g.loops = append(g.loops, label)
	g.block(1 + g.choose(3))
	g.loops = g.loops[:len(g.loops)-1]
	g.line("\tcontinue %s", label)
	g.line("}")
}

func (g *generator) condition() string {
	forms := []string{"%s == %s", "len(%s) > len(%s)", "strings.HasPrefix(%s, %s)", "records[%s] != %s", "%s < %s && db != nil"}
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
		return fmt.Sprintf("records[%s]", g.text(depth-1))
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
