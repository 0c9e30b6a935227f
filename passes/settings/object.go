package settings

import (
	"cmp"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/order"
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
		if len(o.send.offered) == 0 {
			names = names[:1]
		}
		quoted := make([]string, len(names))
		for i, name := range names {
			quoted[i] = strconv.Quote(name)
		}
		return thing + " " + strings.Join(quoted, " or ") // a helper may be for several
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
	if slices.ContainsFunc(vals, o.engine.decidedByCallers) {
		return Answer{object: o, setting: s} // judged at the calls
	}
	return Answer{object: o, setting: s, vals: vals}
}

// decidedByCallers reports whether a value is a parameter of a function that
// only this package can call, and does.
func (e *engine) decidedByCallers(a Atom) bool {
	if a.Kind != parameter || a.owner == nil || isExported(a.owner) || len(e.callers(a.owner)) == 0 {
		return false
	}
	return e.onlyCalled(a.owner)
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

func sortObjects(fset *token.FileSet, list []*Object) {
	slices.SortStableFunc(list, func(a, b *Object) int {
		return cmp.Or(order.Places(fset, a.send.pos, b.send.pos), cmp.Compare(a.Subject(), b.Subject()))
	})
}

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

// Confidence says how sure a statement about the object is.
func (o *Object) Confidence() evidence.Confidence {
	if c, is := o.Session(); is {
		return c
	}
	return evidence.Certain // a cookie of any kind, as -all-cookies asks for
}
