package guards

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/passes/routes"
)

// An Opening is a value that a login stores in front of a further step, and that is
// enough for a route.
type Opening struct {
	ast.Node // where it is stored; if that is in another package, the route of the login
	Early
	Step   evidence.Step // the further step, if it is in sight
	Guard  string        // asks for nothing else
	Route  evidence.Step // that it guards
	Doubt  bool          // some code in sight knows logins that are not finished
	Direct bool          // guard and login are in this package, and it stores the value itself
	Away   bool          // where it is stored is not in sight
}

// openings joins the logins and the guards of the routes of the package, wherever
// they are written.
func (e *engine) openings() []Opening {
	guarded, doubt := e.guarded()
	if len(guarded) == 0 {
		return nil
	}
	var all []Opening
	seen := map[string]bool{}
	for _, r := range e.routes.Routes() {
		for _, o := range e.earlyOf(r) {
			g, ok := guarded[o.Key]
			if !ok || o.Node == nil || seen[o.Key+o.Function] {
				continue
			}
			seen[o.Key+o.Function] = true
			o.Guard, o.Route, o.Doubt = g.Name(), g.Route, doubt
			o.Direct = o.Direct && g.Fn != nil
			all = append(all, o)
		}
	}
	return all
}

// earlyOf returns what the handler of a route stores too early.
func (e *engine) earlyOf(r *routes.Route) []Opening {
	var all []Opening
	if r.Handler.Fn != nil {
		for _, part := range append([]*ssa.Function{r.Handler.Fn}, r.Handler.Fn.AnonFuncs...) {
			for _, w := range e.earlyIn(part) {
				o := Opening{Node: e.node(w.at), Early: w.Early, Direct: !w.helper}
				if w.then != nil {
					o.Step = w.then.Step
				}
				all = append(all, o)
			}
		}
	}
	if all != nil || r.Call == nil {
		return all
	}
	for _, early := range e.stepsOf(r.Handler).Early {
		all = append(all, Opening{Node: r.Call, Early: early, Away: true})
	}
	return all
}

// A guardedBy is a route, and the guard in front of it.
type guardedBy struct {
	routes.Ref
	Route evidence.Step
}

// guarded returns, by the key of a session, a route that opens to everybody who has
// it; doubt says that some code knows logins that are not finished.
func (e *engine) guarded() (found map[string]guardedBy, doubt bool) {
	found = map[string]guardedBy{}
	for _, r := range e.routes.Routes() {
		for _, ref := range append([]routes.Ref{r.Handler}, r.Middleware...) {
			doubt = doubt || e.stepsOf(ref).Marks
		}
		guard, keys := e.onlyGuard(r)
		for _, key := range keys {
			if _, ok := found[key]; !ok {
				found[key] = guardedBy{guard, evidence.Step{Start: r.Pos(), Stop: r.End()}}
			}
		}
	}
	return found, doubt
}

// onlyGuard returns the guard of a route, and the keys that are enough for it. It is
// the only middleware that rejects, and all in front of the route are known.
func (e *engine) onlyGuard(r *routes.Route) (guard routes.Ref, keys []string) {
	if r.Open || r.HandedOn || Unfinished(r.Path) || !r.Handler.Known() || e.stepsOf(r.Handler).Marks || r.Handler.Fn != nil && e.mentions(r.Handler.Fn, maxSteps) {
		return guard, nil
	}
	for _, m := range r.Middleware {
		rejects := e.routes.Does(m)&(routes.Rejects|routes.Fails|routes.Redirects) != 0
		switch f := e.stepsOf(m); {
		case !rejects && (m.Fn != nil || m.Obj != nil && (harmless(m.Name()) || e.own(m.Obj.Pkg()))):
		case !rejects || keys != nil || len(f.Asks) == 0:
			return guard, nil
		default:
			guard, keys = m, f.Asks
		}
	}
	return guard, keys
}

// Unfinished reports whether a path is one for logins that are not finished.
func Unfinished(path string) bool {
	path = strings.ToLower(path)
	for _, word := range []string{"mfa", "2fa", "otp", "factor", "verify", "challenge", "logout", "signout", "webauthn", "login"} {
		if strings.Contains(path, word) {
			return true
		}
	}
	return path == ""
}
