// Package app says how long tokens live.
package app

import (
	"encoding/json"
	"flag"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"sessionlint.test/src/tokenlifetime/zero/lib"
)

const forEver = "0"

// Nobody has to give the flag.
var (
	life  = flag.Duration("life", 0, "of a token, 0 for ever")
	short = flag.Duration("short", time.Hour, "of a token")
	years = flag.Duration("years", 8760*time.Hour, "of a token") // want tokenlifetime:"lives 365 days"
)

func never(user string) (string, error) {
	return lib.Issue(user, 0) // want tokenlifetime:"Issue makes a token without end"
}

func neverByText(user string) (string, error) {
	d, err := time.ParseDuration(forEver)
	if err != nil {
		return "", err
	}
	return lib.Issue(user, d) // want tokenlifetime:"Issue makes a token without end"
}

func neverByMoment(user string) (string, error) {
	return lib.IssueAt(user, time.Time{}) // want tokenlifetime:"IssueAt makes a token without end"
}

// A helper of this package hands the lifetime on.
func issue(user string, life time.Duration) (string, error) { return lib.Issue(user, life) }

func neverByHelper(user string) (string, error) {
	return issue(user, 0) // want tokenlifetime:"issue makes a token without end"
}

func hour(user string) (string, error) { return issue(user, time.Hour) }

func until(user string) (string, error) { return lib.IssueAt(user, time.Now().Add(time.Hour)) }

// zero stands for an hour there
func fallback(user string) (string, error) { return lib.IssueDefault(user, 0) }

// from configuration: unknown
func configured(user string, d time.Duration) (string, error) { return lib.Issue(user, d) }

func byDefault(user string) (string, error) { return lib.Issue(user, *life) } // want tokenlifetime:"Issue makes a token without end"

func byFlag(user string) (string, error) { return lib.Issue(user, *short) }

func long(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "exp": time.Now().Add(*years).Unix()}).SignedString(nil)
}

// A flag fills a variable.
func filled(user string, args []string) (string, error) {
	var never, hour time.Duration
	flags := flag.NewFlagSet("shop", flag.ContinueOnError)
	flags.DurationVar(&never, "never", 0, "of a token")
	flags.DurationVar(&hour, "hour", time.Hour, "of a token")
	if err := flags.Parse(args); err != nil {
		return "", err
	}
	if user == "root" {
		return lib.Issue(user, hour)
	}
	return lib.Issue(user, never) // want tokenlifetime:"Issue makes a token without end"
}

// Somebody else fills it: unknown.
func read(user, text string) (string, error) {
	var d time.Duration
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		return "", err
	}
	return lib.Issue(user, d)
}
