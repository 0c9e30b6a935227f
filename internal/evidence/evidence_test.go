package evidence

import (
	"go/token"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// at is a piece of source text that starts at a position.
type at token.Pos

func (a at) Pos() token.Pos { return token.Pos(a) }
func (a at) End() token.Pos { return token.Pos(a) + 1 }

func TestSites(t *testing.T) {
	sites := NewSites("r", Error)
	if last := sites.Last(); last != nil {
		t.Errorf("empty collection ends with %v", last)
	}
	sites.Unknown(at(9), "u", "depends on %s", "x")
	sites.Satisfied(at(5), "s", "fine")
	sites.Violation(at(5), "v", "bad").At(Certain).As(Warning).About("cookie")
	sites.Violation(at(5), "v", "bad") // the same again
	sites.Violation(at(5), "a", "bad")
	if last := sites.Last(); last.Category != "a" || last.Severity != Error || last.Confidence != Likely || last.Rule != "r" {
		t.Errorf("last site is %+v", last)
	}
	var have []string
	for _, s := range sites.All() {
		have = append(have, s.Verdict.String()+" "+s.Category+" "+s.Severity.String()+" "+s.Confidence.String())
	}
	want := []string{"violation a error likely", "violation v warning certain", "satisfied s error likely", "unknown u error likely"}
	if !slices.Equal(have, want) {
		t.Errorf("sites %q, want %q", have, want)
	}
	sites.Keep(func(s *Site) bool { return s.Verdict == Unknown })
	if all := sites.All(); len(all) != 1 || all[0].Message != "depends on x" {
		t.Errorf("kept %v", all)
	}
}

func TestSite(t *testing.T) {
	s := NewSites("r", Error).Violation(at(5), "v", "bad").
		Step(nil, "nowhere").Step(at(0), "nowhere").Step(at(3), "stored %s", "here").
		Fix("Nothing").Fix("Do it", analysis.TextEdit{Pos: 5, End: 6})
	if len(s.Related) != 1 || s.Related[0].Message != "stored here" || s.Related[0].Pos != 3 || s.Related[0].End != 4 {
		t.Errorf("steps %v", s.Related)
	}
	if len(s.Fixes) != 1 || s.Fixes[0].Message != "Do it" {
		t.Errorf("fixes %v", s.Fixes)
	}
}
