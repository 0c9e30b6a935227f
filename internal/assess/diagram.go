package assess

import (
	"fmt"

	"github.com/sessionlint/sessionlint/internal/report"
)

// A Diagram shows the life of things: one row each, from issued to ended.
type Diagram struct {
	Width, Height int
	Rows          []DiagramRow
	More          int // rows that are left out
}

// A DiagramRow is the life of one thing.
type DiagramRow struct {
	Y      int
	Label  string
	Detail string
	Stages []DiagramStage
}

// A DiagramStage is a box in a row.
type DiagramStage struct {
	X, Y, Text, Line int
	Name, Count      string
	Missing, Arrow   bool
}

const (
	rowHeight  = 56
	boxLeft    = 300
	boxStep    = 150
	boxWidth   = 120
	maxRows    = 40
	labelWidth = 38 // characters
)

// Diagram draws the session map.
func (a *Assessment) Diagram() Diagram {
	d := Diagram{Width: boxLeft + 4*boxStep, More: max(0, len(a.Sessions)-maxRows)}
	for i, t := range a.Sessions[:min(len(a.Sessions), maxRows)] {
		row := DiagramRow{Y: i * rowHeight, Label: shorten(t.Label()), Detail: kept(t)}
		for n, s := range t.Stages() {
			box := DiagramStage{X: boxLeft + n*boxStep, Y: row.Y + 8, Name: s.Name, Missing: len(s.Places) == 0, Arrow: n > 0}
			box.Text, box.Line = box.X+boxWidth/2, row.Y+28
			box.Count = "not seen"
			if !box.Missing {
				box.Count = counted(len(s.Places))
			}
			row.Stages = append(row.Stages, box)
		}
		d.Rows = append(d.Rows, row)
	}
	d.Height = len(d.Rows) * rowHeight
	return d
}

func counted(n int) string {
	if n == 1 {
		return "1 place"
	}
	return fmt.Sprintf("%d places", n)
}

func kept(t *Thing) string {
	switch t.Kept {
	case "server":
		return "record on the server"
	case "cookie":
		return "all data in the cookie"
	case "token":
		return "all data in the token"
	}
	return ""
}

func shorten(text string) string {
	if r := []rune(report.Escape(text)); len(r) > labelWidth {
		return string(r[:labelWidth-1]) + "…"
	}
	return text
}

// Title is where the label of a row stands.
func (r DiagramRow) Title() int { return r.Y + 24 }

// Note is where the detail of a row stands.
func (r DiagramRow) Note() int { return r.Y + 42 }

// From is where the arrow to a box begins.
func (s DiagramStage) From() int { return s.X - boxStep + boxWidth }

// To is where the arrow to a box ends.
func (s DiagramStage) To() int { return s.X - 4 }

// Under is where the second line of a box stands.
func (s DiagramStage) Under() int { return s.Line + 14 }
