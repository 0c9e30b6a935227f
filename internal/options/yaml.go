package options

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// pairs calls do for each key and value of a mapping; what names the mapping.
func (f *File) pairs(mapping *yaml.Node, what string, do func(name, value *yaml.Node) error) error {
	if mapping.Kind != yaml.MappingNode {
		return f.errorf(mapping, "%s: want keys and values", what)
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		name, value := mapping.Content[i], mapping.Content[i+1]
		if name.Kind != yaml.ScalarNode {
			return f.errorf(name, "%s: a key must be a word", what)
		}
		if seen[name.Value] {
			return f.errorf(name, "key %q is given twice", name.Value)
		}
		seen[name.Value] = true
		if err := do(name, value); err != nil {
			return err
		}
	}
	return nil
}

// plain returns the text of a scalar, or of the scalars of a list, joined by
// commas.
func plain(value *yaml.Node) (string, error) {
	switch {
	case value.Kind == yaml.ScalarNode && value.Tag == "!!null":
		return "", errors.New("has no value")
	case value.Kind == yaml.ScalarNode:
		return value.Value, nil
	case value.Kind != yaml.SequenceNode:
		return "", errors.New("want a word or a list of words")
	}
	var words []string
	for _, element := range value.Content {
		if element.Kind != yaml.ScalarNode || element.Tag == "!!null" {
			return "", errors.New("want a word or a list of words")
		}
		words = append(words, element.Value)
	}
	return strings.Join(words, ","), nil
}

func (f *File) errorf(at *yaml.Node, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", f.Path, at.Line, fmt.Errorf(format, args...))
}
