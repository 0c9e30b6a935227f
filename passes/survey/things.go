package survey

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/model"
	"github.com/sessionlint/sessionlint/passes/bearer"
	"github.com/sessionlint/sessionlint/passes/settings"
)

// A surveyor surveys one package.
type surveyor struct {
	pass    *analysis.Pass
	skipped func(token.Pos) bool
	out     *Survey
	fresh   map[*types.Func]string // functions that look at the age of a login, and at what
	readers map[*types.Func]int    // functions that read a cookie, and which parameter names it

	believed map[string]bool // cookies that say who somebody is, whatever their names
}

// counts reports whether what is at a place counts: for rules, it would.
func (v *surveyor) counts(pos token.Pos) bool { return pos.IsValid() && !v.skipped(pos) }

// objects lists the cookies and stores that carry a session.
func (v *surveyor) objects() {
	for _, o := range settings.Of(v.pass).Objects() {
		if _, is := o.Session(); !is && !o.Deletion() || !v.counts(o.Pos()) { // of what it ends a session, its name tells
			continue
		}
		thing := &Thing{Ranger: o, Kind: "cookie", Library: o.Library(), Ends: o.Deletion()}
		if o.Kind() != model.Cookie {
			thing.Kind = "session store"
		}
		switch o.SessionKind() {
		case model.ServerSession:
			thing.Kept = "server"
		case model.ClientSession:
			thing.Kept = "cookie"
		case model.JWTSession:
			thing.Kept = "token"
		}
		for _, s := range []model.Setting{
			model.Secure, model.HTTPOnly, model.SameSite, model.Path, model.Domain, model.MaxAge, model.Expires, model.AbsoluteTimeout, model.IdleTimeout,
		} {
			protects := s == model.Secure || s == model.HTTPOnly || s == model.SameSite
			if text := inWords(o.Get(s), protects && thing.Kind == "cookie"); text != "" {
				thing.Settings = append(thing.Settings, Setting{s.String(), text})
			}
		}
		v.named(thing, o.Names())
	}
}

// named lists a thing under each of its names: a helper may be for several.
func (v *surveyor) named(thing *Thing, names []string) {
	if len(names) == 0 {
		names = []string{""}
	}
	for _, name := range names {
		one := *thing
		one.Name = name
		v.out.Things = append(v.out.Things, &one)
	}
}

// inWords says what a setting may be; "" if the thing does not have it, or has
// what nobody has set, unless that is worth a word.
func inWords(a settings.Answer, always bool) string {
	if !a.Applies() {
		return ""
	}
	known, complete := a.Values()
	var list []string
	for _, value := range known {
		switch how := value.How(); {
		case how == "never set" && !always:
		case how == "":
			list = append(list, "empty")
		default:
			list = append(list, how)
		}
	}
	if !complete {
		list = append(list, "depends on "+a.Why())
	}
	return strings.Join(list, " or ")
}

// tokens lists the tokens that carry their own data.
func (v *surveyor) tokens() {
	tokens := bearer.Of(v.pass)
	for _, m := range tokens.Mints() {
		if !v.counts(m.Pos()) {
			continue
		}
		thing := &Thing{Ranger: m, Kind: "signed token", Library: m.Library, Kept: "token"}
		if m.Algorithm != "" {
			thing.Settings = append(thing.Settings, Setting{"Algorithm", m.Algorithm})
		}
		thing.Settings = append(thing.Settings, Setting{"Expiry", expiry(m)})
		if len(m.Names) > 0 {
			thing.Settings = append(thing.Settings, Setting{"Claims", strings.Join(m.Names, ", ")})
		}
		v.out.Things = append(v.out.Things, thing)
	}
	for _, p := range tokens.Parses() {
		if v.counts(p.Pos()) {
			v.out.Events = append(v.out.Events, Event{Ranger: p, What: "read", Library: p.Library})
		}
	}
}

func expiry(m *bearer.Mint) string {
	switch m.Expiry {
	case bearer.NoExpiry:
		return "none"
	case bearer.MayExpire:
		return "on some paths only"
	}
	for _, life := range m.Lives {
		if life.Known && !life.Zero && m.Expiry == bearer.Expires {
			return settings.Lifetime(life.D)
		}
	}
	if m.Expiry == bearer.Expires {
		return "set"
	}
	return "not known"
}
