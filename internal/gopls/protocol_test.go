package gopls

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

type span struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

type edit struct {
	Range   span   `json:"range"`
	NewText string `json:"newText"`
}

type diagnostic struct {
	Range           span   `json:"range"`
	Severity        int    `json:"severity"`
	Source          string `json:"source"`
	Code            string `json:"code"`
	CodeDescription struct {
		Href string `json:"href"`
	} `json:"codeDescription"`
	Message            string `json:"message"`
	RelatedInformation []struct {
		Location struct {
			URI   string `json:"uri"`
			Range span   `json:"range"`
		} `json:"location"`
		Message string `json:"message"`
	} `json:"relatedInformation"`

	raw json.RawMessage
}

func (d diagnostic) String() string {
	return fmt.Sprintf("%d: %s (%s)", d.Range.Start.Line+1, d.Message, d.Source)
}

// readFrame returns the next message.
func readFrame(r *bufio.Reader) ([]byte, error) {
	length := 0
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return nil, err
		}
		if line == "\r\n" {
			body := make([]byte, length)
			_, err := io.ReadFull(r, body)
			return body, err
		}
		fmt.Sscanf(line, "Content-Length: %d", &length)
	}
}
