// Package tokenflow says where values come from and where they go: which
// generator a token was made by and how many bits of entropy it has, which
// part of a request a value was read from, what ends up in a log, a URL, a
// cookie or a key.
//
// It walks backward from the places that matter to the origins, through
// functions, closures, buffers, builders and fields of the package, and across
// own packages by facts. Where a value comes from something it cannot read,
// the origin is unknown.
//
// What it does not see: interface calls, which element of a map is meant, what
// a variable of another package holds, code of other modules that is not
// modelled. Files of tests do not count unless the options say so.
package tokenflow

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
)

// Analyzer computes the flows of a package. Its result is *Flows.
var Analyzer = &analysis.Analyzer{
	Name:       "sessiontokenflow",
	Doc:        "find where tokens come from and where they go",
	Run:        run,
	Requires:   []*analysis.Analyzer{options.Analyzer, lazyssa.Analyzer},
	ResultType: reflect.TypeFor[*Flows](),
	FactTypes:  []analysis.Fact{new(FlowFact), new(OwnFact)},
}

// Flows holds the uses and comparisons of one package.
type Flows struct {
	uses     []Use
	compares []Comparison
	reads    []Read
	lookups  []Lookup

	Steps int // taken by the engine
}

// Of returns the flows of the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Flows { return pass.ResultOf[Analyzer].(*Flows) }

// A Use is a value at a place, with everything it may come from.
type Use struct {
	ast.Node
	Place    Place
	What     string // what it is there, for people
	Origins  []Origin
	Least    int  // of a key: least size in bits, 0: not known
	HMAC     bool // of a key: a short or empty one is accepted
	Function string
	Checked  bool // of a key: its length or emptiness is tested somewhere
}

// At returns the uses at some places, in source order.
func (f *Flows) At(places ...Place) []Use {
	var out []Use
	for _, u := range f.uses {
		if slices.Contains(places, u.Place) {
			out = append(out, u)
		}
	}
	return out
}

// Comparisons returns the comparisons of texts.
func (f *Flows) Comparisons() []Comparison { return f.compares }

// Reads returns where parts of requests with a constant name are read.
func (f *Flows) Reads() []Read { return f.reads }

// Lookups returns the values that make a library look into the URL.
func (f *Flows) Lookups() []Lookup { return f.lookups }

// knowledge is what follows from the model alone.
type knowledge struct {
	index    *lib.Index
	packages map[string]bool // with a symbol that begins or ends a flow
	settings map[string]bool // with fields that take keys or say where tokens are
}

var know = sync.OnceValue(func() *knowledge {
	k := &knowledge{index: lib.NewIndex(), packages: map[string]bool{grpcMetadata: true}, settings: map[string]bool{}}
	for _, l := range lib.All() {
		for _, key := range l.Keys {
			k.settings[packageOf(key.Symbol)] = true
		}
		for _, lookup := range l.Lookups {
			k.settings[packageOf(lookup.Symbol)] = true
		}
		for i := range l.Funcs {
			if begins(&l.Funcs[i]) {
				k.packages[packageOf(l.Funcs[i].Symbol)] = true
			}
		}
	}
	return k
})

// begins reports whether a function makes a package worth a look: sources and
// keys of tokens, parts of requests. Logs and responses alone do not.
func begins(f *model.Func) bool {
	switch f.Role {
	case model.RandStrong, model.RandWeak, model.RandReader, model.Mac, model.TokenSign, model.TokenVerify, model.TokenEncode, model.SessionID, model.SecretKey, model.KeySource,
		model.RequestQuery, model.RequestHeader, model.RequestForm, model.RequestPath, model.RequestCookie, model.RequestBody, model.OAuthState:
		return true
	}
	if f.Role == model.QueryLookup {
		return true
	}
	for _, arg := range f.Args {
		if arg.Slot == model.ArgSecret {
			return true
		}
	}
	return false
}

func packageOf(symbol string) string {
	symbol = strings.TrimLeft(symbol, "(*")
	slash := strings.LastIndexByte(symbol, '/') + 1
	dot := strings.IndexByte(symbol[slash:], '.')
	if dot < 0 {
		return symbol
	}
	return symbol[:slash+dot]
}

func run(pass *analysis.Pass) (any, error) {
	flows := new(Flows)
	if options.Of(pass).Foreign {
		return flows, nil
	}
	touched := touches(pass)
	pass.ExportPackageFact(&OwnFact{Flows: touched})
	if !touched {
		return flows, nil
	}
	pkg, funcs, err := lazyssa.Of(pass).Package()
	if err != nil {
		return nil, fmt.Errorf("flows of %s cannot be read: %w", pass.Pkg.Path(), err)
	}
	if !options.Of(pass).Tests {
		funcs = slices.DeleteFunc(slices.Clone(funcs), func(fn *ssa.Function) bool {
			return strings.HasSuffix(pass.Fset.Position(fn.Pos()).Filename, "_test.go") // what tests set is not what runs
		})
	}
	e := newEngine(pass, pkg, funcs)
	e.export(pass)
	flows.uses = e.uses()
	flows.compares = e.comparisons()
	flows.reads = e.readsOfRequests()
	flows.lookups = e.queryLookups()
	flows.Steps = e.steps
	return flows, nil
}

// touches reports whether the package has anything that a flow begins or ends
// with, itself or through another own package.
func touches(pass *analysis.Pass) bool {
	if strings.Contains(pass.Pkg.Name(), "log") {
		return true // a wrapper around a logger: what it is given is logged
	}
	k := know()
	worth := false
	for _, imported := range pass.Pkg.Imports() {
		fact := new(OwnFact)
		worth = worth || k.packages[imported.Path()] || k.settings[imported.Path()] || pass.ImportPackageFact(imported, fact) && fact.Flows
	}
	if !worth {
		return false
	}
	for _, obj := range pass.TypesInfo.Uses {
		if obj.Pkg() != nil && k.settings[obj.Pkg().Path()] {
			return true
		}
		fn, ok := obj.(*types.Func)
		if !ok {
			continue
		}
		if fn.Pkg() != nil && fn.Pkg().Path() == grpcMetadata {
			return true
		}
		if f := k.index.Func(fn); f != nil && begins(f) {
			return true
		}
		if fn.Pkg() != nil && fn.Pkg() != pass.Pkg && pass.ImportObjectFact(fn.Origin(), new(FlowFact)) {
			return true
		}
	}
	return false
}

// uses returns the values at places, in source order.
func (e *engine) uses() []Use {
	var out []Use
	for _, fn := range e.funcs {
		for _, s := range e.sinksOf(fn) {
			if s.expr == nil && s.place != Made {
				continue
			}
			u := Use{Node: s.expr, Place: s.place, What: s.what, Origins: e.valueOrigins(s), Least: s.least, HMAC: s.hmac, Function: outermost(fn).Name()}
			if u.Node == nil {
				u.Node = made{s, u.Origins}
			}
			if s.place == InKey {
				u.Origins = e.located(u.Origins, s.fn)
				u.Checked = s.checked || s.path != "" || e.isChecked(s.value)
			}
			out = append(out, u)
		}
	}
	slices.SortStableFunc(out, func(a, b Use) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return out
}
