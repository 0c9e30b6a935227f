// Package sessions compares IDs of sessions to tell which one is meant.
package sessions

import (
	"net/http"

	"github.com/alexedwards/scs/v2"
)

var manager *scs.SessionManager

type record struct {
	SessionID string
	User      string
}

// The client has the ID of its own session.
func remove(w http.ResponseWriter, r *http.Request) {
	if r.PostFormValue("sessionId") == manager.Token(r.Context()) {
		http.Error(w, "this is the current session", http.StatusBadRequest)
		return
	}
}

// Which of the sessions of a user is it?
func isSessionCurrent(record *record, sessionID string) bool {
	return record.SessionID == sessionID
}

// Here the ID is what lets in.
func enter(w http.ResponseWriter, r *http.Request, record *record) {
	if r.Header.Get("X-Session-ID") != record.SessionID { // want tokencompare:"timing"
		http.Error(w, "no", http.StatusUnauthorized)
	}
}

// An access key says whose secret comes with it.
type credentials struct{ AccessKey, AccessSecret string }

func find(list []credentials, r *http.Request) *credentials {
	accessKey := r.Header.Get("X-Access-Key")
	for i := range list {
		if list[i].AccessKey == accessKey {
			return &list[i]
		}
	}
	return nil
}

func check(c *credentials, r *http.Request) bool {
	return c.AccessSecret == r.Header.Get("X-Access-Secret") // want tokencompare:"timing"
}

type apiKey struct{ Value, Secret string }

// Who is logged in takes one of his keys away.
func deleteKey(keys []apiKey, r *http.Request) int {
	given := r.PostFormValue("api_key")
	for i := range keys {
		if keys[i].Value == given {
			return i
		}
	}
	return -1
}

// Here a secret says who may.
func revoke(key apiKey, r *http.Request) bool {
	return r.PostFormValue("client_secret") == key.Secret // want tokencompare:"timing"
}
