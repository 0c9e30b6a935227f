// Package catalogue knows the rules and requirements by name: every item of
// ASVS 4.0.3 chapter V3, the items of 5.0 that correspond to it, and further
// demands, each in our own words with Go code that breaks and that meets it.
//
// The items are written in items/*.md; parse.go says how.
package catalogue

import "slices"

// An Edition is what an item is numbered in.
type Edition string

// The editions that we describe, and the demands that no item of either
// states in full.
const (
	ASVS4   Edition = "4.0.3"
	ASVS5   Edition = "5.0"
	Further Edition = "further"
)

// An Item is one requirement.
type Item struct {
	Edition Edition
	ID      string // "3.3.1", or "S2" of the further demands
	Title   string
	Section string // "V3.3 Session termination"
	Level   int    // the lowest that asks for it
	CWE     []int
	See     []Ref // the same or nearly the same elsewhere
	Aliases []Ref // numbers in drafts and other texts
	Needs   Need  // what a program must have for the item to concern it

	// Proof are the rules whose satisfied sites prove the item: one of each
	// group is needed. Also are rules that can break it and add to the proof
	// but prove nothing alone. Advice does not count: what the item tolerates.
	Proof    []Proof
	Also     []RuleRef
	Advice   []RuleRef
	Question string // the question about the whole program that answers it

	Decided     []string // how far source code decides it
	Scope       string   // what a proof is limited to, if anything
	Description string
	Guide       string
	ByHand      []string // what a human still has to look at
	Bad, Good   string   // Go code
}

// A Ref names an item of an edition, or of another text.
type Ref struct {
	Edition Edition
	ID      string
}

func (r Ref) String() string { return string(r.Edition) + " " + r.ID }

// A Need is what a program must have for an item to concern it.
type Need string

// What items need.
const (
	Session  Need = "session"
	Cookie   Need = "cookie"
	Token    Need = "token"    // that carries its own data
	Login    Need = "login"    // of users
	OAuth    Need = "oauth"    // logins by OAuth, or an authorization server
	OIDC     Need = "oidc"     // logins by OpenID Connect
	Provider Need = "provider" // an identity provider of its own
)

// A Proof is something that must be shown: a satisfied site of one of some
// rules.
type Proof struct {
	From  int // the level from which it must, 0: any
	OneOf []RuleRef
}

// Met reports whether a satisfied site of a rule shows it.
func (p Proof) Met(rule, category string) bool {
	return slices.ContainsFunc(p.OneOf, func(r RuleRef) bool {
		return r.concerns(rule, category) && (len(r.Only) == 0 || slices.Contains(r.Only, category))
	})
}

// A RuleRef is a rule, some of whose categories may be meant.
type RuleRef struct {
	Rule string
	Only []string // categories of satisfied sites that prove something; none: all
	Less []string // categories that are about something else
	Just bool     // whether the categories of Only are the only ones that are not
}

func (r RuleRef) concerns(rule, category string) bool {
	return r.Rule == rule && !slices.Contains(r.Less, category) && (!r.Just || slices.Contains(r.Only, category))
}

// Rules returns the names of the rules that look at the item.
func (i *Item) Rules() []string {
	var names []string
	add := func(list []RuleRef) {
		for _, r := range list {
			if !slices.Contains(names, r.Rule) {
				names = append(names, r.Rule)
			}
		}
	}
	for _, group := range i.Proof {
		add(group.OneOf)
	}
	add(i.Also)
	return names
}

// Concerns reports whether a site of a rule with a category counts for the
// item: as proof, as a gap or as a defect.
func (i *Item) Concerns(rule, category string) bool {
	has := func(r RuleRef) bool { return r.concerns(rule, category) }
	proves := func(p Proof) bool { return slices.ContainsFunc(p.OneOf, has) }
	return !i.Tolerates(rule, category) && (slices.ContainsFunc(i.Also, has) || slices.ContainsFunc(i.Proof, proves))
}

// Tolerates reports whether a site of a rule with a category is only advice
// for the item.
func (i *Item) Tolerates(rule, category string) bool {
	return slices.ContainsFunc(i.Advice, func(r RuleRef) bool { return r.Rule == rule && slices.Contains(r.Only, category) })
}

// Heuristic reports whether the item can at best be found likely to be met:
// whether it applies at a place is guessed from behaviour and names, or needs
// the whole program.
func (i *Item) Heuristic() bool {
	return slices.ContainsFunc(i.Decided, func(d string) bool { return d == "app" || d == "heuristic" || d == "no" })
}

// Manual reports whether nothing in source code decides the item.
func (i *Item) Manual() bool { return slices.Contains(i.Decided, "no") }

// Ref returns the number of the item with its edition.
func (i *Item) Ref() Ref { return Ref{i.Edition, i.ID} }
