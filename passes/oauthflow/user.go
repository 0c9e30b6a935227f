package oauthflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

// A User is where the provider is asked who an access token belongs to.
type User struct {
	ast.Node
	Function string
	Asked    string // the function or URL that is asked; "" if it is known to tell who a token belongs to
	Origins  []tokenflow.Origin
	Traded   bool // the token came with a code that the server traded
	Body     bool // the token was decoded from the body of a request
	Logs     bool // somebody is logged in around it
	Audience bool // something around it looks at whom the token was issued to
}

func (r *reader) users() []User {
	var out []User
	add := func(fn *ssa.Function, node ast.Expr, token ssa.Value, asked string) {
		if node == nil || token == nil {
			return
		}
		u := User{Node: node, Function: outermost(fn).Name(), Asked: asked, Origins: r.flows.OriginsOf(token), Traded: r.traded(token), Body: r.decoded(token)}
		near := r.around(fn, nil).funcs
		u.Logs, u.Audience = r.logsIn(near), r.looksAtAudience(near)
		out = append(out, u)
	}
	for _, s := range r.with(model.LoginUser) {
		if e := r.expr(s.call); e != nil {
			add(s.fn, e, r.accessToken(slot(s, model.ArgToken)), "")
		}
	}
	for _, h := range r.handmade() {
		add(h.fn, h.node, h.token, h.asked)
	}
	for _, w := range r.wrapped() {
		if e := r.expr(w.call); e != nil && w.fact.User > 0 {
			add(w.fn, e, r.accessToken(w.arg(w.fact.User)), "")
		}
	}
	for _, o := range r.others() {
		add(o.fn, o.node, o.token, o.asked)
	}
	return out
}

// others finds calls of functions of which nothing is known that are given a
// token of the request: people may know that they ask a provider.
func (r *reader) others() []handmade {
	var out []handmade
	r.each(func(fn *ssa.Function, instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok || r.role(call.Common()) != nil || r.calledFact(call.Common()).User > 0 {
			return
		}
		callee := calls.Callee(call.Common())
		if callee == nil || callee.Pkg() == nil || calls.IsStd(callee.Pkg().Path()) || r.index.Func(callee) != nil {
			return
		}
		for _, a := range call.Common().Args {
			if !isText(a.Type()) {
				continue
			}
			for _, o := range r.flows.OriginsOf(a) {
				if o.Kind.FromRequest() && strings.Contains(strings.ToLower(o.Text), "token") {
					out = append(out, handmade{fn, r.expr(call), a, callee.Name()})
					return
				}
			}
		}
	})
	return out
}

// accessToken returns the text of the access token inside of a token, a source
// of tokens or a session with one; the value itself if there is none.
func (r *reader) accessToken(v ssa.Value) ssa.Value {
	for range 6 {
		if v == nil {
			return nil
		}
		sources := r.sources(v)
		if len(sources) != 1 {
			break
		}
		switch x := sources[0].(type) {
		case *ssa.Call:
			f := r.role(x.Common())
			if f == nil || f.Role != model.LoginToken {
				return v
			}
			v = slot(site{x.Parent(), x, f}, model.ArgToken)
			continue
		case *ssa.Alloc:
			if inner := fieldStore(x, "AccessToken"); inner != nil {
				return inner
			}
		}
		break
	}
	return v
}

// fieldStore returns what is stored into a field of a new object.
func fieldStore(alloc *ssa.Alloc, name string) ssa.Value {
	for _, ref := range *alloc.Referrers() {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok || fieldOf(addr).Name() != name {
			continue
		}
		for _, use := range *addr.Referrers() {
			if store, ok := use.(*ssa.Store); ok && store.Addr == ssa.Value(addr) {
				return store.Val
			}
		}
	}
	return nil
}

// traded reports whether a token is what a code was traded for.
func (r *reader) traded(v ssa.Value) bool {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		if addr, ok := load.X.(*ssa.FieldAddr); ok {
			v = addr.X
		}
	}
	for _, source := range r.sources(v) {
		if x, ok := source.(*ssa.Extract); ok {
			source = x.Tuple
		}
		call, ok := source.(*ssa.Call)
		if !ok {
			continue
		}
		if f := r.role(call.Common()); f != nil && (f.Role == model.LoginExchange || f.Role == model.LoginFinish) {
			return true
		}
		if r.calledFact(call.Common()).Code > 0 {
			return true
		}
	}
	return false
}

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

// logsIn reports whether one of the functions begins a session or issues a
// token: by the model, or by a function that says so by its name.
func (r *reader) logsIn(near map[*ssa.Function]bool) bool {
	found := false
	r.each(func(fn *ssa.Function, instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok || found || !near[outermost(fn)] {
			return
		}
		callee := calls.Callee(call.Common())
		if callee == nil {
			return
		}
		if f := r.index.Func(callee); f != nil {
			switch f.Role {
			case model.CookieSend, model.TokenSign, model.TokenEncode, model.SessionLoad:
				found = true
			}
			return
		}
		if f := r.index.Life(callee); f != nil && (f.Role == model.SessionPut || f.Role == model.SessionNew || f.Role == model.SessionRenew) {
			found = true
			return
		}
		found = callee.Pkg() != nil && !calls.IsStd(callee.Pkg().Path()) && begins(callee.Name())
	})
	return found
}

// begins reports whether a name says that somebody is logged in.
func begins(name string) bool {
	list := words.Split(name)
	has := func(any ...string) bool {
		for _, w := range list {
			for _, a := range any {
				if w == a {
					return true
				}
			}
		}
		return false
	}
	return has("session", "login", "token", "tokens", "jwt", "signin", "cookie") && has("create", "start", "new", "set", "issue", "generate", "make", "sign", "begin", "establish", "mint", "save", "log", "login", "in")
}

// looksAtAudience reports whether one of the functions names the claim that
// says whom a token was issued to.
func (r *reader) looksAtAudience(near map[*ssa.Function]bool) bool {
	found := false
	for fn := range near {
		syntax := fn.Syntax()
		if syntax == nil {
			continue
		}
		ast.Inspect(syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				found = found || isAudience(n.Name)
			case *ast.BasicLit:
				found = found || n.Kind == token.STRING && isAudience(strings.Trim(n.Value, "\"`"))
			}
			return !found
		})
	}
	return found
}

func isAudience(name string) bool {
	switch strings.ToLower(strings.ReplaceAll(name, "_", "")) {
	case "aud", "azp", "audience", "audiences", "issuedto", "appid", "authorizedparty":
		return true
	}
	return strings.Contains(strings.ToLower(name), "clientid")
}
