// Package golangci is sessionlint as a module plugin of golangci-lint v2.
// Nobody calls it: a build of golangci-lint imports it, and it registers
// itself. The guide is docs/golangci.md.
package golangci

import (
	"cmp"
	"fmt"
	"os"
	"slices"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers"
	"github.com/sessionlint/sessionlint/internal/options"
)

func init() { register.Plugin("sessionlint", New) }

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

// BuildAnalyzers returns the rules as golangci-lint needs them, ordered by name:
// fixes for the same place are applied in this order, which is ours.
func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	var list []*analysis.Analyzer
	for _, rule := range p.rules {
		list = append(list, adapt(rule))
	}
	slices.SortFunc(list, func(a, b *analysis.Analyzer) int { return cmp.Compare(a.Name, b.Name) })
	return withConfiguration(list, p.dir)
}

// GetLoadMode says that rules need types.
func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
