package webhandlers

import "strings"

// An Effect is a set of things that a function does to sessions and
// credentials.
type Effect uint32

// The effects.
const (
	VerifiesPassword  Effect = 1 << iota // compares a password with its stored form
	VerifiesFactor                       // verifies another proof of identity
	Hashes                               // makes the stored form of a password
	PutsIdentity                         // stores who the user is in a session of the server
	PutsIdentityStore                    // the same in a session whose store decides where it lives
	Begins                               // makes a session or token with a fresh ID
	Renews                               // gives the session a fresh ID
	RenewsUnchecked                      // the same, but nobody looks at its error
	Destroys                             // ends a session on the server
	Empties                              // takes the values, or the identity, out of a session whose store decides where it lives
	EndsAll                              // ends the sessions of a user, or makes their tokens too old
	ExpiresCookie                        // tells the browser to drop a cookie
	ChangesPassword                      // replaces the password of an account
	ChangesFactor                        // adds or removes another proof of identity of an account
	Creates                              // makes an account
	Redeems                              // takes a token that was sent by mail, or made for one purpose
	Freshens                             // looks at how long ago the user proved who he is
	Deletes                              // takes a record away, by whatever name
	RehashesOnly                         // the hash is one of the password that was just verified
	Sets                                 // stores a value in a session
	Elevates                             // marks a session as one whose user proved more than before
	DropsFactor                          // takes another proof of identity away from an account
	ChangesAddress                       // replaces the address by which an account is known
	ChangesRecovery                      // replaces what else an account is recovered by
	MakesKey                             // makes a key that stands for an account without a session
	DropsAccount                         // deletes an account
	Announces                            // runs what others registered for the event
)

// Ends are the effects after which a session of the server is gone.
const Ends = Destroys | EndsAll

// Verifies are the effects that prove who the user is.
const Verifies = VerifiesPassword | VerifiesFactor

func (e Effect) String() string {
	names := []string{
		"password", "factor", "hash", "identity", "identity?", "begin", "renew", "renew!", "destroy", "empty", "endall", "expire",
		"change", "changefactor", "create", "redeem", "fresh", "delete", "rehash", "set",
		"elevate", "dropfactor", "address", "recovery", "key", "dropaccount", "announce",
	}
	var list []string
	for i, name := range names {
		if e&(1<<i) != 0 {
			list = append(list, name)
		}
	}
	return strings.Join(list, "+")
}
