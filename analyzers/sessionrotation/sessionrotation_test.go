package sessionrotation_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/sessionrotation"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, sessionrotation.Analyzer) }
