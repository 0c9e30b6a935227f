// Package live makes a running gopls notice that a configuration file changed.
//
// Gopls caches what analyzers said under their names and the content of the
// packages, and it remembers these keys until a package changes. So two things
// have to happen: the name of one analyzer must depend on the configuration,
// and gopls must be told to compute its keys again. This package reads along
// with the messages that the editor sends; it learns the folders from them,
// looks at the configuration files there, and when they change it calls back
// for the name and then slips in one message, "vendor/modules.txt changed",
// on which gopls loads the workspace anew.
//
// The package is copied into the module that gopls is built from, and so it
// imports the standard library only.
package live

import (
	"crypto/rand"
	"io"
	"os"
	"slices"
	"strings"
	"time"
)

// interval is the time between two looks at the configuration files.
const interval = time.Second

// Start arranges that changed is called with a word for the state of the
// configuration files of the given name: once now, and again, if this process
// serves an editor over its standard input, before gopls sees the first folder
// and whenever a file changes.
func Start(name string, changed func(state string)) error {
	changed(strings.ToLower(rand.Text())) // only this process reads what it caches
	if !serves(os.Args[1:]) {
		return nil
	}
	editor := os.Stdin
	out, in, err := os.Pipe()
	if err != nil {
		return err
	}
	os.Stdin = out
	go func() {
		defer in.Close()
		ticker := time.NewTicker(interval)
		defer ticker.Stop()
		w := &watcher{files: newFiles(name), changed: changed}
		w.relay(editor, in, ticker.C)
	}()
	return nil
}

// serves reports whether gopls called with args talks to an editor over its
// standard input: it is given no command, or "serve", and no address.
func serves(args []string) bool {
	switches := []string{"v", "verbose", "vv", "veryverbose", "rpc.trace"}
	for i := 0; i < len(args); i++ {
		name, isFlag := strings.CutPrefix(args[i], "-")
		if !isFlag {
			if args[i] != "serve" {
				return false
			}
			continue
		}
		name, _, hasValue := strings.Cut(strings.TrimPrefix(name, "-"), "=")
		switch {
		case slices.Contains([]string{"listen", "port", "remote", "h", "help"}, name):
			return false
		case !hasValue && !slices.Contains(switches, name):
			i++ // the value is an argument of its own
		}
	}
	return true
}

// A watcher stands between the editor and gopls.
type watcher struct {
	files   *files
	changed func(state string)
	ready   bool // gopls takes notifications
}

// relay copies what the editor says to gopls, message by message, until either
// has gone.
func (w *watcher) relay(editor io.Reader, gopls io.Writer, tick <-chan time.Time) {
	messages := make(chan []byte)
	done := make(chan struct{})
	defer close(done)
	go split(editor, messages, done)
	for {
		var message []byte
		var method string
		select {
		case next, ok := <-messages:
			if !ok {
				return
			}
			message, method = next, w.note(next)
		case <-tick:
		}
		if state, differs := w.files.look(); differs {
			w.changed(state)
			if w.ready {
				message = slices.Concat(w.files.reload(), message)
			}
		}
		if len(message) == 0 {
			continue
		}
		if _, err := gopls.Write(message); err != nil {
			return
		}
		w.ready = w.ready || method == "initialized"
	}
}
