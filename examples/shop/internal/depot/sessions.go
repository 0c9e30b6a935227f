package depot

import "net/http"

// list shows somebody his tablets.
func (d *Depot) list(w http.ResponseWriter, r *http.Request) {
	rows, err := d.db.QueryContext(r.Context(), "SELECT device FROM sessions WHERE user_id = ?", d.sessions.GetInt(r.Context(), userKey))
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	defer rows.Close()
	for rows.Next() {
		var device string
		if rows.Scan(&device) == nil {
			w.Write([]byte(device + "\n"))
		}
	}
}

// end logs off any tablet, also that of somebody else.
func (d *Depot) end(w http.ResponseWriter, r *http.Request) {
	if _, err := d.db.ExecContext(r.Context(), "DELETE FROM sessions WHERE id = ?", r.PathValue("id")); err != nil { // finding: sessionowner
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// endV2 logs off one's own.
func (d *Depot) endV2(w http.ResponseWriter, r *http.Request) {
	id := d.sessions.GetInt(r.Context(), userKey)
	if _, err := d.db.ExecContext(r.Context(), "DELETE FROM sessions WHERE id = ? AND user_id = ?", r.PathValue("id"), id); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}
