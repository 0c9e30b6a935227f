package options

import (
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/sessionlint/sessionlint/internal/evidence"
)

// A key is one option: a flag and, unless flagOnly, a key of the file.
type key struct {
	name     string
	usage    string
	zero     string // text of the default
	kind     kind
	flagOnly string // why the file cannot set it
	set      func(o *Options, text string) error
}

type kind uint8

const (
	text kind = iota
	boolean
	list // comma-separated; in the file also a sequence
)

// keys returns all options in the order in which they are documented.
func keys() []key {
	return []key{
		{name: "asvs", zero: "4.0.3", usage: "edition of the ASVS: 4.0.1, 4.0.3 or 5.0", set: setEdition},
		{name: "level", zero: "1", usage: "ASVS level: 1, 2 or 3", set: setLevel},
		{name: "confidence", zero: "likely", usage: "least confidence to report: certain, likely or possible", set: setConfidence},
		{name: "severity", zero: "warning", usage: "least severity to report: info, warning or error", set: setSeverity},
		duration("max-absolute", "longest lifetime of a session, such as 12h or 30d (0: by level)", func(o *Options) *time.Duration { return &o.MaxAbsolute }),
		duration("max-idle", "longest idle time of a session, such as 30m (0: by level)", func(o *Options) *time.Duration { return &o.MaxIdle }),
		{name: "max-access", zero: "60m", usage: "longest lifetime of an access token beside a refresh token", set: setAccess},
		words("names", "further words of session cookie and token names", func(o *Options) *[]string { return &o.Names }),
		words("notnames", "further words that mark a name as no session cookie or token", func(o *Options) *[]string { return &o.NotNames }),
		words("cookies", "names of further session cookies", func(o *Options) *[]string { return &o.Cookies }),
		words("ignorecookies", "names of cookies that are no session cookies", func(o *Options) *[]string { return &o.IgnoreCookies }),
		{
			name: "modules", usage: "patterns of module paths that are analysed as if they were part of the project", kind: list, set: setModules,
			flagOnly: "packages outside the project do not see its configuration",
		},
		toggle("tests", "include test files and what they share, testdata and mocks", func(o *Options) *bool { return &o.Tests }),
		toggle("generated", "include generated files", func(o *Options) *bool { return &o.Generated }),
		toggle("shared-host", "the host is shared with other applications: cookie paths matter", func(o *Options) *bool { return &o.SharedHost }),
		toggle("allow-none", "SameSite=None is intended", func(o *Options) *bool { return &o.AllowNone }),
		toggle("all-cookies", "apply the attribute rules to every cookie", func(o *Options) *bool { return &o.AllCookies }),
		toggle("strict", "report what is only acceptable with care, such as sessionStorage", func(o *Options) *bool { return &o.Strict }),
		toggle("require-prefix", "require the __Host- or __Secure- prefix on session cookies", func(o *Options) *bool { return &o.RequirePrefix }),
		{
			name: "enable", usage: "rules that report whatever the level is", kind: list, set: setNamed,
			flagOnly: `say "rules: {RULE: true}" instead`,
		},
	}
}

func setAccess(o *Options, text string) error {
	d, err := parseDuration(text)
	o.MaxAccess = d
	return err
}

func setEdition(o *Options, text string) error {
	switch e := Edition(text); e {
	case ASVS401, ASVS403, ASVS50:
		o.ASVS = e
		return nil
	}
	return errors.New("want 4.0.1, 4.0.3 or 5.0")
}

func setLevel(o *Options, text string) error {
	level, err := strconv.Atoi(text)
	if err != nil || level < 1 || level > 3 {
		return errors.New("want 1, 2 or 3")
	}
	o.Level = level
	return nil
}

func setConfidence(o *Options, text string) error {
	for _, c := range []evidence.Confidence{evidence.Possible, evidence.Likely, evidence.Certain} {
		if c.String() == text {
			o.Confidence = c
			return nil
		}
	}
	return errors.New("want certain, likely or possible")
}

func setSeverity(o *Options, text string) error {
	for _, s := range []evidence.Severity{evidence.Info, evidence.Warning, evidence.Error} {
		if s.String() == text {
			o.Severity = s
			return nil
		}
	}
	return errors.New("want info, warning or error")
}

func setModules(o *Options, text string) error {
	o.Modules = split(text)
	for _, pattern := range o.Modules {
		if _, err := path.Match(pattern, ""); err != nil {
			return fmt.Errorf("bad pattern %q", pattern)
		}
	}
	return nil
}

func setNamed(o *Options, text string) error {
	o.Named = split(text)
	for _, name := range o.Named {
		if err := checkRule(name); err != nil {
			return err
		}
	}
	return nil
}

func duration(name, usage string, field func(*Options) *time.Duration) key {
	return key{name: name, zero: "0", usage: usage, set: func(o *Options, text string) error {
		d, err := parseDuration(text)
		*field(o) = d
		return err
	}}
}

// parseDuration is time.ParseDuration with days.
func parseDuration(text string) (time.Duration, error) {
	bad := errors.New("want a duration such as 30m, 12h or 30d")
	if days, ok := strings.CutSuffix(text, "d"); ok {
		n, err := strconv.ParseUint(days, 10, 16)
		if err != nil {
			return 0, bad
		}
		return time.Duration(n) * 24 * time.Hour, nil
	}
	d, err := time.ParseDuration(text)
	if err != nil || d < 0 {
		return 0, bad
	}
	return d, nil
}

func words(name, usage string, field func(*Options) *[]string) key {
	return key{name: name, usage: usage, kind: list, set: func(o *Options, text string) error {
		*field(o) = split(text)
		return nil
	}}
}

func toggle(name, usage string, field func(*Options) *bool) key {
	return key{name: name, zero: "false", usage: usage, kind: boolean, set: func(o *Options, text string) error {
		on, err := strconv.ParseBool(text)
		if err != nil {
			return errors.New("want true or false")
		}
		*field(o) = on
		return nil
	}}
}

// split returns the elements of a comma-separated list.
func split(text string) []string {
	var words []string
	for _, word := range strings.Split(text, ",") {
		if word = strings.TrimSpace(word); word != "" {
			words = append(words, word)
		}
	}
	return words
}
