package settings

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"
	"strings"
	"time"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/options"
)

// An Object is a cookie, a set of cookie options or a session store at the
// place where its settings take effect.
type Object struct {
	send   *send
	engine *engine
	opts   *options.Options
}

// Pos and End cover the expression that makes the object.
func (o *Object) Pos() token.Pos { return o.send.pos }

// End is the end of the expression that makes the object.
func (o *Object) End() token.Pos { return o.send.end }

// Kind says what the object is.
func (o *Object) Kind() model.Kind { return o.send.kind }

// SessionKind says where a store keeps its sessions.
func (o *Object) SessionKind() model.SessionKind { return o.send.session }

// Library names the library that decides what is not said, or "".
func (o *Object) Library() string { return o.send.library }

// Shared reports whether other packages can change the object, since an
// exported variable holds it.
func (o *Object) Shared() bool { return o.send.shared }

// Names returns the constant names that the cookie may have: where a caller
// chooses, those that the package of the helper offers.
func (o *Object) Names() []string {
	names := slices.Clone(o.send.offered)
	for _, a := range o.send.set[model.Name] {
		if a.Kind == text && a.Str != "" {
			names = append(names, a.Str)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Subject names the object for a message: session cookie "sid".
func (o *Object) Subject() string {
	thing := "cookie"
	if _, is := o.Session(); is {
		thing = "session cookie"
	}
	if names := o.Names(); len(names) > 0 {
		return fmt.Sprintf("%s %q", thing, names[0])
	}
	return thing
}

// Session reports whether the object carries a session credential, and how
// sure that is. Cookies are judged by the origin of their value first, then by
// a constant name; stores and their options always carry one.
func (o *Object) Session() (evidence.Confidence, bool) {
	if o.send.kind != model.Cookie {
		return evidence.Certain, true
	}
	names := o.Names()
	for _, name := range names {
		if slices.Contains(o.opts.IgnoreCookies, name) {
			return 0, false
		}
		if slices.Contains(o.opts.Cookies, name) {
			return evidence.Certain, true
		}
	}
	verdict := saysNothing
	for _, name := range names {
		verdict = max(verdict, judgeName(name, o.opts.Names, o.opts.NotNames))
	}
	value := o.send.set[model.Value]
	switch {
	case verdict == saysOther:
		return 0, false
	case o.credential():
		return evidence.Likely, true
	case verdict == saysCredential && !harmlessValue(value):
		return evidence.Likely, true
	}
	return 0, false
}

func (o *Object) credential() bool {
	for _, a := range o.send.set[model.Value] {
		if a.credential {
			return true
		}
	}
	return false
}

// harmlessValue reports whether the value is a constant text: no credential.
func harmlessValue(vals values) bool {
	for _, a := range vals {
		if a.Kind != text || a.Str == "" {
			return false
		}
	}
	return len(vals) > 0
}

// Deletion reports whether the cookie tells the browser to drop one: a
// lifetime that is over, or no value.
func (o *Object) Deletion() bool {
	if o.send.deletes {
		return true
	}
	if o.send.kind == model.Store {
		return false
	}
	set := &o.send.set
	return all(set[model.MaxAge], func(a Atom) bool { return a.Kind == lasting && a.Int < 0 }) ||
		all(set[model.Expires], func(a Atom) bool { return a.Kind == past || a.Kind == fromNow && a.Int <= 0 }) ||
		o.send.kind == model.Cookie && all(set[model.Value], func(a Atom) bool { return a.Kind == unset || a.Kind == text && a.Str == "" })
}

// MayDelete reports whether some, but not every, path deletes the cookie.
func (o *Object) MayDelete() bool {
	for _, a := range o.send.set[model.MaxAge] {
		if a.Kind == lasting && a.Int < 0 {
			return true
		}
	}
	return false
}

func all(vals values, is func(Atom) bool) bool {
	for _, a := range vals {
		if !is(a) {
			return false
		}
	}
	return len(vals) > 0
}

// Get returns what a setting of the object may be.
func (o *Object) Get(s model.Setting) Answer {
	vals := o.send.set[s]
	if s == model.Secure && o.send.shared && len(vals) == 1 && isDefault(vals[0]) {
		vals = unknownValue("what other packages set", 0, 0) // it depends on the deployment
	}
	if o.send.template != nil && o.inherits() && vals.equal(o.send.template.set[s]) {
		return Answer{object: o, setting: s} // judged in the helper
	}
	return Answer{object: o, setting: s, vals: vals}
}

// isDefault reports a value that nobody wrote down.
func isDefault(a Atom) bool { return a.Kind == unset || a.Library != "" }

// inherits reports whether the helper that sends the cookie already knew what
// it is. A call then decides only what it passes.
func (o *Object) inherits() bool {
	helper := Object{send: o.send.template, engine: o.engine, opts: o.opts}
	_, is := helper.Session()
	return is && helper.Deletion() == o.Deletion()
}

// decides reports whether the object has anything to decide that the helper
// left open.
func (o *Object) decides() bool {
	if o.send.template == nil || !o.inherits() {
		return true
	}
	for s := range o.send.set {
		if model.Setting(s) != model.Value && !o.send.set[s].equal(o.send.template.set[s]) {
			return true
		}
	}
	return false
}

// Steps returns the calls between the object and the place that decides it.
func (o *Object) Steps() []evidence.Step { return o.send.via }

func sortObjects(list []*Object) {
	slices.SortStableFunc(list, func(a, b *Object) int {
		return cmp.Or(cmp.Compare(a.send.pos, b.send.pos), cmp.Compare(a.Subject(), b.Subject()))
	})
}

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
		if v.Kind == unknown || v.Kind == parameter {
			complete = false
			continue
		}
		known = append(known, Value{v, a.object, a.setting})
	}
	return known, complete
}

// Applies reports whether the object has the setting at all.
func (a Answer) Applies() bool { return a.vals != nil }

// Off returns the first value that is false or absent.
func (a Answer) Off() (Value, bool) {
	for _, v := range a.vals {
		if v.Kind == unset || v.Kind == boolean && !v.Bool {
			return Value{v, a.object, a.setting}, true
		}
	}
	return Value{}, false
}

// On reports whether every value is true, or follows the TLS state.
func (a Answer) On() bool {
	return all(a.vals, func(v Atom) bool { return v.Kind == fromTLS || v.Kind == boolean && v.Bool })
}

// FollowsTLS reports whether the value follows the TLS state of the request.
func (a Answer) FollowsTLS() bool { return a.vals.has(fromTLS) }

// Why says what the setting depends on where it is not known.
func (a Answer) Why() string {
	for _, v := range a.vals {
		switch v.Kind {
		case unknown:
			return v.Str
		case parameter:
			return a.object.engine.paramName(v)
		}
	}
	return "something outside the code"
}

func (e *engine) paramName(a Atom) string {
	if a.owner != nil && a.Int >= 0 && int(a.Int) < len(a.owner.Params) {
		return "parameter " + join(a.owner.Params[a.Int].Name(), strings.ReplaceAll(a.Str, "@", ""))
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

// Ended reports a moment that is over, or a negative lifetime.
func (v Value) Ended() bool {
	return v.Kind == past || v.Kind == lasting && v.Int < 0 || v.Kind == fromNow && v.Int <= 0
}

// Default reports that the value is what holds unless configuration says otherwise.
func (v Value) Default() bool { return v.ByDefault }

// Credentials returns the objects that give a session credential to a browser,
// deletions left out; with the option -all-cookies, all cookies that are set.
func (s *Settings) Credentials() []*Object {
	var out []*Object
	for _, o := range s.objects {
		if _, is := o.Session(); (is || o.opts.AllCookies) && !o.Deletion() {
			out = append(out, o)
		}
	}
	return out
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
func (v Value) IsOn() bool { return v.Kind == fromTLS || v.Kind == boolean && v.Bool }

// Confidence says how sure a statement about the object is.
func (o *Object) Confidence() evidence.Confidence {
	c, _ := o.Session()
	return c
}
