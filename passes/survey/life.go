package survey

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/sessionlint/sessionlint/internal/edit"
	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/records"
	"github.com/sessionlint/sessionlint/passes/webhandlers"
)

// life answers what the handlers of the package answer: where people log in and
// out and change credentials, whether that is logged, what ends all sessions of
// a user, and what reaches single ones.
func (v *surveyor) life() {
	v.limits()
	handlers := webhandlers.Of(v.pass)
	for _, l := range handlers.Logins() {
		v.logged(l, "login", l.Function)
		if does := v.does(l.Pos()); does&webhandlers.EndsAll != 0 {
			v.answer(l, "parallel", "login in "+outer(l.Function)+" ends other sessions of the user")
		}
	}
	for _, l := range handlers.Logouts() {
		if does := v.does(l.Pos()); does&webhandlers.EndsAll != 0 && does&webhandlers.ExpiresCookie == 0 && !saysLogout(l.Function) {
			continue // somebody ends the sessions of another
		}
		v.answer(l, "logout", "logout in "+outer(l.Function))
		v.logged(l, "logout", l.Function)
	}
	for _, c := range handlers.Changes() {
		if c.Doubt != "" {
			continue // rather a login
		}
		v.logged(c, "change of the "+c.What, c.Function)
	}
	for _, a := range records.Of(v.pass).Accesses() {
		v.answer(a, "sessions", a.Handler+" reaches one of "+a.Table+" by its ID ("+a.Verb+")")
	}
}

// outer names the function that a literal stands in.
func outer(name string) string {
	name, _, _ = strings.Cut(name, "$")
	return name
}

func saysLogout(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "logout") || strings.Contains(name, "signout") || strings.Contains(name, "logoff")
}

// limits finds names that promise a limit of the sessions of a user.
func (v *surveyor) limits() {
	for _, ident := range slices.SortedFunc(maps.Keys(v.pass.TypesInfo.Defs), func(a, b *ast.Ident) int { return int(a.Pos() - b.Pos()) }) {
		switch obj := v.pass.TypesInfo.Defs[ident].(type) {
		case *types.Const, *types.Var:
			list := words.Split(obj.Name())
			has := func(w string) bool { return slices.Contains(list, w) }
			if (has("max") || has("limit") || has("concurrent")) && (has("sessions") || has("concurrent") && has("session")) {
				v.answer(ident, "parallel", obj.Name()+" names a limit of sessions")
			}
		}
	}
}

func (v *surveyor) answer(at evidence.Ranger, question, text string) {
	if v.counts(at.Pos()) {
		v.out.Answers = append(v.out.Answers, Answer{at, question, text})
	}
}

// does returns what the declared function around a place may do.
func (v *surveyor) does(pos token.Pos) webhandlers.Effect {
	if fn := v.function(pos); fn != nil {
		if obj, ok := v.pass.TypesInfo.Defs[fn.Name].(*types.Func); ok {
			return webhandlers.Of(v.pass).DoesDeclared(obj)
		}
	}
	return 0
}

// function returns the declared function around a place.
func (v *surveyor) function(pos token.Pos) *ast.FuncDecl {
	for _, n := range edit.Around(v.pass.Files, pos) {
		if fn, ok := n.(*ast.FuncDecl); ok {
			return fn
		}
	}
	return nil
}

// logged says which calls of a function write to a log when something happens
// in the life of a session, or that none was seen.
func (v *surveyor) logged(at evidence.Ranger, what, in string) {
	fn := v.function(at.Pos())
	if fn == nil || !v.counts(at.Pos()) {
		return
	}
	in = outer(in)
	calls := v.logCalls(fn)
	if len(calls) == 0 {
		v.answer(at, "logging", what+" in "+in+": no call is seen in it that writes to a log")
		return
	}
	for _, call := range calls[:min(len(calls), maxLogCalls)] {
		text := what + " in " + in + ": writes to a log here"
		if message := v.message(call); message != "" {
			text += ", " + message
		}
		if v.failing(call) {
			text = strings.Replace(text, what, "failed "+what, 1)
		}
		v.answer(call, "logging", text)
	}
	if !slices.ContainsFunc(calls, func(c *ast.CallExpr) bool { return !v.failing(c) }) {
		v.answer(at, "logging", what+" in "+in+": no call is seen in it that writes to a log when it succeeds")
	}
}

// maxLogCalls bounds how many calls are listed for one function.
const maxLogCalls = 4

// logCalls returns the calls of a function that write to a log: those of a
// library, and those of functions that do so first of all.
func (v *surveyor) logCalls(fn *ast.FuncDecl) []*ast.CallExpr {
	var calls []*ast.CallExpr
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		callee, ok := typeutil.Callee(v.pass.TypesInfo, call).(*types.Func)
		if ok && (isLog(callee) || audits(callee)) && !slices.ContainsFunc(calls, func(c *ast.CallExpr) bool { return c.Pos() <= call.Pos() && call.End() <= c.End() }) {
			calls = append(calls, call)
		}
		return true
	})
	return calls
}

func isLog(fn *types.Func) bool {
	f := lib.Shared().Func(fn)
	return f != nil && f.Role == model.LogSink
}

// audits reports whether a function says by its name that it keeps a trail.
func audits(fn *types.Func) bool {
	list := words.Split(fn.Name())
	has := func(w string) bool { return slices.Contains(list, w) }
	return has("audit") || has("log") && (has("event") || has("activity") || has("login") || has("logout") || has("action"))
}

// message returns the first constant text in a call.
func (v *surveyor) message(call *ast.CallExpr) (text string) {
	ast.Inspect(call, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok && text == "" {
			if value := v.pass.TypesInfo.Types[e].Value; value != nil && value.Kind() == constant.String && strings.Contains(constant.StringVal(value), " ") {
				text = constant.StringVal(value)
			}
		}
		return text == ""
	})
	return text
}

// failing reports whether a call only runs on a branch on which something
// failed: an error is there, a comparison was false.
func (v *surveyor) failing(call ast.Node) bool {
	path := edit.Around(v.pass.Files, call.Pos())
	for i, n := range path {
		branch, ok := n.(*ast.IfStmt)
		if !ok || i == 0 || path[i-1] != branch.Body {
			continue
		}
		switch cond := ast.Unparen(branch.Cond).(type) {
		case *ast.UnaryExpr:
			return cond.Op == token.NOT
		case *ast.BinaryExpr:
			t := v.pass.TypesInfo.TypeOf(cond.X)
			return cond.Op == token.NEQ && t != nil && types.Identical(t, types.Universe.Lookup("error").Type())
		}
	}
	return false
}
