// Package directive reads what comments tell sessionlint: which findings are
// accepted, which role a function has, which requirement is met outside the
// code.
//
//	//sessionlint:ignore RULE[,RULE] reason
//	//sessionlint:role login|logout|guard|public|change|renew|revoke|token
//	//sessionlint:verified REQUIREMENT reason
//
// The suppressions of other tools, //nolint:sessionlint and //lint:ignore, are
// honoured too.
package directive

import (
	"regexp"
	"slices"
	"strings"
)

// A Verb is the first word of a directive.
type Verb string

// The verbs.
const (
	Ignore   Verb = "ignore"
	Role     Verb = "role"
	Verified Verb = "verified"
)

// Verbs returns all verbs.
func Verbs() []string { return []string{string(Ignore), string(Role), string(Verified)} }

// Roles returns the roles that a function can be given.
func Roles() []string {
	return []string{"login", "logout", "guard", "public", "change", "renew", "revoke", "token"}
}

// A Directive is the content of one comment.
type Directive struct {
	Verb        Verb
	Native      bool     // spelt //sessionlint:, not in the syntax of another tool
	Rules       []string // of Ignore
	AllRules    bool     // of Ignore: whatever the rule is
	Role        string   // of Role
	Requirement string   // of Verified
	Reason      string   // of Ignore and Verified
	Problem     *Problem // why the directive has no effect; nil if it is well-formed
}

// A Problem is what is wrong with a directive.
type Problem struct {
	Category string // kebab-case
	Message  string
}

// Parse interprets a line comment; ok is false for ordinary ones.
func Parse(comment string) (d Directive, ok bool) {
	body, ok := strings.CutPrefix(comment, "//")
	if !ok || strings.ContainsAny(body, "\n\r") {
		return Directive{}, false
	}
	if text, ok := strings.CutPrefix(body, "sessionlint:"); ok {
		return parseNative(withoutRemark(text)), true
	}
	if text, ok := strings.CutPrefix(body, "lint:ignore "); ok {
		return parseLintIgnore(withoutRemark(text))
	}
	trimmed := strings.TrimLeft(body, " \t")
	if text, ok := strings.CutPrefix(trimmed, "nolint"); ok {
		return parseNolint(text)
	}
	if text, ok := strings.CutPrefix(body, " sessionlint:"); ok {
		if d := parseNative(withoutRemark(text)); slices.Contains(Verbs(), string(d.Verb)) {
			d.Problem = &Problem{"spaced", "a directive must follow // without a space"}
			return d, true
		}
	}
	return Directive{}, false
}

// withoutRemark cuts a comment within the comment.
func withoutRemark(text string) string {
	if i := strings.Index(text, " //"); i >= 0 {
		text = text[:i]
	}
	return strings.TrimSpace(text)
}

func parseNative(text string) Directive {
	verb, rest := word(text)
	d := Directive{Native: true, Verb: Verb(verb)}
	switch d.Verb {
	case Ignore:
		d.Rules, d.Reason = ruleList(rest)
		d.Problem = ignoreProblem(d)
	case Role:
		var more string
		d.Role, more = word(rest)
		d.Problem = roleProblem(d.Role, more)
	case Verified:
		d.Requirement, d.Reason = word(rest)
		d.Problem = verifiedProblem(d)
	default:
		d.Problem = unknownVerb(verb)
	}
	return d
}

// parseLintIgnore reads `CHECK[,CHECK] reason`. Only checks with our names
// concern us; which names those are, the caller knows.
func parseLintIgnore(text string) (Directive, bool) {
	checks, reason := ruleList(text)
	if len(checks) == 0 || reason == "" {
		return Directive{}, false
	}
	return Directive{
		Verb: Ignore, Rules: checks, AllRules: slices.Contains(checks, "sessionlint"), Reason: reason,
	}, true
}

// isNolint reports whether a directive is spelt //nolint.
func isNolint(comment string) bool {
	return strings.HasPrefix(strings.TrimLeft(comment, "/ \t"), "nolint")
}

// parseNolint reads what follows nolint in the syntax of golangci-lint: nothing
// or `:LINTER[,LINTER]`, then perhaps `// reason`.
func parseNolint(text string) (Directive, bool) {
	list, reason, _ := strings.Cut(text, "//")
	list = strings.TrimRight(list, " \t")
	d := Directive{Verb: Ignore, AllRules: true, Reason: strings.TrimSpace(reason)}
	if d.Reason == "" {
		d.Reason = "nolint"
	}
	if list == "" {
		return d, true
	}
	if list[0] == ' ' {
		return d, true // "nolint because …"
	}
	names, ok := strings.CutPrefix(list, ":")
	if !ok {
		return Directive{}, false // another word
	}
	for _, name := range strings.Split(names, ",") {
		name, _, _ = strings.Cut(strings.TrimSpace(name), " ")
		if name = strings.ToLower(name); name == "sessionlint" || name == "all" {
			return d, true
		}
	}
	return Directive{}, false
}

// ruleList splits "a, b reason" into the rules and the reason.
func ruleList(text string) (rules []string, reason string) {
	for more := true; more; {
		var names string
		names, text = word(text)
		more = strings.HasSuffix(names, ",")
		for _, name := range strings.Split(names, ",") {
			if name != "" {
				rules = append(rules, name)
			}
		}
	}
	return rules, text
}

// word splits text after its first word.
func word(text string) (first, rest string) {
	text = strings.TrimSpace(text)
	if i := strings.IndexAny(text, " \t"); i >= 0 {
		return text[:i], strings.TrimSpace(text[i:])
	}
	return text, ""
}

// requirement matches the number of an item: "3.2.1", "V7.2.4".
var requirement = regexp.MustCompile(`^[vV]?[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{1,2}$`)
