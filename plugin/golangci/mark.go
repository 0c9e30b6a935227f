package golangci

import (
	"crypto/sha256"
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/options"
)

// configurationMark returns an analyzer that does nothing but have the content
// of .sessionlint.yaml in its name, or none if there is no such file.
// golangci-lint keeps results by its own configuration, by packages and by the
// names of analyzers: without this it would show old results after a change.
func configurationMark(dir string) ([]*analysis.Analyzer, error) {
	path, ok := options.Find(dir)
	if !ok {
		return nil, nil
	}
	data, err := options.Read(path)
	if err != nil {
		return nil, err
	}
	return []*analysis.Analyzer{{
		Name: fmt.Sprintf("%sconfiguration%x", linterName, sha256.Sum256(data)),
		Doc:  "stand for the content of " + options.FileName,
		Run:  func(*analysis.Pass) (any, error) { return nil, nil },
	}}, nil
}
