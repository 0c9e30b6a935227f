package assess

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// Formats returns the names of the formats.
func Formats() []string { return []string{"html", "markdown", "asciidoc", "json"} }

// FormatOf is the format that the name of a file asks for, "" if it does not.
func FormatOf(name string) string {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm":
		return "html"
	case ".md", ".markdown":
		return "markdown"
	case ".adoc", ".asciidoc":
		return "asciidoc"
	case ".json":
		return "json"
	}
	return ""
}

// Write writes the assessment in a format.
func (a *Assessment) Write(out io.Writer, format string) error {
	switch format {
	case "html":
		return writeHTML(out, a)
	case "markdown":
		_, err := io.WriteString(out, (&markdown{a: a}).text())
		return err
	case "asciidoc":
		_, err := io.WriteString(out, (&asciidoc{a: a}).text())
		return err
	case "json":
		return writeJSON(out, a)
	}
	return fmt.Errorf("unknown format %q", format)
}
