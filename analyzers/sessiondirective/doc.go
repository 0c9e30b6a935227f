// Package sessiondirective reports sessionlint directives that have no effect.
//
// A comment that is meant to silence or to teach sessionlint and is misspelt
// does neither, and nobody notices.
//
// # Bad
//
//	//sessionlint:ignore cookiesecur only used in development
//	http.SetCookie(w, c)
//
// is reported as
//
//	directive names unknown rule "cookiesecur" (did you mean "cookiesecure"?)
//
// # Good
//
//	//sessionlint:ignore cookiesecure only used in development
//	http.SetCookie(w, c)
//
// # Why
//
// Whoever reads the comment believes that somebody has looked at the finding.
//
// # Directives
//
//	//sessionlint:ignore RULE[,RULE] reason
//	//sessionlint:role login|logout|guard|public|change|renew|revoke|token
//	//sessionlint:verified REQUIREMENT reason
//
// The first stands on the line of a finding, on the line above, or in the doc
// comment of a function, which it then covers. The reason is required: the
// report quotes it. The second belongs into the doc comment of a function and
// says what it does where inference does not see it. The third declares that
// a requirement such as 3.5.3 is met outside the code.
//
// A well-formed directive that silences nothing is reported by the rule that
// it names.
//
// # Limits
//
// The suppressions of other tools, //nolint:sessionlint and //lint:ignore, are
// honoured; whether they are well-formed is for those tools to say.
package sessiondirective
