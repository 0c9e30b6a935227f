package catalogue

import "strings"

// refs reads "5.0 7.2.4, further S10".
func refs(text string) []Ref {
	var list []Ref
	for _, ref := range strings.Split(text, ", ") {
		i := strings.LastIndex(ref, " ")
		list = append(list, Ref{Edition(ref[:max(i, 0)]), ref[i+1:]})
	}
	return list
}

// ruleRefs reads "tokenurl, sessiontimeout[idle !no-absolute], cookieprefix[!no-prefix]",
// and "tokenclaims[=aud aud-unused]", which is about these categories only.
func ruleRefs(text, sep string) []RuleRef {
	var list []RuleRef
	for _, ref := range strings.Split(text, sep) {
		name, categories, _ := strings.Cut(strings.TrimSuffix(ref, "]"), "[")
		categories, just := strings.CutPrefix(categories, "=")
		r := RuleRef{Rule: name, Just: just}
		for _, category := range strings.Fields(categories) {
			if less, ok := strings.CutPrefix(category, "!"); ok {
				r.Less = append(r.Less, less)
			} else {
				r.Only = append(r.Only, category)
			}
		}
		list = append(list, r)
	}
	return list
}

// paragraphs joins the lines of each paragraph.
func paragraphs(text string) string {
	var list []string
	for _, p := range strings.Split(strings.TrimSpace(text), "\n\n") {
		list = append(list, strings.Join(strings.Fields(p), " "))
	}
	return strings.Join(list, "\n\n")
}

func bullets(text string) []string {
	var list []string
	for _, b := range strings.Split("\n"+strings.TrimSpace(text), "\n- ")[1:] {
		list = append(list, strings.Join(strings.Fields(b), " "))
	}
	return list
}

// code returns what stands in a fence.
func code(text string) string {
	text = strings.TrimPrefix(strings.TrimSpace(text), "```go\n")
	return strings.TrimSuffix(text, "```")
}
