package tokenflow

import (
	"fmt"
	"go/types"
	"math"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// A FlowFact says where the results of a function come from and where its
// parameters go.
type FlowFact struct {
	Results []ResultFact
	Sinks   []SinkFact
	// LogsURL: the function, or one that it returns, logs the URL of requests
	// with its query, and its package does not know whether that tells tokens.
	LogsURL bool
}

// AFact marks a fact.
func (*FlowFact) AFact() {}

func (f *FlowFact) String() string {
	return fmt.Sprintf("flow(results=%d sinks=%d)", len(f.Results), len(f.Sinks))
}

// A ResultFact is one origin of a result.
type ResultFact struct {
	Index      int
	Kind       Kind
	Text       string
	Base, Each float64 // bits; Base -1: not known
	Length     int     // the parameter that Each counts
	PerChar    float64
	Hashed     bool
	Judged     bool // the function is judged for its bits itself
	Short      bool
	Kept       int
	Param      int
	Path       string
}

// A SinkFact says that a parameter arrives at a place as it is.
type SinkFact struct {
	Param int
	Path  string // below the parameter
	Place Place
	What  string
	Least int
	HMAC  bool
	Owner string // the table, or the type of the record
	// Checked: the function tests the key for emptiness or length; of a
	// database, something is looked up by what is stored.
	Checked bool
}

// An OwnFact marks packages that were analysed.
type OwnFact struct {
	Flows  bool
	Sought []string // columns that the package looks something up by, sorted
	// Accepts is the name of a package that accepts credentials in the query of
	// a URL: this one, or one that it imports, by whatever way.
	Accepts string
	// Defaults are the settings that a package gives a default that is known,
	// Keys those that become keys, with what they are there: of this one and of
	// those that it imports.
	Defaults, Keys []Setting
}

// AFact marks a fact.
func (*OwnFact) AFact() {}

func (*OwnFact) String() string { return "own" }

// imported returns the fact of a function of another own package, or nil.
func (e *engine) imported(fn *types.Func) *FlowFact {
	if fn.Pkg() == nil || fn.Pkg() == e.pass.Pkg {
		return nil
	}
	if fact, ok := e.facts[fn]; ok {
		return fact
	}
	fact := new(FlowFact)
	if !e.pass.ImportObjectFact(fn, fact) {
		fact = nil
	}
	e.facts[fn] = fact
	return fact
}

// result returns the origins of a result.
func (f *FlowFact) result(i int, path string) origins {
	var out origins
	for _, r := range f.Results {
		if r.Index == i && path == "" {
			out = out.with(r.origin())
		}
	}
	if out == nil {
		return unknown("a result")
	}
	return out
}

func (r ResultFact) origin() Origin {
	a := amount{r.Base, r.Each, r.Length}
	if r.Base < 0 {
		a = noLimit()
	}
	return Origin{Kind: r.Kind, Text: r.Text, Bits: a, perChar: r.PerChar, Hashed: r.Hashed, Judged: r.Judged, Short: r.Short, Kept: r.Kept, Param: r.Param, Path: r.Path}
}

func resultFact(i int, o Origin) ResultFact {
	r := ResultFact{
		Index: i, Kind: o.Kind, Text: o.Text, Base: o.Bits.Base, Each: o.Bits.Each, Length: o.Bits.Param, PerChar: o.perChar,
		Hashed: o.Hashed, Short: o.Short, Kept: o.Kept, Param: o.Param, Path: o.Path,
	}
	if math.IsInf(r.Base, 0) || math.IsNaN(r.Base) {
		r.Base, r.Each = -1, 0
	}
	if math.IsInf(r.PerChar, 0) {
		r.PerChar = 0
	}
	if o.Kind == Fixed {
		r.Text = "" // what the constant is does not matter, and may be long
	}
	return r
}

// maxFact bounds the parts of a fact.
const maxFact = 12

// export publishes what exported functions mean to other packages; quiet: no
// package in sight accepts tokens in URLs.
func (e *engine) export(pass *analysis.Pass, quiet bool) {
	for _, fn := range e.funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || !obj.Exported() {
			continue
		}
		fact := &FlowFact{Sinks: e.paramSinks(fn)}
		for i := range obj.Signature().Results().Len() {
			fact.Results = append(fact.Results, e.resultFacts(fn, i, obj.Signature().Results().At(i).Type())...)
		}
		if len(fact.Sinks) > maxFact {
			fact.Sinks = fact.Sinks[:maxFact]
		}
		fact.LogsURL = quiet && e.logsURL(fn)
		if len(fact.Results)+len(fact.Sinks) > 0 || fact.LogsURL {
			pass.ExportObjectFact(obj, fact)
		}
	}
}

// resultFacts describes a text result, if there is something to say.
func (e *engine) resultFacts(fn *ssa.Function, i int, t types.Type) []ResultFact {
	if !isTextual(t) && !isInteger(t) {
		return nil
	}
	set := e.returned(fn, i, "")
	if len(set) > maxFact {
		return nil
	}
	var out []ResultFact
	worth := false
	for _, o := range set {
		if o.Kind == param && o.owner != fn {
			o = Origin{Kind: Unknown, Text: "a parameter"}
		}
		worth = worth || o.Kind != Unknown
		r := resultFact(i, o)
		r.Judged = o.Judged || i == 0 && o.Bits.Known() && isTextual(t) && makesSecret(fn.Name())
		out = append(out, r)
	}
	if !worth {
		return nil
	}
	return out
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}
