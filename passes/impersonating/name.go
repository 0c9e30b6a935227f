package impersonating

import (
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/words"
)

// isSwitch reports whether a function, by its name, takes on the identity of
// another user. Going back to one's own does not.
func isSwitch(name string) bool {
	list := words.Split(name)
	if words.Any(list, "stop end exit leave revert back restore un unimpersonate cancel finish is can may check get list find test mock") {
		return false
	}
	joined := strings.Join(list, "")
	for _, phrase := range []string{"impersonate", "loginas", "signinas", "switchuser", "becomeuser", "assumeidentity", "assumeuser"} {
		if strings.Contains(joined, phrase) {
			return true
		}
	}
	return len(list) > 0 && list[0] == "sudo" && !slices.Contains(list, "mode")
}

// saysLogin reports whether the name of a function may also be that of an
// ordinary login: loginAs(name, password).
func saysLogin(name string) bool {
	list := words.Split(name)
	return words.Any(list, "login signin") || words.Any(list, "log sign") && words.Any(list, "in")
}

// isIdentity reports whether a key of a session says who somebody is.
func isIdentity(key string) bool {
	return words.Has(key, "user uid userid username email account accountid member customer login authenticated") && !isActor(key)
}

// isActor reports whether a key or claim says who acts as somebody else.
func isActor(key string) bool {
	list := words.Split(key)
	return words.Any(list, "act actor impersonator impersonated impersonating impersonation impersonate original orig real admin sudo previous prev old by return staff operator masquerade") ||
		strings.Contains(strings.Join(list, ""), "impersonat")
}

// looksUp reports whether a function, by its name, finds something and keeps
// nothing: getUserByName.
func looksUp(name string) bool {
	list := words.Split(name)
	return len(list) > 0 && words.Any(list[:1], "get find load lookup fetch read query select")
}

// isLog reports whether a function, by its name, keeps a record of events.
func isLog(name string) bool {
	return words.Has(name, "log logf logger audit audited record recorder event events track trail emit publish notify journal activity history info warn infof warnf printf println")
}

// logsFailure reports whether a function of a logger is for what went wrong:
// that says nothing of what went right.
func logsFailure(name string) bool {
	return words.Has(name, "error errorf errorw errorln fatal fatalf fatalln panic panicf")
}

// isRight reports whether a function, field or constant, by its name, is about
// what somebody may do.
func isRight(name string) bool {
	return words.Has(name, "admin admins administrator role roles can may allow allowed allows permission permissions perm perms permitted authorize authorized authorise authorised "+
		"staff superuser super root owner policy enforce enforcer privilege privileged scope scopes capability capabilities grant granted acl rbac support operator require requires check ensure must guard") ||
		strings.Contains(strings.ToLower(name), "admin")
}
