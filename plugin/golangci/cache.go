package golangci

import (
	"crypto/sha256"
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/options"
)

// withConfiguration adds an analyzer that does nothing but have the content of
// .sessionlint.yaml in its name. golangci-lint keeps results by its own
// configuration, by packages and by the names of analyzers: without this it
// would show old results after a change of that file.
func withConfiguration(rules []*analysis.Analyzer, dir string) ([]*analysis.Analyzer, error) {
	path, ok := options.Find(dir)
	if !ok {
		return rules, nil
	}
	data, err := options.Read(path)
	if err != nil {
		return nil, err
	}
	return append(rules, &analysis.Analyzer{
		Name: fmt.Sprintf("sessionlintconfiguration%x", sha256.Sum256(data)),
		Doc:  "stand for the content of " + options.FileName,
		Run:  func(*analysis.Pass) (any, error) { return nil, nil },
	}), nil
}
