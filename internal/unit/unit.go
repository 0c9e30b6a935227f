// Package unit analyses one package on behalf of the go command: the other
// side of go vet -vettool and go fix -fixtool.
//
// It speaks the protocol of x/tools' unitchecker and differs from it in what
// it leaves out: packages that are not the user's own are answered at once,
// without reading them. Types come from the compiler's export data.
package unit

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/sessionlint/sessionlint/internal/toolchain"
)

// A Runner says how to analyse units.
type Runner struct {
	Analyzers []*analysis.Analyzer
	Own       func(dir, path string) bool // as in package driver
	JSON      bool                        // print findings as JSON, exit with 0
	Fix       bool                        // apply fixes instead of printing findings
	Diff      bool                        // with Fix: print a diff instead
	Stdout    io.Writer                   // unless the go command names a file for it
	Stderr    io.Writer
}

// Run analyses the unit that a .cfg file describes and returns the exit code.
func (r *Runner) Run(configFile string) int {
	cfg, err := readConfig(configFile)
	if err != nil {
		return r.fail(err)
	}
	if lacksExportData(cfg) {
		// A go command that no longer supplies it expects the types in our
		// output: a matter between it and the unitchecker of its time.
		unitchecker.Run(configFile, r.Analyzers)
	}
	u := &unit{cfg: cfg}
	if r.Own(cfg.Dir, cfg.ImportPath) {
		err := u.analyse(r.Analyzers)
		if cfg.VetxOnly && errors.Is(err, toolchain.ErrNewerFormat) {
			err = nil // the packages that were asked for say so
		}
		if err != nil {
			return r.fail(err)
		}
	}
	facts, err := u.encodeFacts()
	if err == nil {
		err = os.WriteFile(cfg.VetxOutput, facts, 0o666)
	}
	if err != nil {
		return r.fail(err)
	}
	if cfg.VetxOnly {
		if errs := u.failures(); len(errs) > 0 {
			return r.fail(errs[0])
		}
		return 0
	}
	code, err := r.answer(u)
	if err != nil {
		return r.fail(err)
	}
	return code
}

// answer gives the go command what it asked for: fixes, JSON or text.
func (r *Runner) answer(u *unit) (code int, err error) {
	stdout := r.Stdout
	if u.cfg.Stdout != "" {
		file, err := os.Create(u.cfg.Stdout)
		if err != nil {
			return 0, err
		}
		defer func() {
			if closeErr := file.Close(); err == nil {
				err = closeErr
			}
		}()
		stdout = file
	}
	switch {
	case r.Fix:
		return r.fix(u, stdout)
	case r.JSON:
		return 0, u.printJSON(stdout)
	default:
		return u.printText(r.Stderr), nil
	}
}

func (r *Runner) fail(err error) int {
	fmt.Fprintf(r.Stderr, "sessionlint: %v\n", err)
	return 1
}

func readConfig(name string) (*unitchecker.Config, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	cfg := new(unitchecker.Config)
	if err := json.Unmarshal(data, cfg); err != nil {
		return nil, fmt.Errorf("%s: %v", name, err)
	}
	return cfg, nil
}

// lacksExportData reports whether the package imports others without the
// compiler's data about any of them.
func lacksExportData(cfg *unitchecker.Config) bool {
	if len(cfg.PackageFile) > 0 {
		return false
	}
	for path := range cfg.ImportMap {
		if path != "unsafe" && path != "C" {
			return true
		}
	}
	return false
}
