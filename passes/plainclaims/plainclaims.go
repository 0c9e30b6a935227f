// Package plainclaims finds what requests say about their sender in the clear:
// cookies and headers that name a user or a role, or say that somebody is
// logged in, and what the program makes of them.
//
// It follows the value forward through the package. What is verified on the
// way (a signature, a MAC, a decryption) is no longer the client's word.
package plainclaims

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/order"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/follow"
	"github.com/sessionlint/sessionlint/passes/lazyssa"
	"github.com/sessionlint/sessionlint/passes/references"
	"github.com/sessionlint/sessionlint/passes/sessionmodel"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

// Analyzer finds the claims of a package. Its result is *Claims.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionplainclaims",
	Doc:        "find what requests say about their sender in the clear",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, lazyssa.Analyzer, references.Analyzer, tokenflow.Analyzer},
	ResultType: reflect.TypeFor[*Claims](),
	FactTypes:  []analysis.Fact{new(ReadsFact)},
}

// Claims holds the claims of one package.
type Claims struct {
	list   []Claim
	halves []Half
}

// Of returns the claims of the package of a pass that requires Analyzer.
func Of(pass *analysis.Pass) *Claims { return pass.ResultOf[Analyzer].(*Claims) }

// All returns the claims in source order.
func (c *Claims) All() []Claim { return c.list }

// A Meaning says what a claim is about.
type Meaning uint8

const (
	Nothing  Meaning = iota
	Identity         // who the sender is
	Role             // what the sender may do
	Flag             // that the sender is logged in
	Data             // something encoded, whatever its name
)

// An Outcome says what becomes of a claim.
type Outcome uint8

const (
	Unused   Outcome = iota // nothing is decided by it, as far as one can see
	Unknown                 // it goes on to code that is not in sight
	Verified                // it is verified before it counts
	Decides                 // it decides who the sender is, or what they may do
)

// A Claim is a cookie or header that says something about the sender.
type Claim struct {
	ast.Node
	Name    string
	Header  bool
	Proxy   bool // a header that proxies set after they have authenticated the user
	Meaning Meaning
	Outcome Outcome
	Where   ast.Node // where it decides
	What    string   // what it decides, for people
}

// A ReadsFact marks packages whose functions return parts of requests.
type ReadsFact struct{}

// AFact marks a fact.
func (*ReadsFact) AFact() {}

func (*ReadsFact) String() string { return "reads" }

var gate = sync.OnceValue(func() *sessionmodel.Gate {
	return sessionmodel.NewGate(func(f *model.Func) bool {
		return f.Role == model.RequestCookie || f.Role == model.RequestHeader
	}, false)
})

// asks reports whether a function reads a named part of a request.
func asks(f *model.Func) bool {
	switch f.Role {
	case model.RequestCookie, model.RequestHeader, model.RequestQuery, model.RequestForm:
		return true
	}
	return false
}

var askGate = sync.OnceValue(func() *sessionmodel.Gate { return sessionmodel.NewGate(asks, false) })

func run(pass *analysis.Pass) (any, error) {
	if options.Of(pass).Foreign {
		return new(Claims), nil
	}
	reads := gate().Open(pass, sessionmodel.Facts{
		Package: func(p *types.Package) bool { return pass.ImportPackageFact(p, new(ReadsFact)) },
		Func:    func(fn *types.Func) bool { return pass.ImportPackageFact(fn.Pkg(), new(ReadsFact)) },
	})
	takesApart := splits(pass) && askGate().Open(pass, sessionmodel.Facts{
		Package: func(*types.Package) bool { return false },
		Func:    func(*types.Func) bool { return false },
	})
	if !reads && !takesApart {
		return new(Claims), nil
	}
	if reads {
		pass.ExportPackageFact(new(ReadsFact))
	}
	pkg, funcs, err := lazyssa.Of(pass).Running(options.Of(pass).Tests)
	if err != nil {
		return nil, fmt.Errorf("claims of %s cannot be read: %w", pass.Pkg.Path(), err)
	}
	r := &reader{pass: pass, index: lib.Shared(), pkg: pkg, funcs: funcs, flows: tokenflow.Of(pass), walk: follow.New(pkg, funcs), exprs: map[token.Pos]*ast.CallExpr{}}
	return &Claims{r.claims(), r.findHalves()}, nil
}

type reader struct {
	pass  *analysis.Pass
	index *lib.Index
	pkg   *ssa.Package
	funcs []*ssa.Function
	flows *tokenflow.Flows
	walk  *follow.Walker
	exprs map[token.Pos]*ast.CallExpr
}

// claims finds the reads of cookies and headers, here and by functions of
// other own packages.
func (r *reader) claims() []Claim {
	for _, file := range r.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				r.exprs[call.Lparen] = call
			}
			return true
		})
	}
	var out []Claim
	for _, fn := range r.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(*ssa.Call); ok {
					if c, ok := r.claim(call); ok {
						out = append(out, c)
					}
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Claim) int { return order.Places(r.pass.Fset, a.Pos(), b.Pos()) })
	return out
}

// claim judges one call that reads a part of a request by name.
func (r *reader) claim(call *ssa.Call) (Claim, bool) {
	expr := r.exprs[call.Pos()]
	if expr == nil || !r.reads(call) {
		return Claim{}, false
	}
	for _, o := range r.flows.OriginsOf(value(call)) {
		if o.Kind != tokenflow.Cookie && o.Kind != tokenflow.Header || o.Text == "" {
			continue
		}
		c := Claim{Node: expr, Name: o.Text, Header: o.Kind == tokenflow.Header}
		c.Meaning, c.Proxy = meaning(o.Text, c.Header)
		if c.Meaning == Nothing {
			return Claim{}, false
		}
		r.judge(&c, call)
		return c, c.Outcome != Unused
	}
	return Claim{}, false
}

// value returns what a call returns, without its error.
func value(call *ssa.Call) ssa.Value {
	if _, isTuple := call.Type().(*types.Tuple); !isTuple {
		return call
	}
	for _, ref := range calls.Uses(call) {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == 0 {
			return x
		}
	}
	return call
}

// reads reports whether a call reads a cookie or header: by the model, or by a
// function of another own package.
func (r *reader) reads(call *ssa.Call) bool {
	callee := calls.Callee(call.Common())
	if callee == nil || callee.Pkg() == nil {
		return false
	}
	if f := r.index.Func(callee); f != nil {
		return f.Role == model.RequestCookie || f.Role == model.RequestHeader
	}
	return callee.Pkg() != r.pass.Pkg && r.pass.ImportPackageFact(callee.Pkg(), new(ReadsFact))
}
