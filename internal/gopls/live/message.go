package live

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
)

// split sends the messages that it reads, each with its header, and closes the
// channel at the end. From where it finds no message it sends pieces as they
// come.
func split(in io.Reader, messages chan<- []byte, done <-chan struct{}) {
	defer close(messages)
	r := bufio.NewReader(in)
	for {
		m, err := readMessage(r)
		if err != nil && len(m) == 0 {
			return
		}
		select {
		case messages <- m:
		case <-done:
			return
		}
	}
}

// readMessage returns the next message with its header, or what there is if it
// has none.
func readMessage(r *bufio.Reader) ([]byte, error) {
	var head []byte
	length := -1
	for {
		line, err := r.ReadBytes('\n')
		head = append(head, line...)
		name, value, isField := strings.Cut(strings.TrimSpace(string(line)), ":")
		switch {
		case err != nil:
			return head, err
		case isField && strings.EqualFold(name, "Content-Length"):
			if length, err = strconv.Atoi(strings.TrimSpace(value)); err != nil {
				return head, nil
			}
		case !isField && length < 0:
			return head, nil
		case !isField:
			body, err := io.ReadAll(io.LimitReader(r, int64(length)))
			return append(head, body...), err
		}
	}
}

// A folder is a workspace folder in a message.
type folder struct {
	URI string `json:"uri"`
}

// note learns from a message where packages are, and returns its method.
func (w *watcher) note(message []byte) (method string) {
	_, body, _ := bytes.Cut(message, []byte("\r\n\r\n"))
	var m struct {
		Method string `json:"method"`
	}
	if json.Unmarshal(body, &m) != nil {
		return ""
	}
	var p struct {
		Params struct {
			RootURI          string   `json:"rootUri"`
			WorkspaceFolders []folder `json:"workspaceFolders"`
			Event            struct {
				Added []folder `json:"added"`
			} `json:"event"`
			TextDocument folder `json:"textDocument"`
		} `json:"params"`
	}
	switch m.Method {
	case "initialize", "workspace/didChangeWorkspaceFolders":
		if json.Unmarshal(body, &p) != nil {
			break
		}
		folders := append(p.Params.WorkspaceFolders, p.Params.Event.Added...)
		if len(folders) == 0 {
			folders = []folder{{p.Params.RootURI}}
		}
		for _, f := range folders {
			w.files.addFolder(path(f.URI))
		}
	case "textDocument/didOpen", "textDocument/didSave":
		if json.Unmarshal(body, &p) == nil {
			w.files.addAbove(filepath.Dir(path(p.Params.TextDocument.URI)))
		}
	}
	return m.Method
}

// path returns the path of a file URI, or "".
func path(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" {
		return ""
	}
	if volume := strings.TrimPrefix(u.Path, "/"); filepath.VolumeName(filepath.FromSlash(volume)) != "" {
		return filepath.FromSlash(volume)
	}
	return filepath.FromSlash(u.Path)
}

// fileURI is the inverse of path.
func fileURI(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// encode returns a notification with its header.
func encode(method string, params any) []byte {
	body, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "method": method, "params": params})
	if err != nil {
		return nil // params are strings and numbers
	}
	return fmt.Appendf(nil, "Content-Length: %d\r\n\r\n%s", len(body), body)
}
