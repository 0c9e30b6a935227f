package staticapikey_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/staticapikey"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, staticapikey.Analyzer) }
