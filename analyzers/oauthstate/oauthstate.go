package oauthstate

import (
	_ "embed"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/oauthflow"
	"github.com/sessionlint/sessionlint/passes/tokenflow"
)

//go:embed doc.go
var doc string

// Analyzer reports logins whose answer is not bound to the browser.
var Analyzer = rule.New(rule.Info{
	Name: "oauthstate", Doc: doc, ASVS4: "", ASVS5: "10.1.2", CWE: []int{352, 384, 294},
	Severity: evidence.Warning, OnFrom4: 2, OnFrom5: 2,
}, run, oauthflow.Analyzer)

func run(pass *rule.Pass, sites *evidence.Sites) error {
	logins := oauthflow.Of(pass.Pass)
	for _, v := range logins.Verifiers {
		sites.Violation(v, "verifier", "code verifier is written in the code: anybody can know it, make one per login").About("code verifier")
	}
	j := judge{sites, logins.SendsNonce() && logins.ChecksNonce(), len(logins.Verifiers) > 0}
	for _, s := range logins.Starts {
		j.start(s)
	}
	for _, c := range logins.Callbacks {
		j.callback(c)
	}
	if logins.SendsNonce() && logins.Web() {
		for _, p := range logins.Proofs {
			j.proof(p)
		}
	}
	return nil
}

type judge struct {
	sites    *evidence.Sites
	nonce    bool // a nonce is sent and compared: it does what state does
	verifier bool // a code verifier is constant, and so does not
}

// start: what is sent as state.
func (j judge) start(s oauthflow.Start) {
	switch {
	case !s.Web || s.State.Caller:
		return
	case s.Does&model.ReusesState != 0:
		j.sites.Violation(s, "reused", "state of the login is taken from the client if it sends one, make a new one").As(evidence.Info).About("state")
		return
	case s.Lost:
		j.sites.Violation(s, "not-kept", "state is not kept for the browser: the client has no cookie handler, give it one").About("state")
		return
	case s.State.Expr == nil:
		if s.Does&model.CheckState != 0 {
			j.sites.Satisfied(s, "library", "the library makes the state and keeps it for the browser").About("state")
		}
		return
	}
	category, text := defect(s.State)
	switch {
	case category == "":
	case j.nonce, s.Challenge.Sent && !j.verifier:
		j.sites.Satisfied(s.State.Expr, "replaced", "nonce or code verifier binds the login to the browser").About("state")
		return
	default:
		j.sites.Violation(s.State.Expr, category, "%s", text).About("state")
		return
	}
	for _, o := range s.State.Origins {
		if o.Kind != tokenflow.Strong && o.Kind != tokenflow.Keyed && o.Kind != tokenflow.Signed && o.Kind != tokenflow.Cookie {
			j.sites.Unknown(s.State.Expr, "unknown", "where the state comes from is not known").About("state")
			return
		}
	}
	if len(s.State.Origins) == 0 {
		j.sites.Unknown(s.State.Expr, "unknown", "where the state comes from is not known").About("state")
		return
	}
	j.sites.Satisfied(s.State.Expr, "fresh", "state is made for each login").About("state")
}

// defect returns what is wrong with a state by itself, or "".
func defect(s oauthflow.State) (category, text string) {
	if s.Variable != "" && !constant(s.Origins) {
		return "shared", "state of the login is kept in package variable " + s.Variable + ", which all browsers share; keep it for each browser"
	}
	if constant(s.Origins) {
		return "constant", "state of the login is a constant: it does not bind the answer to the browser, make one for each login"
	}
	if s.Empty && len(s.Origins) == 0 {
		return "empty", "login is begun without state, make one for each browser and compare it in the callback"
	}
	for _, o := range s.Origins {
		if !o.Kind.FromRequest() || o.Kind == tokenflow.Cookie {
			return "", ""
		}
	}
	if len(s.Origins) == 0 {
		return "", ""
	}
	return "client", "state of the login is taken from the request (" + s.Origins[0].Describe() + "), make one for each login"
}

func constant(set []tokenflow.Origin) bool {
	for _, o := range set {
		if o.Kind != tokenflow.Fixed {
			return false
		}
	}
	return len(set) > 0
}

// callback: what becomes of the state that comes back.
func (j judge) callback(c oauthflow.Callback) {
	if c.Lost {
		j.sites.Violation(c, "not-compared", "login callback never compares state: the client has no cookie handler, give it one").About("callback")
		return
	}
	if c.Does&model.CheckState != 0 {
		j.sites.Satisfied(c, "library", "the library compares the state with the one kept for the browser").About("callback")
		return
	}
	bound := c.PKCE == oauthflow.Yes && !j.verifier || j.nonce
	switch {
	case c.State == oauthflow.StateCompared:
		j.sites.Satisfied(c, "compared", "login callback compares state").About("callback")
	case bound:
		j.sites.Satisfied(c, "replaced", "nonce or code verifier binds the login to the browser").About("callback")
	case c.State == oauthflow.StateUnknown || c.PKCE == oauthflow.Maybe:
		j.sites.Unknown(c, "unknown", "whether the state is checked is not known").About("callback")
	case c.State == oauthflow.StateOptional:
		j.sites.Violation(c, "optional", "login callback compares state only if there is one, refuse those without").About("callback")
	case c.State == oauthflow.StateIgnored:
		site := j.sites.Violation(c, "not-compared", "login callback reads state and never compares it with the one sent").About("callback")
		if c.Read != nil {
			site.Step(c.Read, "state is read here")
		}
	default:
		j.sites.Violation(c, "not-compared", "login callback never looks at state, compare it with the one sent").About("callback")
	}
}

// proof: a nonce that was sent has to come back.
func (j judge) proof(p oauthflow.Proof) {
	switch {
	case !p.Login:
	case p.Nonce == oauthflow.Yes:
		j.sites.Satisfied(p, "nonce", "nonce of the ID token is compared").About("ID token")
	case p.Nonce == oauthflow.Maybe:
		j.sites.Unknown(p, "nonce", "whether %s compare the nonce is not known", p.Why).About("ID token")
	default:
		j.sites.Violation(p, "nonce", "nonce is sent, but that of the ID token is never compared with it").About("ID token")
	}
}
