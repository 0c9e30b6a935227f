package unit

import (
	"archive/zip"
	"fmt"
	"io"
	"os"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/fix"
)

// fix applies the first fix of every finding: to an archive if the go command
// wants one, else to the files, or shows a diff.
func (r *Runner) fix(u *unit, stdout io.Writer) (code int, err error) {
	for _, err := range u.failures() {
		fmt.Fprintf(r.Stderr, "sessionlint: %v\n", err)
		code = 1
	}
	var fixes []analysis.SuggestedFix
	for _, f := range u.findings() {
		if len(f.SuggestedFixes) > 0 {
			fixes = append(fixes, f.SuggestedFixes[0])
		}
	}
	changed := fix.Apply(u.fset, fixes)
	for i, err := range changed.Errs {
		if err != nil {
			fmt.Fprintf(r.Stderr, "sessionlint: not fixed (%s): %v\n", fixes[i].Message, err)
		}
	}
	switch {
	case r.Diff:
		for _, file := range changed.Files {
			if _, err := io.WriteString(stdout, file.Diff(file.Name)); err != nil {
				return code, err
			}
		}
	case u.cfg.FixArchive != "":
		err = archive(u.cfg.FixArchive, u.cfg.ID, changed.Files)
	default:
		for _, file := range changed.Files {
			if err := file.Write(); err != nil {
				return code, err
			}
		}
	}
	return code, err
}

// archive writes fixed files for the go command to put in place when it is
// done reading.
func archive(name, comment string, files []fix.File) error {
	out, err := os.Create(name)
	if err != nil {
		return err
	}
	defer out.Close()
	zw := zip.NewWriter(out)
	if err := zw.SetComment(comment); err != nil {
		return err
	}
	for _, file := range files {
		w, err := zw.Create(file.Name)
		if err != nil {
			return err
		}
		if _, err := w.Write(file.New); err != nil {
			return err
		}
	}
	if err := zw.Close(); err != nil {
		return err
	}
	return out.Close()
}
