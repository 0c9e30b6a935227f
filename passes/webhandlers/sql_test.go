package webhandlers

import "testing"

func TestStatements(t *testing.T) {
	for text, want := range map[string]Effect{
		"DELETE FROM sessions WHERE id = ?":                                       Destroys | Deletes,
		"delete from `user_sessions` where user_id = $1":                          Destroys | EndsAll | Deletes,
		"DELETE FROM password_reset_tokens WHERE user_id = $1":                    Deletes,
		"UPDATE sessions SET revoked_at = now() WHERE token = ?":                  Destroys,
		"UPDATE app.sessions SET user_id = ? WHERE id = ?":                        PutsIdentity,
		"UPDATE users SET token_version = token_version + 1 WHERE id = ?":         EndsAll,
		"UPDATE users\n\tSET name = ?, password_hash = ?\n\tWHERE id = ?":         ChangesPassword,
		"UPDATE users SET password_reset_required = 1":                            0,
		"INSERT INTO users (name, password) VALUES (?, ?)":                        Creates,
		"INSERT INTO sessions (id, user_id) VALUES (?, ?)":                        Begins,
		"SELECT id FROM users WHERE name = $1 AND password = crypt($2, password)": VerifiesPassword,
		"SELECT id, password FROM users WHERE name = ?":                           0,
		"UPDATE users SET reset = ?, password = '' WHERE email = ?":               0,
		"UPDATE smtp_settings SET host = ? WHERE id = 1":                          0,
		"UPDATE users SET session_token = NULL WHERE id = ?":                      EndsAll | Begins,
		"REPLACE INTO carts (id, sum) VALUES (?, ?)":                              0,
	} {
		s, ok := parseSQL(text)
		if !ok {
			t.Errorf("%q is no statement", text)
			continue
		}
		if got := s.effects(); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	if _, ok := parseSQL("hello"); ok {
		t.Error("hello is a statement")
	}
}
