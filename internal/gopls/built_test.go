package gopls

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// built returns a gopls of the given version with the rules as they are. Those
// built before are kept in the user's cache directory under a hash of what
// they are made of.
func built(t *testing.T, version string) string {
	t.Helper()
	t.Setenv("GOTOOLCHAIN", "auto") // the newest gopls may need a newer Go
	gopls, err := (&build{dir: t.TempDir()}).fetch(t.Context(), version)
	if err != nil {
		t.Fatal(err)
	}
	source, err := SourceOf("")
	if err != nil {
		t.Fatal(err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	prefix := filepath.Join(cache, "sessionlint", "gopls-"+gopls.Version+"-")
	out := prefix + ingredients(t, source.Dir)
	if _, err := os.Stat(out); err == nil {
		return out
	}
	old, err := filepath.Glob(prefix + "*")
	for _, name := range old {
		os.Remove(name)
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Build(t.Context(), Config{Version: gopls.Version, Source: source, Out: out}); err != nil {
		t.Fatalf("building gopls %s: %v", gopls.Version, err)
	}
	return out
}

// ingredients hashes the files of our module that a gopls is made of.
func ingredients(t *testing.T, dir string) string {
	t.Helper()
	hash := sha256.New()
	for _, part := range []string{"go.mod", "go.sum", "analyzers", "internal", "passes"} {
		err := filepath.WalkDir(filepath.Join(dir, part), func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && entry.Name() == "testdata":
				return filepath.SkipDir
			case entry.IsDir() || strings.HasSuffix(path, "_test.go"):
				return nil
			}
			data, err := os.ReadFile(path)
			fmt.Fprintf(hash, "%q %q\n", path, data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return fmt.Sprintf("%x", hash.Sum(nil)[:8])
}

// agent returns what the tool go_diagnostics of gopls mcp says about a file.
func agent(t *testing.T, gopls, dir, file string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), gopls, "mcp")
	cmd.Dir = dir
	to, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	from, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Wait()
	defer to.Close()
	const hello = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":` +
		`{"protocolVersion":"2025-06-18","capabilities":{"roots":{}},"clientInfo":{"name":"test","version":"1"}}}`
	fmt.Fprintln(to, hello)
	for lines := bufio.NewReader(from); ; {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			t.Fatalf("gopls mcp ended: %v", err)
		}
		var m struct {
			ID     json.RawMessage
			Method string
			Result struct{ Content []struct{ Text string } }
			Error  json.RawMessage
		}
		if err := json.Unmarshal(line, &m); err != nil {
			t.Fatal(err)
		}
		switch {
		case m.Error != nil:
			t.Fatalf("gopls mcp: %s", m.Error)
		case m.Method == "roots/list":
			fmt.Fprintf(to, `{"jsonrpc":"2.0","id":%s,"result":{"roots":[{"uri":%q,"name":"m"}]}}`+"\n", m.ID, uriOf(dir))
		case string(m.ID) == "1":
			io.WriteString(to, `{"jsonrpc":"2.0","method":"notifications/initialized"}`+"\n")
			fmt.Fprintf(to, `{"jsonrpc":"2.0","id":2,"method":"tools/call","params":`+
				`{"name":"go_diagnostics","arguments":{"files":[%q]}}}`+"\n", file)
		case string(m.ID) == "2":
			var text strings.Builder
			for _, c := range m.Result.Content {
				text.WriteString(c.Text)
			}
			return text.String()
		}
	}
}
