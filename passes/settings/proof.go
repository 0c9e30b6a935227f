package settings

import (
	"fmt"

	"github.com/sessionlint/sessionlint/internal/evidence"
)

// maxProof bounds how many places one proof shows.
const maxProof = 6

// Proof says where the values of the setting were written, or that nobody
// wrote one: what a reader looks at to believe the answer.
func (a Answer) Proof() []evidence.Step {
	known, _ := a.Values()
	var steps []evidence.Step
	for _, v := range known[:min(len(known), maxProof)] {
		how := v.How()
		if v.FollowsTLS() {
			how = "set by " + how
		}
		steps = append(steps, evidence.Step{Start: v.Pos(), Stop: v.End(), Text: fmt.Sprintf("%s is %s", a.setting, how)})
	}
	return steps
}

// FollowsTLS reports whether the value follows the TLS state.
func (v Value) FollowsTLS() bool { return v.Kind == fromTLS }
