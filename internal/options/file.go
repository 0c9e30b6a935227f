package options

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/spell"
)

// A File is a configuration file that was read without errors.
type File struct {
	Path   string
	values []setting
	rules  map[string]Rule
}

// A setting is a key of the file with the text of its value.
type setting struct {
	key  key
	text string
}

// A Rule is what a configuration file says about one rule.
type Rule struct {
	On    *bool              // nil: as the level says
	Flags map[string]Setting // values of the rule's own flags
}

// A Setting is the value of a rule's own flag, and where it was said.
type Setting struct {
	Text  string
	Where string // "/x/.sessionlint.yaml:7"
}

// Load reads a configuration file. Errors name file, line and key.
func Load(path string) (*File, error) {
	data, err := Read(path)
	if err != nil {
		return nil, err
	}
	return parse(path, data)
}

func parse(path string, data []byte) (*File, error) {
	var document yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	file := &File{Path: path, rules: map[string]Rule{}}
	switch err := decoder.Decode(&document); {
	case errors.Is(err, io.EOF):
		return file, nil // empty
	case err != nil:
		return nil, syntaxError(path, err)
	}
	switch err := decoder.Decode(&yaml.Node{}); {
	case err == nil:
		return nil, fmt.Errorf("%s: more than one YAML document", path)
	case !errors.Is(err, io.EOF):
		return nil, syntaxError(path, err)
	}
	if err := file.read(document.Content[0]); err != nil {
		return nil, err
	}
	return file, nil
}

// syntaxError turns `yaml: line 3: …` into the form of our own errors.
func syntaxError(path string, err error) error {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	var line int
	if _, scanErr := fmt.Sscanf(message, "line %d:", &line); scanErr == nil {
		_, rest, _ := strings.Cut(message, ": ")
		return fmt.Errorf("%s:%d: %s", path, line, rest)
	}
	return fmt.Errorf("%s: %s", path, message)
}

// read interprets the mapping at the top of the file.
func (f *File) read(top *yaml.Node) error {
	if top.Kind == yaml.ScalarNode && top.Tag == "!!null" {
		return nil // nothing but comments
	}
	known := keys()
	return f.pairs(top, "the file", func(name, value *yaml.Node) error {
		if name.Value == "rules" {
			return f.pairs(value, "rules", f.readRule)
		}
		i := slices.IndexFunc(known, func(k key) bool { return k.name == name.Value })
		if i < 0 {
			names := []string{"rules"}
			for _, k := range known {
				names = append(names, k.name)
			}
			return f.errorf(name, "unknown key %q%s", name.Value, spell.DidYouMean(name.Value, names))
		}
		return f.readKey(known[i], name, value)
	})
}

func (f *File) readKey(k key, name, value *yaml.Node) error {
	if k.flagOnly != "" {
		return f.errorf(name, "%q can only be given as a flag: %s", k.name, k.flagOnly)
	}
	text, err := plain(value)
	switch {
	case err != nil:
		return f.errorf(value, "%s: %w", k.name, err)
	case k.kind == boolean && value.Tag != "!!bool":
		return f.errorf(value, "%s: want true or false, have %q", k.name, text)
	case k.kind != list && value.Kind == yaml.SequenceNode:
		return f.errorf(value, "%s: want one value, have a list", k.name)
	}
	if err := k.set(Default(), text); err != nil {
		return f.errorf(value, "%s: %w, have %q", k.name, err, text)
	}
	f.values = append(f.values, setting{k, text})
	return nil
}

// readRule interprets `RULE: true`, `RULE: false` and `RULE: {flag: value}`.
func (f *File) readRule(name, value *yaml.Node) error {
	if err := checkRule(name.Value); err != nil {
		return f.errorf(name, "%w", err)
	}
	if value.Kind == yaml.ScalarNode && value.Tag == "!!bool" {
		on := strings.EqualFold(value.Value, "true")
		f.rules[name.Value] = Rule{On: &on}
		return nil
	}
	if value.Kind != yaml.MappingNode {
		return f.errorf(value, "%s: want true, false or a map of its flags", name.Value)
	}
	flags := map[string]Setting{}
	f.rules[name.Value] = Rule{Flags: flags}
	return f.pairs(value, name.Value, func(flag, value *yaml.Node) error {
		text, err := plain(value)
		if err != nil {
			return f.errorf(value, "%s.%s: %w", name.Value, flag.Value, err)
		}
		flags[flag.Value] = Setting{Text: text, Where: fmt.Sprintf("%s:%d", f.Path, value.Line)}
		return nil
	})
}

// checkRule reports a name that is no rule.
func checkRule(name string) error {
	if known := catalogue.RuleNames(); !slices.Contains(known, name) {
		return fmt.Errorf("unknown rule %q%s", name, spell.DidYouMean(name, known))
	}
	return nil
}

// Tests reports whether the file asks for test files.
func (f *File) Tests() bool {
	o := Default()
	f.apply(o)
	return o.Tests
}

func (f *File) apply(o *Options) {
	for _, s := range f.values {
		_ = s.key.set(o, s.text) // was tried when the file was read
	}
	o.Rules = f.rules
}
