// Package guard turns a panic on the code of one package into an error, so
// that a mistake of ours on one strange line costs the answers about that
// package and no others.
package guard

import (
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Run returns the run function of a pass with its panics turned into errors.
func Run(run func(*analysis.Pass) (any, error)) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (result any, err error) {
		defer func() {
			if r := recover(); r != nil {
				result, err = nil, fmt.Errorf("pass %s failed on package %s: %v (in %s); please report this",
					pass.Analyzer.Name, pass.Pkg.Path(), r, Place())
			}
		}()
		return run(pass)
	}
}

// Place returns the innermost function that is not of the runtime, for a
// deferred function that has just recovered.
func Place() string {
	pcs := make([]uintptr, 32)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	for {
		frame, more := frames.Next()
		if !strings.HasPrefix(frame.Function, "runtime.") {
			return fmt.Sprintf("%s, line %d", frame.Function, frame.Line)
		}
		if !more {
			return "unknown function"
		}
	}
}
