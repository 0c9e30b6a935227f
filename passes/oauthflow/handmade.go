package oauthflow

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// A handmade question goes to an endpoint by HTTP.
type handmade struct {
	fn    *ssa.Function
	node  ast.Expr
	token ssa.Value
	asked string
}

// handmade finds requests to an endpoint that says who a token belongs to: the
// token is in the URL, or in the Authorization header of the same function.
func (r *reader) handmade() []handmade {
	var out []handmade
	r.each(func(fn *ssa.Function, instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok || !sendsURL(calls.Callee(call.Common())) {
			return
		}
		for _, a := range call.Common().Args {
			url := r.urlText(a, 0)
			if !isText(a.Type()) || url == "" {
				continue
			}
			h := handmade{fn, r.argument(call, a), a, url}
			if IsEndpoint(url) {
				h.asked = ""
			}
			if token := r.shown(fn, call); token != nil {
				h.token = token
			}
			out = append(out, h)
		}
	})
	return out
}

func sendsURL(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "net/http" {
		return false
	}
	switch fn.Name() {
	case "Get", "Post", "PostForm", "NewRequest", "NewRequestWithContext":
		return true
	}
	return false
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// urlText returns the constant that a URL begins with, or is formatted by.
func (r *reader) urlText(v ssa.Value, depth int) string {
	if depth > 6 {
		return ""
	}
	if text, ok := constText(v); ok {
		if strings.HasPrefix(text, "http") {
			return text
		}
		return ""
	}
	switch x := v.(type) {
	case *ssa.BinOp:
		return r.urlText(x.X, depth+1)
	case *ssa.Call:
		if callee := calls.Callee(x.Common()); callee != nil && callee.Pkg() != nil && callee.Pkg().Path() == "fmt" && len(x.Common().Args) > 0 {
			return r.urlText(x.Common().Args[0], depth+1)
		}
	case *ssa.UnOp:
		for _, source := range r.sources(x) {
			if text := r.urlText(source, depth+1); source != v && text != "" {
				return text
			}
		}
	}
	return ""
}

// shown returns the token that a request shows: that of the client that sends
// it, or the one in the Authorization header.
func (r *reader) shown(fn *ssa.Function, call ssa.CallInstruction) ssa.Value {
	if calls.HasReceiver(call.Common()) {
		for _, source := range r.sources(calls.Operands(call.Common())[0]) {
			client, ok := source.(*ssa.Call)
			if !ok {
				continue
			}
			if f := r.role(client.Common()); f != nil && f.Role == model.LoginToken {
				return r.accessToken(source)
			}
		}
	}
	return r.authorization(fn)
}

// authorization returns the value of the Authorization header that a function
// sets.
func (r *reader) authorization(fn *ssa.Function) ssa.Value {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			callee := calls.Callee(call.Common())
			args := calls.Operands(call.Common())
			if callee == nil || len(args) != 3 || callee.Name() != "Set" && callee.Name() != "Add" {
				continue
			}
			if name, ok := constText(args[1]); ok && strings.EqualFold(name, "authorization") {
				return args[2]
			}
		}
	}
	return nil
}
