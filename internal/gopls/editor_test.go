package gopls

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// edit shows gopls a text for a file, as unsaved text of an open file.
func (e *editor) edit(file, text string) {
	doc := map[string]any{"uri": e.uri(file)}
	e.versions[file]++
	doc["version"] = e.versions[file]
	if e.versions[file] == 1 {
		doc["languageId"], doc["text"] = "go", text
		e.notify("textDocument/didOpen", map[string]any{"textDocument": doc})
		return
	}
	e.notify("textDocument/didChange", map[string]any{"textDocument": doc, "contentChanges": []any{map[string]any{"text": text}}})
}

// visit opens a file as it is on disk, and returns its text.
func (e *editor) visit(file string) string {
	e.t.Helper()
	data, err := os.ReadFile(filepath.Join(e.dir, file))
	if err != nil {
		e.t.Fatal(err)
	}
	e.edit(file, string(data))
	return string(data)
}

// until waits until gopls reports exactly the given rules in a file, sorted by
// name, and returns the diagnostics.
func (e *editor) until(file string, rules ...string) (found []diagnostic) {
	e.t.Helper()
	e.wait(fmt.Sprintf("%q in %s", rules, file), func() bool {
		list, known := e.published[file]
		found = slices.SortedFunc(slices.Values(list), func(a, b diagnostic) int { return strings.Compare(a.Source, b.Source) })
		return known && slices.EqualFunc(found, rules, func(d diagnostic, rule string) bool { return d.Source == rule })
	})
	return found
}

// fix returns the text of a file after the first quick fix for a diagnostic.
func (e *editor) fix(file, text string, d diagnostic) (title, fixed string) {
	e.t.Helper()
	var actions []struct {
		Title string
		Edit  struct {
			DocumentChanges []struct {
				Edits []edit
			}
		}
	}
	answer := e.call("textDocument/codeAction", map[string]any{
		"textDocument": map[string]any{"uri": e.uri(file)}, "range": d.Range,
		"context": map[string]any{"diagnostics": []any{d.raw}, "only": []string{"quickfix"}},
	})
	if err := json.Unmarshal(answer, &actions); err != nil {
		e.t.Fatal(err)
	}
	if len(actions) == 0 || len(actions[0].Edit.DocumentChanges) != 1 {
		e.t.Fatalf("no quick fix of %v: %s", d, answer)
	}
	edits := actions[0].Edit.DocumentChanges[0].Edits
	slices.SortStableFunc(edits, func(a, b edit) int { return offset(text, b.Range.Start) - offset(text, a.Range.Start) })
	for _, edit := range edits {
		text = text[:offset(text, edit.Range.Start)] + edit.NewText + text[offset(text, edit.Range.End):]
	}
	return actions[0].Title, text
}

// offset returns the offset of a position in ASCII text.
func offset(text string, p position) int {
	at := 0
	for range p.Line {
		at += strings.Index(text[at:], "\n") + 1
	}
	return at + p.Character
}

func (e *editor) uri(file string) string { return uriOf(filepath.Join(e.dir, file)) }

func uriOf(path string) string { return "file://" + filepath.ToSlash(path) }
