package rememberme_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/rememberme"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, rememberme.Analyzer) }
