// Package assess turns the sites of one run into an assessment: for every item
// of the ASVS whether it applies, whether it is implemented, and the lines of
// code that show it. What no line shows is not claimed.
//
// An Assessment is the JSON format, which docs/report.md documents; the other
// formats print it.
package assess

import "github.com/sessionlint/sessionlint/internal/report"

// Version is the version of the JSON format. It changes when a field changes
// its meaning or goes away, not when one is added.
const Version = 1

// An Assessment is what a run says about a program.
type Assessment struct {
	Version     int              `json:"version"`
	Tool        string           `json:"tool"`
	ToolVersion string           `json:"tool_version"`
	Modules     []string         `json:"modules"` // that were assessed
	Edition     string           `json:"edition"`
	Level       int              `json:"level"`
	Patterns    []string         `json:"patterns"`
	Packages    int              `json:"packages"`
	Problems    []report.Problem `json:"problems,omitempty"` // what could not be analysed
	Libraries   []Library        `json:"libraries"`          // whose meaning for sessions is known
	Totals      Totals           `json:"totals"`
	Sections    []Section        `json:"sections"`
	Sites       []*Site          `json:"sites"`                // results refer to them by their place in this list
	Findings    []int            `json:"findings"`             // what the command reports
	Known       []int            `json:"known,omitempty"`      // what it does not, because the baseline lists it
	Unassigned  []int            `json:"unassigned,omitempty"` // findings that no item of this edition and level is about
	Sessions    []*Thing         `json:"sessions"`             // cookies, stores and tokens
	Routes      []Route          `json:"routes"`
	Assumptions []string         `json:"assumptions"`
	Changes     *Changes         `json:"changes,omitempty"` // against the report that -diff names
}

// A Library is a module that the program imports, whose meaning is known.
type Library struct {
	Name    string `json:"name"`
	Path    string `json:"path"`
	Version string `json:"version,omitempty"`
}

// Totals counts the items by status.
type Totals struct {
	Met      int `json:"met"`
	Violated int `json:"violated"`
	Partly   int `json:"partly"`
	Unknown  int `json:"unknown"`
	Manual   int `json:"manual"`
}

// A Section is a part of a chapter.
type Section struct {
	Title string  `json:"title"`
	Items []*Item `json:"items"`
}

// An Item is a requirement with what the code says about it.
type Item struct {
	ID          string   `json:"id"`
	Edition     string   `json:"edition"`
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Level       int      `json:"level"`
	CWE         []string `json:"cwe"`
	See         []string `json:"see,omitempty"`
	Rules       []string `json:"rules"`
	Missing     []string `json:"missing_rules,omitempty"` // that this run did not have
	Applicable  Answer   `json:"applicable"`
	Status      Status   `json:"status"`
	Why         string   `json:"why"`
	Confidence  string   `json:"confidence,omitempty"` // of met and partly
	Limited     string   `json:"limited,omitempty"`    // why the confidence cannot be higher
	Counts      Counts   `json:"counts"`
	Sites       []int    `json:"sites,omitempty"`
	Proof       []int    `json:"proof,omitempty"`  // those of Sites that show the item itself
	Advice      []int    `json:"advice,omitempty"` // violations that the item tolerates
	Beyond      []int    `json:"beyond,omitempty"` // violations that count from a higher level on
	Declared    []Fact   `json:"declared,omitempty"`
	Places      []Place  `json:"places,omitempty"` // that may answer it, of items that no single line answers
	ByHand      []string `json:"by_hand,omitempty"`
	Guide       string   `json:"guide"`
}

// Counts are the sites of an item by verdict.
type Counts struct {
	Satisfied int `json:"satisfied"`
	Violation int `json:"violation"`
	Unknown   int `json:"unknown"`
	Accepted  int `json:"accepted"`
}

// An Answer is yes, no or unknown, with the reason.
type Answer struct {
	Answer string `json:"answer"`
	Why    string `json:"why"`
}

// A Fact is something that a directive in the code declares.
type Fact struct {
	Requirement string       `json:"requirement"`
	Reason      string       `json:"reason"`
	Range       report.Range `json:"range"`
}

// A Site is a place where something was decided, with the lines that show it.
type Site struct {
	report.Site
	Code []report.CodeLine `json:"code,omitempty"`
}

// A Status says whether an item is implemented.
type Status string

// The statuses.
const (
	Met      Status = "met"      // lines of code prove it, and nothing is open
	Violated Status = "violated" // at least one place breaks it
	Partly   Status = "partly"   // some places meet it, others are open
	Unknown  Status = "unknown"  // nothing was found
	Manual   Status = "manual"   // a human has to look
	Skipped  Status = "skipped"  // asked for from a higher level on
)

// Statuses returns the statuses of items that are asked for, in the order of
// the legend.
func Statuses() []Status { return []Status{Met, Violated, Partly, Unknown, Manual} }

// Mark is the sign of a status.
func (s Status) Mark() string {
	switch s {
	case Met:
		return "✔"
	case Violated:
		return "✘"
	case Partly:
		return "◐"
	case Manual:
		return "✋"
	case Skipped:
		return "–"
	}
	return "?"
}

// Meaning says in words what the sign means.
func (s Status) Meaning() string {
	switch s {
	case Met:
		return "implemented: lines of code prove it, and no place that was found is open"
	case Violated:
		return "not implemented: at least one place breaks it"
	case Partly:
		return "partly: some places meet it, others are open"
	case Manual:
		return "to be checked by hand: source code alone cannot show it"
	}
	return "not shown: nothing was found that proves or breaks it"
}

// Word is the status in a word or two.
func (s Status) Word() string {
	switch s {
	case Met:
		return "implemented"
	case Violated:
		return "not implemented"
	case Partly:
		return "partly"
	case Manual:
		return "by hand"
	case Skipped:
		return "not asked"
	}
	return "not shown"
}
