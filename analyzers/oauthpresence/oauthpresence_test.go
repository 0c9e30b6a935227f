package oauthpresence_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/oauthpresence"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, oauthpresence.Analyzer) }
