// Package golangci is sessionlint as a module plugin of golangci-lint v2.
// Nobody calls it: a build of golangci-lint imports it, and it registers
// itself. The guide is docs/golangci.md.
package golangci

import (
	"fmt"
	"os"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/options"
)

// linterName is what users call the linter.
const linterName = "sessionlint"

func init() { register.Plugin(linterName, New) }

// New configures the rules. golangci-lint calls it once, with what its
// configuration says below linters.settings.custom.sessionlint.settings: the
// keys of .sessionlint.yaml and the flags that all faces share.
//
// As flags do, these settings win over the .sessionlint.yaml of a package.
func New(settings any) (register.LinterPlugin, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	rules := analyzers.All()
	if err := options.Check(dir, rules); err != nil {
		return nil, err
	}
	values, err := register.DecodeSettings[map[string]any](settings)
	if err != nil {
		return nil, fmt.Errorf("want keys and values: %w", err)
	}
	chosen, err := configure(values, rules)
	if err != nil {
		return nil, err
	}
	return plugin{dir, chosen}, nil
}

// A plugin is the rules that run, and where golangci-lint was started.
type plugin struct {
	dir   string
	rules []*analysis.Analyzer
}

// BuildAnalyzers returns one analyzer for all rules, and perhaps one that
// stands for the configuration file.
func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	mark, err := configurationMark(p.dir)
	return append(mark, suite(p.rules)), err
}

// GetLoadMode says that rules need types.
func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
