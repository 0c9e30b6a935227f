package settings

import (
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/passes/calls"
)

// standard evaluates functions of the standard library whose meaning is part
// of the language for our purpose: moments, durations, letter case. It returns
// nil for the others.
func (e *engine) standard(name string, args []ssa.Value) values {
	switch name {
	case "time.Now":
		return values{{Kind: fromNow}}
	case "(time.Time).Add":
		return e.combine(args, func(a Atom, b Atom) Atom {
			if a.Kind == fromNow && b.Kind == integer {
				return Atom{Kind: fromNow, Int: a.Int + b.Int, ByDefault: b.ByDefault}
			}
			return unresolved(a, b)
		})
	case "(time.Time).AddDate":
		return e.addDate(args)
	case "(time.Time).UTC", "(time.Time).Local", "(time.Time).Round", "(time.Time).Truncate", "(time.Time).In":
		return e.eval(args[0])
	case "time.Unix", "time.UnixMilli":
		return e.eval(args[0]).each(func(a Atom) Atom {
			if a.Kind == integer && a.Int < longAgo || a.Kind == unset {
				return Atom{Kind: past}
			}
			return Atom{Kind: unknown, Str: "a fixed moment"}
		})
	case "time.Date":
		return e.eval(args[0]).each(func(a Atom) Atom {
			if a.Kind == integer && a.Int < 2020 {
				return Atom{Kind: past}
			}
			return Atom{Kind: unknown, Str: "a fixed moment"}
		})
	case "(time.Duration).Seconds":
		return e.eval(args[0]).each(scaled(int64(time.Second)))
	case "(time.Duration).Minutes":
		return e.eval(args[0]).each(scaled(int64(time.Minute)))
	case "(time.Duration).Hours":
		return e.eval(args[0]).each(scaled(int64(time.Hour)))
	case "(time.Duration).Milliseconds":
		return e.eval(args[0]).each(scaled(int64(time.Millisecond)))
	case "strings.ToLower":
		return e.mapText(args[0], strings.ToLower)
	case "strings.ToUpper":
		return e.mapText(args[0], strings.ToUpper)
	case "strings.TrimSpace":
		return e.mapText(args[0], strings.TrimSpace)
	case "strings.HasPrefix", "strings.EqualFold":
		return e.aboutTLS(args)
	case "fmt.Sprintf":
		return e.sprintf(args)
	}
	return nil
}

// longAgo is a Unix time in seconds that no cookie of today can expire at.
const longAgo = 1_500_000_000

func unresolved(atoms ...Atom) Atom {
	for _, a := range atoms {
		if a.open() && a.Str != "" {
			return Atom{Kind: unknown, Str: a.Str}
		}
	}
	return Atom{Kind: unknown, Str: "a computed value"}
}

func scaled(unit int64) func(Atom) Atom {
	return func(a Atom) Atom {
		if a.Kind == integer {
			a.Int /= unit
			return a
		}
		if a.Kind == unset {
			return a
		}
		return unresolved(a)
	}
}

// combine folds two arguments over all their values.
func (e *engine) combine(args []ssa.Value, f func(a, b Atom) Atom) values {
	var out values
	for _, a := range e.eval(args[0]) {
		for _, b := range e.eval(args[1]) {
			out = out.with(f(a, b))
		}
	}
	return out
}

func (e *engine) addDate(args []ssa.Value) values {
	days := [...]int64{365, 30, 1}
	var total int64
	for i, unit := range days {
		vals := e.eval(args[1+i])
		if len(vals) != 1 || vals[0].Kind != integer {
			return values{unresolved(vals...)}
		}
		total += vals[0].Int * unit * 24 * int64(time.Hour)
	}
	return e.eval(args[0]).each(func(a Atom) Atom {
		if a.Kind == fromNow {
			return Atom{Kind: fromNow, Int: a.Int + total}
		}
		return unresolved(a)
	})
}

func (e *engine) mapText(v ssa.Value, f func(string) string) values {
	return e.eval(v).each(func(a Atom) Atom {
		if a.Kind == text {
			a.Str = f(a.Str)
		}
		return a
	})
}

// aboutTLS: asking whether an address begins with https.
func (e *engine) aboutTLS(args []ssa.Value) values {
	for _, arg := range args {
		for _, a := range e.eval(arg) {
			if a.Kind == text && isHTTPS(a.Str) && !a.ByDefault {
				return values{{Kind: fromTLS}}
			}
		}
	}
	return unknownValue("a text comparison", 0, 0)
}

func (e *engine) sprintf(args []ssa.Value) values {
	format := e.eval(args[0])
	if len(format) != 1 || format[0].Kind != text {
		return unknownValue("a formatted text", 0, 0)
	}
	parts := strings.Split(format[0].Str, "%")
	if len(parts) == 1 {
		return format
	}
	var elems []ssa.Value
	if len(args) > 1 {
		elems = calls.Elements(args[1])
	}
	return e.format(format[0].Str, elems)
}

// format fills %s, %v and %d verbs with constants; what is not constant becomes
// an ellipsis in a text that is known not to be empty.
func (e *engine) format(format string, elems []ssa.Value) values {
	var b strings.Builder
	exact, literal := true, false
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			b.WriteByte(format[i])
			literal = true
			continue
		}
		i++
		if format[i] == '%' {
			b.WriteByte('%')
			continue
		}
		for i < len(format)-1 && strings.IndexByte("+-# 0123456789.", format[i]) >= 0 {
			i++
		}
		if len(elems) > 0 {
			if s, ok := e.oneText(elems[0]); ok {
				b.WriteString(s)
				elems = elems[1:]
				continue
			}
			elems = elems[1:]
		}
		exact = false
		b.WriteString("…")
	}
	switch {
	case exact:
		return values{{Kind: text, Str: b.String()}}
	case literal:
		return values{{Kind: someText, Str: b.String()}}
	}
	return unknownValue("a formatted text", 0, 0)
}

func (e *engine) oneText(v ssa.Value) (string, bool) {
	vals := e.eval(v)
	if len(vals) == 1 && vals[0].Kind == text {
		return vals[0].Str, true
	}
	return "", false
}
