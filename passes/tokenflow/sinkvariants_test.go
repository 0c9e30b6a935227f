package tokenflow

import (
	"strings"
	"testing"
)

// places are statements that let @@ arrive somewhere.
var places = map[string]struct {
	place     Place
	imports   string
	globals   string
	statement string
	kind      Kind // of what @@ is
	value     string
}{
	"row": {
		InDatabase, "\"crypto/rand\"\n\t\"database/sql\"", "var db *sql.DB\n\nfunc seek(t string) { db.QueryRow(\"SELECT 1 FROM sessions WHERE token = ?\", t) }\n",
		`db.Exec("INSERT INTO sessions (token) VALUES (?)", @@)`, Strong, "rand.Text()",
	},
	"hashed row": {
		InDatabase, "\"crypto/sha256\"\n\t\"crypto/rand\"\n\t\"encoding/hex\"\n\t\"database/sql\"",
		"var db *sql.DB\n\nfunc hash(s string) string { sum := sha256.Sum256([]byte(s)); return hex.EncodeToString(sum[:]) }\n",
		`db.Exec("INSERT INTO sessions (token) VALUES (?)", @@)`, Strong, "hash(rand.Text())",
	},
	"new record": {
		InNewRecord, "\"net/http\"", "var request *http.Request\n\ntype session struct{}\n\nvar sessions = map[string]*session{}\n",
		`sessions[@@] = &session{}`, Header, `request.Header.Get("X-Session-Token")`,
	},
	"log": {
		InLog, "\"log\"\n\t\"net/http\"", "var request *http.Request\n",
		`log.Println(@@)`, Header, `request.Header.Get("Authorization")`,
	},
}

// arrivals are programs that do the same thing with them.
var arrivals = map[string]string{
	"inline":  "func use() { STATEMENT(EXPR) }\n",
	"renamed": "func use() { zebra := EXPR; giraffe := zebra; STATEMENT(giraffe) }\n",
	"helper":  "func use() { save(EXPR) }\n\nfunc save(v string) { STATEMENT(v) }\n",
	"closure": "func use() { v := EXPR; func() { STATEMENT(v) }() }\n",
	"generic": "func use() { STATEMENT(same(EXPR)) }\n\nfunc same[T any](v T) T { return v }\n",
	"field":   "type box struct{ a, b string }\n\nfunc use() { x := box{b: EXPR}; STATEMENT(x.b) }\n",
	"method":  "type box struct{}\n\nfunc (box) save(v string) { STATEMENT(v) }\n\nfunc use() { box{}.save(EXPR) }\n",
}

// TestArrivals: whatever is renamed or extracted, the value arrives, and what
// is hashed stays hashed.
func TestArrivals(t *testing.T) {
	for what, p := range places {
		for how, program := range arrivals {
			t.Run(what+"/"+how, func(t *testing.T) {
				flows := flowsOf(t, map[string]string{"p/p.go": "package p\n\nimport (\n\t" + p.imports + "\n)\n\n" + p.globals + "\n" + arrive(program, p.statement, p.value)}, "p")
				arrived(t, flows, p.place, p.kind, strings.HasPrefix(what, "hashed"))
			})
		}
		t.Run(what+"/package", func(t *testing.T) {
			head := "\n\nimport (\n\t" + p.imports + "\n)\n\n" + p.globals + "\n"
			quiet := "\nvar _ = func() { _ = " + p.value + "; " + arrive("STATEMENT(\"\")", p.statement, "") + " }\n" // uses the imports
			flows := flowsOf(t, map[string]string{
				"q/q.go": "package q" + head + quiet + arrive("func Save(v string) { STATEMENT(v) }\n", p.statement, ""),
				"p/p.go": "package p" + strings.Replace(head, "import (", "import (\n\t\"m.test/q\"", 1) + quiet + "func use() { q.Save(" + p.value + ") }\n",
			}, "p")
			arrived(t, flows, p.place, p.kind, strings.HasPrefix(what, "hashed"))
		})
	}
}

// arrive replaces STATEMENT(x) by the statement with x in it.
func arrive(program, statement, value string) string {
	before, rest, _ := strings.Cut(program, "STATEMENT(")
	depth, end := 1, 0
	for end = range rest {
		switch rest[end] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			break
		}
	}
	program = before + strings.ReplaceAll(statement, "@@", rest[:end]) + rest[end+1:]
	return strings.ReplaceAll(program, "EXPR", value)
}

func arrived(t *testing.T, flows *Flows, place Place, kind Kind, hashed bool) {
	t.Helper()
	found := false
	for _, use := range flows.At(place) {
		for _, o := range use.Origins {
			found = found || o.Kind == kind
			if o.Kind == kind && o.Hashed != hashed {
				t.Errorf("hashed is %v", o.Hashed)
			}
		}
	}
	if !found {
		t.Errorf("nothing arrives: %v", flows.At(place))
	}
}
