package words

import (
	"slices"
	"strings"
	"sync"
)

var lists sync.Map // of map[string]bool, by the text of the list

// Any reports whether one of some words is in a list, which separates its own by
// spaces. The list is taken apart when it is first used: it should be a constant.
func Any(words []string, list string) bool {
	set, ok := lists.Load(list)
	if !ok {
		made := map[string]bool{}
		for word := range strings.FieldsSeq(list) {
			made[word] = true
		}
		set, _ = lists.LoadOrStore(list, made)
	}
	return slices.ContainsFunc(words, func(word string) bool { return set.(map[string]bool)[word] })
}
