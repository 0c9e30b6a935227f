package bearer

import (
	"go/types"
	"strings"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/calls"
)

// Skipped returns where the check of one claim is switched off, an invalid step if
// that is not so, or if somebody may look at the claim behind the
// verification.
func (p *Parse) Skipped(claim string) evidence.Step { return p.skipped[claim] }

// skip notes the claims that a configuration leaves out. The program may look
// at them itself: whatever is done with a claim of that name anywhere in the
// package counts, and what another package does with a token that it gets is
// not known.
func (p *Parse) skip(set optionSet) {
	_, issuer := set.terms[term{model.OwnKeys, ""}]
	for t, s := range set.terms {
		if t.option != model.SkipClaim {
			continue
		}
		if t.claim == "aud" && issuer { // all clients are its own
			p.doubt(t.claim, "the client for which the issuer verifies its own token")
			continue
		}
		p.doubt(t.claim, "the code around the verification")
		if !s.always || p.handedOut() || p.engine.testsAny(t.claim) || excusesExpiry(p, t.claim) {
			continue
		}
		p.demands[t.claim] = SwitchedOff
		if p.skipped == nil {
			p.skipped = map[string]evidence.Step{}
		}
		p.skipped[t.claim] = s.at
	}
}

// excusesExpiry: an ID token that has expired still says whose session ends,
// or goes on.
func excusesExpiry(p *Parse, claim string) bool {
	return claim == "exp" && hasWord(p.Function, "refresh", "renew", "logout", "signout", "logoff", "revoke", "expired", "hint")
}

// handedOut reports whether other packages may get the verified token.
func (p *Parse) handedOut() bool {
	fn := calls.Outermost(p.call.Parent())
	if !isExported(fn) {
		return false
	}
	made := p.call.Common().Signature().Results()
	results := fn.Signature.Results()
	for i := range results.Len() {
		if made.Len() > 0 && types.Identical(results.At(i).Type(), made.At(0).Type()) {
			return true
		}
	}
	return false
}

// testsAny reports whether the package tests a claim of any type of claims, or
// for the audience one that stands for it.
func (e *engine) testsAny(claim string) bool {
	for key := range e.tested() {
		_, tested, _ := strings.Cut(key, " ")
		if tested == claim || claim == "aud" && (tested == "azp" || tested == "client_id" || tested == "cid") {
			return true
		}
	}
	return false
}
