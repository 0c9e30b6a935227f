package show

import (
	"fmt"
	"io"
	"strings"

	"github.com/sessionlint/sessionlint/internal/catalogue"
)

// Terminal prints an item for people, in lines of at most width columns.
func Terminal(out io.Writer, i *catalogue.Item, width int) {
	fmt.Fprintf(out, "%s\n%s\n", i.Title, wrap(origin(i), width))
	fmt.Fprintf(out, "\n%s\n", wrap(i.Description, width))
	fmt.Fprintf(out, "\nHow\n\n%s\n", wrap(i.Guide, width))
	fmt.Fprintf(out, "\nBad\n\n%s\nGood\n\n%s", indent(i.Bad), indent(i.Good))
	if i.Scope != "" {
		fmt.Fprintf(out, "\n%s\n", wrap("What is looked at: "+i.Scope+".", width))
	}
	if len(i.ByHand) > 0 {
		fmt.Fprint(out, "\nBy hand\n\n")
	}
	for _, check := range i.ByHand {
		fmt.Fprintf(out, "  - %s\n", strings.ReplaceAll(wrap(check, width-4), "\n", "\n    "))
	}
}

// origin is the line below the title: where the item is from.
func origin(i *catalogue.Item) string {
	name := "ASVS " + i.Ref().String()
	if i.Edition == catalogue.Further {
		name = "Further demand " + i.ID
	}
	text := fmt.Sprintf("%s (%s), from level %d, %s", name, i.Section, i.Level, strings.Join(CWE(i), ", "))
	text += mentioned("; see ", i.See) + mentioned("; formerly or elsewhere ", i.Aliases)
	return text
}

func mentioned(before string, refs []catalogue.Ref) string {
	var names []string
	for _, r := range refs {
		names = append(names, r.String())
	}
	if len(names) == 0 {
		return ""
	}
	return before + strings.Join(names, ", ")
}

// wrap breaks paragraphs into lines.
func wrap(text string, width int) string {
	var out strings.Builder
	for n, p := range strings.Split(text, "\n\n") {
		if n > 0 {
			out.WriteString("\n\n")
		}
		used := 0
		for _, word := range strings.Fields(p) {
			length := len([]rune(word))
			switch {
			case used == 0:
			case used+1+length > width:
				out.WriteString("\n")
				used = 0
			default:
				out.WriteString(" ")
				used++
			}
			out.WriteString(word)
			used += length
		}
	}
	return out.String()
}

// indent puts four columns in front of each line of code.
func indent(code string) string {
	var out strings.Builder
	for line := range strings.Lines(code) {
		if strings.TrimSpace(line) != "" {
			out.WriteString("    ")
		}
		out.WriteString(strings.ReplaceAll(line, "\t", "    "))
	}
	return out.String()
}
