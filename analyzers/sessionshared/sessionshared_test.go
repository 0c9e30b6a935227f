package sessionshared_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/sessionshared"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, sessionshared.Analyzer) }
