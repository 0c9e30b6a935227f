package model

// Roles in the life of a session: what a call does to a session, to a
// credential, to the request. Numbered apart from the roles of settings and
// of tokens.
const (
	// SessionPut stores ArgValue under ArgName in the session that is its
	// ArgSession; nothing reaches a store or the client before a SessionSave
	// unless the library saves by itself (Saves of the Func).
	SessionPut    Role = 160 + iota
	SessionGet         // reads the value ArgName of its ArgSession
	SessionRemove      // removes the value ArgName of its ArgSession
	SessionClear       // removes all values of its ArgSession and keeps the ID
	SessionRenew       // gives its ArgSession a fresh ID; the record under the old one ends
	// SessionDestroy ends the record of its ArgSession on the server; of a
	// client session it empties the cookie. With an ArgOptions it does so only
	// if their MaxAge is not positive.
	SessionDestroy
	SessionSave       // writes its ArgSession to the store and sends the cookie
	SessionNew        // makes a session with a fresh ID, whatever the client sent
	SessionDestroyAll // ends every record, or every record of one user (ArgUser)
	PasswordHash      // makes the stored form of a password
	PasswordVerify    // compares a password with its stored form; an error or false means no
	FactorVerify      // verifies another proof of identity: one-time code, WebAuthn, ID token, assertion, directory bind
	FactorEnroll      // makes the secret of a further factor
	RouteAdd          // registers ArgHandler for ArgMethod and ArgPath
	RouteGroup        // returns a group of routes below ArgPath
	RouteUse          // adds the middleware ArgHandler to its receiver
	RouteWith         // returns its receiver, or a handler, with the middleware ArgHandler around it
	Next              // runs the rest of the chain of handlers
	Abort             // stops the chain: what is registered behind does not run; the caller goes on
	ResponseStatus    // answers with the status ArgStatus, or Status; what else it does is in Does
	ResponseStart     // writes to the body of the answer; what else it does is in Does
	SessionOpen       // returns the session that the request names, or a fresh one
	SessionBegin      // makes a record with a fresh ID for a user, and sends it: login in one call
	PasswordChange    // replaces the password of a stored account
	ResponseFail      // returns an error that answers with the status ArgStatus, or Status, once it is returned
	HandlerWrap       // returns a handler that runs its ArgHandler, as it is
	GuardOpen         // makes a middleware that verifies a token and lets every request through
	Guard             // makes a middleware that rejects requests without a verified token
	Verified          // returns what a GuardOpen found out: the token, or an error
	RouterNew         // makes a router, or an application; as a LifeField of its configuration: Lent texts are copies
	RequestPut        // keeps ArgValue under ArgName for those who handle the same request
	RequestGet        // reads what a RequestPut keeps; with an ArgValue that is there it is one
	// GuardConfigured makes a middleware that rejects requests without a verified
	// token, unless its ArgConfig says otherwise; or it is the option that does.
	GuardConfigured
	RouteOption // is an option of a server: ArgHandler runs in front of all its methods
)

// An Effect is what a call does to the answer beside its Role.
type Effect uint8

const (
	Starts    Effect = 1 << iota // the header is on its way: headers and cookies set later are lost
	Completes                    // the answer is whole: whatever is written later does not belong to it
	Stops                        // what is registered behind does not run
	Leaves                       // does not return: it panics into the library
	InHeader                     // of a call about a session: it is lost once the answer has started
)

// Slots of those roles.
const (
	ArgSession Slot = 160 + iota // the session, its context, or the request that carries it
	ArgUser
	ArgHandler
	ArgMethod // a constant method; without the slot the name of the function says it
	ArgStatus
	ArgMiddleware // what runs around the ArgHandler
	ArgBuild      // a function that is given the group and registers in it
	ArgVerbs      // methods: a slice, or a text with separators
	ArgOpen       // of a GuardConfigured: if it is true, requests without a verified token are let through
)

// A Carrier is a type of which each request has its own value: the request,
// the answer to it, or a context that holds both.
type Carrier struct {
	Symbol   string // "net/http.Request", "github.com/gin-gonic/gin.Context"
	Request  bool
	Response bool
	// Buffered: headers can be set until the handler returns, whatever was written.
	Buffered bool
	// GoesOn: when a middleware returns, what is registered behind it runs,
	// unless the middleware stopped the chain.
	GoesOn bool
	// Remote: of the call of a service. An error that is returned is the answer.
	Remote bool
}

// A LifeField is a struct field of a session: what writing to it does.
//
//   - SessionPut: a map of the values. Writing an entry is a SessionPut, reading
//     one a SessionGet, delete a SessionRemove, replacing the map a SessionClear.
//   - SessionRenew: the ID. Emptying it makes the next SessionSave find a new one.
//   - SessionDestroy: the age, or options with an age. One that is not positive
//     makes the next SessionSave end the record, or empty the cookie.
//   - GuardOpen, of the configuration of a GuardConfigured: if it is true, requests
//     without a verified token are let through.
//   - Guard, of the same: a function that answers them. If it runs the rest of the
//     chain they are let through, and if there is a GuardOpen, too, only if it
//     returns no error.
type LifeField struct {
	Symbol string // "pkg.Type.Field"
	Role   Role
}

// AboutLife reports whether a role belongs to the life of a session.
func (r Role) AboutLife() bool { return r >= SessionPut }
