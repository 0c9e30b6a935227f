// Command logins asks the libraries for logins at identity providers what they
// check by themselves, and prints the answers as JSON. TestLoginFacts of
// internal/model/lib compares them with what the rules rely on.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

// A Fact is a statement about a library, and whether it holds.
type Fact struct {
	Library, Says string
	Holds         bool
}

var facts []Fact

func fact(library, says string, holds bool) {
	facts = append(facts, Fact{library, says, holds})
}

func main() {
	plain()
	goOIDC()
	zitadel()
	capRequest()
	gothState()
	fositeTime()
	pkgz()
	if err := json.NewEncoder(os.Stdout).Encode(facts); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

// must ends the program: a fact could not be looked into.
func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func get(url string) *http.Request {
	r, err := http.NewRequest(http.MethodGet, url, nil)
	must(err)
	return r
}
