package webhandlers

import (
	"regexp"
	"strings"
)

// A statement is what is known of the text of an SQL statement.
type statement struct {
	verb  string // "select", "insert", "update", "delete"
	table string
	text  string // in lower case
}

var (
	space = regexp.MustCompile(`\s+`)
	verbs = regexp.MustCompile("^(?:with .*?\\) )?(select|insert|update|delete|replace)\\b(?: (?:or \\w+|ignore|low_priority|into|from))* [`\"\\[]?(?:\\w+[`\"]?\\.[`\"]?)?(\\w+)")
	from  = regexp.MustCompile("\\bfrom [`\"]?(\\w+)")
)

func parseSQL(text string) (statement, bool) {
	text = strings.ToLower(strings.TrimSpace(space.ReplaceAllString(text, " ")))
	m := verbs.FindStringSubmatch(text)
	if m == nil {
		return statement{}, false
	}
	s := statement{m[1], m[2], text}
	if s.verb == "select" {
		if f := from.FindStringSubmatch(text); f != nil {
			s.table = f[1]
		}
	}
	if s.verb == "replace" {
		s.verb = "insert"
	}
	return s, true
}

// where returns the condition.
func (s statement) where() string {
	_, cond, _ := strings.Cut(s.text, " where ")
	return cond
}

// sets returns what an UPDATE writes.
func (s statement) sets() string {
	_, rest, _ := strings.Cut(s.text, " set ")
	set, _, _ := strings.Cut(rest, " where ")
	return set
}

var column = regexp.MustCompile("[`\"]?(?:\\w+\\.)?(\\w+)[`\"]? *=")

// written returns the columns that an UPDATE writes.
func (s statement) written() []string {
	var out []string
	for _, m := range column.FindAllStringSubmatch(s.sets(), -1) {
		out = append(out, m[1])
	}
	return out
}

// effects are what the statement does to sessions and accounts.
func (s statement) effects() Effect {
	table := nameOf(s.table)
	sessions := table.has("session sessions token tokens login logins devices") && !table.has("reset verification csrf password email invite api")
	var e Effect
	switch s.verb {
	case "delete":
		e |= Deletes
		if isAccountsTable(s.table) {
			e |= DropsAccount
		}
		if table.isFactor() && !table.has("challenge challenges session sessions") {
			e |= ChangesFactor | DropsFactor
		}
		if sessions {
			e |= Destroys
			if strings.Contains(s.where(), "user") || strings.Contains(s.where(), "account") || strings.Contains(s.where(), "owner") || s.where() == "" {
				e |= EndsAll
			}
		}
	case "insert":
		switch {
		case isDenyList(table):
			e |= Destroys
		case isKeyRecord(table):
			e |= MakesKey
		case sessions:
			e |= Begins
		case table.isAccount():
			e |= Creates
		}
	case "update":
		e |= s.updates(sessions, table)
	case "select":
		if regexp.MustCompile(`\b(password|passwd|pwd|pass)[a-z_]* *= *`).MatchString(s.where()) || strings.Contains(s.where(), "crypt(") {
			e |= VerifiesPassword
		}
	}
	return e
}

func (s statement) updates(sessions bool, table name) Effect {
	var e Effect
	for _, col := range s.written() {
		n := nameOf(col)
		switch {
		case sessions && (col == "id" || n.joined() == "sid" || n.joined() == "sessionid" || n.has("token") && len(n) <= 2):
			e |= Renews // the row moves to another ID
		case sessions && n.has("revoked expired expires active valid deleted status state enabled invalidated revoke"):
			e |= Destroys
			if strings.Contains(s.where(), "user") {
				e |= EndsAll
			}
		case sessions && (n.has("user uid account userid") || strings.HasSuffix(n.joined(), "userid")):
			e |= PutsIdentity
		case isStamp(col):
			e |= EndsAll
		case table.isAccount() && n.has("token session sid") && !n.has(notSessions+" api"):
			e |= EndsAll | Begins
		case (n.isPassword() || n.has("hash")) && ofAccounts(table) && !s.clears(col):
			e |= ChangesPassword
		case n.isFactor() && table.isAccount():
			e |= ChangesFactor
			if s.clears(col) {
				e |= DropsFactor
			}
		case table.isAccount() && n.joined() == "email":
			e |= ChangesAddress
		case table.isAccount() && isRecoveryField(n):
			e |= ChangesRecovery
		}
	}
	return e
}

// clears reports whether an UPDATE leaves nothing in a column.
func (s statement) clears(col string) bool {
	return regexp.MustCompile("\\b" + regexp.QuoteMeta(col) + "[`\"]? *= *(?:null|''|false|0)").MatchString(s.sets())
}

// ofAccounts reports whether a table keeps accounts. Feeds, mail servers and
// integrations have passwords, too, that log nobody in.
func ofAccounts(table name) bool {
	joined := table.joined()
	return table.isAccount() || strings.Contains(joined, "user") || strings.Contains(joined, "account") || strings.Contains(joined, "member")
}

// isAccountsTable reports whether a table is that of the accounts themselves, and
// not one of something that they have.
func isAccountsTable(table string) bool {
	switch nameOf(table).joined() {
	case "user", "users", "account", "accounts", "member", "members", "customer", "customers", "appusers", "authuser":
		return true
	}
	return false
}

// isKeyRecord reports whether a table, or a record, is one of keys that stand for
// an account without a session.
func isKeyRecord(n name) bool {
	j := n.joined()
	return strings.Contains(j, "apikey") || strings.Contains(j, "apitoken") || strings.Contains(j, "personalaccesstoken")
}

// isRecoveryField: the further addresses and codes by which an account is
// recovered.
func isRecoveryField(n name) bool {
	switch n.joined() {
	case "recoveryemail", "recoveryphone", "phone", "phonenumber", "recoverycodes", "backupcodes", "securityanswer":
		return true
	}
	return false
}
