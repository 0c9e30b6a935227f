package logoutinvalidation_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/logoutinvalidation"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, logoutinvalidation.Analyzer) }
