package directive

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// TestCovering: the lines marked with ! are covered, no others.
func TestCovering(t *testing.T) {
	const source = `package a

import "fmt" //nolint // ! behind code

//sessionlint:ignore r reason // !
var a = 1 // !
var b = 2

// Two in one comment.
//sessionlint:ignore q,r reason // !
//sessionlint:ignore q reason // !
var c = 3 // !
var d = 4

var e = fmt.Sprint( //sessionlint:ignore r reason // !
	1, // ! the same statement
) // !

//sessionlint:ignore r reason // !

var f = 6

// g is covered as a whole.
//
//sessionlint:ignore r reason // !
func g() int { // !
	x := 1 // !
	return x // !
} // !
var h = 8

func i() {
	//sessionlint:ignore r // has no reason
	x := 1
	if x > 0 {
		x++
	} //sessionlint:ignore r reason // ! behind code
	x++
	//sessionlint:ignore s reason
	x++
	//sessionlint:ignore r reason // !
	fmt.Println( // !
		x, // !
	) // !
	fmt.Println(
		//sessionlint:ignore r reason // !
		[]int{ // !
			1, // !
		}, // !
		x,
	)
	//sessionlint:ignore r reason // !
	if x > 0 { // !
		x++
	}
	//sessionlint:ignore r reason // !
	defer func() { // !
		x++
	}()
}
`
	fset, file := parse(t, source)
	index := NewIndex(fset, []*ast.File{file})
	tokens := fset.File(file.FileStart)
	for i, line := range strings.Split(source, "\n") {
		if line == "" {
			continue
		}
		want := strings.Contains(line, "// !")
		if got := len(index.Covering("r", tokens.LineStart(i+1))) > 0; got != want {
			t.Errorf("line %d %q: covered = %v", i+1, line, got)
		}
	}
	if got := index.Covering("r", token.NoPos); got != nil {
		t.Errorf("no position is covered by %v", got)
	}
}

// TestFiles: a directive covers nothing in another file, whatever a line
// directive says.
func TestFiles(t *testing.T) {
	fset, first := parse(t, "package a\n\n//sessionlint:ignore r reason\nvar a = 1\n")
	second, err := parser.ParseFile(fset, "b.go", "package a\n\n//line a.go:3\n//\nvar b = 1\n", parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	index := NewIndex(fset, []*ast.File{first, second})
	if len(index.Covering("r", first.Decls[0].Pos())) != 1 {
		t.Error("the line below the directive is not covered")
	}
	if len(index.Covering("r", second.Decls[0].Pos())) != 0 {
		t.Error("another file is covered")
	}
}

func TestRoles(t *testing.T) {
	fset, file := parse(t, `package a

// f logs in and out.
//
//sessionlint:role login
//sessionlint:role logout
//sessionlint:role king
func f() {}

func g() {
	//sessionlint:role guard
}
`)
	index := NewIndex(fset, []*ast.File{file})
	var roles, problems []string
	for _, p := range index.OnFunc(file.Decls[0].(*ast.FuncDecl)) {
		roles = append(roles, p.Role)
	}
	for _, p := range index.All() {
		if p.Problem != nil {
			problems = append(problems, p.Problem.Category)
		}
	}
	if want := []string{"login", "logout"}; !slices.Equal(roles, want) {
		t.Errorf("roles %v, want %v", roles, want)
	}
	if want := []string{"bad-argument", "misplaced"}; !slices.Equal(problems, want) {
		t.Errorf("problems %v, want %v", problems, want)
	}
}

func parse(t *testing.T, source string) (*token.FileSet, *ast.File) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "a.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	return fset, file
}

// FuzzIndex: whatever parses can be indexed.
func FuzzIndex(f *testing.F) {
	f.Add("package a\n\n//sessionlint:role login\nfunc f() int //nolint\n\ntype T interface{ m() } //nolint\n")
	f.Add("package a //nolint\n\nvar x = func() { //sessionlint:ignore r x\n}\n//line b.go:7\nvar y = []int{ //nolint\n1}\n")
	f.Fuzz(func(t *testing.T, source string) {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, "a.go", source, parser.ParseComments)
		if err != nil {
			return
		}
		index := NewIndex(fset, []*ast.File{file})
		for _, p := range index.All() {
			if p.Ignores("r") && !slices.Contains(index.Covering("r", p.Pos()), p) {
				t.Errorf("directive at %v does not cover its own line", fset.Position(p.Pos()))
			}
		}
	})
}
