// Package toolchain knows the Go release that built this program.
package toolchain

import (
	"errors"
	"fmt"
	"go/version"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
)

// Rebuild is the command that builds this program with the user's own Go.
const Rebuild = "go install github.com/sessionlint/sessionlint/cmd/sessionlint@latest"

// TooOld says what to do when a go directive ("1.28", "go1.28.1") asks for a
// newer language than the Go release that built this program knows; otherwise
// it is "".
func TooOld(directive string) string { return tooOld(directive, runtime.Version()) }

func tooOld(directive, have string) string {
	wanted := version.Lang("go" + strings.TrimPrefix(directive, "go"))
	have = version.Lang(have)
	if wanted == "" || have == "" || version.Compare(wanted, have) <= 0 {
		return ""
	}
	return fmt.Sprintf("the module asks for %s, but this program was built with %s: rebuild it with your Go (%s)", wanted, have, Rebuild)
}

// ErrNewerFormat says what to do when [IsNewerFormat].
var ErrNewerFormat = errors.New("the Go compiler in use is newer than this program can read: install the newest release (" + Rebuild + ")")

// IsNewerFormat reports whether err says that the compiler's export data has a
// format that is unknown here. It changes even between point releases of Go.
func IsNewerFormat(err error) bool { return strings.Contains(err.Error(), "export data version") }

var goLine = regexp.MustCompile(`(?m)^go\s+([0-9][^\s/]*)`)

// Directive returns the version in the go line of the nearest go.mod at or
// above dir, or "".
func Directive(dir string) string {
	for {
		data, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil {
			if m := goLine.FindSubmatch(data); m != nil {
				return string(m[1])
			}
			return ""
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}
