package webhandlers

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// span returns the source of an instruction.
func (e *engine) span(instr ssa.Instruction) evidence.Step {
	pos := instr.Pos()
	if !pos.IsValid() {
		return evidence.Step{}
	}
	for _, file := range e.pass.Files {
		if file.FileStart <= pos && pos < file.FileEnd {
			return spanIn(file, pos)
		}
	}
	return evidence.Step{Start: pos, Stop: pos}
}

func spanIn(file *ast.File, pos token.Pos) evidence.Step {
	path, _ := astutil.PathEnclosingInterval(file, pos, pos+1)
	for _, n := range path {
		switch n := n.(type) {
		case *ast.CallExpr:
			if n.Lparen == pos || n.Pos() == pos || n.Rparen == pos {
				return evidence.Step{Start: n.Pos(), Stop: n.End()}
			}
		case *ast.AssignStmt, *ast.IncDecStmt, *ast.BinaryExpr, *ast.KeyValueExpr:
			return evidence.Step{Start: n.Pos(), Stop: n.End()}
		case ast.Stmt:
			return evidence.Step{Start: n.Pos(), Stop: min(n.End(), pos+1)}
		}
	}
	return evidence.Step{Start: pos, Stop: pos}
}

// step is a position on the way to a finding.
func (e *engine) step(instr ssa.Instruction, text string) evidence.Step {
	s := e.span(instr)
	s.Text = text
	return s
}

// nameOfCall is how the source calls a function.
func nameOfCall(instr ssa.Instruction) string {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return "an assignment"
	}
	if callee := calls.Callee(call.Common()); callee != nil {
		return callee.Name()
	}
	return "a function value"
}
