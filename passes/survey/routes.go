package survey

import (
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/routes"
	"github.com/sessionlint/sessionlint/passes/webhandlers"
)

// routes lists what is registered, with what stands in front of it.
func (v *surveyor) routes() {
	all := routes.Of(v.pass)
	for _, r := range all.Routes() {
		if !v.counts(r.Pos()) || r.Relayed {
			continue
		}
		route := Route{Ranger: r, Method: r.Method, Path: r.Path, Handler: named(r.Handler)}
		if r.Open {
			route.Path = "…" + r.Path
		}
		if r.Unnamed {
			route.Path = strings.TrimSuffix(route.Path, "…") + "…"
		}
		for _, m := range r.Middleware {
			route.Middleware = append(route.Middleware, named(m))
		}
		v.guard(&route, all, r)
		route.Fresh = v.freshness(all, r)
		v.out.Routes = append(v.out.Routes, route)
		v.question(route)
		v.endsAll(route, r.Handler)
	}
}

// guard says what rejects strangers in front of a route: what does so, or what
// says so by its name and is not known to do something else.
func (v *surveyor) guard(route *Route, all *routes.Routes, r *routes.Route) {
	some, guards := "", []string(nil)
	for _, m := range r.Middleware {
		switch {
		case checksElse(named(m)):
		case all.Guards(m):
			if !slices.Contains(guards, named(m)) {
				guards = append(guards, named(m))
			}
		case all.Does(m)&routes.Rejects != 0:
			some = named(m)
		}
	}
	if len(guards) > 0 {
		route.Guard, route.Why = strings.Join(guards, ", "), "nobody passes without a check that may reject him"
		return
	}
	for _, m := range r.Middleware {
		if saysGuard(named(m)) && !checksElse(named(m)) && all.Does(m)&routes.Rejects == 0 {
			route.Guard, route.Why = named(m), "by its name"
			return
		}
	}
	switch {
	case some != "":
		route.Why = "none is seen that all have to pass; " + some + " rejects some requests and hands others on"
	case all.Does(r.Handler)&routes.Rejects != 0:
		route.Why = "none in front; the handler itself may reject requests"
	case r.Open || r.HandedOn:
		route.Why = "none here; the router is handed on, something may stand in front of it elsewhere"
	default:
		route.Why = "none seen: public, or guarded in a way that is not recognised"
	}
}

// checksElse reports whether middleware says by its name that it asks for
// something else than who sends the request, or lets strangers through.
func checksElse(name string) bool {
	for _, w := range words.Split(name) {
		switch w {
		case "csrf", "xsrf", "cors", "origin", "referer", "rate", "limit", "limiter", "throttle", "maintenance", "setup", "host", "hosts", "timeout", "captcha", "optional":
			return true
		}
	}
	return false
}

// saysGuard reports whether a function says by its name that it lets only some
// people through. To load a session is not to ask for one, and what asks for a
// tenant does not ask for a user.
func saysGuard(name string) bool {
	demands, people := false, false
	for _, w := range words.Split(name) {
		switch w {
		case "auth", "authenticate", "authenticated", "authenticator", "authentication", "authorize", "authorized", "authorizer", "authorization",
			"login", "jwt", "bearer", "apikey", "permission", "permissions", "protect", "protected", "guard", "restricted":
			return true
		case "require", "requires", "required", "ensure", "restrict", "only", "must", "check", "verify":
			demands = true
		case "user", "users", "admin", "admins", "session", "role", "roles", "member", "members", "owner", "account", "signed", "logged", "token", "identity":
			people = true
		}
	}
	return demands && people
}

// named is the name of a function in the source.
func named(r routes.Ref) string {
	if outer, _, literal := strings.Cut(r.Name(), "$"); literal {
		return "function in " + outer
	}
	return r.Name()
}

// question notes a route that may answer a question.
func (v *surveyor) question(r Route) {
	list := append(words.Split(r.Path), words.Split(r.Handler)...)
	if slices.ContainsFunc(list, paysFor) {
		return
	}
	has := func(any ...string) bool {
		for _, w := range list {
			for _, a := range any {
				if w == a || w == a+"s" {
					return true
				}
			}
		}
		return false
	}
	answer := func(question string) {
		v.out.Answers = append(v.out.Answers, Answer{r.Ranger, question, "route " + strings.TrimSpace(r.Method+" "+r.Path) + " (" + r.Handler + ")"})
	}
	if has("logout", "signout", "logoff") || has("log", "sign") && has("out") {
		answer("logout")
	}
	if (has("session") || has("token") && !has("oauth", "oidc", "external", "login", "exchange")) && !has("csrf", "reset", "verify", "device") {
		answer("sessions")
		if has("admin", "user", "staff") {
			answer("admin")
		}
	}
	if has("unlink", "disconnect", "revoke") && has("oauth", "oidc", "provider", "connection", "grant", "consent", "account", "identity", "app", "application") {
		answer("unlink")
	}
}

// paysFor reports whether a word is about payments, whose sessions are not
// those of users.
func paysFor(word string) bool {
	return slices.Contains([]string{"stripe", "paypal", "billing", "checkout", "payment", "payments"}, word)
}

// endsAll notes a route whose handler ends the sessions of a user, other than
// because his password changes.
func (v *surveyor) endsAll(route Route, handler routes.Ref) {
	does := webhandlers.Of(v.pass).Does(handler.Fn, handler.Obj)
	if does&webhandlers.EndsAll == 0 || does&webhandlers.ChangesPassword != 0 {
		return
	}
	text := "route " + strings.TrimSpace(route.Method+" "+route.Path) + ": " + route.Handler + " ends the sessions of a user"
	if route.Guard != "" {
		text += ", behind " + route.Guard
	}
	v.out.Answers = append(v.out.Answers, Answer{route.Ranger, "admin", text})
}
