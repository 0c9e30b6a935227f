package settings

import (
	"net/http"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/internal/model"
)

// FuzzHeader: the text of any Set-Cookie header gives each setting a value,
// and of a header that net/http understands the same ones as net/http.
func FuzzHeader(f *testing.F) {
	for _, seed := range []string{
		"session=x; Path=/; HttpOnly; Secure; SameSite=Lax", "session=…; Domain=…; SameSite=…", "a=b; Max-Age=99999999999999999999", "a=b; Max-Age=0",
		"a=b; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "session = x ; Path = / ;; SECURE ; samesite =strict", "a=b; …; Secure", "", ";", "=;=;Secure=no", "a=b; secure; Secure=…",
		"a=b; Max-Age=9223372036854775807", "a=b; SameSite=\xff", "\xff=\x00; Path=\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, header string) {
		set := parseHeader(splitHeader(header))
		for i, vals := range set {
			if len(vals) == 0 {
				t.Errorf("%q: no value of %v", header, model.Setting(i))
			}
		}
		if c := understood(header); c != nil {
			compareHeader(t, set, c)
		}
	})
}

// understood returns the cookie of a header that net/http understands wholly.
func understood(header string) *http.Cookie {
	if strings.Contains(header, "…") {
		return nil
	}
	c, err := http.ParseSetCookie(header)
	if err != nil || len(c.Unparsed) > 0 {
		return nil
	}
	return c
}

func compareHeader(t *testing.T, set [model.NumSettings]values, c *http.Cookie) {
	for setting, want := range map[model.Setting]string{model.Name: c.Name, model.Path: strings.TrimSpace(c.Path), model.Domain: strings.TrimSpace(c.Domain)} {
		if got := set[setting][0]; got.Kind == text != (want != "") || got.Str != want {
			t.Errorf("%q: %v is %q, want %q", c.Raw, setting, got.Str, want)
		}
	}
	for setting, want := range map[model.Setting]bool{model.Secure: c.Secure, model.HTTPOnly: c.HttpOnly} {
		if got := set[setting][0]; got.Bool != want {
			t.Errorf("%q: %v is %v, want %v", c.Raw, setting, got.Bool, want)
		}
	}
	if got, want := set[model.MaxAge][0], c.MaxAge; want < 0 && got.Int >= 0 || want > 0 && got.Int <= 0 {
		t.Errorf("%q: max-age is %d, want %d", c.Raw, got.Int, want)
	}
}

// TestHeaderBlanks: user agents ignore blanks around names and values (RFC
// 6265 section 5.2).
func TestHeaderBlanks(t *testing.T) {
	set := parseHeader(splitHeader("session = x ; Path = / ; SameSite = Strict ; Max-Age = 0"))
	for setting, want := range map[model.Setting]string{model.Name: "session", model.Value: "x", model.Path: "/", model.SameSite: "Strict"} {
		if got := set[setting][0]; got.Kind != text || got.Str != want {
			t.Errorf("%v is %q, want %q", setting, got.Str, want)
		}
	}
	if got := set[model.MaxAge][0]; got.Int >= 0 {
		t.Errorf("max-age is %+v", got)
	}
}
