package gopls

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// patience is how long an editor waits for gopls. The machine may be busy.
const patience = 3 * time.Minute

// An editor talks to a language server about the files in dir.
type editor struct {
	t        *testing.T
	dir      string
	settings map[string]any
	versions map[string]int
	calls    int

	sending sync.Mutex
	to      io.Writer

	mu        sync.Mutex
	news      *sync.Cond // something below changed
	replies   map[int]json.RawMessage
	published map[string][]diagnostic // by file, relative to dir
	gone      error
}

// open starts gopls on dir. The settings are those that a user would have.
func open(t *testing.T, gopls, dir string, settings map[string]any) *editor {
	t.Helper()
	e := &editor{
		t: t, dir: dir, settings: settings, versions: map[string]int{},
		replies: map[int]json.RawMessage{}, published: map[string][]diagnostic{},
	}
	e.news = sync.NewCond(&e.mu)
	cmd := exec.Command(gopls)
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	to, toErr := cmd.StdinPipe()
	from, fromErr := cmd.StdoutPipe()
	if err := errors.Join(toErr, fromErr, cmd.Start()); err != nil {
		t.Fatal(err)
	}
	e.to = to
	go e.read(bufio.NewReader(from))
	t.Cleanup(func() {
		if t.Failed() {
			cmd.Process.Kill()
			return
		}
		e.call("shutdown", nil)
		e.notify("exit", nil)
		if err := cmd.Wait(); err != nil {
			t.Errorf("gopls: %v", err)
		}
	})
	e.call("initialize", map[string]any{
		"processId": os.Getpid(), "rootUri": uriOf(dir), "initializationOptions": settings,
		"workspaceFolders": []any{map[string]any{"uri": uriOf(dir), "name": "test"}},
		"capabilities": map[string]any{
			"workspace": map[string]any{"configuration": true, "workspaceFolders": true},
			"textDocument": map[string]any{
				"publishDiagnostics": map[string]any{"relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true},
				"codeAction": map[string]any{"codeActionLiteralSupport": map[string]any{
					"codeActionKind": map[string]any{"valueSet": []string{"quickfix"}},
				}},
			},
		},
	})
	e.notify("initialized", map[string]any{})
	return e
}

// read takes what gopls sends.
func (e *editor) read(r *bufio.Reader) {
	for {
		message, err := readFrame(r)
		e.mu.Lock()
		if err == nil {
			err = e.take(message)
		}
		e.gone = err
		e.news.Broadcast()
		e.mu.Unlock()
		if err != nil {
			return
		}
	}
}

func (e *editor) take(message []byte) error {
	var m struct {
		ID     *json.RawMessage `json:"id"`
		Method string           `json:"method"`
		Params json.RawMessage  `json:"params"`
		Result json.RawMessage  `json:"result"`
		Error  json.RawMessage  `json:"error"`
	}
	if err := json.Unmarshal(message, &m); err != nil {
		return err
	}
	switch {
	case m.Method == "textDocument/publishDiagnostics":
		return e.publish(m.Params)
	case m.Method != "" && m.ID != nil:
		var result any
		if m.Method == "workspace/configuration" {
			var p struct{ Items []any }
			if err := json.Unmarshal(m.Params, &p); err != nil {
				return err
			}
			result = slices.Repeat([]map[string]any{e.settings}, len(p.Items))
		}
		e.send(map[string]any{"id": m.ID, "result": result})
	case m.ID != nil:
		var id int
		if err := json.Unmarshal(*m.ID, &id); err != nil {
			return err
		}
		if m.Error != nil {
			return fmt.Errorf("gopls: %s", m.Error)
		}
		e.replies[id] = m.Result
	}
	return nil
}

func (e *editor) publish(params json.RawMessage) error {
	var p struct {
		URI         string
		Diagnostics []json.RawMessage
	}
	if err := json.Unmarshal(params, &p); err != nil {
		return err
	}
	list := make([]diagnostic, len(p.Diagnostics))
	for i, raw := range p.Diagnostics {
		if err := json.Unmarshal(raw, &list[i]); err != nil {
			return err
		}
		list[i].raw = raw
	}
	e.published[strings.TrimPrefix(p.URI, uriOf(e.dir)+"/")] = list
	return nil
}

func (e *editor) send(message map[string]any) {
	message["jsonrpc"] = "2.0"
	body, err := json.Marshal(message)
	if err != nil {
		e.t.Error(err)
	}
	e.sending.Lock()
	defer e.sending.Unlock()
	fmt.Fprintf(e.to, "Content-Length: %d\r\n\r\n%s", len(body), body)
}

func (e *editor) notify(method string, params any) {
	e.send(map[string]any{"method": method, "params": params})
}

// call sends a request and returns the answer.
func (e *editor) call(method string, params any) (result json.RawMessage) {
	e.t.Helper()
	e.calls++
	id := e.calls
	e.send(map[string]any{"id": id, "method": method, "params": params})
	e.wait("an answer to "+method, func() bool {
		answer, ok := e.replies[id]
		result = answer
		return ok
	})
	return result
}

// wait waits until a condition on what gopls said holds.
func (e *editor) wait(what string, holds func() bool) {
	e.t.Helper()
	late := time.AfterFunc(patience, func() {
		e.mu.Lock()
		defer e.mu.Unlock()
		e.gone = fmt.Errorf("gave up after %v", patience)
		e.news.Broadcast()
	})
	defer late.Stop()
	e.mu.Lock()
	defer e.mu.Unlock()
	for !holds() {
		if e.gone != nil {
			e.t.Fatalf("waiting for %s: %v; published: %v", what, e.gone, e.published)
		}
		e.news.Wait()
	}
}
