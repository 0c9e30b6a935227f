package legacy

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func get(handler http.Handler, path, authorization string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", path, nil)
	if authorization != "" {
		r.Header.Set("Authorization", authorization)
	}
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	return w
}

func TestOrders(t *testing.T) {
	api := New("secret of the tests", nil).Handler()
	for _, path := range []string{"/api/orders", "/api/v2/orders"} {
		if w := get(api, path, "Bearer secret of the tests"); w.Code != 200 {
			t.Errorf("%s: status %d", path, w.Code)
		}
		if w := get(api, path, "Bearer wrong"); w.Code != 401 {
			t.Errorf("%s: status %d", path, w.Code)
		}
	}
}

func TestVisits(t *testing.T) {
	api := New("", nil).Handler()
	for _, path := range []string{"/api/visit", "/api/v2/visit"} {
		w := get(api, path, "")
		if w.Code != 200 || !strings.HasPrefix(w.Header().Get("Set-Cookie"), "partner_visit_session=") {
			t.Errorf("%s: status %d, %q", path, w.Code, w.Header())
		}
	}
}
