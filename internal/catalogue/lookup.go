package catalogue

import (
	"fmt"
	"slices"
	"strings"
)

// Find returns the items that go by a name: a number, with or without its
// edition or a V in front ("7.4.1", "V3.4.1", "5.0 3.3.1"); a weakness
// ("CWE-613"); or a rule. Where a number is of one edition only by its alias,
// it is found if no item has it.
func Find(all []*Item, name string) []*Item {
	id := strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(name)), "ASVS")
	for _, edition := range []Edition{ASVS4, ASVS5} {
		id = strings.TrimPrefix(strings.TrimLeft(id, "-_ "), "V"+string(edition)+"-")
	}
	match := func(i *Item) bool {
		return strings.EqualFold(i.ID, id) || "V"+i.ID == id || strings.EqualFold(i.Ref().String(), id)
	}
	if found := pick(all, match); len(found) > 0 {
		return found
	}
	if number, ok := strings.CutPrefix(id, "CWE-"); ok {
		return pick(all, func(i *Item) bool {
			return slices.ContainsFunc(i.CWE, func(n int) bool { return fmt.Sprint(n) == number })
		})
	}
	if found := pick(all, func(i *Item) bool { return slices.Contains(i.Rules(), strings.ToLower(id)) }); len(found) > 0 {
		return found
	}
	return pick(all, func(i *Item) bool { return slices.ContainsFunc(i.Aliases, func(r Ref) bool { return r.ID == id }) })
}

func pick(all []*Item, match func(*Item) bool) []*Item {
	return slices.DeleteFunc(slices.Clone(all), func(i *Item) bool { return !match(i) })
}

// IsNumber reports whether a name is the number of an item, not a weakness or
// a rule.
func IsNumber(name string) bool {
	name = strings.TrimLeft(name, "vVsS")
	return name != "" && strings.Trim(name, "0123456789.") == ""
}
