package sqltext_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/internal/sqltext"
)

func TestParse(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"INSERT INTO sessions(token, user_id) VALUES($1, $2)", "insert sessions token=0 user_id=1"},
		{"insert into `sessions` (`uid`, `sid`) value (?,?)", "insert sessions uid=0 sid=1"},
		{"INSERT INTO app.sessions (id, at, token) VALUES (?, now(), sha256(?))", "insert sessions id=0"},
		{"INSERT INTO s (a, b, c) VALUES (?, 'x, (?', ?)", "insert s a=0 c=1"},
		{"INSERT INTO s (a) SELECT token FROM t WHERE b = ?", "insert s"},
		{"REPLACE INTO s SET token = ?, at = ?", "insert s token=0 at=1"},
		{"insert into s (token) values (:token)", "insert s token=token"},
		{"INSERT INTO s (a, b) VALUES (?)", "insert s"},
		{"UPDATE users SET api_key = $3, at = $4 WHERE id = $1 AND tenant = $2", "update users api_key=2 at=3 | id=0 tenant=1"},
		{`update "users" set "token" = ? where users."id" = ?`, "update users token=0 | id=1"},
		{"UPDATE users SET token = ? || salt WHERE id = ?", "update users | id=1"},
		{"select * from t where token=? and x > ?", "select t | token=0"},
		{"SELECT id -- a comment with token = ?\nFROM t WHERE token IN (?)", "select t | token=0"},
		{"DELETE FROM sessions WHERE session_id = @sid", "delete sessions | session_id=sid"},
		{"token = ? AND b = 3", "  | token=0"},
		{"hello, world", " "},
		{"insert into", "insert "},
		{"INSERT INTO t (a VALUES (?", "insert t"},
		{"'unclosed", " "},
		{"", " "},
	} {
		if got := show(sqltext.Parse(test.text)); got != strings.TrimRight(test.want, " ") {
			t.Errorf("%s:\n got %q\nwant %q", test.text, got, test.want)
		}
	}
}

func show(s sqltext.Statement) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", s.Verb, s.Table)
	list := func(all []sqltext.Binding) {
		for _, w := range all {
			if w.Name != "" {
				fmt.Fprintf(&b, " %s=%s", w.Column, w.Name)
			} else {
				fmt.Fprintf(&b, " %s=%d", w.Column, w.Index)
			}
		}
	}
	list(s.Writes)
	if len(s.Seeks) > 0 {
		b.WriteString(" |")
		list(s.Seeks)
	}
	return strings.TrimRight(b.String(), " ")
}

func FuzzParse(f *testing.F) {
	f.Add("INSERT INTO s (a, b) VALUES (?, $2) -- c\n")
	f.Add("``in(?")
	f.Add("update t set [a] = :b where `c` in (?")
	f.Fuzz(func(t *testing.T, text string) {
		s := sqltext.Parse(text)
		for _, b := range append(s.Writes, s.Seeks...) {
			if b.Column == "" || b.Index < 0 || b.Name != "" && b.Index > 0 {
				t.Errorf("%+v in %q", b, text)
			}
		}
	})
}
