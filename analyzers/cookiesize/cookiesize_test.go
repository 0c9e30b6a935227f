package cookiesize_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/cookiesize"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, cookiesize.Analyzer) }
