// Package analyzers lists the rules.
package analyzers

import (
	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers/cookiedelete"
	"github.com/sessionlint/sessionlint/analyzers/cookiehttponly"
	"github.com/sessionlint/sessionlint/analyzers/cookieprefix"
	"github.com/sessionlint/sessionlint/analyzers/cookiesamesite"
	"github.com/sessionlint/sessionlint/analyzers/cookiescope"
	"github.com/sessionlint/sessionlint/analyzers/cookiesecure"
	"github.com/sessionlint/sessionlint/analyzers/sessiondirective"
	"github.com/sessionlint/sessionlint/analyzers/sessiontimeout"
)

// All returns the rules in ASVS order, the one about our own directives last.
func All() []*analysis.Analyzer {
	return []*analysis.Analyzer{
		cookiedelete.Analyzer,
		sessiontimeout.Analyzer,
		cookiesecure.Analyzer,
		cookiehttponly.Analyzer,
		cookiesamesite.Analyzer,
		cookieprefix.Analyzer,
		cookiescope.Analyzer,
		sessiondirective.Analyzer,
	}
}
