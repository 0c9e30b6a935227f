// Package survey lists what a package has of sessions, for the report on the
// whole program: cookies, stores and tokens with their settings and the places
// where they are issued, read, renewed and ended; routes with what stands in
// front of them; and places that may answer questions which no single line
// answers, such as whether users can end their sessions.
//
// It judges nothing. What may answer a question is recognised by the roles of
// library functions, and by the names of routes and functions: somebody has to
// look at it.
package survey

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/internal/guard"
	"github.com/sessionlint/sessionlint/internal/options"
	"github.com/sessionlint/sessionlint/internal/rule"
	"github.com/sessionlint/sessionlint/passes/bearer"
	"github.com/sessionlint/sessionlint/passes/plainclaims"
	"github.com/sessionlint/sessionlint/passes/records"
	"github.com/sessionlint/sessionlint/passes/routes"
	"github.com/sessionlint/sessionlint/passes/settings"
	"github.com/sessionlint/sessionlint/passes/webhandlers"
)

// Analyzer surveys a package. Its result is *Survey. No rule needs it: it runs
// for reports only.
var Analyzer = &analysis.Analyzer{
	Name:       "sessionsurvey",
	Doc:        "list sessions, routes and answers to questions about the whole program",
	Run:        guard.Run(options.Code(run)),
	Requires:   []*analysis.Analyzer{options.Analyzer, settings.Analyzer, routes.Analyzer, bearer.Analyzer, webhandlers.Analyzer, records.Analyzer, plainclaims.Analyzer},
	ResultType: reflect.TypeFor[*Survey](),
	FactTypes:  []analysis.Fact{new(FreshFact), new(ReaderFact)},
}

// A Survey is what was found in one package.
type Survey struct {
	Things  []*Thing
	Events  []Event
	Routes  []Route
	Answers []Answer
	Has     []Presence
}

// A Presence is a place that shows what the program has: "oauth", "cookie".
type Presence struct {
	evidence.Ranger
	What string
}

// A Thing is a cookie, a session store or a token.
type Thing struct {
	evidence.Ranger
	Kind     string // "cookie", "session store", "signed token"
	Name     string // "" if it is not constant
	Library  string
	Kept     string // where the session is: "server", "cookie", "token", "" if not known
	Settings []Setting
	Ends     bool // the cookie is told to go away
}

// A Setting is a property of a thing, in words.
type Setting struct{ Name, Value string }

// An Event is something that happens to the sessions of a library, or to a
// cookie of a name.
type Event struct {
	evidence.Ranger
	What    string // "issued", "read", "renewed", "ended"
	Library string
	Cookie  string
	Session bool // the cookie is by its name one of a session
}

// A Route is a route with what stands in front of it.
type Route struct {
	evidence.Ranger
	Method, Path, Handler string
	Middleware            []string
	Guard                 string // what rejects strangers, "" if nothing is seen that does
	Why                   string // what to know about that
	Fresh                 string // what asks for a recent login or another proof, "" if nothing is seen that does
}

// An Answer is a place that may answer a question of the catalogue.
type Answer struct {
	evidence.Ranger
	Question string
	Text     string
}

// Of returns the survey of a package from the result of its pass.
func Of(result any) (*Survey, bool) {
	s, ok := result.(*Survey)
	return s, ok
}

func run(pass *analysis.Pass) (any, error) {
	s := new(Survey)
	if options.Of(pass).Foreign {
		return s, nil
	}
	v := &surveyor{pass: pass, skipped: rule.Skips(pass, options.Of(pass)), out: s}
	v.ages()
	v.findReaders()
	v.findBelieved()
	v.objects()
	v.tokens()
	v.routes()
	v.calls()
	v.life()
	return s, nil
}
