package tokenstorage_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/tokenstorage"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, tokenstorage.Analyzer) }
