// Corpus judges a build of sessionlint on programs that nobody here wrote:
// against published advisories, before and after their fix, and against
// another build of itself.
//
//	go run ./internal/corpus score -tool sessionlint -root CHECKOUTS
//	go run ./internal/corpus compare -old OLD -new NEW DIR...
//	go run ./internal/corpus unknown -tool sessionlint DIR...
//
// The last counts what a build cannot decide, and why. All only read: they run
// the tool, in directories that the caller has laid out. CONTRIBUTING.md says how.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "corpus: %v\n", err)
		os.Exit(2)
	}
}

var errUsage = errors.New(`usage: corpus score -tool TOOL -root CHECKOUTS [-labels FILE] [-rule RULE] [-gosec] [-flags "-level=2 …"]
       corpus compare -old TOOL -new TOOL [-flags "-level=2 …"] one or more folders
       corpus unknown -tool TOOL [-flags "-level=2 …"] one or more folders`)

func run(args []string, out io.Writer) error {
	if len(args) == 0 {
		return errUsage
	}
	switch args[0] {
	case "score":
		return score(args[1:], out)
	case "compare":
		return compare(args[1:], out)
	case "unknown":
		return unknown(args[1:], out)
	}
	return errUsage
}

// newFlags returns the flags of a verb; a mistake in them is an error.
func newFlags(verb string) (flags *flag.FlagSet, extra func() []string) {
	flags = flag.NewFlagSet(verb, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	text := flags.String("flags", "", "flags of the tool, separated by spaces")
	return flags, func() []string { return strings.Fields(*text) }
}
