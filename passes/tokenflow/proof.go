package tokenflow

import "github.com/sessionlint/sessionlint/internal/evidence"

// maxProof bounds how many places one proof shows.
const maxProof = 6

// Proof says where the value comes from: what a reader looks at to believe
// what is said about it.
func (u Use) Proof() []evidence.Step {
	var steps []evidence.Step
	for _, o := range u.Origins[:min(len(u.Origins), maxProof)] {
		at := evidence.Step{Start: o.Pos, Stop: o.End, Text: o.comesFrom()}
		if !at.Start.IsValid() && o.Call.Start.IsValid() {
			at.Start, at.Stop = o.Call.Start, o.Call.Stop
		}
		if !at.Start.IsValid() {
			at.Start, at.Stop = u.Pos(), u.End()
		}
		steps = append(append(steps, at), o.Steps...)
	}
	return steps[:min(len(steps), maxProof)]
}

func (o Origin) comesFrom() string {
	switch o.Kind {
	case Strong:
		return "made by a cryptographic generator"
	case Fixed:
		return "written here"
	}
	return "comes from here"
}
