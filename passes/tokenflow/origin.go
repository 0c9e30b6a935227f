package tokenflow

import (
	"go/token"
	"math"

	"golang.org/x/tools/go/ssa"

	"github.com/sessionlint/sessionlint/internal/evidence"
)

// A Kind says where a value comes from.
type Kind uint8

const (
	Unknown    Kind = iota // Text says which expression
	Strong                 // a cryptographic generator; Bits
	Weak                   // guessable; Text names the source
	Fixed                  // written in the code; Text is the constant
	Env                    // the environment; Text is the variable
	Config                 // a flag or configuration file
	Query                  // the URL query of the request; Text is the parameter
	Form                   // a form value that may come from the query
	PostForm               // a form value of the body only
	Path                   // a path parameter
	Header                 // a request header; Text is how people call it
	Headers                // all request headers
	Cookie                 // a cookie of the request; Text is its name
	Body                   // the request body
	URL                    // the whole request URL, query included
	Request                // the whole request
	Signed                 // a signed, self-contained token
	SessionID              // the ID of a session
	ThirdParty             // a token that an identity provider issued
	Identity               // an attribute of a user
	Keyed                  // output of a keyed function: nobody without the key can make it
	Public                 // the public half of a key pair
	Secret                 // what the code around it treats as a credential; Text is its name
	param                  // parameter number Param of the function it belongs to
)

// FromRequest reports whether the client chose the value.
func (k Kind) FromRequest() bool { return k >= Query && k <= Request }

// An Origin is one place that a value may come from.
type Origin struct {
	Kind Kind
	Text string
	// Bits of entropy of a Strong value; +Inf where they are not known.
	Bits amount
	// perChar is how many bits one byte of the text form carries.
	perChar float64
	// Hashed: the value went through a hash without a key.
	Hashed bool
	// Short: at most the first 8 bytes are left.
	Short bool
	// Chosen: the call at Call chose how many bits there are.
	Chosen bool
	// Judged: whoever made the value is judged for its bits itself.
	Judged bool
	// Via is the function of another package that returned it.
	Via string
	// Setting is the name of the setting whose default a constant is, where
	// another package takes it from.
	Setting string
	// Kept is how many characters of a parameter are left; 0: all.
	Kept int

	Param int
	Path  string // below a parameter
	open  bool   // an Unknown that only says that others may write there, too
	owner *ssa.Function

	Pos, End token.Pos     // the expression of this package that brings it in
	Call     evidence.Step // the call in the function that uses it, if that is another one
	Steps    []evidence.Step
}

// IsParam reports whether the value is a parameter of the function that it is
// used in, or something inside of one, which its callers choose: parameter
// Param, counted with the receiver.
func (o Origin) IsParam() bool { return o.Kind == param }

func (o Origin) key() originKey {
	return originKey{o.Kind, o.Text, o.Bits, o.Hashed, o.Short, o.Kept, o.Param, o.Path, o.owner}
}

type originKey struct {
	kind          Kind
	text          string
	bits          amount
	hashed, short bool
	kept          int
	param         int
	path          string
	owner         *ssa.Function
}

// origins is a set in order of discovery.
type origins []Origin

// maxOrigins bounds a set; past it nothing is known.
const maxOrigins = 16

func (s origins) with(more ...Origin) origins {
	out := s[:len(s):len(s)]
next:
	for _, m := range more {
		for _, have := range out {
			if have.key() == m.key() {
				continue next
			}
		}
		if len(out) == maxOrigins {
			return origins{{Kind: Unknown, Text: "too many sources"}}
		}
		out = append(out, m)
	}
	return out
}

func (s origins) each(f func(Origin) Origin) origins {
	out := make(origins, 0, len(s))
	for _, o := range s {
		out = out.with(f(o))
	}
	return out
}

func unknown(text string) origins { return origins{{Kind: Unknown, Text: text}} }

// An amount of bits: Base, and Each for every unit of parameter Param of the
// function it belongs to. The length of a generator is usually its caller's
// choice.
type amount struct {
	Base, Each float64
	Param      int
}

func bits(n float64) amount { return amount{Base: n} }

func noLimit() amount { return bits(math.Inf(1)) }

// Known reports whether the amount is a number.
func (a amount) Known() bool { return a.Each == 0 && !math.IsInf(a.Base, 0) && !math.IsNaN(a.Base) }

func (a amount) plus(b amount) amount {
	switch {
	case a.Each != 0 && b.Each != 0 && a.Param != b.Param:
		return noLimit()
	case a.Each == 0:
		a.Param = b.Param
	}
	return amount{a.Base + b.Base, a.Each + b.Each, a.Param}
}

func (a amount) times(f float64) amount { return amount{a.Base * f, a.Each * f, a.Param} }

// atMost caps a known amount; an unknown one is what is left after the cap.
func (a amount) atMost(b amount) amount {
	switch {
	case a.Known() && b.Known():
		return bits(math.Min(a.Base, b.Base))
	case math.IsInf(a.Base, 1):
		return b
	}
	return a
}

// concat is the origin of values joined to one text. What one part makes
// unguessable stays so.
func concat(parts ...origins) origins {
	var out origins
	var strong *origins
	var total amount
	for i, part := range parts {
		if isStrong(part) {
			total = total.plus(part[0].Bits)
			if strong == nil {
				strong = &parts[i]
			}
		}
	}
	if strong != nil {
		return strong.each(func(o Origin) Origin { o.Bits = total; return o })
	}
	for _, part := range parts {
		out = out.with(part...)
	}
	return withoutFixed(out)
}

func isStrong(part origins) bool {
	for _, o := range part {
		if o.Kind != Strong && o.Kind != Keyed {
			return false
		}
	}
	return len(part) > 0
}

// withoutFixed drops constants beside something that is not constant.
func withoutFixed(set origins) origins {
	var out origins
	for _, o := range set {
		if o.Kind != Fixed {
			out = append(out, o)
		}
	}
	if len(out) == 0 {
		return set
	}
	return out
}
