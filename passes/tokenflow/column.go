package tokenflow

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/sessionlint/sessionlint/internal/words"
)

// A column is where a database keeps a value: of a table, or a field of a
// record.
type column struct {
	owner, name string
	siblings    []string
	// byKey: what is stored here is found by it, whatever the code does.
	byKey bool
}

// keeps reports whether the names say that a credential is kept in the column.
func (c column) keeps() bool {
	list := words.Split(c.name)
	switch {
	case IsCredential(c.name) && !has(list, "auth", "authorization") && !(has(list, "access") && has(list, "key")):
		return true
	case has(list, "session", "sess") && has(list, "id"), strings.HasSuffix(strings.ToLower(c.name), "sessionid"):
		return true
	case has(list, "reset", "remember", "recovery") && has(list, "token", "key", "secret") && !has(list, "at", "expires", "expiry", "hash", "digest", "hashed"):
		return true
	}
	return c.isID()
}

// isID reports whether the key of a record is its credential: the ID of a
// session that has nothing else to be recognised by.
func (c column) isID() bool {
	if !strings.EqualFold(c.name, "id") && !strings.EqualFold(c.name, "key") || !c.ofSessions() {
		return false
	}
	for _, s := range c.siblings {
		if has(words.Split(s), "hash", "digest", "token", "secret", "hashed", "verifier") {
			return false
		}
	}
	return true
}

// credentials leaves of the origins those that can be a credential there: the
// ID of a record is one only where it is made as one.
func (c column) credentials(set origins) origins {
	if closed := slices.DeleteFunc(slices.Clone(set), func(o Origin) bool { return o.open }); len(closed) > 0 {
		set = closed
	}
	if !c.isID() {
		return set
	}
	return set.each(func(o Origin) Origin {
		if o.Kind == Strong && (!o.Bits.Known() || o.Bits.Base < 128 || !strings.HasPrefix(o.Text, "rand.") && o.Text != "crypto/rand") {
			return Origin{Kind: Unknown, Text: "an ID"}
		}
		return o
	})
}

// ofSessions reports whether the records are sessions or tokens.
func (c column) ofSessions() bool {
	list := words.Split(c.owner)
	return has(list, "session", "sessions", "sess", "token", "tokens") && !isLinkToken(list) && !has(list, "csrf", "xsrf", "webhook")
}

// isSession reports whether the records are sessions.
func (c column) isSession() bool {
	return has(words.Split(c.owner), "session", "sessions", "sess") || has(words.Split(c.name), "session", "sess", "sid", "sessionid")
}

// columnName returns the name of the column of a field, and whether the field
// is kept at all.
func columnName(s *types.Struct, i int) (string, bool) {
	tag := reflect.StructTag(s.Tag(i))
	for _, key := range databaseTags() {
		text, ok := tag.Lookup(key)
		if !ok {
			continue
		}
		if text == "-" || strings.Contains(text, "serializer:") { // not kept, or in a form of its own
			return "", false
		}
		if _, after, ok := strings.Cut(text, "column:"); ok {
			name, _, _ := strings.Cut(after, ";")
			return name, true
		}
		if key == "db" || key == "bson" {
			if name, _, _ := strings.Cut(text, ","); name != "" {
				return name, true
			}
		}
	}
	return s.Field(i).Name(), true
}

func databaseTags() []string {
	return []string{"gorm", "db", "xorm", "bun", "pg", "sql", "bson", "orm"}
}

// isColumn reports whether a struct tag says that a field is kept in a database.
func isColumn(tag string) bool {
	for _, key := range databaseTags() {
		if text, ok := reflect.StructTag(tag).Lookup(key); ok && text != "-" && !strings.Contains(text, "serializer:") {
			return true
		}
	}
	return false
}

// isKeyTag reports whether a struct tag makes a field something to look
// records up by.
func isKeyTag(tag string) bool {
	for _, key := range databaseTags() {
		if text, ok := reflect.StructTag(tag).Lookup(key); ok && hasAny(text, "unique", "index", "primary", "pk") {
			return true
		}
	}
	return false
}
