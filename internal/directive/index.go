package directive

import (
	"go/ast"
	"go/token"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/options"
)

// Analyzer collects the directives of an own package. Its result is an *Index.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionlintdirectives",
	Doc:        "collect the directives of sessionlint in a package",
	Requires:   []*analysis.Analyzer{options.Analyzer},
	ResultType: reflect.TypeFor[*Index](),
	Run: func(pass *analysis.Pass) (any, error) {
		if options.Of(pass).Foreign {
			return &Index{fset: pass.Fset}, nil
		}
		return NewIndex(pass.Fset, pass.Files), nil
	},
}

// Of returns the directives of the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Index {
	return pass.ResultOf[Analyzer].(*Index)
}

// An Index holds the directives of a package with their places.
type Index struct {
	fset *token.FileSet
	list []*Placed
}

// A Placed is a directive at its place in the source.
type Placed struct {
	Directive
	Comment *ast.Comment
	Func    *ast.FuncDecl // whose doc comment it is in, or nil

	file     *token.File
	from, to int // lines it covers
}

// Pos returns where the directive starts.
func (p *Placed) Pos() token.Pos { return p.Comment.Pos() }

// End returns where the directive ends.
func (p *Placed) End() token.Pos { return p.Comment.End() }

// NewIndex collects the directives of parsed files.
func NewIndex(fset *token.FileSet, files []*ast.File) *Index {
	x := &Index{fset: fset}
	for _, file := range files {
		x.add(file)
	}
	return x
}

// All returns the directives, malformed ones included, in source order.
func (x *Index) All() []*Placed { return x.list }

// WithoutNolint returns the index without //nolint comments, for a host that
// interprets them itself.
func (x *Index) WithoutNolint() *Index {
	others := slices.DeleteFunc(slices.Clone(x.list), func(p *Placed) bool { return isNolint(p.Comment.Text) })
	return &Index{fset: x.fset, list: others}
}

// OnFunc returns the well-formed directives in the doc comment of a function.
func (x *Index) OnFunc(decl *ast.FuncDecl) []*Placed {
	var list []*Placed
	for _, p := range x.list {
		if p.Func == decl && p.Problem == nil {
			list = append(list, p)
		}
	}
	return list
}

// Covering returns the directives that tell rule to ignore what is at pos.
func (x *Index) Covering(rule string, pos token.Pos) []*Placed {
	var list []*Placed
	for _, p := range x.list {
		if p.Ignores(rule) && p.covers(x.fset, pos) {
			list = append(list, p)
		}
	}
	return list
}

// Ignores reports whether p is a well-formed directive to ignore findings of
// rule.
func (p *Placed) Ignores(rule string) bool {
	return p.Verb == Ignore && p.Problem == nil && (p.AllRules || slices.Contains(p.Rules, rule))
}

func (p *Placed) covers(fset *token.FileSet, pos token.Pos) bool {
	if !pos.IsValid() || fset.File(pos) != p.file {
		return false
	}
	line := p.file.PositionFor(pos, false).Line
	return p.from <= line && line <= p.to
}
