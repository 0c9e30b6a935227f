// Package options holds what a user can choose: flags and .sessionlint.yaml,
// merged into one typed value that is handed down to every rule.
//
// Configuration never changes facts, only which sites are reported and how.
package options

import (
	"slices"
	"time"

	"github.com/sessionlint/sessionlint/internal/evidence"
)

// An Edition of the OWASP Application Security Verification Standard.
type Edition string

// The editions whose numbering and limits we know.
const (
	ASVS401 Edition = "4.0.1"
	ASVS403 Edition = "4.0.3"
	ASVS50  Edition = "5.0"
)

// Options is everything a user can choose that rules look at.
type Options struct {
	ASVS          Edition
	Level         int // 1, 2 or 3
	Confidence    evidence.Confidence
	Severity      evidence.Severity
	MaxAbsolute   time.Duration // 0: by level
	MaxIdle       time.Duration // 0: by level
	MaxAccess     time.Duration // of an access token beside a refresh token, 0: no limit
	Names         []string      // further words of session cookie and token names
	NotNames      []string      // further stop words
	Cookies       []string      // names of further session cookies
	IgnoreCookies []string      // names of cookies that are none
	Modules       []string      // patterns of module paths that count as own
	Tests         bool
	Generated     bool
	SharedHost    bool
	AllowNone     bool
	AllCookies    bool
	Strict        bool
	RequirePrefix bool

	Named []string        // rules that report whatever the level is (flag -enable)
	Rules map[string]Rule // what the configuration file says about single rules

	Foreign bool // the package of the pass is not own: nothing to do
}

// Default returns the options of a user who says nothing.
func Default() *Options {
	return &Options{ASVS: ASVS403, Level: 1, Confidence: evidence.Likely, Severity: evidence.Warning, MaxAccess: time.Hour}
}

// Limits returns the longest absolute and idle lifetime that a session may
// have; 0 means that there is no number to hold it against.
func (o *Options) Limits() (absolute, idle time.Duration) {
	if o.ASVS != ASVS50 { // 5.0 asks for a documented decision, whatever it is
		switch o.Level {
		case 1:
			absolute = 30 * 24 * time.Hour
		case 2:
			absolute, idle = 12*time.Hour, 30*time.Minute
		case 3:
			absolute, idle = 12*time.Hour, 15*time.Minute
		}
	}
	if o.MaxAbsolute > 0 {
		absolute = o.MaxAbsolute
	}
	if o.MaxIdle > 0 {
		idle = o.MaxIdle
	}
	return absolute, idle
}

// On reports whether a rule reports its violations. from4 and from5 are the
// lowest levels at which it does so by itself, 0 meaning never. Naming a rule
// on the command line beats the configuration file, and that beats the level.
func (o *Options) On(rule string, from4, from5 int) bool {
	if slices.Contains(o.Named, rule) {
		return true
	}
	if r := o.Rules[rule]; r.On != nil {
		return *r.On
	}
	from := from4
	if o.ASVS == ASVS50 {
		from = from5
	}
	return from != 0 && from <= o.Level
}
