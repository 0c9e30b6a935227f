package words

import "strings"

// Any reports whether one of some words is in a list, which separates its own by
// spaces. It looks for each in the text of the list: names have few words, and
// every name in every package is asked for.
func Any(words []string, list string) bool {
	for _, word := range words {
		if contains(list, word) {
			return true
		}
	}
	return false
}

// Has reports whether a name has one of the words of a list.
func Has(name, list string) bool { return Any(Split(name), list) }

func contains(list, word string) bool {
	for rest := list; word != ""; {
		i := strings.Index(rest, word)
		if i < 0 {
			break
		}
		end := i + len(word)
		if (i == 0 || rest[i-1] == ' ') && (end == len(rest) || rest[end] == ' ') {
			return true
		}
		rest = rest[i+1:]
		if j := strings.IndexByte(rest, ' '); j >= 0 {
			rest = rest[j:]
		} else {
			break
		}
	}
	return false
}
