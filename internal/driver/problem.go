package driver

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/internal/toolchain"
)

// A Problem is why something that was asked could not be answered.
type Problem struct {
	Package string
	Message string
}

func (p Problem) String() string { return p.Package + ": " + p.Message }

func (p Problem) compare(q Problem) int {
	return cmp.Or(cmp.Compare(p.Package, q.Package), cmp.Compare(p.Message, q.Message))
}

func (l *loader) problem(pkg, message string) {
	for _, p := range l.problems {
		if p.Package == pkg && p.Message == message {
			return
		}
	}
	l.problems = append(l.problems, Problem{Package: pkg, Message: message})
}

// broken records, in one line, what is wrong with a package that has errors.
func (l *loader) broken(pkg *packages.Package) {
	if pkg.Module != nil {
		if advice := toolchain.TooOld(pkg.Module.GoVersion); advice != "" {
			l.problem(pkg.Module.Path, advice)
			return
		}
	}
	if slices.ContainsFunc(pkg.Errors, lacksCgo) {
		l.problem(pathOf(pkg), "needs cgo, which does not run here: set CC to a C compiler, or CGO_ENABLED=0")
		return
	}
	errs := best(pkg.Errors)
	message := strings.TrimPrefix(oneLine(errs[0]), "pattern "+pkg.PkgPath+": ")
	if more := len(errs) - 1; more > 0 {
		message += fmt.Sprintf(" (and %d more)", more)
	}
	l.problem(pathOf(pkg), message)
}

// lacksCgo reports whether an error is what is left of a package whose C code
// was not compiled.
func lacksCgo(err packages.Error) bool {
	return err.Kind == packages.TypeError && strings.Contains(err.Msg, "could not import C (no metadata for C)")
}

// best returns the errors of the parser and type checker, if there are any:
// the go command repeats them in its own words.
func best(errs []packages.Error) []packages.Error {
	var list []packages.Error
	for _, err := range errs {
		if err.Kind == packages.TypeError || err.Kind == packages.ParseError {
			list = append(list, err)
		}
	}
	if len(list) == 0 {
		return errs
	}
	return list
}

// illTyped records why a package that was asked for is not analysed: errors
// of its own, or of a package that it imports.
func (l *loader) illTyped(pkg *packages.Package) {
	if len(pkg.Errors) > 0 {
		l.broken(pkg)
		return
	}
	cause := ""
	packages.Visit([]*packages.Package{pkg}, nil, func(dep *packages.Package) {
		if len(dep.Errors) > 0 {
			l.broken(dep)
			cause = pathOf(dep)
		}
	})
	if path := pathOf(pkg); !slices.Contains(l.blocked[cause], path) {
		l.blocked[cause] = append(l.blocked[cause], path)
	}
}

// tellBlocked says what was not analysed because of others.
func (l *loader) tellBlocked() {
	for _, cause := range slices.Sorted(maps.Keys(l.blocked)) {
		paths := l.blocked[cause]
		slices.Sort(paths)
		message := fmt.Sprintf("not analysed, because %s does not compile", cause)
		if more := len(paths) - 1; more > 0 {
			message += fmt.Sprintf(" (nor are %d more)", more)
		}
		l.problem(paths[0], message)
	}
}

// oneLine is the first line of an error that says something, with its position.
func oneLine(err packages.Error) string {
	text := strings.TrimSpace(err.Msg)
	for strings.HasPrefix(text, "#") && strings.Contains(text, "\n") {
		_, text, _ = strings.Cut(text, "\n") // "# package"
	}
	text, _, _ = strings.Cut(text, "\n")
	if err.Pos != "" && err.Pos != "-" {
		return err.Pos + ": " + text
	}
	return text
}
