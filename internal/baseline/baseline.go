// Package baseline remembers the findings of old code in a file, so that only
// new ones are reported.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/sessionlint/sessionlint/internal/fix"
)

// version is that of the file format.
const version = 1

// A Finding is one that is known. Only the fingerprint counts; the rest is for
// people who review the file.
type Finding struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	Category    string `json:"category,omitempty"`
	Package     string `json:"package"`
	File        string `json:"file"`
	Function    string `json:"function,omitempty"`
	Message     string `json:"message"`
}

func compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Package, b.Package), cmp.Compare(a.File, b.File), cmp.Compare(a.Function, b.Function),
		cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Category, b.Category), cmp.Compare(a.Fingerprint, b.Fingerprint),
	)
}

// Write puts findings into a file, sorted, one a line, so that a change of
// one finding is a change of one line. The file is complete or, on error, as
// it was before.
func Write(name string, list []Finding) error {
	list = slices.Clone(list)
	slices.SortFunc(list, compare)
	list = slices.CompactFunc(list, func(a, b Finding) bool { return a.Fingerprint == b.Fingerprint })
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n  \"version\": %d,\n  \"findings\": [", version)
	for i, f := range list {
		line, err := encode(f)
		if err != nil {
			return err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		fmt.Fprintf(&out, "\n    %s", line)
	}
	if len(list) > 0 {
		out.WriteString("\n  ")
	}
	out.WriteString("]\n}\n")
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	return fix.WriteFile(name, out.Bytes(), permissions(name))
}

// permissions are kept.
func permissions(name string) os.FileMode {
	if info, err := os.Stat(name); err == nil {
		return info.Mode().Perm()
	}
	return 0o644
}

// encode is json.Marshal that leaves <, > and & readable.
func encode(f Finding) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(f)
	return bytes.TrimSpace(out.Bytes()), err
}
