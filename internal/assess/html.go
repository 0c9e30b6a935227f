package assess

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"
	"strings"

	"github.com/sessionlint/sessionlint/internal/report"
)

// page is the report as one self-contained file. html/template escapes all that
// comes from the program under assessment.
//
//go:embed report.html.tmpl
var page string

// style is the look of the page: it reads well on phones, on paper and in the
// dark.
//
//go:embed report.css
var style string

// breaking is a place whose path may be broken into lines behind slashes.
func breaking(r report.Range) template.HTML {
	return template.HTML(strings.ReplaceAll(template.HTMLEscapeString(place(r)), "/", "/<wbr>"))
}

func writeHTML(out io.Writer, a *Assessment) error {
	t, err := template.New("report").Funcs(template.FuncMap{
		"css":      func() template.CSS { return template.CSS(style) }, // our own, not the program's
		"anchor":   anchor,
		"prose":    htmlProse,
		"place":    breaking,
		"clean":    report.Escape,
		"statuses": Statuses,
	}).Parse(page)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, a); err != nil {
		return err
	}
	_, err = out.Write(b.Bytes())
	return err
}
