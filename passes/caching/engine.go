package caching

import (
	"go/constant"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/model/lib"
	"github.com/sessionlint/sessionlint/passes/calls"
	"github.com/sessionlint/sessionlint/passes/guards"
	"github.com/sessionlint/sessionlint/passes/routes"
	"github.com/sessionlint/sessionlint/passes/settings"
)

// An engine reads one package.
type engine struct {
	pass *analysis.Pass
	pkg  *ssa.Package
}

// read says what a handler answers.
func (e *engine) read(h *routes.Handler) Answer {
	a := Answer{Handler: named(h)}
	if h.Middleware || h.Fn.Syntax() == nil {
		return a
	}
	from, to := h.Fn.Syntax().Pos(), h.Fn.Syntax().End()
	within := func(pos token.Pos) bool { return from <= pos && pos < to }
	for _, r := range guards.Of(e.pass).Reads() {
		if within(r.Pos()) && !a.Private.Start.IsValid() {
			a.Private = evidence.Step{Start: r.Pos(), Stop: r.End(), Text: "the session is read here"}
		}
	}
	for _, c := range settings.Of(e.pass).Credentials() {
		if _, is := c.Session(); is && c.Kind() == model.Cookie && within(c.Pos()) {
			a.Sends = evidence.Step{Start: c.Pos(), Stop: c.End(), Text: "the session cookie is sent here"}
		}
	}
	e.says(&a, h.Fn, 3)
	e.inFront(&a, h)
	return a
}

// named names a handler: one that a package variable holds, by its route.
func named(h *routes.Handler) string {
	if h.Name() == "init" && len(h.Routes) > 0 {
		return strings.TrimSpace(h.Routes[0].Method + " " + h.Routes[0].Path)
	}
	return h.Name()
}

// inFront reads what stands in front of a handler: it may turn strangers
// away, and it may speak to caches.
func (e *engine) inFront(a *Answer, h *routes.Handler) {
	if len(h.Routes) == 0 && a.Doubt == "" {
		a.Doubt = "what stands in front of " + h.Name()
	}
	for _, r := range h.Routes {
		if (r.Open || r.HandedOn) && a.Doubt == "" {
			a.Doubt = "what stands in front of " + r.Path
		}
		for _, m := range r.Middleware {
			if m.Fn == nil {
				a.Doubt = "what " + m.Name() + " does"
				continue
			}
			if !a.Private.Start.IsValid() && routes.Of(e.pass).Summary(m.Fn).May&routes.Rejects != 0 {
				a.Private = evidence.Step{Start: r.Pos(), Stop: r.End(), Text: "behind " + m.Name()}
			}
			front := Answer{}
			e.says(&front, m.Fn, 3)
			if !a.NoStore.Start.IsValid() {
				a.NoStore = front.NoStore
			}
			if a.Doubt == "" {
				a.Doubt = front.Doubt
			}
		}
	}
}

// says reads what a function, and those that it calls, say to caches.
func (e *engine) says(a *Answer, fn *ssa.Function, depth int) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if f := lib.Shared().Func(calls.Callee(call.Common())); f != nil && f.Role == model.HeaderWrite {
				e.header(a, call)
			} else if body := calls.Body(e.pkg, call.Common()); body != nil && depth > 0 {
				e.says(a, body, depth-1)
			} else if callee := calls.Callee(call.Common()); callee != nil && callee.Pkg() != nil && !calls.IsStd(callee.Pkg().Path()) &&
				lib.Shared().Anchor(callee.Pkg().Path()) == nil && body == nil {
				a.Doubt = "what " + callee.Name() + " does"
			}
		}
	}
	for _, lit := range fn.AnonFuncs {
		if depth > 0 {
			e.says(a, lit, depth-1)
		}
	}
}

// header reads one header.
func (e *engine) header(a *Answer, call ssa.CallInstruction) {
	key, keyKnown := text(calls.Argument(call.Common(), 0))
	if keyKnown && !strings.EqualFold(key, "Cache-Control") {
		return
	}
	value, known := text(calls.Argument(call.Common(), 1))
	at := evidence.Step{Start: call.Pos(), Stop: call.Pos() + 1}
	switch value = strings.ToLower(value); {
	case !keyKnown || !known:
		a.Doubt = "a header"
	case strings.Contains(value, "no-store"):
		at.Text = "no-store is said here"
		a.NoStore = at
	case strings.Contains(value, "public"):
		at.Text = "public is said here"
		a.Public = at
	}
}

func text(v ssa.Value) (string, bool) {
	if k, ok := v.(*ssa.Const); ok && k.Value != nil && k.Value.Kind() == constant.String {
		return constant.StringVal(k.Value), true
	}
	return "", false
}
