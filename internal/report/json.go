package report

import (
	"encoding/json"
	"io"
)

// jsonLines writes each event as one line: an object with one field, named
// after the event.
type jsonLines struct{ enc *json.Encoder }

func newJSON(out io.Writer) *jsonLines {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return &jsonLines{enc}
}

type event struct {
	Config   *Config   `json:"config,omitempty"`
	Progress *Progress `json:"progress,omitempty"`
	Site     *Site     `json:"site,omitempty"`
	Summary  *Summary  `json:"summary,omitempty"`
}

func (j *jsonLines) Config(c *Config) error     { return j.enc.Encode(event{Config: c}) }
func (j *jsonLines) Progress(p *Progress) error { return j.enc.Encode(event{Progress: p}) }
func (j *jsonLines) Site(s *Site) error         { return j.enc.Encode(event{Site: s}) }
func (j *jsonLines) Summary(s *Summary) error   { return j.enc.Encode(event{Summary: s}) }
