package tokenflow

import (
	"fmt"
	"strings"
	"testing"
)

// A generator is an expression that makes a token, with what it is.
var generators = []struct {
	kind       Kind
	imports    string
	expression string
}{
	{Strong, `"crypto/rand"`, `rand.Text()`},
	{Weak, `"math/rand"`, `string(rune(rand.Int()))`},
	{Weak, `"time"`, `string(rune(time.Now().UnixNano()))`},
	{Header, `"net/http"`, `http.Header(nil).Get("x") + request.Header.Get("Authorization")`},
}

// variants are programs that mean the same: NAME is what is made where.
var variants = map[string]map[string]string{
	"inline":  {"p/p.go": "package p\n\nimport IMPORT\n\nGLOBAL\n\nfunc newToken() string { return EXPR }\n"},
	"renamed": {"p/p.go": "package p\n\nimport IMPORT\n\nGLOBAL\n\nfunc newToken() string { zebra := EXPR; giraffe := zebra; return giraffe }\n"},
	"helper":  {"p/p.go": "package p\n\nimport IMPORT\n\nGLOBAL\n\nfunc newToken() string { return helper() }\n\nfunc helper() string { return EXPR }\n"},
	"closure": {"p/p.go": "package p\n\nimport IMPORT\n\nGLOBAL\n\nfunc newToken() string { f := func() string { return EXPR }; return f() }\n"},
	"generic": {"p/p.go": "package p\n\nimport IMPORT\n\nGLOBAL\n\nfunc newToken() string { return same(EXPR) }\n\nfunc same[T any](v T) T { return v }\n"},
	"field":   {"p/p.go": "package p\n\nimport IMPORT\n\nGLOBAL\n\ntype box struct{ a, b string }\n\nfunc newToken() string { x := box{b: EXPR}; return x.b }\n"},
	"unsafe":  {"p/p.go": "package p\n\nimport IMPORT\n\nimport \"unsafe\"\n\nGLOBAL\n\nfunc newToken() string { b := []byte(EXPR); return *(*string)(unsafe.Pointer(&b)) }\n"},
	"bytes":   {"p/p.go": "package p\n\nimport IMPORT\n\nimport \"unsafe\"\n\nGLOBAL\n\nfunc newToken() string { b := []byte(EXPR); return unsafe.String(unsafe.SliceData(b), len(b)) }\n"},
	"package": {
		"q/q.go": "package q\n\nimport IMPORT\n\nGLOBAL\n\nfunc Make() string { return EXPR }\n",
		"p/p.go": "package p\n\nimport \"m.test/q\"\n\nfunc newToken() string { return q.Make() }\n",
	},
}

// TestVariants: renaming, extracting a helper and moving a function to another
// package change nothing about the origin.
func TestVariants(t *testing.T) {
	for _, gen := range generators {
		for name, program := range variants {
			t.Run(fmt.Sprintf("%s/%s", gen.imports, name), func(t *testing.T) {
				global := ""
				if strings.Contains(gen.expression, "request.") {
					global = "var request *http.Request"
				}
				files := map[string]string{}
				for file, text := range program {
					files[file] = strings.NewReplacer("IMPORT", gen.imports, "GLOBAL", global, "EXPR", gen.expression).Replace(text)
				}
				found := false
				for _, use := range flowsOf(t, files, "p").At(Made) {
					for _, o := range use.Origins {
						found = found || o.Kind == gen.kind
						if o.Kind != gen.kind && (o.Kind == Strong || o.Kind == Weak) {
							t.Errorf("another verdict: %+v", o)
						}
					}
				}
				// A package that only reads the clock is not read: every
				// other program does that. The origin is unknown then.
				weakens := gen.imports == `"time"` && name == "package"
				if found == weakens {
					t.Errorf("origin of kind %d is lost", gen.kind)
				}
			})
		}
	}
}
