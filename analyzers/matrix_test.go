package analyzers_test

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The ways in which programs are written. A fixture names its own in the
// comment of a function, "//way:key": what is bad or good about the function
// is what the golden list of sites says of its lines.
var ways = []string{
	"inline",      // in one function
	"key",         // by a key, a key function or a helper of another package
	"constructor", // through the constructor of a middleware or a handler
	"options",     // by options or a configuration that another package builds
}

// A row of the matrix is a library: a folder of fixtures, and why cells are
// empty: "way", or "way bad".
type row struct {
	folder string
	empty  map[string]string
}

const (
	byArgument = "keys and algorithms are arguments, there are no options"
	whole      = "the library makes, keeps and compares all by itself, a program cannot say otherwise"
)

var rows = []row{
	{"src/bearers/golangjwt3", nil},
	{"src/bearers/golangjwt4", nil},
	{"src/bearers/golangjwt5", nil},
	{"src/bearers/dgrijalva", nil},
	{"src/bearers/jwx2", nil},
	{"tail/src/jwx3", nil},
	{"src/bearers/gojose3", map[string]string{"options bad": "expected values that are not there demand nothing, exp is looked at in any case"}},
	{"src/bearers/gojose4", map[string]string{"options bad": "expected values that are not there demand nothing, exp is looked at in any case"}},
	{"src/bearers/squarejose", map[string]string{"options bad": "expected values that are not there demand nothing, exp is looked at in any case"}},
	{"src/bearers/cristalhq", map[string]string{"options": byArgument}},
	{"src/bearers/kataras", map[string]string{"options bad": "options add checks, none takes one away"}},
	{"src/bearers/paseto", nil},
	{"src/bearers/o1egl", map[string]string{"options": byArgument}},
	{"src/bearers/jwtauth", map[string]string{
		"constructor bad": "New names the algorithm, and Verifier checks exp",
		"options":         "the options of New add checks, none takes one away",
	}},
	{"src/bearers/echojwt", nil},
	{"src/bearers/fiberjwt", nil},
	{"tail/src/fiberjwt3", nil},
	{"tail/src/ginjwt2", map[string]string{"key": "the middleware takes a key, and insists on its algorithm"}},
	{"tail/src/ginjwt3", map[string]string{"key": "the middleware takes a key, and insists on its algorithm"}},
	{"tail/src/hertzjwt", map[string]string{"key": "the middleware takes a key, and insists on its algorithm"}},
	{"src/bearers/gooidc", nil},
	{"src/bearers/pkgz", map[string]string{"key": whole, "constructor": "NewService is the only way", "options": "only the lifetime is open, which is bad and good in one function"}},
	{"src/logins/xoauth2", nil},
	{"src/logins/gooidc", nil},
	{"src/logins/zitadel", nil},
	{"src/logins/goth", map[string]string{"options": "a provider has no options for a login"}},
	{"src/logins/cap", map[string]string{"key": "the library makes state and nonce itself"}},
	{"src/logins/fosite", map[string]string{"key": "a session is a struct that the application fills", "options": "a session is a struct that the application fills"}},
	{"src/logins/pkgzauth", map[string]string{"inline bad": whole, "key": whole, "constructor": whole, "options": whole}},
	{"src/logins/authboss", map[string]string{"inline bad": whole, "key": whole, "constructor": whole, "options": whole}},
}

// TestMatrix: for every library and way, a fixture is found that is bad, and
// one is seen and silent that is good, or it is said why there is none.
func TestMatrix(t *testing.T) {
	for _, l := range rows {
		t.Run(filepath.Base(l.folder), func(t *testing.T) {
			cells := cellsOf(t, filepath.Join("..", "testdata", l.folder))
			for _, way := range ways {
				for _, verdict := range []string{"bad", "good"} {
					cell := way + " " + verdict
					reason := l.empty[cell] + l.empty[way]
					switch there := cells[cell] != ""; {
					case there && reason != "":
						t.Errorf("%s: %s, which was said not to be: %s", cell, cells[cell], reason)
					case !there && reason == "":
						t.Errorf("%s: no fixture", cell)
					case there:
						t.Logf("%-16s %s", cell, cells[cell])
					default:
						t.Logf("%-16s none: %s", cell, reason)
					}
				}
			}
		})
	}
}

// A span is a function of a fixture that names its way.
type span struct {
	way, file, name string
	from, to        int
}

// cellsOf returns the cells of the matrix that a folder of fixtures fills, each
// with a function that does.
func cellsOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	spans, sites := spansOf(t, dir), sitesOf(t, dir)
	cells := map[string]string{}
	for _, s := range spans {
		bad, good := false, false
		for _, site := range sites {
			if site.file == s.file && s.from <= site.line && site.line <= s.to {
				bad, good = bad || site.verdict == "violation", good || site.verdict == "satisfied"
			}
		}
		switch {
		case bad:
			cells[s.way+" bad"] = s.name
		case good:
			cells[s.way+" good"] = s.name
		default:
			t.Errorf("%s: %s is marked, but nothing is judged in it", s.file, s.name)
		}
	}
	return cells
}

func spansOf(t *testing.T, dir string) []span {
	t.Helper()
	var spans []span
	fset := token.NewFileSet()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		file, err := parser.ParseFile(fset, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Doc != nil {
				for _, c := range fn.Doc.List {
					if way, marked := strings.CutPrefix(c.Text, "//way:"); marked {
						if !slices.Contains(ways, way) {
							return fmt.Errorf("%s: %s: no such way: %s", path, fn.Name.Name, way)
						}
						spans = append(spans, span{way, path, fn.Name.Name, fset.Position(fn.Pos()).Line, fset.Position(fn.End()).Line})
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return spans
}

// A site is a line of a golden list of sites.
type site struct {
	file    string
	line    int
	verdict string
}

func sitesOf(t *testing.T, dir string) []site {
	t.Helper()
	var sites []site
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() != "sites.golden" {
			return err
		}
		golden, err := os.Open(path)
		if err != nil {
			return err
		}
		defer golden.Close()
		for lines := bufio.NewScanner(golden); lines.Scan(); {
			fields := strings.Fields(lines.Text())
			if len(fields) < 3 {
				continue
			}
			name, line, _ := strings.Cut(fields[0], ":")
			n, err := strconv.Atoi(line)
			if err != nil {
				return fmt.Errorf("%s: %q: %w", path, lines.Text(), err)
			}
			sites = append(sites, site{filepath.Join(filepath.Dir(path), name), n, fields[2]})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return sites
}
