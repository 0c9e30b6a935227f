package baseline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

// maxSize is that of the largest file that is read: some 200,000 findings.
const maxSize = 64 << 20

// A Baseline says which findings are known.
type Baseline struct {
	findings []Finding
	known    map[string]bool
	met      map[string]bool
}

// New returns the baseline of a list.
func New(list []Finding) *Baseline {
	b := &Baseline{findings: list, known: make(map[string]bool), met: make(map[string]bool)}
	for _, f := range list {
		b.known[f.Fingerprint] = true
	}
	return b
}

// Read returns the baseline in a file.
func Read(name string) (*Baseline, error) {
	data, err := load(name)
	if err != nil {
		return nil, err
	}
	var file struct {
		Version  int       `json:"version"`
		Findings []Finding `json:"findings"`
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&file); err != nil {
		return nil, explain(name, data, err)
	}
	switch _, err := dec.Token(); {
	case !errors.Is(err, io.EOF):
		return nil, fmt.Errorf("baseline %s: line %d: there is more than one JSON value", name, lineOf(data, dec.InputOffset()))
	case file.Version == 0:
		return nil, fmt.Errorf("baseline %s: no version; -write-baseline writes a new file", name)
	case file.Version != version:
		return nil, fmt.Errorf("baseline %s: version %d is newer than this program, which reads version %d", name, file.Version, version)
	}
	for i, f := range file.Findings {
		if f.Fingerprint == "" {
			return nil, fmt.Errorf("baseline %s: finding %d has no fingerprint", name, i+1)
		}
	}
	return New(file.Findings), nil
}

// load reads a regular file that is not absurdly large.
func load(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("baseline %s does not exist; -write-baseline writes it", name)
	case err != nil:
		return nil, fmt.Errorf("baseline: %w", err)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("baseline %s is not a regular file", name)
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("baseline: %w", err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxSize+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("baseline: %w", err)
	case len(data) > maxSize:
		return nil, fmt.Errorf("baseline %s is larger than %d MB", name, maxSize>>20)
	}
	return data, nil
}

// explain says where a file is no JSON, or not ours.
func explain(name string, data []byte, err error) error {
	if i := bytes.Index(data, []byte("<<<<<<<")); i >= 0 {
		return fmt.Errorf("baseline %s: line %d: unresolved merge; keep the lines of both sides", name, lineOf(data, int64(i)))
	}
	offset := int64(len(data))
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
		offset = syntax.Offset
	}
	if kind := (*json.UnmarshalTypeError)(nil); errors.As(err, &kind) {
		return fmt.Errorf("baseline %s: line %d: %s where %s is expected", name, lineOf(data, kind.Offset), kind.Value, kind.Type)
	}
	return fmt.Errorf("baseline %s: line %d: %w", name, lineOf(data, offset), err)
}

func lineOf(data []byte, offset int64) int {
	return 1 + bytes.Count(data[:min(offset, int64(len(data)))], []byte("\n"))
}

// Known reports whether the baseline lists a finding, which is then met.
func (b *Baseline) Known(fingerprint string) bool {
	if !b.known[fingerprint] {
		return false
	}
	b.met[fingerprint] = true
	return true
}

// Stale returns the findings that were not met, where looked says that the
// place was looked at.
func (b *Baseline) Stale(looked func(Finding) bool) []Finding {
	var list []Finding
	for _, f := range b.findings {
		if !b.met[f.Fingerprint] && looked(f) {
			list = append(list, f)
		}
	}
	return list
}
