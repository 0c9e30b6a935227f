package records

import (
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/words"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// An Own is a statement of a handler, or of a function that it calls, whose
// condition names the owner of the records: users reach their own.
type Own struct {
	ast.Node
	Verb    string // "delete", "update", "select"
	Table   string
	Column  string // that names the owner
	Handler string
	All     bool // all records of the owner, not one of them
	Grants  bool // what other applications were granted, not sessions
}

// own looks at the handlers, and at what they call in the package.
func (e *engine) own() []Own {
	var all []Own
	seen := map[*ssa.Call]bool{}
	add := func(call *ssa.Call, handler string) {
		if seen[call] {
			return
		}
		seen[call] = true
		if o, ok := e.ownOf(call); ok {
			o.Handler = handler
			all = append(all, o)
		}
	}
	for _, h := range e.routes.Handlers() {
		for _, call := range callsIn(h.Fn) {
			add(call, h.Name())
			if body := calls.Body(e.pkg, call.Common()); body != nil {
				for _, inner := range callsIn(body) {
					add(inner, h.Name())
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Own) int { return int(a.Pos() - b.Pos()) })
	return all
}

// ownOf reads a statement with one column that names the owner, and at most
// one that says which of his records is meant.
func (e *engine) ownOf(call *ssa.Call) (Own, bool) {
	s := e.statementOf(call)
	node := e.node(call)
	if s == nil || node == nil || s.verb == "select" && one(call) {
		return Own{}, false
	}
	o := Own{Node: node, Verb: s.verb, Table: s.table, All: true, Grants: !holdsSessions(s.table)}
	for _, column := range columnsOf(s.where) {
		switch {
		case owns(column) && o.Column == "":
			o.Column = column
		case identifies(column) && o.All:
			o.All = false
		default:
			return Own{}, false
		}
	}
	return o, o.Column != ""
}

// one reports whether a call reads one row only: a count, or whether there is
// any.
func one(call *ssa.Call) bool {
	name := calls.Callee(call.Common()).Name()
	return strings.Contains(name, "Row") || strings.HasPrefix(name, "Get")
}

// holdsGrants reports whether a table, by its name, holds what users have
// granted to other applications.
func holdsGrants(table string) bool {
	return slices.ContainsFunc(words.Split(table), func(w string) bool {
		return w == "oauth" || w == "oidc" || w == "grant" || w == "grants" || w == "consent" || w == "consents"
	})
}
