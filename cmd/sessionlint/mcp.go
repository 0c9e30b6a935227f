package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

const mcpInstructions = `Sessionlint finds session-management vulnerabilities in the Go module that the server was started in.
Call check after changing code that deals with logins, cookies, sessions or tokens; call explain with the rule of a finding to learn
why it matters and how to fix it; call report for an assessment against OWASP ASVS chapter V3. A finding has every step proven: fix
it rather than silencing it. If it is right but accepted, //sessionlint:ignore RULE reason on the line above records that.`

// serve answers coding agents over the Model Context Protocol, on standard
// input and output.
func (t *tool) serve(args []string) int {
	if len(args) > 0 {
		return t.fail("mcp takes no arguments: it serves the module in the working directory, on standard input and output")
	}
	exe, err := os.Executable()
	if err != nil {
		return t.fail("%v", err)
	}
	dir, err := os.Getwd()
	if err == nil {
		dir, err = filepath.EvalSymlinks(dir)
	}
	if err != nil {
		return t.fail("%v", err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	server := newServer(&workshop{exe: exe, dir: dir})
	if err := server.Run(ctx, &mcp.StdioTransport{}); err != nil && !errors.Is(err, context.Canceled) {
		return t.fail("%v", err)
	}
	return clean
}

func newServer(w *workshop) *mcp.Server {
	server := mcp.NewServer(&mcp.Implementation{Name: "sessionlint", Title: "Sessionlint", Version: version()},
		&mcp.ServerOptions{Instructions: mcpInstructions})
	reads := &mcp.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true}
	mcp.AddTool(server, &mcp.Tool{
		Name: "check", Title: "Check session management", Annotations: reads,
		Description: "Find session-management vulnerabilities in Go packages of this module. Findings are proven; places that could not be decided are only counted.",
	}, w.check)
	mcp.AddTool(server, &mcp.Tool{
		Name: "explain", Title: "Explain a rule or requirement", Annotations: reads,
		Description: "The manual of a rule (cookiesecure), or what an OWASP ASVS item (3.3.1, 7.4.1) or weakness (CWE-613) asks for, with bad and good Go code.",
	}, w.explain)
	mcp.AddTool(server, &mcp.Tool{
		Name: "report", Title: "Assess against the ASVS", Annotations: reads,
		Description: "Assess packages of this module against OWASP ASVS session management: for each item whether it is implemented, and the lines that prove it.",
	}, w.report)
	return server
}

// A workshop runs this program on one module. Every call is a process of its
// own: nothing of one stays for the next, and what is too much for one does not
// end the server.
type workshop struct{ exe, dir string }

// run calls the command. What it says about packages that cannot be analysed
// is in complaint; an error means that there is no answer.
func (w *workshop) run(ctx context.Context, args ...string) (out, complaint string, err error) {
	cmd := exec.CommandContext(ctx, w.exe, args...)
	cmd.Dir = w.dir
	var stdout, stderr strings.Builder
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && ctx.Err() == nil {
		if exit.ExitCode() == findings || stdout.Len() > 0 {
			err = nil
		} else {
			err = errors.New(strings.TrimSpace(stderr.String()))
		}
	}
	return stdout.String(), strings.TrimSpace(stderr.String()), err
}

// patterns returns those of a request, or why they are refused: the server
// looks at its own module only.
func (w *workshop) patterns(asked []string) ([]string, error) {
	if len(asked) == 0 {
		return []string{"./..."}, nil
	}
	for _, p := range asked {
		if err := w.inside(p); err != nil {
			return nil, err
		}
	}
	return asked, nil
}

func (w *workshop) inside(pattern string) error {
	refused := fmt.Errorf("packages %q: want packages of this module, such as ./... or ./internal/web", pattern)
	path := filepath.FromSlash(pattern)
	if pattern != "." && !strings.HasPrefix(pattern, "./") || !filepath.IsLocal(path) || strings.ContainsAny(pattern, "\x00\n") {
		return refused
	}
	if strings.HasSuffix(pattern, ".cfg") { // a request of the go command, which may read and write anything
		return refused
	}
	before, _, _ := strings.Cut(path, "...")
	real, err := filepath.EvalSymlinks(filepath.Join(w.dir, filepath.Clean(before)))
	if err != nil { // the directory ends in the middle of its name, or does not exist
		real, err = filepath.EvalSymlinks(filepath.Join(w.dir, filepath.Dir(filepath.Clean(before))))
	}
	if err != nil {
		return refused
	}
	if rel, err := filepath.Rel(w.dir, real); err != nil || !filepath.IsLocal(rel) {
		return refused
	}
	return nil
}
