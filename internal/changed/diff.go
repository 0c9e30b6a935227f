package changed

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// parse reads the output of git diff --unified=0: the changed lines of the new
// side, by file. Between the header of a hunk and its end, whatever a line
// looks like, it is text of a file.
func parse(diff []byte) (map[string][]hunk, error) {
	header := regexp.MustCompile(`^@@ -[0-9]+(?:,([0-9]+))? \+([0-9]+)(?:,([0-9]+))? @@`)
	changes := make(map[string][]hunk)
	name, text := "", 0 // the file, and how many lines of text are to come
	for line := range bytes.Lines(diff) {
		switch {
		case line[0] == '\\': // "\ No newline at end of file"
		case text > 0:
			text--
		case bytes.HasPrefix(line, []byte("+++ ")):
			var err error
			if name, err = fileName(strings.TrimRight(string(line[len("+++ "):]), "\r\n")); err != nil {
				return nil, err
			}
		default:
			m := header.FindSubmatch(line)
			if m == nil {
				continue
			}
			removed, from, added := number(m[1]), number(m[2]), number(m[3])
			text = removed + added
			if added > 0 {
				changes[name] = append(changes[name], hunk{from, from + added - 1})
			} else { // the neighbours of what was removed
				changes[name] = append(changes[name], hunk{from, from + 1})
			}
		}
	}
	return changes, nil
}

// number is 1 for a number that is left out.
func number(digits []byte) int {
	n, err := strconv.Atoi(string(digits))
	if err != nil {
		return 1
	}
	return n
}

// fileName reads a name as git writes it: quoted as in C, or with a tab at the
// end if there is a space in it.
func fileName(field string) (string, error) {
	if strings.HasPrefix(field, `"`) {
		name, err := strconv.Unquote(field)
		if err != nil {
			return "", fmt.Errorf("git diff: file name %s: %w", field, err)
		}
		field = name
	}
	return strings.TrimPrefix(strings.TrimSuffix(field, "\t"), "b/"), nil
}
