// Package report says what a run found: to people and to programs.
//
// A run is a stream of events: one Config, then Progress and Site events, then
// one Summary. A Handler turns the stream into an output format. The events
// are the JSON format, which docs/json.md documents.
package report

import (
	"fmt"
	"io"
)

// Version is the version of the event stream. It changes when a field changes
// its meaning or goes away, not when one is added.
const Version = 1

// A Handler receives the events of a run, in order.
type Handler interface {
	Config(*Config) error
	Progress(*Progress) error
	Site(*Site) error
	Summary(*Summary) error
}

// Config says what runs.
type Config struct {
	Version     int               `json:"version"`
	Tool        string            `json:"tool"`
	ToolVersion string            `json:"tool_version"`
	GoVersion   string            `json:"go_version"` // that built the tool
	Patterns    []string          `json:"patterns"`
	Flags       map[string]string `json:"flags,omitempty"` // that were given
	Rules       []Rule            `json:"rules"`
}

// A Rule is a rule that runs.
type Rule struct {
	Name     string `json:"name"`
	Title    string `json:"title"`
	ASVS4    string `json:"asvs4,omitempty"`
	ASVS5    string `json:"asvs5,omitempty"`
	CWE      []int  `json:"cwe,omitempty"`
	Severity string `json:"severity,omitempty"`
	URL      string `json:"url,omitempty"`

	Manual string `json:"-"` // in the syntax of doc comments
}

// Progress says what happens next.
type Progress struct {
	Message string `json:"message"`
}

// A Site is a place where a requirement is decided.
type Site struct {
	Rule       string `json:"rule"`
	Package    string `json:"package"`
	Verdict    string `json:"verdict"`
	Finding    bool   `json:"finding"` // a violation that the options in force report
	Confidence string `json:"confidence"`
	Severity   string `json:"severity"`
	Category   string `json:"category"`
	Message    string `json:"message"`
	Subject    string `json:"subject,omitempty"`
	Reason     string `json:"reason,omitempty"`
	URL        string `json:"url,omitempty"`
	Range      Range  `json:"range"`
	Steps      []Step `json:"steps,omitempty"`
	Fixes      []Fix  `json:"fixes,omitempty"`

	// Of violations and accepted ones:
	Function    string `json:"function,omitempty"`    // the declaration around it
	Fingerprint string `json:"fingerprint,omitempty"` // stays when lines shift
	Withheld    string `json:"withheld,omitempty"`    // why it is no finding: Known or Unchanged
	Silenced    string `json:"silenced,omitempty"`    // or the option that keeps it from being one: level, confidence or severity
}

// Why a violation that the options report is nevertheless no finding.
const (
	Known     = "baseline"  // the baseline lists it
	Unchanged = "unchanged" // it is on lines that -new-from does not look at
)

// A Step is a place that a site refers to.
type Step struct {
	Message string `json:"message"`
	Range   Range  `json:"range"`
}

// A Fix is a change that would remove the finding.
type Fix struct {
	Title string `json:"title"`
	Edits []Edit `json:"edits"`
}

// An Edit replaces a range of a file.
type Edit struct {
	Range Range  `json:"range"`
	New   string `json:"new"`
}

// A Range is a piece of a file, its end excluded.
type Range struct {
	File  string   `json:"file"` // relative to the working directory where possible, with slashes
	Start Position `json:"start"`
	End   Position `json:"end"`

	path string // as the file system has it
}

// A Position is a place in a file. All numbers start at 1.
type Position struct {
	Line   int `json:"line"`
	Column int `json:"column"` // in bytes
	UTF16  int `json:"utf16"`  // column in UTF-16 code units, as editors and SARIF count
}

// Summary says how the run ended.
type Summary struct {
	Packages int       `json:"packages"`
	Findings int       `json:"findings"`
	Rules    []Count   `json:"rules"`
	Problems []Problem `json:"problems,omitempty"`

	Known     int     `json:"known,omitempty"`     // violations that the baseline lists
	Unchanged int     `json:"unchanged,omitempty"` // violations on unchanged lines
	Stale     []Stale `json:"stale,omitempty"`     // what the baseline lists in vain
}

// Stale is an entry of the baseline that nothing in the code matches.
type Stale struct {
	Rule        string `json:"rule"`
	Package     string `json:"package"`
	File        string `json:"file"` // its name in the package
	Function    string `json:"function,omitempty"`
	Fingerprint string `json:"fingerprint"`
}

// A Count is how often a rule came to each verdict.
type Count struct {
	Rule      string `json:"rule"`
	Findings  int    `json:"findings"`
	Violation int    `json:"violation"` // including those that are no findings
	Accepted  int    `json:"accepted"`
	Satisfied int    `json:"satisfied"`
	Unknown   int    `json:"unknown"`
}

// A Problem is why something that was asked could not be answered.
type Problem struct {
	Package string `json:"package"`
	Message string `json:"message"`
}

// Formats returns the names of the output formats.
func Formats() []string { return []string{"text", "line", "json", "sarif", "github"} }

// Style says how a format looks.
type Style struct {
	Color    bool // text: with colours
	Width    int  // text: columns of the screen, 0 if there is none
	Accepted bool // sarif: with findings that a directive accepts
}

// New returns the handler that writes a format.
func New(format string, out io.Writer, sources *Sources, style Style) (Handler, error) {
	switch format {
	case "text":
		return newText(out, sources, style), nil
	case "line":
		return &line{out, sources}, nil
	case "json":
		return newJSON(out), nil
	case "sarif":
		return newSARIF(out, sources, style.Accepted), nil
	case "github":
		return &github{out, sources}, nil
	}
	return nil, fmt.Errorf("unknown format %q", format)
}
