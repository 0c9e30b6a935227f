package tokenflow

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// modelled returns the origin that the model gives result i of a call.
func (e *engine) modelled(f *model.Func, callee *types.Func, call *ssa.Call, i int) (origins, bool) {
	name := e.parameterName(f, call.Common())
	if i > 0 && f.Role != model.KeySource {
		return nil, true
	}
	switch f.Role {
	case model.RandStrong, model.RandReader, model.RandWeak, model.WeakSource:
		if i == 0 {
			return e.generated(f, call, nil), true
		}
		return nil, true
	case model.Digest:
		return e.hashed(f, call), true
	case model.Encode:
		return e.encodedBy(callee, call), true
	case model.Mac:
		return origins{{Kind: Keyed}}, true
	case model.TokenSign, model.TokenEncode:
		if i == 0 {
			return origins{{Kind: Signed, Text: callee.Name()}}, true
		}
		return nil, true
	case model.SessionID:
		return origins{{Kind: SessionID}}, true
	case model.KeySource:
		if callee.Pkg().Path() != "os" || !strings.HasSuffix(callee.Name(), "env") && !strings.HasSuffix(callee.Name(), "Env") {
			return e.configured(name), i == 0
		}
		return origins{{Kind: Env, Text: name}}, i == 0
	case model.RequestQuery:
		one := name
		if name == "" && len(e.slots(f, call.Common(), model.ArgName)) > 0 {
			one = anyName
		}
		if isURLMethod(callee) { // of a request, or of any other address
			return e.of(calls.Argument(call.Common(), model.Receiver)), true
		}
		if e.isHeaderMethod(callee) { // url.Values, of whatever origin
			return e.of(calls.Argument(call.Common(), model.Receiver)).each(func(o Origin) Origin { return pick(o, one) }), true
		}
		return requestPart(Query, one), true
	case model.RequestPath:
		return requestPart(Path, name), true
	case model.RequestHeader:
		if e.isHeaderMethod(callee) {
			return e.of(calls.Argument(call.Common(), model.Receiver)).each(func(o Origin) Origin {
				if name == "" && o.Kind == Headers {
					o.Kind = Header // one of them, nobody knows which
				}
				return pick(o, name)
			}), true
		}
		switch callee.Name() {
		case "UserAgent", "Referer":
			name = callee.Name()
		case "BasicAuth":
			name = "user name" // the password is the second result
		}
		if name == "" && len(e.slots(f, call.Common(), model.ArgName)) == 0 {
			return requestPart(Headers, ""), true
		}
		return requestPart(Header, name), true // "": one of them, nobody knows which
	case model.RequestCookie:
		return requestPart(Cookie, name), true
	case model.RequestForm:
		if f.Query {
			return requestPart(Form, name), true
		}
		return requestPart(PostForm, name), true
	}
	return nil, false
}

func requestPart(kind Kind, name string) origins { return origins{{Kind: kind, Text: name}} }

// anyName is the name of a parameter that only running code knows: it is one
// parameter, and not all of them.
const anyName = "?"

// isURLMethod: a URL is that of a request, of an answer, or of a file.
func isURLMethod(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	pkg, name := named(recv.Type())
	return pkg == "net/url" && name == "URL"
}

// isHeaderMethod: http.Header is also the header of a response or of a request
// that the program sends; what it is decides its receiver.
func (e *engine) isHeaderMethod(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	pkg, name := named(recv.Type())
	return pkg == "net/http" && name == "Header" || pkg == "net/url" && name == "Values"
}

func (e *engine) parameterName(f *model.Func, call *ssa.CallCommon) string {
	for _, slot := range []model.Slot{model.ArgName, model.ArgKey} {
		if v := e.slot(f, call, slot); v != nil {
			name, _ := constString(v)
			return name
		}
	}
	return ""
}

// generated returns what a generator gives, into a buffer or as a result.
func (e *engine) generated(f *model.Func, call ssa.CallInstruction, buffer ssa.Value) origins {
	common := call.Common()
	callee := calls.Callee(common)
	switch f.Role {
	case model.RandWeak, model.WeakSource:
		return e.weak(callee, common)
	case model.RandReader:
		reader := e.slot(f, common, model.ArgReader)
		if reader == nil {
			return unknown(callee.Name())
		}
		return e.read(f, common, buffer, e.readerKind(reader))
	}
	return e.read(f, common, buffer, origins{{Kind: Strong, Text: source(callee), Bits: noLimit()}})
}

func source(fn *types.Func) string {
	if fn.Pkg() == nil {
		return fn.Name()
	}
	return fn.Pkg().Name() + "." + fn.Name()
}

// read works out how many bits a strong generator gives.
func (e *engine) read(f *model.Func, call *ssa.CallCommon, buffer ssa.Value, from origins) origins {
	amount := noLimit()
	switch {
	case f.Bits > 0:
		amount = bits(float64(f.Bits))
	case f.PerUnit > 0 && buffer != nil:
		amount = e.length(buffer).times(f.PerUnit)
	case f.PerUnit > 0:
		if n := e.slot(f, call, model.ArgLength); n != nil {
			amount = e.count(n).times(f.PerUnit)
		}
	case buffer != nil:
		amount = e.length(buffer).times(8)
	default:
		if n := e.slot(f, call, model.ArgLength); n != nil {
			if max := e.bound(n); max.Known() {
				amount = bits(log2(max.Base))
			}
		}
	}
	return from.each(func(o Origin) Origin {
		if o.Kind == Strong {
			o.Bits = amount
			o.perChar = perChar(f, calls.Callee(call), buffer)
		}
		return o
	})
}

// perChar returns how many bits a character of a generated text carries, 0 if
// the result is no text.
func perChar(f *model.Func, callee *types.Func, buffer ssa.Value) float64 {
	if buffer != nil || callee.Signature().Results().Len() == 0 || !isTextual(callee.Signature().Results().At(0).Type()) {
		return 0
	}
	switch {
	case callee.FullName() == "crypto/rand.Text":
		return 5
	case isUUID(callee.Pkg()):
		return 4
	}
	return f.PerUnit
}

func isUUID(pkg *types.Package) bool { return pkg != nil && strings.Contains(pkg.Path(), "uuid") }

// bound returns the value of an upper bound, big.NewInt(n) included.
func (e *engine) bound(v ssa.Value) amount {
	if call, ok := v.(*ssa.Call); ok {
		if callee := calls.Callee(call.Common()); callee != nil && callee.FullName() == "math/big.NewInt" {
			return e.count(call.Common().Args[0])
		}
	}
	return e.count(v)
}

// readerKind says what an io.Reader reads.
func (e *engine) readerKind(reader ssa.Value) origins {
	set := e.of(reader)
	for _, o := range set {
		if o.Kind == Strong || o.Kind == Weak {
			return set
		}
	}
	pkg, name := named(placeOf(reader).root.Type())
	if strings.HasPrefix(pkg, "math/rand") && name == "Rand" {
		return origins{{Kind: Weak, Text: pkg}}
	}
	return unknown("a reader")
}

// weak is the origin of a guessable value. A math/rand generator over a source
// that is the program's own may read crypto/rand: nobody knows.
func (e *engine) weak(callee *types.Func, call *ssa.CallCommon) origins {
	text := source(callee)
	if recv := callee.Signature().Recv(); recv != nil {
		receiver := calls.Argument(call, model.Receiver)
		if pkg, _ := named(recv.Type()); strings.HasPrefix(pkg, "math/rand") && receiver != nil && !e.weaklySeeded(receiver, 0) {
			return unknown("a generator whose source is not in sight")
		}
	}
	if callee.Pkg() != nil && callee.Pkg().Name() == "rand" { // not that of crypto
		text = callee.Pkg().Path() + "." + callee.Name()
	}
	return origins{{Kind: Weak, Text: text}}
}

// weaklySeeded reports whether a generator is made with a source of math/rand.
func (e *engine) weaklySeeded(v ssa.Value, depth int) bool {
	if depth > 8 || v == nil {
		return false
	}
	switch x := v.(type) {
	case *ssa.MakeInterface:
		return e.weaklySeeded(x.X, depth+1)
	case *ssa.ChangeInterface:
		return e.weaklySeeded(x.X, depth+1)
	case *ssa.Phi:
		for _, edge := range x.Edges {
			if !e.weaklySeeded(edge, depth+1) {
				return false
			}
		}
		return true
	case *ssa.UnOp:
		return e.weaklySeeded(e.onlyStored(x.X), depth+1)
	case *ssa.Call:
		callee := calls.Callee(x.Common())
		if callee == nil || callee.Pkg() == nil || !strings.HasPrefix(callee.Pkg().Path(), "math/rand") {
			return false
		}
		switch callee.Name() {
		case "NewSource", "NewPCG", "NewChaCha8":
			return true
		case "New":
			return e.weaklySeeded(x.Common().Args[0], depth+1)
		}
	}
	return false
}

// hashed returns the origin of a hash: that of what was hashed.
func (e *engine) hashed(f *model.Func, call *ssa.Call) origins {
	v := e.slot(f, call.Common(), model.ArgValue)
	if v == nil {
		return unknown("a hash")
	}
	return e.of(v).each(func(o Origin) Origin { return o.digested(f.Bits) })
}

// digested is an origin after a hash of so many bits, 0 if that is not known.
func (o Origin) digested(size int) Origin {
	o.Hashed = true
	if size > 0 {
		o.Bits = o.Bits.atMost(bits(float64(size)))
	}
	o.perChar = 8
	return o
}

func (e *engine) encodedBy(callee *types.Func, call *ssa.Call) origins {
	if callee.Pkg() == nil {
		return nil
	}
	return e.encoded(callee, calls.Operands(call.Common()))
}
