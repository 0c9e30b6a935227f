package sql

import "net/http"

// Users see their sessions, and what they have granted.
func (s *server) list(w http.ResponseWriter, r *http.Request) {
	rows, err := s.db.Query("SELECT id, device, last_used FROM sessions WHERE user_id = ?", caller(r).ID)
	if err == nil {
		err = rows.Close()
	}
	reply(w, err)
}

func (s *server) grants(w http.ResponseWriter, r *http.Request) {
	rows, err := s.db.Query("SELECT client, scope FROM oauth_grants WHERE user_id = ?", caller(r).ID)
	if err == nil {
		err = rows.Close()
	}
	reply(w, err)
}

// Users take back what they have granted: through a function of the package.
func (s *server) unlink(w http.ResponseWriter, r *http.Request) {
	reply(w, s.deleteGrant(r.PathValue("id"), caller(r).ID))
}

func (s *server) deleteGrant(id string, user int64) error {
	_, err := s.db.Exec("DELETE FROM oauth_grants WHERE id = ? AND user_id = ?", id, user)
	return err
}

// A number is no list, and what is no handler's is nobody's.
func (s *server) count(w http.ResponseWriter, r *http.Request) {
	var n int
	reply(w, s.db.QueryRow("SELECT count(*) FROM sessions WHERE user_id = ?", caller(r).ID).Scan(&n))
}

func (s *server) purge(user int64) error {
	_, err := s.db.Exec("DELETE FROM sessions WHERE id = ? AND user_id = ?", 1, user)
	return err
}
