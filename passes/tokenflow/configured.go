package tokenflow

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// configured returns the origin of a setting: its default, if this package or
// one that it imports gives it one that can be seen, since that is what holds
// when nobody configures anything.
func (e *engine) configured(name string) origins {
	if e.defaults == nil {
		e.defaults = map[string]ssa.Value{}
		e.instructions(e.noteDefault)
	}
	if v, ok := e.defaults[setting(name)]; ok && name != "" {
		if set := e.of(v); set != nil {
			return set
		}
	}
	for _, d := range importedDefaults(e.pass) {
		if d.Name == setting(name) && name != "" {
			return origins{{Kind: Fixed, Text: d.Value, Setting: name}}
		}
	}
	return origins{{Kind: Config, Text: name}}
}

// setting spells the name of a setting as libraries compare them.
func setting(name string) string { return strings.ToLower(name) }

func (e *engine) noteDefault(instr ssa.Instruction) {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return
	}
	callee := calls.Callee(call.Common())
	if callee == nil {
		return
	}
	f := e.model(callee)
	if f == nil || f.Role != model.ConfigDefault {
		return
	}
	key, value := e.slot(f, call.Common(), model.ArgName), e.slot(f, call.Common(), model.ArgValue)
	if key == nil || value == nil {
		return
	}
	if name, ok := constString(key); ok {
		e.defaults[setting(name)] = value
	}
}
