package settings

import (
	"fmt"
	"go/token"
	"strings"
	"time"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/fields"
)

// An Answer is what is known of one setting of an object.
type Answer struct {
	object  *Object
	setting model.Setting
	vals    values
}

// A Value is one possible value of a setting.
type Value struct {
	Atom
	object  *Object
	setting model.Setting
}

// Values returns the possible values that are known; the flag tells whether
// there may be others.
func (a Answer) Values() (known []Value, complete bool) {
	complete = len(a.vals) > 0
	for _, v := range a.vals {
		if v.open() {
			complete = false
			continue
		}
		known = append(known, Value{v, a.object, a.setting})
	}
	return known, complete
}

// Applies reports whether the object has the setting at all.
func (a Answer) Applies() bool { return a.vals != nil }

// On reports whether every value is true, or follows the TLS state.
func (a Answer) On() bool {
	return all(a.vals, Atom.isOn)
}

// FollowsTLS reports whether the value follows the TLS state of the request.
func (a Answer) FollowsTLS() bool { return a.vals.has(fromTLS) }

// Why says what the setting depends on where it is not known.
func (a Answer) Why() string {
	for _, v := range a.vals {
		switch v.Kind {
		case unknown, fromPlain:
			return v.Str
		case parameter:
			return a.object.engine.paramName(v)
		}
	}
	return "something outside the code"
}

func (e *engine) paramName(a Atom) string {
	if a.owner != nil && a.Int >= 0 && int(a.Int) < len(a.owner.Params) {
		return "parameter " + fields.Join(a.owner.Params[a.Int].Name(), strings.ReplaceAll(a.Str, "@", ""))
	}
	return "a parameter"
}

// Pos is where the value was written, or else where the object is made.
func (v Value) Pos() token.Pos {
	if v.Atom.Pos.IsValid() {
		return v.Atom.Pos
	}
	return v.object.Pos()
}

// End is the end of the expression at Pos.
func (v Value) End() token.Pos {
	if v.Atom.Pos.IsValid() {
		return v.Atom.End
	}
	return v.object.End()
}

// How says in a few words where the value comes from: "false", "never set",
// "false by default in scs".
func (v Value) How() string {
	word := v.Word()
	switch {
	case v.Variable != "":
		return fmt.Sprintf("%s unless %s is set", word, v.Variable)
	case v.Library != "":
		return fmt.Sprintf("%s by default in %s", word, v.Library)
	case v.Kind == unset && v.Str == "":
		return "never set"
	}
	return word
}

// Word renders the value itself.
func (v Value) Word() string {
	switch v.Kind {
	case unset:
		if v.Str != "" {
			return v.Str
		}
		return "unset"
	case boolean:
		return fmt.Sprint(v.Bool)
	case text, someText:
		return v.Str
	case lasting, fromNow:
		return duration(time.Duration(v.Int))
	case fromTLS:
		return "the TLS state"
	case past:
		return "in the past"
	}
	return v.Str
}

// IsUnset reports that nothing was said.
func (v Value) IsUnset() bool { return v.Kind == unset }

// Text returns a text value; exact is false where only part of it is known.
func (v Value) Text() (s string, exact, ok bool) {
	return v.Str, v.Kind == text, v.Kind == text || v.Kind == someText
}

// Lifetime returns a duration: how long something lasts, or how far from now
// it ends.
func (v Value) Lifetime() (time.Duration, bool) {
	return time.Duration(v.Int), v.Kind == lasting || v.Kind == fromNow
}

// Bad returns a value that accept refuses. It is only returned if all values
// are known: one unknown among them, and nobody can tell.
func (a Answer) Bad(accept func(Value) bool) (Value, bool) {
	known, complete := a.Values()
	if !complete {
		return Value{}, false
	}
	for _, v := range known {
		if !accept(v) {
			return v, true
		}
	}
	return Value{}, false
}

// Complete reports whether all values are known.
func (a Answer) Complete() bool {
	_, complete := a.Values()
	return complete
}

// IsOn reports whether the value is true or follows the TLS state.
func (v Value) IsOn() bool { return v.isOn() }
