package sessionlint_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// An action is the file action.yml.
type action struct {
	Inputs map[string]struct{ Description, Default string }
	Runs   struct {
		Using string
		Steps []struct {
			ID, If, Shell, Run, Uses string
			Env, With                map[string]string
		}
	}
}

func readYAML(t *testing.T, name string, into any) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(data)
}

// TestCIFiles parses what we offer to CI systems, and the shell in it.
func TestCIFiles(t *testing.T) {
	names, err := filepath.Glob("docs/examples/ci/*")
	if err != nil || len(names) < 6 {
		t.Fatalf("%v %v", names, err)
	}
	for _, name := range append(names, "action.yml", ".pre-commit-hooks.yaml") {
		if strings.HasSuffix(name, ".sh") {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			checkShell(t, name, string(data))
			continue
		}
		var tree any
		readYAML(t, name, &tree)
		for _, script := range scripts(tree) {
			if strings.Contains(script, "${{") {
				t.Errorf("%s: an expression in a script lets others write shell: %s", name, script)
			}
			checkShell(t, name, script)
		}
	}
}

// scripts returns the shell in a tree of YAML.
func scripts(tree any) []string {
	var list []string
	switch tree := tree.(type) {
	case []any:
		for _, item := range tree {
			list = append(list, scripts(item)...)
		}
	case map[string]any:
		for key, value := range tree {
			text, isText := value.(string)
			lines, isList := value.([]any)
			switch {
			case key == "run" && isText:
				list = append(list, text)
			case strings.HasSuffix(key, "script") && isList:
				for _, line := range lines {
					list = append(list, line.(string))
				}
			default:
				list = append(list, scripts(value)...)
			}
		}
	}
	return list
}

func checkShell(t *testing.T, name, script string) {
	t.Helper()
	cmd := exec.Command("bash", "-n")
	cmd.Stdin = strings.NewReader(script)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s\n%s", name, err, out, script)
	}
}

// Every input of the action is used, and every one that is used exists.
func TestActionInputs(t *testing.T) {
	var a action
	text := readYAML(t, "action.yml", &a)
	used := map[string]bool{}
	for _, m := range regexp.MustCompile(`inputs\.([\w-]+)`).FindAllStringSubmatch(text, -1) {
		used[m[1]] = true
		if _, ok := a.Inputs[m[1]]; !ok {
			t.Errorf("no input %s", m[1])
		}
	}
	for name, input := range a.Inputs {
		if !used[name] || input.Description == "" {
			t.Errorf("input %s: used %t, description %q", name, used[name], input.Description)
		}
	}
	for _, step := range a.Runs.Steps {
		if (step.Run == "") == (step.Uses == "") || (step.Run == "") != (step.Shell == "") {
			t.Errorf("%+v", step)
		}
	}
	var hooks []struct{ ID, Entry, Language string }
	readYAML(t, ".pre-commit-hooks.yaml", &hooks)
	for _, hook := range hooks {
		if !strings.HasPrefix(hook.Entry, "sessionlint") || hook.Language != "golang" {
			t.Errorf("%+v", hook)
		}
	}
	var config struct {
		Repos []struct{ Hooks []struct{ ID string } }
	}
	readYAML(t, "docs/examples/ci/pre-commit-config.yaml", &config)
	if id := config.Repos[0].Hooks[0].ID; id != hooks[1].ID {
		t.Errorf("no hook %s", id)
	}
}

// TestAction runs the shell of the action on examples/shop, as GitHub does.
func TestAction(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command and analyses examples/shop")
	}
	var a action
	readYAML(t, "action.yml", &a)
	temp, root := t.TempDir(), repository(t)
	output := filepath.Join(temp, "output")
	values := strings.NewReplacer("${{ github.action_path }}", root, "${{ runner.temp }}", temp,
		"${{ inputs.working-directory }}", "examples/shop", "${{ inputs.flags }}", "-level=2 -asvs=5.0", "${{ inputs.packages }}", a.Inputs["packages"].Default)
	empty := regexp.MustCompile(`\$\{\{ inputs\.[\w-]+ \}\}`)
	for i, step := range a.Runs.Steps {
		if step.Run == "" {
			continue
		}
		cmd := exec.Command("bash", "-c", step.Run)
		cmd.Dir, cmd.Env = root, append(os.Environ(), "GITHUB_OUTPUT="+output)
		for name, value := range step.Env {
			cmd.Env = append(cmd.Env, name+"="+empty.ReplaceAllString(values.Replace(value), ""))
		}
		out, err := cmd.CombinedOutput()
		if last := i == len(a.Runs.Steps)-1; (err != nil) != last {
			t.Fatalf("step %d: %v\n%s", i, err, out)
		}
		if step.ID == "check" && !strings.Contains(string(out), "::error file=examples/shop/internal/web/old.go,line=") {
			t.Errorf("no annotations:\n%s", out)
		}
	}
	data, err := os.ReadFile(output)
	if err != nil || !strings.Contains(string(data), "\nexit-code=1\n") || !strings.Contains(string(data), "\nsarif-file="+temp) {
		t.Errorf("%s %v", data, err)
	}
	sarif, err := os.ReadFile(filepath.Join(temp, "sessionlint", "sessionlint.sarif"))
	if err != nil || !json.Valid(sarif) || !strings.Contains(string(sarif), `"uri": "examples/shop/internal/web/old.go"`) {
		t.Errorf("%v in %s", err, sarif)
	}
}

// repository is the root of this one; the action names files from there.
func repository(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, ".git")); err != nil {
		t.Skip("not in a repository")
	}
	return dir
}

// The jq program of the GitLab example makes a Code Quality report.
func TestGitLabReport(t *testing.T) {
	if _, err := exec.LookPath("jq"); err != nil {
		t.Skip(err)
	}
	var ci struct{ Sessionlint struct{ Script []string } }
	readYAML(t, "docs/examples/ci/gitlab-ci.yml", &ci)
	i := slices.IndexFunc(ci.Sessionlint.Script, func(line string) bool { return strings.HasPrefix(line, "jq ") })
	dir := t.TempDir()
	events := `{"config":{"version":1}}
{"site":{"rule":"r","finding":false,"message":"no"}}
{"site":{"rule":"r","finding":true,"message":"m","fingerprint":"f","severity":"error","range":{"file":"a.go","start":{"line":3,"column":4},"end":{"line":5,"column":6}}}}
`
	if err := os.WriteFile(filepath.Join(dir, "sessionlint.json"), []byte(events), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("bash", "-c", ci.Sessionlint.Script[i])
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "gl-code-quality-report.json"))
	var report []struct {
		Description, Severity, Fingerprint string
		Location                           struct {
			Path      string
			Positions struct{ Begin struct{ Line int } }
		}
	}
	if err != nil || json.Unmarshal(data, &report) != nil || len(report) != 1 {
		t.Fatalf("%v %s", err, data)
	}
	if r := report[0]; r.Description != "m" || r.Severity != "critical" || r.Fingerprint != "f" || r.Location.Path != "a.go" || r.Location.Positions.Begin.Line != 3 {
		t.Errorf("%+v", r)
	}
}
