package main

import (
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/toolchain"
	"github.com/sessionlint/sessionlint/internal/unit"
)

// unit analyses one package for go vet or go fix.
func (t *tool) unit(args []string, config string) int {
	flags := newRuleFlags(t.rules)
	r := &unit.Runner{Stdout: t.stdout, Stderr: t.stderr}
	flags.BoolVar(&r.JSON, "json", false, "print JSON")
	flags.BoolVar(&r.Fix, "fix", false, "apply fixes")
	flags.BoolVar(&r.Diff, "diff", false, "with -fix, print a diff instead")
	if err := flags.parse(args); err != nil {
		return t.fail("%v", err)
	}
	r.Analyzers, r.Own = flags.selected(), flags.own()
	return r.Run(config)
}

// describeFlags tells the go command which flags it may pass on.
func (t *tool) describeFlags() int {
	type description struct {
		Name  string
		Bool  bool
		Usage string
	}
	flags := newRuleFlags(t.rules)
	flags.Bool("json", false, "print findings as JSON")
	var list []description
	flags.VisitAll(func(f *flag.Flag) {
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		list = append(list, description{f.Name, ok && b.IsBoolFlag(), f.Usage})
	})
	data, err := json.MarshalIndent(list, "", "\t")
	if err != nil {
		return t.fail("%v", err)
	}
	fmt.Fprintf(t.stdout, "%s\n", data)
	return clean
}

// describeVersion gives the go command what its cached results depend on
// besides flags and packages: this program and the configuration file. It is
// also the only call in the user's directory, and so the place to complain
// about things that would go wrong for every package.
func (t *tool) describeVersion() int {
	dir, err := os.Getwd()
	if err != nil {
		return t.fail("%v", err)
	}
	if advice := toolchain.TooOld(toolchain.Directive(dir)); advice != "" {
		return t.fail("%s", advice)
	}
	if err := options.Check(dir, t.rules); err != nil {
		return t.fail("%v", err)
	}
	hash := sha256.New()
	if err := hashProgram(hash); err != nil {
		return t.fail("%v", err)
	}
	if path, ok := options.Find(dir); ok {
		data, err := options.Read(path)
		if err != nil {
			return t.fail("%v", err)
		}
		fmt.Fprintf(hash, "configuration %d\n%s", len(data), data)
	}
	fmt.Fprintf(t.stdout, "sessionlint version devel sessionlint buildID=%x\n", hash.Sum(nil))
	return clean
}

func hashProgram(to io.Writer) error {
	name, err := os.Executable()
	if err != nil {
		return err
	}
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(to, file)
	return err
}
