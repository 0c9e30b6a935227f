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
// What it does not see: calls through interfaces of other packages, or of which
// the package has several implementations, which element of a map is meant, what
// a variable of another package holds, code of other modules that is not
// modelled. Files of tests do not count unless the options say so.
package tokenflow

import (
	"fmt"
	"go/ast"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/order"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
	"github.com/sessionlint/sessionlint/passes/references"
)

// Analyzer computes the flows of a package. Its result is *Flows.
var Analyzer = &analysis.Analyzer{
	Name:       "sessiontokenflow",
	Doc:        "find where tokens come from and where they go",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, lazyssa.Analyzer, references.Analyzer},
	ResultType: reflect.TypeFor[*Flows](),
	FactTypes:  []analysis.Fact{new(FlowFact), new(OwnFact)},
}

// Flows holds the uses and comparisons of one package.
type Flows struct {
	uses     []Use
	compares []Comparison
	reads    []Read
	lookups  []Lookup
	adopters []Adopter
	logs     []Lookup
	formats  []Use
	accepts  string // a package that accepts credentials in URLs

	Steps int // taken by the engine

	once   sync.Once
	mu     sync.Mutex // several passes may ask at the same time
	pass   *analysis.Pass
	engine *engine
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
	Sought   bool // of a database: something is looked up by it
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

// WithConstants returns the comparisons of texts with constants.
func (f *Flows) WithConstants() []Comparison {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.engine == nil {
		return nil
	}
	return f.engine.constantComparisons()
}

// Reads returns where parts of requests with a constant name are read.
func (f *Flows) Reads() []Read { return f.reads }

// Lookups returns the values that make a library look into the URL.
func (f *Flows) Lookups() []Lookup { return f.lookups }

func run(pass *analysis.Pass) (any, error) {
	flows := &Flows{pass: pass}
	if options.Of(pass).Foreign {
		return flows, nil
	}
	defaults := defaultsHere(pass)
	if !touches(pass) {
		flows.uses, flows.accepts = defaultKeys(pass, defaults), flows.accepting()
		pass.ExportPackageFact(flows.fact(defaults))
		return flows, nil
	}
	e, err := readPackage(pass)
	if err != nil {
		return nil, err
	}
	flows.once.Do(func() { flows.engine = e })
	flows.uses = append(e.uses(), defaultKeys(pass, defaults)...)
	flows.compares = e.comparisons()
	flows.reads = e.readsOfRequests()
	flows.lookups = e.queryLookups()
	flows.adopters = e.adopterCalls()
	flows.accepts = flows.accepting()
	flows.logs = e.accessLogs()
	if !acceptsHere(flows) {
		flows.logs = e.serving(flows.logs)
	}
	flows.formats = e.accessFormats()
	e.export(pass, flows.accepts == "")
	fact := flows.fact(defaults)
	fact.Flows, fact.Sought = true, e.soughtFact()
	pass.ExportPackageFact(fact)
	flows.Steps = e.steps
	return flows, nil
}

// fact is what importers get to know of the package and of what it imports.
func (f *Flows) fact(defaults []Setting) *OwnFact {
	return &OwnFact{
		Accepts:  f.accepts,
		Defaults: folded(f.pass, defaults, func(o *OwnFact) []Setting { return o.Defaults }),
		Keys:     folded(f.pass, keySettings(f.uses), func(o *OwnFact) []Setting { return o.Keys }),
	}
}

func readPackage(pass *analysis.Pass) (*engine, error) {
	pkg, funcs, err := lazyssa.Of(pass).Running(options.Of(pass).Tests)
	if err != nil {
		return nil, fmt.Errorf("flows of %s cannot be read: %w", pass.Pkg.Path(), err)
	}
	return newEngine(pass, pkg, funcs), nil
}

// OriginsOf returns where a value of the package's SSA form comes from, for
// passes with places of their own. Parameters of unexported functions are
// replaced by what the package calls them with; a parameter that is left says
// so by its IsParam.
func (f *Flows) OriginsOf(v ssa.Value) []Origin {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.once.Do(func() {
		if e, err := readPackage(f.pass); err == nil {
			f.engine = e
		}
	})
	if f.engine == nil {
		return unknown("code without SSA form")
	}
	return f.engine.calledWith(f.engine.of(v), 0)
}

// uses returns the values at places, in source order.
func (e *engine) uses() []Use {
	var out []Use
	for _, fn := range e.funcs {
		for _, s := range e.sinksOf(fn) {
			if s.expr == nil && s.place != Made {
				continue
			}
			u := Use{Node: s.expr, Place: s.place, What: s.what, Origins: e.valueOrigins(s), Least: s.least, HMAC: s.hmac, Function: calls.Outermost(fn).Name()}
			if u.Node == nil {
				u.Node = made{s, u.Origins}
			}
			switch s.place {
			case InKey:
				u.Origins = e.located(u.Origins, s.fn)
				u.Checked = s.checked || s.path != "" || e.isChecked(s.value)
			case InDatabase:
				u.Origins = s.column.credentials(u.Origins)
				u.Sought = e.isSought(s.column)
				out = append(out, e.written(s, u)...)
				continue
			}
			out = append(out, u)
		}
	}
	slices.SortStableFunc(out, func(a, b Use) int { return order.Places(e.pass.Fset, a.Pos(), b.Pos()) })
	return out
}
