// Package sessionlint finds session-management vulnerabilities in Go code.
//
// The command is cmd/sessionlint, the rules are in package analyzers. This
// package holds nothing but the tests of the repository as a whole.
package sessionlint
