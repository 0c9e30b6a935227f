package main

import (
	"fmt"
	"strings"
)

// replace puts body between the markers of the named region, which must occur
// exactly once and in order.
func replace(text, name, body string) (string, error) {
	begin, end := "<!-- BEGIN "+name+" -->\n", "<!-- END "+name+" -->"
	if strings.Count(text, begin) != 1 || strings.Count(text, end) != 1 {
		return "", fmt.Errorf("want exactly one region %q", name)
	}
	before, rest, _ := strings.Cut(text, begin)
	_, after, ok := strings.Cut(rest, end)
	if !ok {
		return "", fmt.Errorf("region %q ends before it begins", name)
	}
	return before + begin + "\n" + strings.Trim(body, "\n") + "\n\n" + end + after, nil
}

// fence returns text as a fenced code block. The fence is longer than any in
// the text.
func fence(language, text string) string {
	mark := "```"
	for strings.Contains(text, mark) {
		mark += "`"
	}
	return mark + language + "\n" + strings.TrimRight(text, "\n") + "\n" + mark + "\n"
}
