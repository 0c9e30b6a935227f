package report

import (
	"bytes"
	"encoding/json"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// objections holds a document against the schema of OASIS, formats included.
func objections(t *testing.T, document []byte) error {
	t.Helper()
	file, err := os.Open("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	schema, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource(sarifSchema, schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile(sarifSchema)
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	return compiled.Validate(value)
}

// The validator would find faults.
func TestSchemaBites(t *testing.T) {
	for _, document := range []string{
		`{"version":"2.1.0"}`,
		`{"version":"2.1.0","runs":[{"tool":{"driver":{}}}]}`,
		`{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x","informationUri":"no uri"}}}]}`,
		`{"version":"2.1.0","runs":[],"more":1}`,
	} {
		if objections(t, []byte(document)) == nil {
			t.Errorf("valid: %s", document)
		}
	}
}

// hostile are names and texts that people who attack a report would choose.
func hostile() []string {
	return []string{
		"plain", "a b", "ä😀世", "a:b", "a,b", "100%", "%0A::error::x", "a\nb", "a\r\nb::error ::x", "\x1b[31m", "\xff\xfe",
		"a\u202eb", "[x](http://evil.example)", "[x](1)", "{0}", "<script>", `"'\`, "a#b?c=d", "::error::x", "-rf", "~", "$(id)", "`id`",
	}
}

// A scene is a directory with a file of every hostile name, and a finding in
// each whose texts are hostile, too.
func scene(t *testing.T) (*Sources, []*Site) {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o777); err != nil {
		t.Fatal(err)
	}
	sources := NewSources(dir)
	var sites []*Site
	for _, name := range hostile() {
		path := filepath.Join(dir, name+".go")
		source := "package p\n\nfunc (t *T[K]) f() {\n\t_ = \"😀\" + bad(`" + strings.ReplaceAll(name, "`", "") + "`) // " + strings.ReplaceAll(name, "\n", " ") + "\n}\n"
		if err := os.WriteFile(path, []byte(source), 0o666); err != nil {
			t.Skip(err)
		}
		at := func(line, from, to int) Range {
			return sources.Range(token.Position{Filename: path, Line: line, Column: from}, token.Position{Filename: path, Line: line, Column: to})
		}
		site := &Site{
			Rule: "r", Package: "example.com/p", Verdict: "violation", Finding: true, Confidence: "likely", Severity: "error",
			Category: "c", Message: name + " is bad", Subject: name, URL: "https://example.com/r#c", Range: at(4, 15, 18),
			Steps: []Step{{name, at(1, 1, 8)}, {"then " + name, at(3, 1, 5)}},
			Fixes: []Fix{{name, []Edit{{at(4, 15, 18), name}}}},
		}
		sources.identify(site)
		sites = append(sites, site)
	}
	return sources, sites
}

// run feeds a handler.
func run(t *testing.T, format string, sources *Sources, style Style, sites []*Site, problems ...Problem) string {
	t.Helper()
	var out bytes.Buffer
	h, err := New(format, &out, sources, style)
	if err != nil {
		t.Fatal(err)
	}
	config := &Config{
		Tool: "sessionlint", ToolVersion: "v1.2.3", Rules: []Rule{
			{Name: "q", Severity: "info"},
			{
				Name: "r", Title: "report bad", ASVS4: "3.4.1", ASVS5: "3.3.1", CWE: []int{79, 614}, Severity: "error",
				URL: "https://example.com/r", Manual: "report bad\n\nText.\n\n# Bad\n\n\tx := bad()\n",
			},
		},
	}
	var tally Tally
	if err := h.Config(config); err != nil {
		t.Fatal(err)
	}
	for _, s := range sites {
		tally.Add(s)
		if err := h.Site(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := h.Summary(tally.Summary(1, config.Rules, problems)); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// decoded runs -f sarif and reads the only run of the document.
func decoded(t *testing.T, sources *Sources, accepted bool, sites []*Site, problems ...Problem) sarifRun {
	t.Helper()
	document := run(t, "sarif", sources, Style{Accepted: accepted}, sites, problems...)
	if err := objections(t, []byte(document)); err != nil {
		t.Errorf("%v\n%s", err, document)
	}
	var log sarifLog
	if err := json.Unmarshal([]byte(document), &log); err != nil || len(log.Runs) != 1 {
		t.Fatalf("%v in %s", err, document)
	}
	return log.Runs[0]
}
