package shipped

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/directive"
)

const (
	maxFile  = 200 << 10 // what is larger is a bundle
	maxTotal = 8 << 20   // of one package
	maxNamed = 3         // unread files that are named
)

// bundle reads files that one place ships.
func (r *reader) bundle(at place, names []string) {
	b := &Bundle{place: at}
	known := make(map[string]bool)
	for _, name := range names {
		known[filepath.Base(name)] = true
	}
	for _, name := range names {
		if r.seen[name] {
			continue
		}
		r.seen[name] = true
		if !r.file(name, b, known) {
			b.miss(filepath.Base(name))
		}
		b.Files++
	}
	if b.Files > 0 {
		r.bundles = append(r.bundles, b)
	}
}

func (b *Bundle) miss(name string) {
	if len(b.Unread) < maxNamed && !slices.Contains(b.Unread, name) {
		b.Unread = append(b.Unread, name)
	}
}

// file reads one file, and reports whether it could.
func (r *reader) file(name string, b *Bundle, known map[string]bool) bool {
	if strings.Contains(filepath.Base(name), ".min.") || r.bytes > maxTotal {
		return false
	}
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxFile {
		return false
	}
	data, err := os.ReadFile(name) // pass.ReadFile knows Go files only
	if err != nil {
		return false
	}
	r.bytes += len(data)
	text := string(data)
	b.count(text, kindOf(name), known)
	if !interesting(text) {
		return true
	}
	if minified(text) {
		return false
	}
	writes, ok := read(text, kindOf(name))
	if len(writes) > 0 {
		file := r.pass.Fset.AddFile(name, -1, len(data))
		file.SetLinesForContent(data)
		r.directives = append(r.directives, directive.InText(file, text)...)
		r.add(writes, func(from, to int) place { return place{file.Pos(from), file.Pos(to)} })
	}
	return ok
}

// count counts the scripts of a file, and notes those that a page loads from
// files that are not there: what was not built yet, or comes from elsewhere.
func (b *Bundle) count(text string, what kind, known map[string]bool) {
	if what == script {
		b.Scripts++
		return
	}
	inside, loaded := scripts(mask(text))
	b.Scripts += len(inside)
	for _, source := range loaded {
		source, _, _ = strings.Cut(source, "?")
		if name := path.Base(source); !known[name] {
			b.miss(name)
		}
	}
}

func (r *reader) add(writes []found, at func(from, to int) place) {
	for _, w := range writes {
		r.writes = append(r.writes, Write{at(w.from, w.to), w.store, w.key})
	}
}

// interesting reports whether it is worth while to read a text.
func interesting(text string) bool {
	return strings.Contains(text, "token=") || strings.Contains(text, "jwt=") || strings.Contains(text, "sessionid=") || strings.Contains(text, "localStorage") || strings.Contains(text, "sessionStorage") || strings.Contains(text, "document.cookie") ||
		strings.Contains(text, "objectStore") || strings.Contains(text, "{{") && strings.Contains(text, "<")
}

// minified reports whether nobody wrote the lines of a text: they are long.
func minified(text string) bool {
	lines := strings.Count(text, "\n") + 1
	return len(text) > 5000 && len(text)/lines > 300
}

// A found is a write in a text, by offsets.
type found struct {
	from, to int
	store    Store
	key      string
}

// read finds the writes in a text; ok is false if a part of it could not be
// read.
func read(text string, what kind) (list []found, ok bool) {
	masked := mask(text)
	if what == script {
		return scriptWrites(masked)
	}
	ok = true
	inside, _ := scripts(masked)
	for _, s := range inside {
		more, good := scriptWrites(s.text)
		for _, w := range more {
			list = append(list, found{w.from + s.offset, w.to + s.offset, w.store, w.key})
		}
		ok = ok && (good || !interesting(s.text))
		list = append(list, printed(text, s)...)
	}
	list = append(list, inTags(text, masked)...)
	return list, ok
}
