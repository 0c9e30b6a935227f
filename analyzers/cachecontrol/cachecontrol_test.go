package cachecontrol_test

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzers/cachecontrol"
	"github.com/sessionlint/sessionlint/internal/linttest"
)

func Test(t *testing.T) { linttest.Run(t, cachecontrol.Analyzer) }
