package live

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestServes(t *testing.T) {
	for args, want := range map[string]bool{
		"":                                  true,
		"serve":                             true,
		"-mode=stdio":                       true,
		"-rpc.trace -logfile auto serve":    true,
		"--debug :0 -v":                     true,
		"version":                           false,
		"mcp":                               false,
		"-v check a.go":                     false,
		"-remote=auto":                      false,
		"-remote auto serve":                false,
		"serve -listen=unix;/tmp/gopls":     false,
		"serve -listen.timeout 1m -port=80": false,
		"-h":                                false,
	} {
		if got := serves(strings.Fields(args)); got != want {
			t.Errorf("serves(%q) = %v", args, got)
		}
	}
}

// TestRelay is an editor that opens a folder, and then changes the
// configuration of it in several ways.
func TestRelay(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "app/go.mod", "module app\n")
	write(t, dir, "app/web/web.go", "package web\n")
	write(t, dir, "app/.config", "a: 1\n")
	s := newSession(t, filepath.Join(dir, "app"))

	states := []string{s.changes()}
	for _, change := range []struct{ name, text string }{
		{"app/.config", "a: 2\n"},
		{"app/.config", ""},
		{"app/.config", "a: 2\n"},
		{"app/web/.config", "b: 1\n"}, // package web has an open file
	} {
		write(t, dir, change.name, change.text)
		s.tick()
		if got := s.gopls.take(); !strings.Contains(got, `/app/vendor/modules.txt","type":2`) {
			t.Errorf("after a change of %s gopls is told %q", change.name, got)
		}
		states = append(states, s.changes())
	}
	for i, a := range states {
		for _, b := range states[:i] {
			if a == b || a == "" {
				t.Errorf("states are not distinct: %q", states)
			}
		}
	}

	write(t, dir, ".config", "above the module\n")
	write(t, dir, "app/lib/.config", "of a directory nobody has been to\n")
	s.tick()
	if got := s.gopls.take() + s.changes(); got != "" {
		t.Errorf("nothing changed, but gopls is told %q", got)
	}
}

// A session is a watcher that has been told of a folder.
type session struct {
	gopls  *recorder
	ticker chan time.Time
	states chan string
}

func newSession(t *testing.T, folder string) *session {
	s := &session{gopls: &recorder{}, ticker: make(chan time.Time), states: make(chan string, 10)}
	w := &watcher{files: newFiles(".config"), changed: func(state string) { s.states <- state }}
	reader, editor, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.relay(reader, s.gopls, s.ticker)
	}()
	t.Cleanup(func() {
		editor.Close()
		<-done
	})
	for _, message := range []string{
		fmt.Sprintf(`{"method":"initialize","params":{"workspaceFolders":[{"uri":%q}]}}`, fileURI(folder)),
		`{"method":"initialized"}`,
		fmt.Sprintf(`{"method":"textDocument/didOpen","params":{"textDocument":{"uri":%q}}}`, fileURI(filepath.Join(folder, "web", "web.go"))),
	} {
		message = fmt.Sprintf("Content-Length: %d\r\nContent-Type: x\r\n\r\n%s", len(message), message)
		if _, err := editor.WriteString(message); err != nil {
			t.Fatal(err)
		}
		if got := s.gopls.next(t); got != message {
			t.Errorf("gopls is told %q, not %q", got, message)
		}
	}
	return s
}

// tick makes the watcher look once.
func (s *session) tick() {
	s.ticker <- time.Time{}
	s.ticker <- time.Time{} // taken when the former is done with
}

// changes returns the state that the watcher announced last, or nothing.
func (s *session) changes() (state string) {
	for {
		select {
		case state = <-s.states:
		default:
			return state
		}
	}
}

// TestPassThrough sends what is no message.
func TestPassThrough(t *testing.T) {
	for _, text := range []string{
		"", "{}\n{}\n", "no header\r\n\r\nbody", "Content-Length: x\r\n\r\n{}", "Content-Length: 10\r\n\r\n{}", "Content-Length: -1\r\n\r\n{}",
	} {
		w := &watcher{files: newFiles(".config"), changed: func(string) {}}
		var got bytes.Buffer
		w.relay(strings.NewReader(text), &got, nil)
		if got.String() != text {
			t.Errorf("%q arrives as %q", text, got.String())
		}
	}
}

func TestURI(t *testing.T) {
	for uri, want := range map[string]string{
		"file:///home/a%20b/c": filepath.FromSlash("/home/a b/c"),
		"untitled:Untitled-1":  "",
		"":                     "",
		"%":                    "",
	} {
		if got := path(uri); got != want {
			t.Errorf("path(%q) = %q, want %q", uri, got, want)
		}
	}
	if got := fileURI(filepath.FromSlash("/home/a b/ü")); got != "file:///home/a%20b/%C3%BC" {
		t.Errorf("fileURI gives %q", got)
	}
}

// write writes a file, or removes it if the text is empty.
func write(t *testing.T, dir, name, text string) {
	t.Helper()
	name = filepath.Join(dir, filepath.FromSlash(name))
	err := os.MkdirAll(filepath.Dir(name), 0o777)
	if err == nil && text == "" {
		err = os.Remove(name)
	} else if err == nil {
		err = os.WriteFile(name, []byte(text), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}
