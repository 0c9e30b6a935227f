package report

import "slices"

// A CodeLine is a line of a file.
type CodeLine struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Text string `json:"text"`
}

// maxLines bounds how much of one range is shown.
const maxLines = 6

// Code returns the lines of the program that a site and its steps are about,
// in the order of files and lines.
func (s *Sources) Code(site *Site) []CodeLine {
	var lines []CodeLine
	add := func(r Range, most int) {
		for n := r.Start.Line; n <= r.End.Line && n < r.Start.Line+most; n++ {
			if text := s.Line(r.path, n); text != "" {
				lines = append(lines, CodeLine{r.File, n, text})
			}
		}
	}
	add(site.Range, maxLines)
	for _, step := range site.Steps {
		add(step.Range, 1)
	}
	first := site.Range.File
	slices.SortStableFunc(lines, func(a, b CodeLine) int {
		switch {
		case a.File == b.File:
			return a.Line - b.Line
		case a.File == first:
			return -1
		case b.File == first:
			return 1
		case a.File < b.File:
			return -1
		}
		return 1
	})
	return slices.Compact(lines)
}
