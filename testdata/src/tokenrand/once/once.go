// Package once uses a weak generator several times.
package once

import (
	"fmt"
	"math/rand"
	"net/http"
	"time"
)

func weak() string {
	return fmt.Sprint(rand.Int63()) // want tokenrand:"session cookie \"session\" from .*rand.Int63.? is predictable"
}

type user struct{ accessToken string }

func two(w http.ResponseWriter) user {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: weak()})
	return user{accessToken: weak()}
}

func newToken() string { return weak() }

// The token of a lock is a number that everybody may know.
type lockNode struct{ token string }

func lock() lockNode { return lockNode{token: fmt.Sprint(time.Now().UnixNano())} }
