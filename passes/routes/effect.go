package routes

import "strings"

// An Effect is a set of things that happen to an answer.
type Effect uint16

const (
	Starts    Effect = 1 << iota // headers and cookies set later are lost
	Completes                    // the answer is whole
	Stops                        // what is registered behind does not run
	Leaves                       // does not return
	Body                         // something is written to the body
	Status                       // a status is set
	Rejects                      // 401, 403, or the client is sent to the login
	Fails                        // another status of 400 or more
	Succeeds                     // a status below 300, or a redirect elsewhere
	Redirects                    // the client is sent elsewhere
	Next                         // the rest of the chain, or a handler that was handed in, is run
)

func (e Effect) String() string {
	names := [...]string{"starts", "completes", "stops", "leaves", "body", "status", "rejects", "fails", "succeeds", "redirects", "next"}
	var list []string
	for i, name := range names {
		if e&(1<<i) != 0 {
			list = append(list, name)
		}
	}
	return strings.Join(list, " ")
}

// An Answer is what a call or a function does to the answer.
type Answer struct {
	Must Effect // whenever it returns
	May  Effect // in some case
	Code int    // the status, if it is known
}

// ofStatus returns the effects of a constant status.
func ofStatus(code int) Effect {
	switch {
	case code == 401 || code == 403:
		return Status | Rejects
	case code >= 400:
		return Status | Fails
	case code >= 300 && code != 304:
		return Status | Redirects
	case code >= 100:
		return Status | Succeeds
	}
	return Status
}

// toLogin reports whether a path is where people log in.
func toLogin(url string) bool {
	url = strings.ToLower(url)
	for _, word := range []string{"login", "log-in", "signin", "sign-in", "sign_in", "logon", "authenticate"} {
		if strings.Contains(url, word) {
			return true
		}
	}
	return false
}
