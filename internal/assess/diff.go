package assess

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/sessionlint/sessionlint/internal/report"
)

// Changes are what differs from an older assessment.
type Changes struct {
	Items []Change `json:"items"`
	New   []int    `json:"new"`  // findings that the older one did not have
	Gone  []Gone   `json:"gone"` // findings that only the older one had
}

// A Change is an item whose status is another one now.
type Change struct {
	ID      string `json:"id"`
	Edition string `json:"edition"`
	Title   string `json:"title"`
	From    Status `json:"from"` // "" if the older report did not have the item
	To      Status `json:"to"`
}

// Gone is a finding that is no more.
type Gone struct {
	Rule        string       `json:"rule"`
	Message     string       `json:"message"`
	Range       report.Range `json:"range"` // where it was
	Fingerprint string       `json:"fingerprint"`
}

// Worse reports whether an item lost ground or a finding is new.
func (c *Changes) Worse() bool {
	for _, i := range c.Items {
		if rank(i.To) < rank(i.From) {
			return true
		}
	}
	return len(c.New) > 0
}

func rank(s Status) int {
	switch s {
	case Met:
		return 3
	case Partly:
		return 2
	case Violated:
		return 0
	case "":
		return 0
	}
	return 1
}

// maxReport is the size of the largest report that is read.
const maxReport = 64 << 20

// Read reads an assessment from a file in the JSON format.
func Read(name string) (*Assessment, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxReport))
	if err != nil {
		return nil, err
	}
	a := new(Assessment)
	if err := json.Unmarshal(data, a); err != nil {
		return nil, fmt.Errorf("%s is no report in JSON: %w", name, err)
	}
	if a.Version != Version {
		return nil, fmt.Errorf("%s is of version %d, not %d", name, a.Version, Version)
	}
	for _, n := range a.Findings {
		if n < 0 || n >= len(a.Sites) || a.Sites[n] == nil {
			return nil, fmt.Errorf("%s names a site that it does not have", name)
		}
	}
	return a, nil
}

// Compare fills in what has changed since an older assessment.
func (a *Assessment) Compare(old *Assessment) error {
	if old.Edition != a.Edition || old.Level != a.Level {
		return fmt.Errorf("the older report is about ASVS %s level %d, this one about %s level %d", old.Edition, old.Level, a.Edition, a.Level)
	}
	before := make(map[string]Status)
	for _, s := range old.Sections {
		for _, i := range s.Items {
			before[i.Edition+" "+i.ID] = i.Status
		}
	}
	c := &Changes{Items: []Change{}, New: []int{}, Gone: []Gone{}}
	for _, s := range a.Sections {
		for _, i := range s.Items {
			if was := before[i.Edition+" "+i.ID]; was != i.Status {
				c.Items = append(c.Items, Change{i.ID, i.Edition, i.Title, was, i.Status})
			}
		}
	}
	was, is := fingerprints(old), fingerprints(a)
	for _, n := range a.Findings {
		if !was[a.Sites[n].Fingerprint] {
			c.New = append(c.New, n)
		}
	}
	for _, n := range old.Findings {
		if s := old.Sites[n]; !is[s.Fingerprint] {
			c.Gone = append(c.Gone, Gone{s.Rule, s.Message, s.Range, s.Fingerprint})
		}
	}
	a.Changes = c
	return nil
}

func fingerprints(a *Assessment) map[string]bool {
	set := make(map[string]bool)
	for _, n := range a.Findings {
		set[a.Sites[n].Fingerprint] = true
	}
	return set
}

// writeJSON writes the assessment as one object.
func writeJSON(out io.Writer, a *Assessment) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(a); err != nil {
		return err
	}
	_, err := out.Write(b.Bytes())
	return err
}
