package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"example.com/shop/internal/web"
)

const (
	customerPassword = "a long enough password"
	newPassword      = "another password, longer"
	adminPassword    = "the password of the admin"
)

// A visitor is a browser.
type visitor struct {
	*testing.T
	http.Client
	base string
}

func open(t *testing.T) *httptest.Server {
	shop, err := web.New(web.Config{Key: make([]byte, 32), SecureCookies: true, AdminPassword: adminPassword})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewTLSServer(shop.Handler())
	t.Cleanup(server.Close)
	return server
}

func enter(t *testing.T, server *httptest.Server) *visitor {
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &visitor{T: t, Client: http.Client{Transport: server.Client().Transport, Jar: jar}, base: server.URL}
}

// sees checks status and text of an answer.
func (v *visitor) sees(resp *http.Response, err error, status int, text string) {
	v.Helper()
	if err != nil {
		v.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		v.Fatal(err)
	}
	if resp.StatusCode != status || !strings.Contains(string(body), text) {
		v.Errorf("%s: status %d, want %d; want %q in %s", resp.Request.URL.Path, resp.StatusCode, status, text, body)
	}
}

func (v *visitor) get(path string, status int, text string) {
	v.Helper()
	resp, err := v.Get(v.base + path)
	v.sees(resp, err, status, text)
}

func (v *visitor) post(path string, status int, text string, form ...string) {
	v.Helper()
	values := url.Values{}
	for i := 0; i+1 < len(form); i += 2 {
		values.Set(form[i], form[i+1])
	}
	resp, err := v.PostForm(v.base+path, values)
	v.sees(resp, err, status, text)
}

func (v *visitor) cookie(name string) string {
	address, err := url.Parse(v.base)
	if err != nil {
		v.Fatal(err)
	}
	for _, cookie := range v.Jar.Cookies(address) {
		if cookie.Name == name {
			return cookie.Value
		}
	}
	return ""
}

func TestAccount(t *testing.T) {
	server := open(t)
	v := enter(t, server)
	v.get("/account", 200, "Log in")
	v.post("/register", 200, "Hello ada", "name", "ada", "password", customerPassword)
	v.post("/logout", 200, "Padlock")
	v.get("/account", 200, "Log in")
	v.post("/login", 401, "wrong name or password", "name", "ada", "password", "a long but wrong password")
	v.post("/login", 200, "Hello ada", "name", "ada", "password", customerPassword)

	other := enter(t, server)
	other.post("/login", 200, "Hello ada", "name", "ada", "password", customerPassword)
	v.post("/account/password", 403, "wrong password", "old", "not my old password", "new", newPassword)
	v.post("/account/password", 200, "Hello ada", "old", customerPassword, "new", newPassword)
	other.get("/account", 200, "Log in")
	other.post("/login", 200, "Hello ada", "name", "ada", "password", newPassword)
}

// TestRememberMe shows what the finding cookiedelete of web/remember.go means.
func TestRememberMe(t *testing.T) {
	v := enter(t, open(t))
	v.post("/register", 200, "Hello ada", "name", "ada", "password", customerPassword, "remember", "on")
	v.post("/logout", 200, "Padlock")
	v.get("/account", 200, "Hello ada") // the defect: logout did not drop the cookie
	v.post("/account/forget", 200, "Hello ada")
	v.post("/logout", 200, "Padlock")
	v.get("/account", 200, "Log in")
}

func TestCart(t *testing.T) {
	v := enter(t, open(t))
	v.get("/", 200, "Mug with a gopher")
	v.post("/cart", 403, "reload", "article", "mug")
	token := v.cookie("csrf_token")
	v.post("/cart", 200, "1 × Mug", "article", "mug", "csrf", token)
	v.post("/cart", 200, "2 × Mug", "article", "mug", "csrf", token)
	v.post("/cart", 404, "do not sell", "article", "elephant", "csrf", token)
}

func TestStaff(t *testing.T) {
	for _, area := range []string{"/admin", "/stock"} {
		v := enter(t, open(t))
		v.get(area+"/", 200, `action="`+area+`/login"`)
		v.post("/register", 200, "Hello ada", "name", "ada", "password", customerPassword)
		v.post(area+"/login", 403, "staff only", "name", "ada", "password", customerPassword)
		v.post(area+"/login", 200, "Carts in use: 0", "name", "admin", "password", adminPassword)
		v.post(area+"/logout", 200, `action="`+area+`/login"`)
		v.get(area+"/", 200, `action="`+area+`/login"`)
	}
}

// TestBranches checks that every branch of the shop logs a customer in with a
// cookie of its own.
func TestBranches(t *testing.T) {
	server := open(t)
	enter(t, server).post("/register", 200, "", "name", "ada", "password", customerPassword)
	for path, cookie := range map[string]string{
		"/old/login":        "shop_session=",
		"/checkout/login":   "__Host-checkout_session=",
		"/checkout/express": "__Host-express_session=",
		"/brand/login":      "brand_session=",
		"/partner/login":    "partner_session=",
		"/partner/v2/login": "partner_session_v2=",
		"/mobile/login":     "mobile_session=",
		"/mobile/v2/login":  "mobile_session_v2=",
		"/outlet/login":     "outlet=",
		"/reviews/login":    "reviews=",
		"/kiosk/login":      "kiosk=",
	} {
		v := enter(t, server)
		v.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
		resp, err := v.PostForm(v.base+path, url.Values{"name": {"ada"}, "password": {customerPassword}})
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if got := resp.Header.Get("Set-Cookie"); resp.StatusCode >= 400 || !strings.HasPrefix(got, cookie) {
			t.Errorf("%s: status %d, Set-Cookie %q", path, resp.StatusCode, got)
		}
	}
}

// TestAPI logs a program in, and in again by its refresh token, once.
func TestAPI(t *testing.T) {
	server := open(t)
	visitor := enter(t, server)
	visitor.post("/register", http.StatusOK, "", "name", "program", "password", customerPassword)
	answer := func(path string, form url.Values) map[string]string {
		resp, err := visitor.PostForm(visitor.base+path, form)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		var got map[string]string
		if resp.StatusCode == http.StatusOK {
			if err := json.NewDecoder(resp.Body).Decode(&got); err != nil {
				t.Fatal(err)
			}
		}
		return got
	}
	me := func(path, token string) int {
		req, err := http.NewRequest(http.MethodGet, visitor.base+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Authorization", "Bearer "+token)
		resp, err := visitor.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		return resp.StatusCode
	}
	first := answer("/api/v1/login", url.Values{"name": {"program"}, "password": {customerPassword}})
	if status := me("/api/v1/me", first["access"]); status != http.StatusOK {
		t.Errorf("access token: status %d", status)
	}
	if status := me("/api/v1/me", first["access"]+"x"); status != http.StatusUnauthorized {
		t.Errorf("changed access token: status %d", status)
	}
	if second := answer("/api/v1/refresh", url.Values{"refresh": {first["refresh"]}}); second["access"] == "" {
		t.Error("refresh token is refused")
	}
	if again := answer("/api/v1/refresh", url.Values{"refresh": {first["refresh"]}}); again != nil {
		t.Error("refresh token is good for two uses")
	}
	old := answer("/api/v0/device", url.Values{"name": {"program"}, "password": {customerPassword}})
	if status := me("/api/v0/me", old["token"]); status != http.StatusOK {
		t.Errorf("old token: status %d", status)
	}
}
