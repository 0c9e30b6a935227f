package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"

	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/catalogue/show"
	"github.com/sessionlint/sessionlint/internal/fix"
	"github.com/sessionlint/sessionlint/internal/spell"
)

// exportCatalogue prints the requirements for other programs.
func (t *tool) exportCatalogue(args []string) int {
	flags := flag.NewFlagSet("sessionlint catalogue", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	format := flags.String("f", "markdown", "output `format`: json, yaml or markdown")
	name := flags.String("o", "", "write the output to `file`")
	edition := flags.String("asvs", "", "only items of this `edition`: 4.0.3, 5.0 or further")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintln(t.stdout, "usage: sessionlint catalogue [flags]")
		t.printFlags(flags, func(*flag.Flag) bool { return true })
		return clean
	case err != nil:
		return t.fail("%v (-h lists the flags)", err)
	case flags.NArg() > 0:
		return t.fail("catalogue takes no arguments (sessionlint explain %s shows single items)", flags.Arg(0))
	case !slices.Contains(show.Formats(), *format):
		return t.fail("unknown format %q%s: want one of %v", *format, spell.DidYouMean(*format, show.Formats()), show.Formats())
	}
	items, err := catalogue.Items()
	if err != nil {
		return t.fail("%v", err)
	}
	if *edition != "" {
		if items = catalogue.Of(items, catalogue.Edition(*edition), 3); len(items) == 0 {
			return t.fail("unknown edition %q: want 4.0.3, 5.0 or further", *edition)
		}
	}
	var out bytes.Buffer
	if err := show.Export(&out, *format, items); err != nil {
		return t.fail("%v", err)
	}
	if *name != "" {
		err = fix.WriteFile(*name, out.Bytes(), 0o644)
	} else {
		_, err = t.stdout.Write(out.Bytes())
	}
	if err != nil {
		return t.fail("%v", err)
	}
	return clean
}
