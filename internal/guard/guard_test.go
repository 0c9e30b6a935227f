package guard_test

import (
	"errors"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/guard"
)

func TestRun(t *testing.T) {
	failure := errors.New("cannot")
	pass := &analysis.Pass{Analyzer: &analysis.Analyzer{Name: "flow"}, Pkg: types.NewPackage("example.com/p", "p")}
	run := func(does func() (any, error)) (any, error) {
		return guard.Run(func(*analysis.Pass) (any, error) { return does() })(pass)
	}
	if result, err := run(func() (any, error) { return 7, nil }); result != 7 || err != nil {
		t.Errorf("%v, %v", result, err)
	}
	if _, err := run(func() (any, error) { return nil, failure }); !errors.Is(err, failure) {
		t.Errorf("%v", err)
	}
	text, at := "token", 9
	result, err := run(func() (any, error) { return text[at:], nil })
	if result != nil || err == nil {
		t.Fatalf("%v, %v", result, err)
	}
	for _, part := range []string{"pass flow failed on package example.com/p", "slice bounds out of range [9:5]", "guard_test.TestRun", "please report"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q is not in %q", part, err)
		}
	}
}
