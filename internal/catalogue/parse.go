package catalogue

import (
	"embed"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// files are the items. Each file begins with its edition. An item is a heading
// with its number and title, fields, a paragraph or more that describe it, and
// the sections How, By hand, Bad and Good, of which it may borrow those that
// it lacks from the item that the field like names.
//
//go:embed items/*.md
var files embed.FS

// Items returns the items of all editions in the order of the files.
func Items() ([]*Item, error) {
	var all []*Item
	like := make(map[*Item]string)
	for _, name := range []string{"asvs4", "asvs5", "further"} {
		text, err := files.ReadFile("items/" + name + ".md")
		if err != nil {
			return nil, err
		}
		items, err := parseFile(string(text), like)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, items...)
	}
	for _, item := range all {
		if err := borrow(all, item, like); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Of returns the items of an edition up to a level.
func Of(all []*Item, edition Edition, level int) []*Item {
	return slices.DeleteFunc(slices.Clone(all), func(i *Item) bool { return i.Edition != edition || i.Level > level })
}

func parseFile(text string, like map[*Item]string) ([]*Item, error) {
	head, rest, _ := strings.Cut("\n"+text, "\n# ")
	edition, ok := strings.CutPrefix(strings.TrimSpace(head), "edition: ")
	if !ok {
		return nil, errors.New("want the edition at the top")
	}
	var items []*Item
	for _, part := range strings.Split(rest, "\n# ") {
		item := &Item{Edition: Edition(edition)}
		if err := item.parse(part, like); err != nil {
			return nil, fmt.Errorf("item %s: %w", item.ID, err)
		}
		items = append(items, item)
	}
	return items, nil
}

func (i *Item) parse(text string, like map[*Item]string) error {
	heading, text, _ := strings.Cut(text, "\n")
	i.ID, i.Title, _ = strings.Cut(heading, " ")
	parts := strings.Split(text, "\n## ")
	fields, description, _ := strings.Cut(strings.TrimSpace(parts[0]), "\n\n")
	i.Description = paragraphs(description)
	for line := range strings.Lines(fields) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if name == "like" {
			like[i] = value
		} else if err := i.field(name, value); err != nil {
			return err
		}
	}
	for _, part := range parts[1:] {
		title, body, _ := strings.Cut(part, "\n")
		switch title {
		case "How":
			i.Guide = paragraphs(body)
		case "By hand":
			i.ByHand = bullets(body)
		case "Bad":
			i.Bad = code(body)
		case "Good":
			i.Good = code(body)
		default:
			return fmt.Errorf("unknown section %q", title)
		}
	}
	return nil
}

func (i *Item) field(name, value string) (err error) {
	switch name {
	case "section":
		i.Section = value
	case "level":
		i.Level, err = strconv.Atoi(value)
	case "cwe":
		for _, text := range strings.Split(value, ", ") {
			n, convErr := strconv.Atoi(text)
			i.CWE, err = append(i.CWE, n), errors.Join(err, convErr)
		}
	case "see":
		i.See = refs(value)
	case "alias":
		i.Aliases = refs(value)
	case "needs":
		i.Needs = Need(value)
	case "proof":
		for _, group := range strings.Split(value, ", ") {
			group, from, _ := strings.Cut(group, "@")
			level, _ := strconv.Atoi(from)
			i.Proof = append(i.Proof, Proof{From: level, OneOf: ruleRefs(group, " | ")})
		}
	case "also":
		i.Also = ruleRefs(value, ", ")
	case "advice":
		i.Advice = ruleRefs(value, ", ")
	case "question":
		i.Question = value
	case "decided":
		i.Decided = strings.Split(value, ", ")
	case "scope":
		i.Scope = value
	default:
		return fmt.Errorf("unknown field %q", name)
	}
	return err
}

// borrow completes an item from the one that it is like.
func borrow(all []*Item, i *Item, like map[*Item]string) error {
	if like[i] == "" {
		return nil
	}
	at := slices.IndexFunc(all, func(o *Item) bool { return o.Ref().String() == like[i] })
	if at < 0 || like[all[at]] != "" {
		return fmt.Errorf("item %s is like %s, which is none to borrow from", i.Ref(), like[i])
	}
	from := all[at]
	if i.Guide == "" {
		i.Guide = from.Guide
	}
	if i.ByHand == nil {
		i.ByHand = from.ByHand
	}
	if i.Bad == "" {
		i.Bad, i.Good = from.Bad, from.Good
	}
	if i.Scope == "" {
		i.Scope = from.Scope
	}
	return nil
}
