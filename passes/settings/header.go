package settings

import (
	"go/ast"
	"strconv"
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// headerSend: a Set-Cookie header written by hand.
func (e *engine) headerSend(f *model.Func, call ssa.CallInstruction) *send {
	var key, value ssa.Value
	for _, arg := range f.Args {
		switch arg.Slot {
		case model.ArgKey:
			key = e.arg(f, call, arg.Index)
		case model.ArgValue:
			value = e.arg(f, call, arg.Index)
		}
	}
	if key == nil || value == nil {
		return nil
	}
	if name, ok := e.oneText(key); !ok || !strings.EqualFold(name, "Set-Cookie") {
		return nil
	}
	if s := e.cookieText(call, value); s != nil {
		return s
	}
	return e.textSend(call, value, e.exprOf(call, value))
}

// mapSend: a Set-Cookie header in a map of headers, as gRPC gateways take it.
func (e *engine) mapSend(update *ssa.MapUpdate) *send {
	if name, ok := constText(update.Key); !ok || !strings.EqualFold(name, "Set-Cookie") {
		return nil
	}
	values := calls.Elements(update.Value) // http.Header holds lists
	if len(values) != 1 {
		return nil
	}
	return e.textSend(update, values[0], e.source.stored(update.Pos()))
}

// textSend: the text of a cookie is sent.
func (e *engine) textSend(instr ssa.Instruction, value ssa.Value, expr ast.Expr) *send {
	parts, ok := e.headerParts(value)
	if !ok {
		return nil
	}
	s := &send{fn: instr.Parent(), instr: instr, kind: model.Cookie, pos: instr.Pos(), end: instr.Pos()}
	if expr != nil {
		s.pos, s.end = expr.Pos(), expr.End()
	}
	s.set = parseHeader(parts)
	for i := range s.set {
		s.set[i] = e.settle(s.set[i])
	}
	return s
}

// cookieText: the header is the text of a cookie object.
func (e *engine) cookieText(call ssa.CallInstruction, value ssa.Value) *send {
	made, ok := value.(*ssa.Call)
	if !ok {
		return nil
	}
	callee := calls.Callee(made.Common())
	if callee == nil {
		return nil
	}
	f := e.model.Func(callee)
	if f == nil || f.Role != model.CookieString {
		return nil
	}
	object := calls.Argument(made.Common(), model.Receiver)
	l := e.layoutOf(object.Type())
	if l == nil {
		return nil
	}
	s := e.newSend(call, model.Cookie)
	s.set = e.settings(l, e.lookup(object, l.shape, made))
	e.locate(s, object)
	s.fix.layout = l
	return s
}

// A headerPart is one "; "-separated part of a Set-Cookie header. In an open
// part the text "…" stands for something unknown.
type headerPart struct {
	text string
	at   *event // the part is there only if control came through this
}

// headerParts splits the value of a header into its parts.
func (e *engine) headerParts(value ssa.Value) ([]headerPart, bool) {
	if made, ok := value.(*ssa.Call); ok {
		if callee := calls.Callee(made.Common()); callee != nil && callee.FullName() == "strings.Join" {
			if sep, ok := e.oneText(made.Common().Args[1]); ok && strings.TrimSpace(sep) == ";" {
				return e.joined(made.Common().Args[0], nil, 0)
			}
		}
	}
	vals := e.eval(value)
	if len(vals) != 1 || vals[0].Kind != text && vals[0].Kind != someText {
		return nil, false
	}
	return splitHeader(vals[0].Str), true
}

func splitHeader(header string) (parts []headerPart) {
	for p := range strings.SplitSeq(header, ";") {
		parts = append(parts, headerPart{text: strings.TrimSpace(p)})
	}
	return parts
}

// joined collects the elements of a slice of attributes: a literal and what is
// appended to it.
func (e *engine) joined(slice ssa.Value, under *event, depth int) ([]headerPart, bool) {
	if depth > 20 {
		return nil, false
	}
	switch v := slice.(type) {
	case *ssa.Slice:
		var parts []headerPart
		for _, elem := range calls.Elements(v) {
			if elem == ssa.Value(v) {
				return nil, false
			}
			part := headerPart{text: "…", at: under}
			if vals := e.eval(elem); len(vals) == 1 && (vals[0].Kind == text || vals[0].Kind == someText) {
				part.text = vals[0].Str
			}
			parts = append(parts, part)
		}
		return parts, true
	case *ssa.Call:
		if b, ok := v.Common().Value.(*ssa.Builtin); ok && b.Name() == "append" {
			head, ok1 := e.joined(v.Common().Args[0], under, depth+1)
			tail, ok2 := e.joined(v.Common().Args[1], &event{v.Block()}, depth+1)
			return append(head, tail...), ok1 && ok2
		}
	case *ssa.Phi:
		var parts []headerPart
		for _, edge := range v.Edges {
			more, ok := e.joined(edge, under, depth+1)
			if !ok {
				return nil, false
			}
			parts = mergeParts(parts, more)
		}
		return parts, true
	}
	return nil, false
}

func mergeParts(parts, more []headerPart) []headerPart {
next:
	for _, m := range more {
		for _, have := range parts {
			if have == m || have.text == m.text && have.at == nil {
				continue next
			}
			if have.text == m.text && have.at != nil && m.at != nil && have.at.block == m.at.block {
				continue next
			}
		}
		parts = append(parts, m)
	}
	return parts
}

// parseHeader reads the attributes of a Set-Cookie header (RFC 6265 sections 4.1 and 5.2).
func parseHeader(parts []headerPart) [model.NumSettings]values {
	var set [model.NumSettings]values
	for i := range set {
		set[i] = values{{Kind: unset, meant: true}}
	}
	open := ""
	for i, p := range parts {
		key, val, _ := strings.Cut(p.text, "=")
		key, val = strings.TrimSpace(key), strings.TrimSpace(val)
		if i == 0 {
			set[model.Name] = headerText(key)
			set[model.Value] = headerText(val)
			continue
		}
		key = strings.ToLower(key)
		if key == "…" || strings.HasPrefix(key, "…") {
			open = "part of the header"
			continue
		}
		setting, got := headerAttr(key, val)
		if setting == model.NoSetting {
			continue
		}
		for j := range got {
			got[j].meant, got[j].at = true, p.at
		}
		if conditional(p.at) {
			got = set[setting].with(got...)
		}
		set[setting] = got
	}
	if open == "" {
		return set
	}
	for i := range set {
		if len(set[i]) == 1 && set[i][0].Kind == unset {
			set[i] = unknownValue(open, 0, 0)
		}
	}
	return set
}

func conditional(at *event) bool { return at != nil && len(controlling(at.block)) > 0 }

func headerText(s string) values {
	switch {
	case strings.Contains(s, "…"):
		return unknownValue("part of the header", 0, 0)
	case s == "":
		return values{{Kind: unset, meant: true}}
	}
	return values{{Kind: text, Str: s, meant: true}}
}

func headerAttr(key, val string) (model.Setting, values) {
	switch key {
	case "secure":
		return model.Secure, values{{Kind: boolean, Bool: true}}
	case "httponly":
		return model.HTTPOnly, values{{Kind: boolean, Bool: true}}
	case "samesite":
		if strings.Contains(val, "…") {
			return model.SameSite, unknownValue("part of the header", 0, 0)
		}
		return model.SameSite, values{{Kind: text, Str: strings.ToUpper(val[:min(1, len(val))]) + strings.ToLower(val[min(1, len(val)):])}}
	case "path":
		return model.Path, headerText(val)
	case "domain":
		return model.Domain, headerText(val)
	case "max-age":
		if n, err := strconv.Atoi(val); err == nil {
			if n <= 0 {
				n = -1
			}
			return model.MaxAge, values{lasts(Atom{Kind: integer, Int: int64(n)}, time.Second)}
		}
		return model.MaxAge, unknownValue("part of the header", 0, 0)
	case "expires":
		if t, err := time.Parse(time.RFC1123, val); err == nil && t.Unix() < longAgo {
			return model.Expires, values{{Kind: past}}
		}
		return model.Expires, unknownValue("part of the header", 0, 0)
	}
	return model.NoSetting, nil
}
