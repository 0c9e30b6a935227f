package session

import (
	"net/http"
	"testing"
)

// TestAttributes shows with the library itself what the comments claim.
func TestAttributes(t *testing.T) {
	key := make([]byte, 32)
	if got := Front(key).Options; !got.Secure || !got.HttpOnly || got.SameSite != http.SameSiteLaxMode || got.MaxAge != 1800 {
		t.Errorf("Front: %+v", got)
	}
	if got := Outlet(key).Options; got.Secure || got.HttpOnly || got.SameSite != 0 || got.MaxAge != 1800 {
		t.Errorf("Outlet: %+v", got)
	}
	if got := Reviews(key).Options; !got.Secure || got.HttpOnly || got.SameSite != http.SameSiteNoneMode {
		t.Errorf("Reviews: %+v", got)
	}
	if got := Admin().Cookie; !got.Secure || !got.HttpOnly {
		t.Errorf("Admin: %+v", got)
	}
	if got := Stock().Cookie; got.Secure || !got.HttpOnly || got.SameSite != http.SameSiteLaxMode {
		t.Errorf("Stock: %+v", got)
	}
}
