package directive

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/spell"
)

func unknownVerb(verb string) *Problem {
	if verb == "" {
		return &Problem{"unknown-verb", "directive says nothing"}
	}
	return &Problem{"unknown-verb", fmt.Sprintf("unknown directive %q%s", verb, spell.DidYouMean(verb, Verbs()))}
}

func ignoreProblem(d Directive) *Problem {
	switch {
	case len(d.Rules) == 0:
		return &Problem{"bad-argument", "directive ignore names no rule"}
	case d.Reason == "":
		return &Problem{"missing-reason", fmt.Sprintf("directive ignores %s without a reason", strings.Join(d.Rules, ", "))}
	}
	return nil
}

func roleProblem(role, more string) *Problem {
	switch {
	case role == "":
		return &Problem{"bad-argument", "directive role names no role"}
	case !slices.Contains(Roles(), role):
		return &Problem{"bad-argument", fmt.Sprintf("unknown role %q%s", role, spell.DidYouMean(role, Roles()))}
	case more != "":
		return &Problem{"bad-argument", fmt.Sprintf("directive role has text after %q", role)}
	}
	return nil
}

func verifiedProblem(d Directive) *Problem {
	switch {
	case d.Requirement == "":
		return &Problem{"bad-argument", "directive verified names no requirement"}
	case !requirement.MatchString(d.Requirement):
		return &Problem{"bad-argument", fmt.Sprintf("%q is no requirement (want a number such as 3.2.1)", d.Requirement)}
	case d.Reason == "":
		return &Problem{"missing-reason", fmt.Sprintf("directive verifies %s without a reason", d.Requirement)}
	}
	return nil
}
