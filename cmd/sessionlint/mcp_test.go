package main

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// agent starts the server in a module and connects to it as agents do.
func (m *module) agent() *mcp.ClientSession {
	m.t.Helper()
	cmd := exec.Command(self(m.t), "mcp")
	cmd.Dir = m.dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=", "GOPROXY=off", "GOTOOLCHAIN=local", as+"=rules")
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(context.Background(), &mcp.CommandTransport{Command: cmd}, nil)
	if err != nil {
		m.t.Fatal(err)
	}
	m.t.Cleanup(func() { session.Close() })
	return session
}

// call calls a tool and returns its text; failed tells whether it refused.
func call(t *testing.T, s *mcp.ClientSession, tool string, args map[string]any) (res *mcp.CallToolResult, answer string, failed bool) {
	t.Helper()
	res, err := s.CallTool(context.Background(), &mcp.CallToolParams{Name: tool, Arguments: args})
	if err != nil {
		return nil, err.Error(), true
	}
	var b strings.Builder
	for _, c := range res.Content {
		if c, ok := c.(*mcp.TextContent); ok {
			b.WriteString(c.Text)
		}
	}
	return res, b.String(), res.IsError
}

func TestAgent(t *testing.T) {
	m := newModule(t, soundApp+"-- bad/bad.go --\npackage bad\n\nimport \"net/http\"\n\nfunc start(w http.ResponseWriter, token string) {\n"+
		"\thttp.SetCookie(w, &http.Cookie{Name: \"session\", Value: token, Path: \"/\", HttpOnly: true, SameSite: http.SameSiteLaxMode})\n}\n"+
		"-- evil.cfg --\n{}\n-- outside/x.go --\npackage x\n")
	s := m.agent()
	tools, err := s.ListTools(context.Background(), nil)
	if err != nil || len(tools.Tools) != 3 {
		t.Fatalf("%+v, %v", tools, err)
	}
	res, text, failed := call(t, s, "check", nil)
	if failed {
		t.Fatal(text)
	}
	data, err := json.Marshal(res.StructuredContent)
	if err != nil {
		t.Fatal(err)
	}
	var answer checkAnswer
	if err := json.Unmarshal(data, &answer); err != nil {
		t.Fatal(err)
	}
	if len(answer.Findings) != 1 || answer.Findings[0].Rule != "cookiesecure" || answer.Findings[0].File != "bad/bad.go" || answer.Findings[0].Line != 6 || answer.Total != 1 {
		t.Errorf("%+v", answer)
	}
	for _, test := range []struct {
		tool, want string
		args       map[string]any
	}{
		{"check", `"total":0`, map[string]any{"packages": []string{"."}, "level": 2, "asvs": "5.0", "severity": "error"}},
		{"check", `"rule":"cookiesecure"`, map[string]any{"rules": []string{"cookiesecure"}, "severity": "info"}},
		{"explain", "Logout and expiry really end the session", map[string]any{"name": "3.3.1"}},
		{"explain", "report session cookies without Secure", map[string]any{"name": "cookiesecure"}},
		{"report", "# Session management of example.com/m", nil},
		{"report", `"edition": "5.0"`, map[string]any{"format": "json", "asvs": "5.0", "packages": []string{"./bad"}}},
	} {
		if _, text, failed := call(t, s, test.tool, test.args); failed || !strings.Contains(text, test.want) {
			t.Errorf("%s %v: no %q in %.300s", test.tool, test.args, test.want, text)
		}
	}
}

// TestAgentStaysInside: nothing but the module that the server was started in
// is looked at, and no argument becomes a flag or a request of the go command.
func TestAgentStaysInside(t *testing.T) {
	m := newModule(t, soundApp+"-- evil.cfg --\n{}\n-- sub/x.go --\npackage x\n")
	outside := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(m.dir, "link")); err != nil {
		t.Fatal(err)
	}
	s := m.agent()
	for _, p := range []string{
		"/etc", outside, "..", "../...", "./../x", "./sub/../../x", "./link", "./link/...", "./evil.cfg", "-o=x", "std", "net/http", "file=x.go", "", "./a\x00b",
	} {
		for _, tool := range []string{"check", "report"} {
			if _, text, failed := call(t, s, tool, map[string]any{"packages": []string{p}}); !failed || !strings.Contains(text, "packages of this module") {
				t.Errorf("%s %q: %.300s", tool, p, text)
			}
		}
	}
	for _, args := range []map[string]any{{"name": "-flags"}, {"name": "evil.cfg"}, {"name": ""}, {"name": "nothing"}} {
		if _, text, failed := call(t, s, "explain", args); !failed {
			t.Errorf("explain %v: %.300s", args, text)
		}
	}
	for _, args := range []map[string]any{
		{"rules": []string{"o=x"}}, {"rules": []string{"nothing"}}, {"level": 7}, {"asvs": "4"}, {"severity": "x"}, {"other": 1},
	} {
		if _, text, failed := call(t, s, "check", args); !failed {
			t.Errorf("check %v: %.300s", args, text)
		}
	}
	if entries, err := os.ReadDir(m.dir); err != nil || len(entries) != 5 {
		t.Errorf("%v, %v", entries, err)
	}
	m.as = "rules"
	m.command("mcp", "x").want(t, 2, "", "mcp takes no arguments")
}
