package tokenflow

import (
	"go/ast"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/words"
)

// AcceptsInURL names a package that accepts credentials in the query of a URL:
// this one, or one that it imports, by whatever way; or "".
func (f *Flows) AcceptsInURL() string { return f.accepts }

// Endpoint reports whether a function reads parameters of its own from the URL
// or form and none that is a credential: it answers one address, and what other
// addresses accept is not in its URL.
func (f *Flows) Endpoint(function string) bool {
	reads := false
	for _, r := range f.reads {
		if r.Function != function || r.Origin.Kind != Query && r.Origin.Kind != Form {
			continue
		}
		if IsCredential(r.Origin.Text) {
			return false
		}
		reads = true
	}
	return reads
}

// Formats returns the parts of requests that the formats of access logs name.
func (f *Flows) Formats() []Use { return f.formats }

// accepting returns the name of a package that accepts credentials in URLs.
func (f *Flows) accepting() string {
	if acceptsHere(f) {
		return f.pass.Pkg.Name()
	}
	for _, imported := range f.pass.Pkg.Imports() {
		fact := new(OwnFact)
		if f.pass.ImportPackageFact(imported, fact) && fact.Accepts != "" {
			return fact.Accepts
		}
	}
	return ""
}

func acceptsHere(f *Flows) bool {
	return slices.ContainsFunc(f.reads, Read.AcceptsCredential) ||
		slices.ContainsFunc(f.lookups, func(l Lookup) bool { return l.Text == "" || IsCredential(l.Text) })
}

// AcceptsCredential reports whether a credential is accepted from the URL.
func (r Read) AcceptsCredential() bool {
	o := r.Origin
	if o.Kind != Query && o.Kind != Form && o.Kind != Path || !IsCredential(o.Text) || Opposes(r.Function) || r.Consumed || confirms(r.Owner) {
		return false
	}
	return r.Verified || NamesCredential(o.Text) || AuthFunction(r.Function) || r.besideHeader()
}

// confirms reports whether a type handles links that are sent to people, who
// confirm by them that an address or a phone is theirs.
func confirms(typeName string) bool {
	return has(words.Split(typeName), "verify", "verification", "confirm", "confirmation", "reset", "invite", "invitation", "magic", "activation", "telegram")
}

// besideHeader reports whether the function also looks where credentials
// belong: it finds out who sends the request.
func (r Read) besideHeader() bool {
	for _, o := range r.Others {
		if o.Kind == Header && SecretHeader(o.Text) || o.Kind == Cookie && IsCookieCredential(o.Text) {
			return true
		}
	}
	return false
}

// accessFormats finds texts like "${ip} ${header:Authorization}", which is how
// echo, fiber and their kin spell what an access log consists of.
func (e *engine) accessFormats() []Use {
	var out []Use
	for _, file := range e.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			pair, ok := n.(*ast.KeyValueExpr)
			if !ok {
				return true
			}
			if key, ok := pair.Key.(*ast.Ident); !ok || !strings.HasSuffix(key.Name, "Format") {
				return true
			}
			if text, ok := e.syntax.constant(pair.Value); ok {
				if set := formatParts(text); len(set) > 0 {
					out = append(out, Use{Node: pair.Value, Place: InLog, What: "access log", Origins: set})
				}
			}
			return true
		})
	}
	return out
}

func formatParts(text string) []Origin {
	var out []Origin
	for _, part := range strings.Split(text, "${")[1:] {
		tag, _, ok := strings.Cut(part, "}")
		if !ok {
			continue
		}
		source, name, _ := strings.Cut(tag, ":")
		switch source {
		case "header", "reqHeader", "respHeader":
			out = append(out, Origin{Kind: Header, Text: name})
		case "reqHeaders":
			out = append(out, Origin{Kind: Headers})
		case "cookie":
			out = append(out, Origin{Kind: Cookie, Text: name})
		case "query":
			out = append(out, Origin{Kind: Query, Text: name})
		case "form":
			out = append(out, Origin{Kind: Form, Text: name})
		}
	}
	return out
}
