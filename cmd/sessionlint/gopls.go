package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/sessionlint/sessionlint/internal/gopls"
)

const usageOfGopls = `usage: sessionlint gopls [flags]

Builds a gopls that reports what sessionlint finds, while you type, and prints
the setting that makes your editor use it. It needs the go command and a Go
module proxy. Run it again when gopls or sessionlint has a new release.

`

// gopls builds a language server with our rules.
func (t *tool) gopls(args []string) int {
	flags := flag.NewFlagSet("gopls", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	version := flags.String("version", "latest", "build this `version` of gopls")
	out := flags.String("o", "", "write the program to `file` (default: gopls-sessionlint, where go install puts programs)")
	dir := flags.String("module", "", "take the rules from the source in `dir`, not from the release of this program")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(t.stdout, usageOfGopls)
		flags.SetOutput(t.stdout)
		flags.PrintDefaults()
		return clean
	case err != nil:
		return t.fail("gopls: %v (-h lists the flags)", err)
	case flags.NArg() > 0:
		return t.fail("gopls: unexpected argument %q", flags.Arg(0))
	}
	if err := t.buildGopls(*version, *out, *dir); err != nil {
		return t.fail("%v", err)
	}
	return clean
}

func (t *tool) buildGopls(version, out, dir string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	source, err := gopls.SourceOf(dir)
	if err != nil {
		return err
	}
	if out == "" {
		if out, err = gopls.DefaultOut(ctx); err != nil {
			return err
		}
	}
	if out, err = filepath.Abs(out); err != nil {
		return err
	}
	fmt.Fprintf(t.stderr, "building gopls (%s) with the rules of %s; this can take minutes\n", version, source)
	built, err := gopls.Build(ctx, gopls.Config{Version: version, Source: source, Out: out})
	if err != nil {
		return err
	}
	fmt.Fprintf(t.stdout, "%s\n\nThis is gopls %s. Make your editor start it instead of gopls:\n\n%s", out, built, gopls.Settings(out))
	return nil
}
