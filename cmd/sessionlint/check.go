package main

import (
	"errors"
	"flag"
	"fmt"
)

// checkFlags are the flags of the command.
type checkFlags struct {
	*ruleFlags
	format, out, dir, tags   string
	fix, diff, zero, version bool
	adopt                    adoptFlags
}

func (t *tool) newCheckFlags() *checkFlags {
	f := &checkFlags{ruleFlags: newRuleFlags(t.rules)}
	f.StringVar(&f.format, "f", "text", "output `format`: text, line, json, sarif or github")
	f.StringVar(&f.out, "o", "", "write the output to `file`")
	f.StringVar(&f.dir, "C", "", "change to `dir` first")
	f.StringVar(&f.tags, "tags", "", "build `tags`, comma-separated")
	f.BoolVar(&f.fix, "fix", false, "apply the first fix of each finding")
	f.BoolVar(&f.diff, "diff", false, "show what -fix would change; exit with 1 if anything")
	f.BoolVar(&f.zero, "exit-zero", false, "exit with 0 in spite of findings")
	f.adopt.define(f.FlagSet)
	f.BoolVar(&f.version, "version", false, "print the version")
	return f
}

// check is the command.
func (t *tool) check(args []string) int {
	flags := t.newCheckFlags()
	switch err := flags.parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return t.help()
	case err != nil:
		return t.fail("%v (-h lists the flags)", err)
	case flags.version:
		fmt.Fprintf(t.stdout, "sessionlint %s\n", version())
		return clean
	}
	run, err := t.prepare(flags)
	if err != nil {
		return t.fail("%v", err)
	}
	code, err := run.do()
	if err != nil {
		return t.fail("%v", err)
	}
	return code
}
