package settings

import (
	"slices"
	"strings"
	"time"

	"github.com/sessionlint/sessionlint/internal/model"
)

// meaning translates what a field holds into what the setting means.
func meaning(f model.Field, vals values, library string) values {
	return vals.each(func(a Atom) Atom {
		if a.meant {
			return a
		}
		a.meant = true
		if isZero(a) && f.Zero.Is != model.Unset {
			d := defaultAtom(f.Zero, library)
			d.Pos, d.End, d.at = a.Pos, a.End, a.at
			return d
		}
		switch f.Form {
		case model.Inverted:
			return a.not()
		case model.Seconds:
			return lasts(a, time.Second)
		case model.Minutes:
			return lasts(a, time.Minute)
		case model.Nanos:
			return lasts(a, time.Nanosecond)
		case model.Word:
			return spelled(a, f)
		case model.IfTLS:
			if a.Kind == boolean && a.Bool {
				a.Kind = fromTLS
			}
		case model.Lookup:
			return cookieOfLookup(a)
		case model.Wrapped:
			if a.Kind != unset {
				return Atom{Kind: unknown, Str: noCookie, Pos: a.Pos, End: a.End} // no option for cookies that we know
			}
		case model.Backend:
			return backend(a, f)
		default:
			if f.Setting == model.SameSite {
				return sameSite(a)
			}
		}
		return a
	})
}

func isZero(a Atom) bool {
	switch a.Kind {
	case unset:
		return true
	case boolean:
		return !a.Bool
	case integer:
		return a.Int == 0
	case text:
		return a.Str == ""
	}
	return false
}

func lasts(a Atom, unit time.Duration) Atom {
	if a.Kind == integer {
		a.Kind, a.Int = lasting, saturated(a.Int, int64(unit))
		if a.Int == 0 {
			a.Kind, a.Str = unset, "0"
		}
	}
	return a
}

func saturated(n, unit int64) int64 {
	const most = int64(1<<63 - 1)
	switch {
	case n > 0 && n > most/unit:
		return most
	case n < 0:
		return -1
	}
	return n * unit
}

func spelled(a Atom, f model.Field) Atom {
	if a.Kind != text {
		return a
	}
	for _, w := range f.Words {
		if strings.EqualFold(w.Text, a.Str) {
			if w.Means == "" {
				a.Kind = unset
			}
			a.Str = w.Means
			return a
		}
	}
	if f.Zero.Is == model.Text {
		a.Str = f.Zero.Text
		return a
	}
	return Atom{Kind: unset, Pos: a.Pos, End: a.End}
}

// backend tells by the type of an object whether the setting is on: it is,
// but for the types that the field lists.
func backend(a Atom, f model.Field) Atom {
	if a.Kind == object {
		a.Kind, a.Bool = boolean, !slices.ContainsFunc(f.Words, func(w model.Spelling) bool { return w.Text == a.Str })
		a.Str = ""
	}
	return a
}

func cookieOfLookup(a Atom) Atom {
	if a.Kind != text {
		return a
	}
	source, name, _ := strings.Cut(a.Str, ":")
	if source == "header" {
		return Atom{Kind: unknown, Str: noCookie, Pos: a.Pos, End: a.End}
	}
	a.Str = name // whatever it is read from, it is also sent as a cookie
	return a
}

// noCookie is why a session has no cookie name: it has no cookie.
const noCookie = "a lookup that is no cookie"

// sameSite names the numbers of http.SameSite.
func sameSite(a Atom) Atom {
	if a.Kind != integer {
		return a
	}
	switch a.Int {
	case 2:
		a.Kind, a.Str = text, "Lax"
	case 3:
		a.Kind, a.Str = text, "Strict"
	case 4:
		a.Kind, a.Str = text, "None"
	default:
		a.Kind, a.Str = unset, "SameSiteDefaultMode"
	}
	return a
}

func defaultAtom(d model.Default, library string) Atom {
	a := Atom{Library: library, meant: true}
	switch d.Is {
	case model.On, model.Off:
		a.Kind, a.Bool = boolean, d.Is == model.On
	case model.Text:
		a.Kind, a.Str = text, d.Text
	case model.Lasts:
		a.Kind, a.Int = lasting, int64(d.Dur)
	case model.FromTLS:
		a.Kind = fromTLS
	case model.Elsewhere:
		a.Kind, a.Str = unknown, d.Note
		if a.Str == "" {
			a.Str = "what " + library + " decides"
		}
	}
	return a
}
