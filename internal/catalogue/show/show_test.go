package show

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/sessionlint/sessionlint/internal/catalogue"
)

func items(t *testing.T) []*catalogue.Item {
	list, err := catalogue.Items()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestExport reads back what is exported: JSON and YAML say the same.
func TestExport(t *testing.T) {
	var asJSON, asYAML []Entry
	var out bytes.Buffer
	if err := Export(&out, "json", items(t)); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out.Bytes(), &asJSON); err != nil {
		t.Fatal(err)
	}
	out.Reset()
	if err := Export(&out, "yaml", items(t)); err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(out.Bytes(), &asYAML); err != nil {
		t.Fatal(err)
	}
	if len(asJSON) != len(items(t)) || !reflect.DeepEqual(asJSON, asYAML) {
		t.Errorf("%d entries in JSON, %d in YAML", len(asJSON), len(asYAML))
	}
	for _, key := range []string{"id: 3.3.1", "level: 1", "category: ", "requirement: ", "cwe: [", "description: ", "implementation_guide: ", "code_examples:", "rules: [", "edition: "} {
		if !strings.Contains(out.String(), key) {
			t.Errorf("YAML lacks %q", key)
		}
	}
	out.Reset()
	if err := Export(&out, "markdown", items(t)); err != nil || !strings.Contains(out.String(), "### 3.3.1 Logout") {
		t.Errorf("%v in %s", err, out.String())
	}
}

func TestTerminal(t *testing.T) {
	var out bytes.Buffer
	Terminal(&out, catalogue.Find(items(t), "3.2.3")[0], 60)
	for _, want := range []string{
		"Browsers keep tokens in protected cookies\nASVS 4.0.3 3.2.3 (V3.2 Session binding), from level 1,\nCWE-922, CWE-539; see 5.0 14.3.3, 5.0 3.3.4\n",
		"\n    const page = `<script>", "\n  - A front end in another repository", "What is looked at: scripts",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in %s", want, out.String())
		}
	}
	for _, line := range strings.Split(out.String(), "\n") {
		if len(line) > 60 && !strings.HasPrefix(line, "    ") {
			t.Errorf("wide: %q", line)
		}
	}
}
