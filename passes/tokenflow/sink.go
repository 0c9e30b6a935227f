package tokenflow

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A Place says what a value becomes.
type Place uint8

const (
	NoPlace     Place = iota
	InCookie          // the value of a session cookie
	InState           // the state or nonce of a login at a provider
	InRecord          // a field of a record whose name says secret
	Made              // the result of a function that makes secrets
	InKey             // key material of sessions or tokens
	InLog             // a log
	InError           // an error that the client gets to see
	InURL             // a URL, or a redirect
	InLookup          // the token that a caller is looked up or verified by
	InDatabase        // a database, as it is
	InSetting         // a setting that says where a library finds its token
	InNewRecord       // the ID under which the record of a session is made
	InErrorText       // the text of an error that is returned
)

// A sink is a value that arrives at a place.
type sink struct {
	place Place
	fn    *ssa.Function
	value ssa.Value
	path  string // below the value
	expr  ast.Expr
	what  string // what it is there, for people
	least int    // key: least size in bits
	hmac  bool   // key: a short or empty one is accepted
	// checked: a function on the way tests the key for emptiness or length.
	checked bool
	column  column // database: where it is kept
	passed  bool   // a function that is called takes it there
}

// sinksOf returns the sinks of a function, those of its callees that its
// arguments reach included.
func (e *engine) sinksOf(fn *ssa.Function) []sink {
	if list, ok := e.sinks[fn]; ok {
		return list
	}
	e.sinks[fn] = nil
	out := e.madeBy(fn)
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case ssa.CallInstruction:
				out = append(out, e.callSinks(fn, instr)...)
			case *ssa.Store:
				out = append(out, e.storeSinks(fn, instr)...)
			case *ssa.MapUpdate:
				out = append(out, e.mapSinks(fn, instr)...)
			}
		}
		if len(out) > maxSinks {
			break
		}
	}
	e.sinks[fn] = out
	return out
}

const maxSinks = 2000

func (e *engine) callSinks(fn *ssa.Function, call ssa.CallInstruction) []sink {
	common := call.Common()
	callee := calls.Callee(common)
	if callee == nil {
		return nil
	}
	out := append(e.statementSinks(fn, call), e.syncMapSinks(fn, call)...)
	out = append(out, e.errorSinks(fn, call)...)
	out = append(out, e.namedLog(fn, call, callee)...)
	if body := e.body(common); body != nil {
		return append(out, e.forwarded(fn, call, e.wrapped(body))...)
	}
	if fact := e.imported(callee); fact != nil {
		return append(out, e.forwarded(fn, call, fact.Sinks)...)
	}
	f := e.model(callee)
	if f == nil {
		return out
	}
	out = append(out, e.databaseSinks(fn, call, f)...)
	add := func(place Place, slot model.Slot, what string) {
		for _, v := range e.slots(f, common, slot) {
			out = append(out, sink{place: place, fn: fn, value: v, expr: e.syntax.argOf(call, v), what: what, least: f.Bits})
		}
	}
	switch f.Role {
	case model.LogSink, model.LogField, model.LogWith:
		add(InLog, model.ArgValue, "log")
	case model.ResponseError:
		add(InError, model.ArgValue, "error response")
	case model.Redirect:
		add(InURL, model.ArgURL, "redirect")
	case model.URLWrite:
		if callee.Pkg().Path() == "net/url" || isArgs(callee) {
			break // only escaped, or for a body: judged where it becomes part of a URL
		}
		add(InURL, model.ArgValue, "URL")
	case model.OAuthState:
		add(InState, model.ArgValue, "OAuth state")
	case model.TokenVerify:
		add(InLookup, model.ArgToken, "token")
	case model.CookieSend:
		out = append(out, e.cookieArgs(fn, call, f)...)
	}
	for _, v := range e.slots(f, common, model.ArgSecret) {
		out = append(out, sink{
			place: InKey, fn: fn, value: v, expr: e.syntax.argOf(call, v), what: keyName(f, callee), least: f.Bits,
			hmac: f.Role == model.TokenSign || f.Role == model.TokenVerify,
		})
	}
	return out
}

func keyName(f *model.Func, callee *types.Func) string {
	switch f.Role {
	case model.TokenSign:
		return "signing key"
	case model.TokenVerify:
		return "verification key"
	case model.StoreNew:
		return "session store key"
	case model.TokenEncode:
		return "cookie key"
	}
	if callee.Pkg() != nil && callee.Signature().Recv() == nil {
		return "key of " + source(callee)
	}
	return "key of " + callee.Name()
}

// madeBy: what a function returns whose name says that it makes secrets.
func (e *engine) madeBy(fn *ssa.Function) []sink {
	results := fn.Signature.Results()
	if fn.Parent() != nil || results.Len() == 0 || !isTextual(results.At(0).Type()) || !makesSecret(fn.Name()) {
		return nil
	}
	return []sink{{place: Made, fn: fn, what: fn.Name()}}
}

func isTextual(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := t.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return false
}

// isOwn reports whether a package was analysed with us.
func (e *engine) isOwn(pkg *types.Package) bool {
	return pkg == e.pass.Pkg || e.pass.ImportPackageFact(pkg, new(OwnFact))
}

func quote(s string) string { return `"` + s + `"` }

// isArgs: the parameters of fasthttp are of a URL or of a body.
func isArgs(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	_, name := named(recv.Type())
	return name == "Args"
}
