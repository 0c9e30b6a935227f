// Command tokens tries what libraries for self-contained tokens accept and
// prints it as JSON. TestTokenFacts of internal/model/lib compares it with the
// model: a library update that changes one of these facts is noticed.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"time"
)

// A Fact is what a function of a library showed.
type Fact struct{ Symbol, What, Got string }

var facts []Fact

func note(symbol, what string, got any) {
	facts = append(facts, Fact{symbol, what, fmt.Sprint(got)})
}

// key is long enough for every HMAC.
var key = []byte("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")

var past, future = time.Now().Add(-time.Hour), time.Now().Add(time.Hour)

// expiry says what a verification makes of exp. Its arguments report whether
// tokens are accepted.
func expiry(symbol string, expired, without bool) {
	got := "required"
	switch {
	case expired:
		got = "never"
	case without:
		got = "if present"
	}
	note(symbol, "exp", got)
}

// algorithms says whether a token may use another algorithm of the family of
// the key than the program signs with.
func algorithms(symbol string, other bool) {
	got := "pinned"
	if other {
		got = "by key"
	}
	note(symbol, "alg", got)
}

func must[T any](v T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	return v
}

func main() {
	golangJWT()
	olderJWT()
	jose()
	jwx()
	small()
	middlewares()
	if err := json.NewEncoder(os.Stdout).Encode(facts); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
