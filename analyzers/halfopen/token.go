package halfopen

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/evidence"
	"github.com/sessionlint/sessionlint/passes/bearer"
	"github.com/sessionlint/sessionlint/passes/guards"
)

// tokens: a token for the way to the second step is signed like one of a full
// login, says the same, and is verified alike.
func tokens(sites *evidence.Sites, all *bearer.Tokens) {
	for _, p := range all.Parses() {
		if p.Type || p.Claims == "" || !bearer.Named(p.Key) || guards.Pending(p.Function) {
			continue
		}
		var half, full *bearer.Mint
		for _, m := range all.Mints() {
			switch {
			case m.Claims != p.Claims || m.Key != p.Key:
			case m.Unfinished():
				half = m
			case m.Purpose == bearer.Session:
				full = m
			}
		}
		if half == nil || full == nil || !half.Identifies() {
			continue
		}
		if slices.ContainsFunc(half.Names, func(n string) bool { return !slices.Contains(full.Names, n) }) {
			sites.Unknown(p, "token-told-apart", "whether tokens of %s are told apart is not known", half.Function).About(p.Function)
			continue
		}
		sites.Violation(p, "half-token", "a token made by %s passes as a full login (nothing tells it apart), add a claim that does", half.Function).
			About(p.Function).Step(half, "made before the second step").Step(full, "made for full logins")
	}
}
