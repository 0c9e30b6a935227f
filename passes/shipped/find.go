package shipped

import (
	"go/ast"
	"go/constant"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/directive"
)

// A reader reads the assets of one package.
type reader struct {
	pass    *analysis.Pass
	dir     string // of the package
	root    string // of its module, "" if there is none
	seen    map[string]bool
	bytes   int // that were read
	bundles []*Bundle
	writes  []Write

	directives []*directive.Placed
}

// embedded reads the files that go:embed directives name.
func (r *reader) embedded(file *ast.File) {
	for _, group := range file.Comments {
		for _, c := range group.List {
			if list, ok := strings.CutPrefix(c.Text, "//go:embed "); ok {
				var names []string
				for _, pattern := range patterns(list) {
					names = append(names, r.match(r.dir, strings.TrimPrefix(pattern, "all:"))...)
				}
				r.bundle(place{c.Pos(), c.End()}, names)
			}
		}
	}
}

// patterns splits the arguments of a directive, which may be quoted.
func patterns(list string) []string {
	var out []string
	for list = strings.TrimSpace(list); list != ""; list = strings.TrimSpace(list) {
		if quoted, err := strconv.QuotedPrefix(list); err == nil {
			if text, err := strconv.Unquote(quoted); err == nil {
				out = append(out, text)
			}
			list = list[len(quoted):]
			continue
		}
		word, rest, _ := strings.Cut(list, " ")
		out, list = append(out, word), rest
	}
	return out
}

// served reads the files that a call with constant paths parses or serves. A path
// is relative to where the program runs: the root of the module or, in
// tests and small programs, the package.
func (r *reader) served(call *ast.CallExpr) {
	if !ships(callee(call)) {
		return
	}
	var names []string
	for _, arg := range call.Args {
		path, ok := r.constant(arg)
		if !ok || path == "" || filepath.IsAbs(path) {
			continue
		}
		if found := r.match(r.dir, path); len(found) > 0 || r.root == "" {
			names = append(names, found...)
		} else {
			names = append(names, r.match(r.root, path)...)
		}
	}
	r.bundle(place{call.Pos(), call.End()}, names)
}

// ships reports whether a function of that name parses templates or serves
// files.
func ships(name string) bool {
	switch name {
	case "ParseFiles", "ParseGlob", "LoadHTMLGlob", "LoadHTMLFiles", "Dir", "Static", "StaticFile", "ServeFile", "ServeFiles", "Directory":
		return true
	}
	return false
}

func callee(call *ast.CallExpr) string {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.SelectorExpr:
		return fun.Sel.Name
	case *ast.Ident:
		return fun.Name
	}
	return ""
}

func (r *reader) constant(e ast.Expr) (string, bool) {
	value := r.pass.TypesInfo.Types[e].Value
	if value == nil || value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(value), true
}

// maxFiles bounds how many files one pattern stands for.
const maxFiles = 400

// match returns the files below a directory that a pattern names: a file, a
// glob, or a directory with all that is in it.
func (r *reader) match(dir, pattern string) []string {
	if dir == "" || !filepath.IsLocal(filepath.FromSlash(strings.TrimPrefix(pattern, "./"))) {
		return nil
	}
	found, err := filepath.Glob(filepath.Join(quoteMeta(dir), filepath.FromSlash(pattern)))
	if err != nil {
		return nil
	}
	var files []string
	for _, name := range found {
		if !inside(dir, name) {
			continue
		}
		// An error ends the walk of this directory; what was found counts.
		_ = filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return filepath.SkipDir
			case len(files) >= maxFiles:
				return filepath.SkipAll
			case entry.IsDir() && isForeign(entry.Name()):
				return filepath.SkipDir
			case entry.Type().IsRegular() && kindOf(path) != nothing:
				files = append(files, path)
			}
			return nil
		})
	}
	return files
}

// inside reports whether a name lies in a directory when links are followed:
// a checkout cannot make us read what is elsewhere.
func inside(dir, name string) bool {
	realDir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return false
	}
	real, err := filepath.EvalSymlinks(name)
	if err != nil {
		return false
	}
	rel, err := filepath.Rel(realDir, real)
	return err == nil && filepath.IsLocal(rel)
}

// quoteMeta makes a directory mean itself in a glob.
func quoteMeta(dir string) string {
	if filepath.Separator == '\\' {
		return dir // there is no quoting
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(dir)
}

// isForeign reports whether a directory holds what somebody else wrote.
func isForeign(name string) bool {
	switch strings.ToLower(name) {
	case "node_modules", "vendor", "vendors", "third_party", "third-party", "bower_components", "testdata", ".git", "swagger", "swagger-ui":
		return true
	}
	return false
}

type kind uint8

const (
	nothing kind = iota
	html
	script
)

func kindOf(name string) kind {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".tmpl", ".gohtml", ".tpl", ".gotmpl":
		return html
	case ".js", ".mjs":
		return script
	}
	return nothing
}

// literal reads a page or script in a string literal.
func (r *reader) literal(lit *ast.BasicLit) {
	if !interesting(lit.Value) {
		return
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil || len(text) > maxFile {
		return
	}
	at := func(from, to int) place { return place{lit.Pos(), lit.End()} }
	if lit.Value[0] == '`' && len(text) == len(lit.Value)-2 {
		at = func(from, to int) place { return place{lit.Pos() + 1 + token.Pos(from), lit.Pos() + 1 + token.Pos(to)} }
	}
	what := script
	if strings.Contains(text, "<") {
		what = html
	}
	if writes, ok := read(text, what); ok {
		r.add(writes, at)
	}
}
