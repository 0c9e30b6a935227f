package report

import "strings"

// mark prepares a source line for the screen, in at most room columns and
// without indentation. Bytes start to end are what the carets go under;
// padding puts them there.
func mark(source string, start, end, room int) (line, padding, carets string) {
	const few = 20
	room = max(room, few)
	start = min(max(start, 0), len(source))
	end = min(max(end, start), len(source))
	shown := strings.ReplaceAll(source, "\t", " ") // bytes stay where they are
	before := strings.TrimLeft(Escape(shown[:start]), " ")
	marked, after := Escape(shown[start:end]), strings.TrimRight(Escape(shown[end:]), " ")
	if width(before)+width(marked) > room {
		before = tail(before, room/3)
	}
	if width(before)+width(marked)+width(after) > room {
		marked = head(marked, room-width(before))
		after = head(after, room-width(before)-width(marked))
	}
	return before + marked + after, strings.Repeat(" ", width(before)), strings.Repeat("^", max(1, width(marked)))
}

// head is the beginning of text that fits into n columns.
func head(text string, n int) string {
	if width(text) <= n {
		return text
	}
	used := 0
	for i, r := range text {
		if used += width(string(r)); used > n-1 {
			return strings.TrimRight(text[:i], " ") + strings.Repeat("…", min(1, max(0, n)))
		}
	}
	return text
}

// tail is the end of text that fits into n columns.
func tail(text string, n int) string {
	excess := width(text) - n
	if excess <= 0 {
		return text
	}
	dropped := 0
	for i, r := range text {
		if dropped > excess { // one column more, for the ellipsis
			return "…" + text[i:]
		}
		dropped += width(string(r))
	}
	return "…"
}

// wrap breaks text between words into lines of n columns, the last with room
// for reserve more.
func wrap(text string, n, reserve int) []string {
	var lines []string
	line := ""
	words := strings.Split(text, " ")
	for i, word := range words {
		need := width(line) + 1 + width(word)
		if i == len(words)-1 {
			need += reserve
		}
		switch {
		case i == 0:
			line = word
		case need > n:
			lines = append(lines, line)
			line = word
		default:
			line += " " + word
		}
	}
	return append(lines, line)
}
