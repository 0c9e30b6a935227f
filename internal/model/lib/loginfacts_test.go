package lib

import "testing"

// TestLoginFacts asks the pinned libraries what they check in a login: an
// update that changes one of the answers changes what the rules must say.
func TestLoginFacts(t *testing.T) {
	if testing.Short() {
		t.Skip("a program of all these libraries takes long to link")
	}
	var facts []struct {
		Library, Says string
		Holds         bool
	}
	output(t, &facts, "run", "./defaults/logins")
	names := map[string]bool{}
	for _, l := range loginLibraries() {
		names[l.Name] = true
	}
	seen := map[string]bool{}
	for _, f := range facts {
		if seen[f.Library] = true; !names[f.Library] {
			t.Errorf("%s is no library for logins", f.Library)
		}
		if !f.Holds {
			t.Errorf("%s: it no longer holds that %s", f.Library, f.Says)
		}
	}
	for name := range names {
		if !seen[name] && name != "authboss" { // needs an application around it: read only
			t.Errorf("%s: nothing was asked", name)
		}
	}
	if len(facts) < 20 {
		t.Errorf("only %d facts", len(facts))
	}
}
