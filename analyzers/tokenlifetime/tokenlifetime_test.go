package tokenlifetime_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/tokenlifetime"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, tokenlifetime.Analyzer) }
