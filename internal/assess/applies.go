package assess

import (
	"fmt"
	"strings"

	"github.com/sessionlint/sessionlint/internal/catalogue"
)

// presence says what the program has, by what rules found in it.
func (in Input) presence() map[catalogue.Need]string {
	present := make(map[catalogue.Need]string)
	for need, why := range in.Present {
		present[need] = why
	}
	for _, s := range in.Sites {
		needs := shows(s.Rule)
		if s.Rule == "reauthmaxage" && s.Category == "provider" { // the other side
			needs = []catalogue.Need{catalogue.Provider, catalogue.OAuth, catalogue.Session}
		}
		for _, need := range needs {
			if s.Category != unusedDirective && s.Confidence != "possible" && present[need] == "" {
				present[need] = fmt.Sprintf("%s:%d", s.Range.File, s.Range.Start.Line)
			}
		}
	}
	return present
}

// shows says what a program has in which a rule decides something.
func shows(rule string) []catalogue.Need {
	switch rule {
	case "cookiesecure", "cookiehttponly", "cookiesamesite", "cookieprefix", "cookiescope", "cookiesize", "cookiedelete":
		return []catalogue.Need{catalogue.Cookie, catalogue.Session}
	case "tokenverify", "tokenclaims", "tokenlifetime", "refreshtoken":
		return []catalogue.Need{catalogue.Token, catalogue.Session}
	case "oauthstate", "oauthpresence":
		return []catalogue.Need{catalogue.OAuth, catalogue.Session}
	case "reauthmaxage":
		return []catalogue.Need{catalogue.OIDC, catalogue.OAuth, catalogue.Session}
	case "sessionrotation", "credentialchange", "accountdisable", "sensitiveaction", "halfopen", "impersonation", "rememberme":
		return []catalogue.Need{catalogue.Login, catalogue.Session}
	case "tokenurl", "tokenrand", "tokenentropy", "tokenatrest", "sessiontimeout", "logoutinvalidation", "sessionsave", "sessionadopt",
		"sessionshared", "sessionowner", "sessioncheck", "plaincookie":
		return []catalogue.Need{catalogue.Session}
	}
	return nil
}

// applies says whether an item concerns the program. No is never more than:
// nothing of the kind was seen.
func (b *builder) applies(from *catalogue.Item, item *Item) Answer {
	what := map[catalogue.Need]string{
		catalogue.Session: "a session or session token", catalogue.Cookie: "a session cookie", catalogue.Token: "a token that carries its own data",
		catalogue.Login: "a session or session token", catalogue.OAuth: "OAuth", catalogue.OIDC: "OpenID Connect", catalogue.Provider: "an identity provider",
	}[from.Needs]
	need := from.Needs
	if need == catalogue.Login { // logins that nobody recognises may still be there
		need = catalogue.Session
	}
	switch where := b.present[need]; {
	case len(item.Sites) > 0:
		return Answer{"yes", "there are places that it is about"}
	case where != "":
		return Answer{"yes", "the program has " + what + " (" + where + ")"}
	case len(item.Declared) > 0:
		return Answer{"yes", "a directive declares something about it"}
	case len(b.in.Problems) > 0:
		return Answer{"unknown", "no " + strings.TrimPrefix(what, "a ") + " was found, but not everything could be analysed"}
	}
	return Answer{"no", fmt.Sprintf("no %s was found in the %d packages", strings.TrimPrefix(strings.TrimPrefix(what, "an "), "a "), b.in.Packages)}
}

// assumptions are what the assessment takes for granted or cannot see.
func assumptions() []string {
	return []string{
		"What is judged is Go source of the packages named above, in the build that the machine of the run selects (operating system, tags). Code of libraries is not read: known ones count with their documented behaviour, others as unknown.",
		"A front end in another repository, its scripts and what it does with tokens are not seen.",
		"Proxies and load balancers may end TLS, add or drop headers and cookies; none of that is seen.",
		"Values from configuration, environment and databases are unknown: what is in production has to be looked up there.",
		"An identity provider or relying party outside this code behaves as its documentation says, or does not: nothing of it is seen.",
		"Implemented means: every place that was found meets the item. Places that were not recognised as being about sessions are not counted.",
	}
}
