package tokenflow

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
)

// engineOf builds the engine of a package that was analysed.
func engineOf(t *testing.T, act *checker.Action) *Flows {
	t.Helper()
	flows, ok := act.Result.(*Flows)
	if !ok {
		t.Fatalf("no flows of %s", act.Package.PkgPath)
	}
	return flows
}

// long is a function of four instructions for each of n branches.
func long(n int) string {
	var b strings.Builder
	b.WriteString("package p\n\nimport \"crypto/rand\"\n\nfunc newToken(c bool) string {\n\ts := rand.Text()\n")
	for i := range n {
		fmt.Fprintf(&b, "\tif c {\n\t\ts = s + %q\n\t}\n", fmt.Sprint(i))
	}
	b.WriteString("\treturn s\n}\n")
	return b.String()
}

// TestLongFunction: 20,000 instructions take a bounded number of steps.
func TestLongFunction(t *testing.T) {
	flows := engineOf(t, analyze(t, map[string]string{"p/p.go": long(5000)})["m.test/p"])
	if flows.Steps == 0 || flows.Steps > 200_000 {
		t.Errorf("%d steps", flows.Steps)
	}
	for _, use := range flows.At(Made) {
		for _, o := range use.Origins {
			if o.Kind == Weak {
				t.Errorf("a verdict past the budget: %+v", o)
			}
		}
	}
}

// recursive has n functions that all call each other.
func recursive(n int) string {
	var b strings.Builder
	b.WriteString("package p\n\nimport \"crypto/rand\"\n\nfunc newToken(n int) string { return f0(n) }\n\n")
	for i := range n {
		fmt.Fprintf(&b, "func f%d(n int) string {\n\tswitch n {\n\tcase 0:\n\t\treturn rand.Text()\n", i)
		for k := range n {
			fmt.Fprintf(&b, "\tcase %d:\n\t\treturn f%d(n - 1)\n", k+1, k)
		}
		b.WriteString("\t}\n\treturn \"\"\n}\n")
	}
	return b.String()
}

// TestMutualRecursion: 200 functions that all call each other.
func TestMutualRecursion(t *testing.T) {
	flows := engineOf(t, analyze(t, map[string]string{"p/p.go": recursive(200)})["m.test/p"])
	if flows.Steps == 0 || flows.Steps > 1_000_000 {
		t.Errorf("%d steps", flows.Steps)
	}
	for _, use := range flows.At(Made) {
		for _, o := range use.Origins {
			if o.Kind == Weak || o.Kind == Fixed {
				t.Errorf("origin %+v", o)
			}
		}
	}
}

// TestPartOfWhole: a struct is read as a whole after parts of it were written.
func TestPartOfWhole(t *testing.T) {
	flows := engineOf(t, analyze(t, map[string]string{"p/p.go": `package p

import (
	"crypto/rand"
	"fmt"
)

type inner struct{ Token, Name string }

type outer struct{ Settings inner }

func newToken() string {
	var o outer
	o.Settings.Token = rand.Text()
	return fmt.Sprint(o.Settings)
}
`})["m.test/p"])
	for _, use := range flows.At(Made) {
		if len(use.Origins) != 1 || use.Origins[0].Kind != Strong {
			t.Errorf("origins %+v", use.Origins)
		}
	}
}

// TestOddCode: interfaces with type parameters, methods of embedded types,
// method values of sync.Map, statements in odd places.
func TestOddCode(t *testing.T) {
	flowsOf(t, map[string]string{"p/p.go": `package p

import (
	"crypto/rand"
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"sync"
)

type maker[T any] interface{ make() T }

type box[T any] struct{ v T }

func (b *box[T]) make() T { return b.v }

type embedded struct{ *box[string] }

type number interface {
	~int | ~string
	make() string
}

func newToken[T number, M maker[string]](v T, m M, e embedded) string {
	return v.make() + m.make() + e.make() + fmt.Sprint(rand.Text())
}

type recursive interface{ self() recursive }

type itself struct{ recursive }

func newSecret(r recursive) string { return fmt.Sprint(r.self().self()) }

func odd(db *sql.DB, r *http.Request, list []any) {
	var m sync.Map
	store := m.Store
	store("a", &box[string]{})
	func(f func(k, v any)) { f("b", nil) }(m.Store)
	db.Exec("INSERT INTO sessions (token) VALUES (?)")
	db.Exec("INSERT INTO sessions (token) VALUES (?)", list...)
	db.Exec("UPDATE sessions SET token = :token", r)
	log.Println("INSERT INTO sessions (token) VALUES (?)", r.Header.Get("Authorization"))
	var sessions map[string]map[string]*box[int]
	sessions[""][r.Host] = &box[int]{}
}
`}, "p")
}
