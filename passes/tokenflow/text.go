package tokenflow

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// repeated: errors of the standard library that repeat a file name or a URL.
func (e *engine) repeated(callee *types.Func, call *ssa.Call) origins {
	if callee.Pkg() == nil {
		return nil
	}
	switch callee.Pkg().Path() {
	case "os", "net/url", "net/http":
		var texts []ssa.Value
		for _, arg := range calls.Operands(call.Common()) {
			if isTextual(arg.Type()) {
				texts = append(texts, arg)
			}
		}
		if callee.Pkg().Path() == "net/http" {
			return e.joined(texts).each(sentAlong)
		}
		return e.joined(texts)
	}
	return nil
}

// sentAlong: a value in the URL of a request of ours that is called a
// credential is one: it tells somebody else who we are.
func sentAlong(o Origin) Origin {
	name := o.Text[strings.LastIndexByte(o.Text, '.')+1:]
	list := words.Split(name)
	if o.Kind == Unknown && name != o.Text && has(list, "token", "apikey", "secret") && !has(list, "url", "uri", "path", "id", "page", "next", "type") {
		return Origin{Kind: Secret, Text: credential(name)}
	}
	return o
}

// passThrough: functions of the standard library that spell their arguments in
// another way, and functions that hide what they are given.
func (e *engine) passThrough(fn *types.Func, call *ssa.Call, i int) (origins, bool) {
	if hides(fn.Name()) {
		return nil, true
	}
	if set, ok := e.spelled(fn, call, i); ok {
		return set, true
	}
	if fn.Pkg() == nil {
		if fn.Name() == "Error" { // error.Error()
			return e.joined(calls.Operands(call.Common())), true
		}
		return nil, false
	}
	if i > 0 && fn.Pkg().Path() != "strings" {
		return nil, true // an error
	}
	args := calls.Operands(call.Common())
	switch fn.Pkg().Path() {
	case "fmt":
		if strings.HasPrefix(fn.Name(), "Sprint") || fn.Name() == "Errorf" || strings.HasPrefix(fn.Name(), "Append") {
			return e.formatted(args), true
		}
	case "strings", "bytes", "html", "net/url", "unicode/utf8", "path", "errors", "slices", "maps", "math/big", "encoding/json", "net/textproto", "io", "bufio", "strconv":
		if i == 0 && cutsName(fn, args) {
			return unknown("a name"), true
		}
		return e.std(fn, call, args)
	case "encoding/binary":
		return e.capped(e.joined(args), fn), true
	case "github.com/gofiber/utils", "github.com/gofiber/utils/v2", "github.com/gofiber/fiber/v2/utils":
		switch fn.Name() { // fiber reuses its buffers: handlers copy what they keep
		case "CopyString", "CopyBytes", "UnsafeString", "UnsafeBytes", "ImmutableString":
			return e.joined(args), true
		}
	case "encoding/hex", "encoding/base64", "encoding/base32":
		return e.encoded(fn, args), true
	}
	return nil, false
}

// cutsName: strings.Cut(pair, "=") gives the name of a cookie or a parameter
// first.
func cutsName(fn *types.Func, args []ssa.Value) bool {
	if fn.Name() != "Cut" || len(args) != 2 {
		return false
	}
	sep, ok := constString(args[1])
	return ok && sep == "="
}

// spelled: methods that spell what they belong to as a text, of an identifier
// or of the time.
func (e *engine) spelled(fn *types.Func, call *ssa.Call, i int) (origins, bool) {
	args := calls.Operands(call.Common())
	if fn.Signature().Recv() == nil || len(args) == 0 || i > 0 {
		return nil, false
	}
	if fn.FullName() == "(time.Time).String" || fn.FullName() == "(time.Time).Format" {
		if isNow(args[0]) {
			return origins{{Kind: Weak, Text: "time.Now"}}, true
		}
		return nil, false
	}
	switch fn.Name() {
	case "String", "Hex", "Base32", "Base36", "Base58", "Base64", "Bytes", "Int64", "URN":
	default:
		return nil, false
	}
	set := e.of(args[0])
	if isUUID(fn.Pkg()) {
		set = set.each(func(o Origin) Origin { o.perChar = 4; return o })
	}
	return set, len(args) == 1 && drawn(set)
}

// isNow reports whether a time is the current one.
func isNow(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	callee := calls.Callee(call.Common())
	if callee == nil || callee.Pkg() == nil || callee.Pkg().Path() != "time" {
		return false
	}
	if callee.Name() == "Now" {
		return true
	}
	return callee.Name() != "Add" && callee.Signature().Recv() != nil && isNow(call.Common().Args[0]) // UTC, Local, Truncate
}

// hides reports whether a function says by its name that it masks a secret.
func hides(name string) bool {
	name = strings.ToLower(name)
	for _, w := range []string{"redact", "mask", "sanitiz", "sanitis", "obfuscat", "fingerprint", "censor", "scrub"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// masks reports whether a function of our own says so.
func masks(name string) bool { return hides(name) && !hasAny(name, "unmask") }

func (e *engine) joined(args []ssa.Value) origins {
	var parts []origins
	for _, arg := range args {
		for _, v := range calls.Elements(arg) {
			if set := e.of(v); set != nil {
				parts = append(parts, set)
			}
		}
	}
	return concat(parts...)
}

// capped: a number holds no more bits than its type.
func (e *engine) capped(set origins, fn *types.Func) origins {
	if fn.Signature().Results().Len() == 0 || !isInteger(fn.Signature().Results().At(0).Type()) {
		return set
	}
	size := bits(float64(8 * e.pass.TypesSizes.Sizeof(fn.Signature().Results().At(0).Type())))
	return set.each(func(o Origin) Origin { o.Bits = o.Bits.atMost(size); return o })
}

func (e *engine) formatted(args []ssa.Value) origins { return e.joined(args) }

// std: text functions keep the origin of their first argument, and what is
// inserted.
func (e *engine) std(fn *types.Func, call *ssa.Call, args []ssa.Value) (origins, bool) {
	switch fn.Name() {
	case "Contains", "HasPrefix", "HasSuffix", "Index", "Count", "EqualFold", "Equal", "Compare", "LastIndex", "IndexByte", "IsAbs", "Len", "Cap":
		return nil, true
	case "Get", "Values", "Has", "PathValue":
		if len(args) < 2 {
			return nil, false
		}
		name, _ := constString(args[1])
		return e.of(args[0]).each(func(o Origin) Origin { return pick(o, name) }), true
	case "Query", "ParseQuery", "Encode", "String", "RequestURI", "EscapedPath", "Int64", "Uint64", "Bytes", "Text", "Error", "Unwrap":
		if fn.Name() == "EscapedPath" {
			return nil, true
		}
		return e.joined(args[:1]), true
	case "ParseInt", "ParseUint", "Atoi", "ParseBool", "ParseFloat":
		return nil, true // a number is no token
	case "Itoa", "FormatInt", "FormatUint", "Quote":
		return e.joined(args[:1]), true
	}
	if strings.Contains(fn.Name(), "Reader") && len(args) == 1 {
		return e.joined(args), true
	}
	return e.joined(args), true
}

// encoded: hex carries 4 bits a byte, base32 5, base64 6.
func (e *engine) encoded(fn *types.Func, args []ssa.Value) origins {
	per := map[string]float64{"encoding/hex": 4, "encoding/base32": 5, "encoding/base64": 6}[fn.Pkg().Path()]
	if strings.HasPrefix(fn.Name(), "Decode") {
		per = 8
	}
	if fn.Signature().Recv() != nil {
		args = args[1:]
	}
	return e.joined(args).each(func(o Origin) Origin { o.perChar = per; return o })
}
