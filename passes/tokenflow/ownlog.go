package tokenflow

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// namedLog: a function of our own that says by its name that it logs, wherever
// it keeps its log.
func (e *engine) namedLog(fn *ssa.Function, call ssa.CallInstruction, callee *types.Func) []sink {
	if callee.Pkg() == nil || !logs(callee.Name()) && !ofLogger(callee) || !e.isOwn(callee.Pkg()) {
		return nil
	}
	var out []sink
	args := calls.Operands(call.Common())
	if calls.HasReceiver(call.Common()) && len(args) > 0 {
		args = args[1:]
	}
	for _, arg := range args {
		for _, v := range calls.Elements(arg) {
			if isTextual(unboxed(v).Type()) {
				out = append(out, sink{place: InLog, fn: fn, value: v, expr: e.syntax.argOf(call, v), what: "log"})
			}
		}
	}
	return out
}

// logs reports whether a name is that of a function that logs: Log, Logf,
// LogError; not LogIn.
func logs(name string) bool {
	rest, ok := strings.CutPrefix(strings.ToLower(name), "log")
	if !ok {
		return false
	}
	switch rest {
	case "", "f", "ln", "error", "errorf", "info", "infof", "debug", "debugf", "warn", "warnf", "warning", "message", "msg", "print", "printf", "line":
		return true
	}
	return false
}

// ofLogger reports whether a method of a type that is called a logger writes a
// message of some level.
func ofLogger(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	_, name := named(recv.Type())
	if !strings.HasSuffix(name, "Logger") {
		return false
	}
	switch strings.TrimSuffix(strings.ToLower(fn.Name()), "f") {
	case "debug", "info", "warn", "warning", "error", "trace", "fatal", "print", "println":
		return true
	}
	return false
}
