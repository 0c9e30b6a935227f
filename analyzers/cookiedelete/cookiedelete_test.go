package cookiedelete_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/cookiedelete"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, cookiedelete.Analyzer) }
