package oauthstate_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/oauthstate"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, oauthstate.Analyzer) }
