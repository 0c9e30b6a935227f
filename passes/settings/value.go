package settings

import (
	"fmt"
	"go/token"
	"time"

	"golang.org/x/tools/go/ssa"
)

// An atomKind says what is known of one possible value of a setting.
type atomKind uint8

const (
	unset     atomKind = iota // nothing was ever said: the Go zero value
	boolean                   // Bool
	integer                   // Int
	text                      // Str
	someText                  // a text that is not empty, Str describes it
	lasting                   // a duration of Int nanoseconds
	fromNow                   // Int nanoseconds after the moment it is evaluated
	past                      // a moment that is over
	fromTLS                   // follows the TLS state of the request, or an https base URL
	fromPlain                 // the opposite of fromTLS: on only without TLS
	parameter                 // parameter Int of the function it belongs to
	unknown                   // Str says which expression
	object                    // something of the type Str
	untouched                 // an effect leaves the value as it was
)

// maxAtoms bounds how many values of one setting are told apart.
const maxAtoms = 12

// An Atom is one value that a setting may have. It is comparable.
type Atom struct {
	Kind atomKind
	Bool bool
	Int  int64
	Str  string
	// Library names the library whose default this is.
	Library string
	// ByDefault: the value can be changed by configuration; this is what
	// holds when nobody does.
	ByDefault bool
	// credential: the unknown value is a token, a session ID or the like.
	credential bool
	// meant: Kind and the rest already say what the setting means, not how the field spells it.
	meant bool
	// Negated parameter.
	Negated bool
	// Variable names the variable that configuration can change.
	Variable string
	Pos, End token.Pos     // the expression, or none
	at       *event        // what brought the value, to find the condition it is under
	owner    *ssa.Function // of a parameter
}

// same reports whether two atoms mean the same.
func (a Atom) same(b Atom) bool {
	return a.Kind == b.Kind && a.Bool == b.Bool && a.Int == b.Int && a.Str == b.Str && a.Negated == b.Negated &&
		a.ByDefault == b.ByDefault && a.owner == b.owner && a.Library == b.Library && a.meant == b.meant && a.credential == b.credential
}

// values is a set of atoms in order of discovery.
type values []Atom

func (v values) with(more ...Atom) values {
	out := v[:len(v):len(v)]
next:
	for _, m := range more {
		if m.Str == tooManyValues || len(out) > 0 && out[0].Str == tooManyValues {
			return tooMany()
		}
		for _, have := range out {
			if have.same(m) {
				continue next
			}
		}
		if len(out) == maxAtoms {
			return tooMany()
		}
		out = append(out, m)
	}
	return out
}

const tooManyValues = "too many values"

// tooMany is the set that has given up: it stays as it is.
func tooMany() values { return values{{Kind: unknown, Str: tooManyValues}} }

func (v values) has(kind atomKind) bool {
	for _, a := range v {
		if a.Kind == kind {
			return true
		}
	}
	return false
}

// not returns the opposite of a boolean.
func (a Atom) not() Atom {
	switch a.Kind {
	case boolean:
		a.Bool = !a.Bool
	case unset:
		a.Kind, a.Bool = boolean, true
	case parameter:
		a.Negated = !a.Negated
	case fromTLS:
		a.Kind, a.Str = fromPlain, plainOnly
	case fromPlain:
		a.Kind, a.Str = fromTLS, ""
	default:
		a.Str = "!(" + a.Str + ")"
	}
	return a
}

// open reports whether it is not known what the value is.
func (a Atom) open() bool { return a.Kind == unknown || a.Kind == parameter || a.Kind == fromPlain }

func (v values) equal(o values) bool {
	if len(v) != len(o) {
		return false
	}
	for i := range v {
		if !v[i].same(o[i]) {
			return false
		}
	}
	return true
}

// each returns the values with f applied to every atom.
func (v values) each(f func(Atom) Atom) values {
	out := make(values, 0, len(v))
	for _, a := range v {
		out = out.with(f(a))
	}
	return out
}

func unknownValue(why string, pos, end token.Pos) values {
	return values{{Kind: unknown, Str: why, Pos: pos, End: end}}
}

// duration renders a lifetime for people: years above three, days above two and
// where hours say nothing any more, else Go's form.
func duration(d time.Duration) string {
	const day = 24 * time.Hour
	switch {
	case d >= 3*365*day:
		return fmt.Sprintf("%d years", d/(365*day))
	case d >= 100*day, d >= 2*day && d%day == 0:
		return fmt.Sprintf("%d days", d/day)
	}
	s := d.String()
	for _, tail := range []string{"m0s", "h0m"} {
		if len(s) > len(tail) && s[len(s)-len(tail):] == tail {
			s = s[:len(s)-len(tail)+1]
		}
	}
	return s
}

// Lifetime renders a duration for people.
func Lifetime(d time.Duration) string { return duration(d) }
