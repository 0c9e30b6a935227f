package survey

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

// calls reads what calls do to sessions, function by function.
func (v *surveyor) calls() {
	for _, file := range v.pass.Files {
		if !v.counts(file.Package) {
			continue
		}
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil {
				v.callsIn(fn)
			}
		}
	}
}

// callsIn reads the calls of one function.
func (v *surveyor) callsIn(fn *ast.FuncDecl) {
	lists := v.listsCookies(fn)
	ast.Inspect(fn, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok {
			if name := v.nameRead(n, lists); name != nil {
				v.read(e, v.constantName(name))
			}
		}
		switch n := n.(type) {
		case *ast.BasicLit:
			v.text(n)
		case *ast.Ident:
			v.login(n)
		case *ast.CallExpr:
			callee, ok := typeutil.Callee(v.pass.TypesInfo, n).(*types.Func)
			if !ok {
				return true
			}
			v.transport(n, callee)
			v.event(n, callee)
		}
		return true
	})
}

// read notes that a cookie of a request is read.
func (v *surveyor) read(at evidence.Ranger, name string) {
	if name == "" {
		return // by a function whose callers name it, or not known
	}
	session := tokenflow.IsCookieCredential(name)
	v.out.Events = append(v.out.Events, Event{Ranger: at, What: "read", Cookie: name, Session: session || v.believed[name]})
	if session {
		v.out.Has = append(v.out.Has, Presence{at, "cookie"})
	}
}

// login notes that a login at an identity provider is begun or finished.
func (v *surveyor) login(ident *ast.Ident) {
	fn, ok := v.pass.TypesInfo.Uses[ident].(*types.Func)
	if !ok {
		return
	}
	if f := lib.Shared().Login(fn); f != nil && (f.Role == model.LoginStart || f.Role == model.LoginExchange || f.Role == model.LoginFinish) {
		v.out.Has = append(v.out.Has, Presence{ident, "oauth"})
	}
}

// event notes what a call does in the life of a session.
func (v *surveyor) event(call *ast.CallExpr, callee *types.Func) {
	f := lib.Shared().Life(callee)
	if f == nil {
		return
	}
	library := ""
	if callee.Pkg() != nil {
		if l := lib.Shared().Anchor(callee.Pkg().Path()); l != nil {
			library = l.Name
		}
	}
	event := func(what string) {
		v.out.Events = append(v.out.Events, Event{Ranger: call, What: what, Library: library})
	}
	switch f.Role {
	case model.SessionGet:
		event("read")
	case model.SessionPut:
		event("issued")
	case model.SessionRenew:
		event("renewed")
	case model.SessionDestroy, model.SessionClear:
		event("ended")
	case model.SessionDestroyAll:
		event("ended")
		v.out.Answers = append(v.out.Answers, Answer{call, "admin", "ends all sessions, or all of a user"})
	}
}

// transport notes calls that listen for TLS.
func (v *surveyor) transport(call *ast.CallExpr, callee *types.Func) {
	switch callee.Name() {
	case "ListenAndServeTLS", "ServeTLS", "RunTLS", "ListenTLS", "StartTLS", "StartAutoTLS", "RunAutoTLS", "ListenAndServeAutoTLS", "RunWithAutoTLS":
		if sig := callee.Signature(); sig.Params().Len() > 0 && !isConfig(sig.Params().At(0).Type()) {
			v.out.Answers = append(v.out.Answers, Answer{call, "tls", "listens for TLS"})
		}
	}
}

// isConfig reports whether a type is a configuration of TLS: a client that
// turns to TLS takes one, such as one of mail.
func isConfig(t types.Type) bool { return types.TypeString(deref(t), nil) == "crypto/tls.Config" }

// text notes constants that may answer a question.
func (v *surveyor) text(lit *ast.BasicLit) {
	text := strings.ToLower(lit.Value)
	switch {
	case text == `"strict-transport-security"`:
		v.out.Answers = append(v.out.Answers, Answer{lit, "tls", "sets Strict-Transport-Security"})
	case text == `"clear-site-data"`:
		v.out.Answers = append(v.out.Answers, Answer{lit, "clear", "sets Clear-Site-Data"})
	case strings.Contains(text, "sessions") && (strings.Contains(text, "count(") || strings.Contains(text, "order by")) && strings.Contains(text, "user"):
		v.out.Answers = append(v.out.Answers, Answer{lit, "parallel", "counts or orders the sessions of a user"})
	case strings.Contains(text, "delete from") && strings.Contains(text, "sessions") && strings.Contains(text, "user"):
		v.out.Answers = append(v.out.Answers, Answer{lit, "admin", "deletes sessions by their user"})
	}
}

// constantName returns the constant text that an expression is, "" if it is
// none.
func (v *surveyor) constantName(e ast.Expr) string {
	if value := v.pass.TypesInfo.Types[e].Value; value != nil && value.Kind() == constant.String {
		return constant.StringVal(value)
	}
	return ""
}
