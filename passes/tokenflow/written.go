package tokenflow

import (
	"slices"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// written splits the use of a function that stores what it is given, if some of
// its callers in the package give it a hash and others something else: each of
// them is judged by what it writes itself, where it writes it. Otherwise the
// use stays whole.
func (e *engine) written(s sink, whole Use) []Use {
	given := e.rawOrigins(s)
	if len(given) != 1 || given[0].Kind != param || given[0].owner == nil || !slices.ContainsFunc(whole.Origins, isHash) || !slices.ContainsFunc(whole.Origins, func(o Origin) bool { return !isHash(o) }) {
		return []Use{whole}
	}
	at := given[0].Param
	var out []Use
	for _, call := range e.callersOf(given[0].owner) {
		args := calls.Operands(call.Common())
		if at >= len(args) {
			return []Use{whole}
		}
		one := whole
		one.Node, one.Function = e.syntax.argOf(call, args[at]), calls.Outermost(call.Parent()).Name()
		one.Origins = s.column.credentials(e.calledBy(e.argOrigins(args[at], given[0].Path).each(given[0].through)))
		if one.Node == nil {
			return []Use{whole}
		}
		out = append(out, one)
	}
	return out
}

func isHash(o Origin) bool { return o.Hashed || o.Kind == Keyed }
