// Package evidence holds what rules find: sites, each with one verdict.
//
// A site is a place where a requirement is decided. Violations become
// diagnostics; satisfied and unknown sites are what the assessment report
// counts as proof and as gaps. Findings and report come from the same sites,
// so they cannot disagree.
package evidence

import (
	"fmt"
	"go/token"
	"sort"

	"golang.org/x/tools/go/analysis"
)

// A Verdict says how a requirement is decided at a site.
type Verdict uint8

const (
	Unknown   Verdict = iota // not decidable: never a diagnostic, always counted
	Satisfied                // proof that the requirement is met here
	Violation                // every step to the defect is known
	Accepted                 // a violation that a directive with a reason covers
)

func (v Verdict) String() string {
	return [...]string{"unknown", "satisfied", "violation", "accepted"}[v]
}

// Confidence says how a site was recognised.
type Confidence uint8

const (
	Possible Confidence = iota // by names only: not shown by default
	Likely                     // by value flow or effects that reach a known API
	Certain                    // by a typed API and constants
)

func (c Confidence) String() string { return [...]string{"possible", "likely", "certain"}[c] }

// Severity says how bad a violation is.
type Severity uint8

const (
	Info Severity = iota
	Warning
	Error
)

func (s Severity) String() string { return [...]string{"info", "warning", "error"}[s] }

// A Site is a place where a requirement is decided.
type Site struct {
	Rule       string
	Pos, End   token.Pos
	Verdict    Verdict
	Confidence Confidence
	Severity   Severity // of a violation
	Category   string   // variant of the defect or of the proof, kebab-case
	Message    string
	Subject    string // what the site is about, for grouping: `cookie "sid"`
	Reason     string // of an Accepted site: what the directive says
	Silent     bool   // a violation that the options in force do not report
	Silence    string // of a silent one, what they ask for in vain: "level", "confidence" or "severity"
	Related    []analysis.RelatedInformation
	Fixes      []analysis.SuggestedFix
}

// Sites collects the sites of one rule in one package.
type Sites struct {
	rule     string
	severity Severity
	list     []*Site
}

// NewSites returns an empty collection for a rule whose violations have the
// given severity unless a site says otherwise.
func NewSites(rule string, severity Severity) *Sites {
	return &Sites{rule: rule, severity: severity}
}

// A Ranger is a piece of source text.
type Ranger interface {
	Pos() token.Pos
	End() token.Pos
}

// Violation adds a site where the requirement is broken. The category is a
// constant in kebab-case that names the variant.
func (s *Sites) Violation(at Ranger, category, format string, args ...any) *Site {
	return s.add(at, Violation, category, format, args...)
}

// Satisfied adds a site that proves the requirement.
func (s *Sites) Satisfied(at Ranger, category, format string, args ...any) *Site {
	return s.add(at, Satisfied, category, format, args...)
}

// Unknown adds a site that could not be decided; the message names the
// expression that could not be resolved.
func (s *Sites) Unknown(at Ranger, category, format string, args ...any) *Site {
	return s.add(at, Unknown, category, format, args...)
}

func (s *Sites) add(at Ranger, v Verdict, category, format string, args ...any) *Site {
	site := &Site{
		Rule: s.rule, Pos: at.Pos(), End: at.End(), Verdict: v, Confidence: Likely, Severity: s.severity,
		Category: category, Message: fmt.Sprintf(format, args...),
	}
	s.list = append(s.list, site)
	return site
}

// At sets the confidence of the site.
func (s *Site) At(c Confidence) *Site { s.Confidence = c; return s }

// As sets the severity of the site.
func (s *Site) As(v Severity) *Site { s.Severity = v; return s }

// About names the thing the site is about.
func (s *Site) About(subject string) *Site { s.Subject = subject; return s }

// Step adds a related position, such as a step of a flow.
func (s *Site) Step(at Ranger, format string, args ...any) *Site {
	if at == nil || !at.Pos().IsValid() {
		return s
	}
	s.Related = append(s.Related, analysis.RelatedInformation{
		Pos: at.Pos(), End: at.End(), Message: fmt.Sprintf(format, args...),
	})
	return s
}

// A Step is a position on the way to a finding, with what happens there.
type Step struct {
	Start, Stop token.Pos
	Text        string
}

// Pos is where the step begins.
func (s Step) Pos() token.Pos { return s.Start }

// End is where the step ends.
func (s Step) End() token.Pos { return s.Stop }

// Steps adds related positions in order.
func (s *Site) Steps(steps []Step) *Site {
	for _, step := range steps {
		s.Step(step, "%s", step.Text)
	}
	return s
}

// Fix adds a suggested fix, unless there are no edits.
func (s *Site) Fix(title string, edits ...analysis.TextEdit) *Site {
	if len(edits) > 0 {
		s.Fixes = append(s.Fixes, analysis.SuggestedFix{Message: title, TextEdits: edits})
	}
	return s
}

// All returns the sites ordered by position, then category and message,
// without duplicates.
func (s *Sites) All() []*Site {
	sort.SliceStable(s.list, func(i, j int) bool {
		a, b := s.list[i], s.list[j]
		if a.Pos != b.Pos {
			return a.Pos < b.Pos
		}
		if a.Verdict != b.Verdict {
			return a.Verdict > b.Verdict
		}
		if a.Category != b.Category {
			return a.Category < b.Category
		}
		return a.Message < b.Message
	})
	kept := s.list[:0]
	for i, site := range s.list {
		if i > 0 && len(kept) > 0 {
			last := kept[len(kept)-1]
			if last.Pos == site.Pos && last.Verdict == site.Verdict && last.Category == site.Category && last.Message == site.Message {
				if last.Fixes == nil {
					last.Fixes = site.Fixes
				}
				continue
			}
		}
		kept = append(kept, site)
	}
	s.list = kept
	return s.list
}
