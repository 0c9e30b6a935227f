// Package analyzers lists the rules.
package analyzers

import (
	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/analyzers/accountdisable"
	"github.com/sessionlint/sessionlint/analyzers/authabort"
	"github.com/sessionlint/sessionlint/analyzers/cachecontrol"
	"github.com/sessionlint/sessionlint/analyzers/cookiedelete"
	"github.com/sessionlint/sessionlint/analyzers/cookiehttponly"
	"github.com/sessionlint/sessionlint/analyzers/cookieprefix"
	"github.com/sessionlint/sessionlint/analyzers/cookiesamesite"
	"github.com/sessionlint/sessionlint/analyzers/cookiescope"
	"github.com/sessionlint/sessionlint/analyzers/cookiesecure"
	"github.com/sessionlint/sessionlint/analyzers/cookiesize"
	"github.com/sessionlint/sessionlint/analyzers/credentialchange"
	"github.com/sessionlint/sessionlint/analyzers/halfopen"
	"github.com/sessionlint/sessionlint/analyzers/impersonation"
	"github.com/sessionlint/sessionlint/analyzers/logoutinvalidation"
	"github.com/sessionlint/sessionlint/analyzers/oauthpresence"
	"github.com/sessionlint/sessionlint/analyzers/oauthstate"
	"github.com/sessionlint/sessionlint/analyzers/plaincookie"
	"github.com/sessionlint/sessionlint/analyzers/reauthmaxage"
	"github.com/sessionlint/sessionlint/analyzers/refreshtoken"
	"github.com/sessionlint/sessionlint/analyzers/rememberme"
	"github.com/sessionlint/sessionlint/analyzers/sensitiveaction"
	"github.com/sessionlint/sessionlint/analyzers/sessionadopt"
	"github.com/sessionlint/sessionlint/analyzers/sessioncheck"
	"github.com/sessionlint/sessionlint/analyzers/sessiondirective"
	"github.com/sessionlint/sessionlint/analyzers/sessionowner"
	"github.com/sessionlint/sessionlint/analyzers/sessionrotation"
	"github.com/sessionlint/sessionlint/analyzers/sessionsave"
	"github.com/sessionlint/sessionlint/analyzers/sessionshared"
	"github.com/sessionlint/sessionlint/analyzers/sessiontimeout"
	"github.com/sessionlint/sessionlint/analyzers/staticapikey"
	"github.com/sessionlint/sessionlint/analyzers/tokenatrest"
	"github.com/sessionlint/sessionlint/analyzers/tokenclaims"
	"github.com/sessionlint/sessionlint/analyzers/tokencompare"
	"github.com/sessionlint/sessionlint/analyzers/tokenentropy"
	"github.com/sessionlint/sessionlint/analyzers/tokenkey"
	"github.com/sessionlint/sessionlint/analyzers/tokenlifetime"
	"github.com/sessionlint/sessionlint/analyzers/tokenlog"
	"github.com/sessionlint/sessionlint/analyzers/tokenrand"
	"github.com/sessionlint/sessionlint/analyzers/tokenresponse"
	"github.com/sessionlint/sessionlint/analyzers/tokenstorage"
	"github.com/sessionlint/sessionlint/analyzers/tokenurl"
	"github.com/sessionlint/sessionlint/analyzers/tokenverify"
)

// All returns the rules in ASVS order, the one about our own directives last.
func All() []*analysis.Analyzer {
	return []*analysis.Analyzer{
		tokenurl.Analyzer,
		sessionrotation.Analyzer,
		sessionadopt.Analyzer,
		sessionshared.Analyzer,
		tokenstorage.Analyzer,
		tokenentropy.Analyzer,
		tokenrand.Analyzer,
		logoutinvalidation.Analyzer,
		sessionsave.Analyzer,
		cookiedelete.Analyzer,
		cachecontrol.Analyzer,
		sessiontimeout.Analyzer,
		rememberme.Analyzer,
		accountdisable.Analyzer,
		credentialchange.Analyzer,
		sessionowner.Analyzer,
		tokenlifetime.Analyzer,
		refreshtoken.Analyzer,
		cookiesecure.Analyzer,
		cookiehttponly.Analyzer,
		cookiesamesite.Analyzer,
		cookieprefix.Analyzer,
		cookiescope.Analyzer,
		cookiesize.Analyzer,
		oauthpresence.Analyzer,
		oauthstate.Analyzer,
		staticapikey.Analyzer,
		tokenkey.Analyzer,
		plaincookie.Analyzer,
		tokenverify.Analyzer,
		tokenclaims.Analyzer,
		reauthmaxage.Analyzer,
		sensitiveaction.Analyzer,
		tokencompare.Analyzer,
		tokenatrest.Analyzer,
		tokenlog.Analyzer,
		tokenresponse.Analyzer,
		sessioncheck.Analyzer,
		authabort.Analyzer,
		halfopen.Analyzer,
		impersonation.Analyzer,
		sessiondirective.Analyzer,
	}
}
