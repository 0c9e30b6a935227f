package assess

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/report"
)

// A Thing is a cookie, a session store or a token of the program, with what
// happens to it.
type Thing struct {
	Kind     string         `json:"kind"`
	Name     string         `json:"name,omitempty"`
	Library  string         `json:"library,omitempty"`
	Kept     string         `json:"kept,omitempty"` // where the session is: server, cookie or token
	Settings []Setting      `json:"settings"`
	Issued   []report.Range `json:"issued"`
	Read     []report.Range `json:"read"`
	Renewed  []report.Range `json:"renewed"`
	Ended    []report.Range `json:"ended"`

	Ends bool `json:"-"` // it is told to go away where it is issued
}

// A Setting is a property of a thing, in words.
type Setting struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// An Event happens to the sessions of a library, or to a cookie of a name.
type Event struct {
	What, Library, Cookie string
	Session               bool // the cookie is by its name one of a session
	Range                 report.Range
}

// A Route is a route with what stands in front of it.
type Route struct {
	Method     string       `json:"method,omitempty"` // "": any, or not known
	Path       string       `json:"path"`
	Handler    string       `json:"handler,omitempty"`
	Middleware []string     `json:"middleware,omitempty"`
	Guard      string       `json:"guard,omitempty"` // "": none was seen
	Why        string       `json:"why"`
	Fresh      string       `json:"fresh,omitempty"` // what asks for a recent login or another proof, "": nothing was seen
	Range      report.Range `json:"range"`
}

// A Place is a place that may answer the question of an item.
type Place struct {
	Question string       `json:"-"`
	Text     string       `json:"text"`
	Range    report.Range `json:"range"`
}

// sessions joins what the packages have: one row for things that are alike.
func sessions(things []*Thing, events []Event) []*Thing {
	rows := []*Thing{}
	for _, t := range things {
		if t.Ends {
			continue
		}
		i := slices.IndexFunc(rows, func(r *Thing) bool { return r.alike(t) || r.same(t) })
		if i < 0 {
			i = len(rows)
			rows = append(rows, newThing(t))
		}
		rows[i].join(t)
	}
	for _, t := range things {
		if t.Ends && t.Name != "" {
			events = append(events, Event{What: "ended", Cookie: t.Name, Range: t.Issued[0]})
		}
	}
	for _, e := range events { // cookies that are set elsewhere: by a front end, by another program
		if e.Session && !slices.ContainsFunc(rows, func(r *Thing) bool { return r.Name == e.Cookie }) {
			rows = append(rows, newThing(&Thing{Kind: "cookie", Name: e.Cookie}))
		}
	}
	for _, e := range events {
		for _, r := range rows {
			if e.Cookie != "" && e.Cookie == r.Name || e.Cookie == "" && e.Library != "" && e.Library == r.Library {
				r.happen(e)
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b *Thing) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Library, b.Library))
	})
	return rows
}

// newThing returns a row for what is like a thing.
func newThing(t *Thing) *Thing {
	return &Thing{
		Kind: t.Kind, Name: t.Name, Library: t.Library, Kept: t.Kept, Settings: []Setting{},
		Issued: []report.Range{}, Read: []report.Range{}, Renewed: []report.Range{}, Ended: []report.Range{},
	}
}

func (t *Thing) alike(o *Thing) bool {
	return t.Kind == o.Kind && t.Name == o.Name && t.Library == o.Library && t.Kept == o.Kept && slices.Equal(t.Settings, o.Settings) // in one order
}

// same reports whether two descriptions are of one thing: cookies of one name,
// or a helper that knows some of its settings, and its callers the others.
func (t *Thing) same(o *Thing) bool {
	if t.Kind == "cookie" && o.Kind == "cookie" && t.Name == o.Name && t.Name != "" {
		return true
	}
	return t.Kind == o.Kind && t.Name == o.Name && t.Library == o.Library && slices.ContainsFunc(t.Issued, func(r report.Range) bool {
		return r.File == o.Issued[0].File && r.Start == o.Issued[0].Start
	})
}

// join adds what another description says.
func (t *Thing) join(o *Thing) {
	for _, s := range o.Settings {
		i := slices.IndexFunc(t.Settings, func(own Setting) bool { return own.Name == s.Name })
		switch {
		case i < 0:
			t.Settings = append(t.Settings, s)
		case !strings.Contains(t.Settings[i].Value, s.Value):
			t.Settings[i].Value += " or " + s.Value
		}
	}
	for _, r := range o.Issued {
		if !slices.ContainsFunc(t.Issued, func(own report.Range) bool { return own.File == r.File && own.Start == r.Start }) {
			t.Issued = append(t.Issued, r)
		}
	}
}

func (t *Thing) happen(e Event) {
	list := &t.Read
	switch e.What {
	case "issued":
		list = &t.Issued
	case "renewed":
		list = &t.Renewed
	case "ended":
		list = &t.Ended
	}
	*list = append(*list, e.Range)
}

// Label names a thing.
func (t *Thing) Label() string {
	label := t.Kind
	if t.Name != "" {
		label += fmt.Sprintf(" %q", t.Name)
	}
	if t.Library != "" && t.Kind != "cookie" {
		label += " of " + t.Library
	}
	return report.Escape(label)
}

// Stages are the four stages in the life of a thing.
func (t *Thing) Stages() []Stage {
	return []Stage{{"issued", t.Issued}, {"read", t.Read}, {"renewed", t.Renewed}, {"ended", t.Ended}}
}

// A Stage is one stage of a life, with its places.
type Stage struct {
	Name   string
	Places []report.Range
}

// maxPlaces bounds how many places of one stage are listed in print.
const maxPlaces = 8

// List names the places of a stage.
func (s Stage) List() string {
	if len(s.Places) == 0 {
		return "not seen"
	}
	var list []string
	for _, r := range s.Places[:min(len(s.Places), maxPlaces)] {
		if p := place(r); !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	if n := len(s.Places) - maxPlaces; n > 0 {
		list = append(list, fmt.Sprintf("and %d more", n))
	}
	return strings.Join(list, ", ")
}

// Describe names the settings of a thing.
func (t *Thing) Describe() string {
	var list []string
	for _, s := range t.Settings {
		list = append(list, s.Name+" "+s.Value)
	}
	return report.Escape(strings.Join(list, "; "))
}

// Name is the method and path of a route.
func (r Route) Name() string { return strings.TrimSpace(r.Method + " " + r.Path) }

// Called names the handler of a route.
func (r Route) Called() string {
	if r.Handler == "" {
		return "not followed"
	}
	return r.Handler
}

// Guarded says what stands in front of a route.
func (r Route) Guarded() string {
	if r.Guard == "" {
		return r.Why
	}
	return r.Guard + ": " + r.Why
}

// Freshness says what asks for a recent login or another proof.
func (r Route) Freshness() string {
	if r.Fresh == "" {
		return "not seen"
	}
	return r.Fresh
}

// Covered counts the routes with a guard, and those that ask for a fresh proof.
func (a *Assessment) Covered() string {
	guarded, fresh := 0, 0
	for _, r := range a.Routes {
		if r.Guard != "" {
			guarded++
		}
		if r.Fresh != "" {
			fresh++
		}
	}
	return fmt.Sprintf("Of %d routes, %d are seen to have a guard in front, and %d to ask for a recent login or another proof.", len(a.Routes), guarded, fresh)
}
