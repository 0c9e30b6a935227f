package main

import "testing"

func TestReplace(t *testing.T) {
	const text = "a\n<!-- BEGIN x -->\nold\n<!-- END x -->\nz\n"
	const want = "a\n<!-- BEGIN x -->\n\nnew\n\n<!-- END x -->\nz\n"
	got, err := replace(text, "x", "new\n")
	if err != nil || got != want {
		t.Errorf("got %q, %v", got, err)
	}
	if again, err := replace(got, "x", "new\n"); err != nil || again != want {
		t.Errorf("not stable: %q, %v", again, err)
	}
}

func TestReplaceRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"no region": "text",
		"no end":    "<!-- BEGIN x -->\n",
		"twice":     "<!-- BEGIN x -->\n<!-- END x -->\n<!-- BEGIN x -->\n<!-- END x -->\n",
		"backwards": "<!-- END x -->\n<!-- BEGIN x -->\n",
		"another":   "<!-- BEGIN y -->\n<!-- END y -->\n",
	} {
		if got, err := replace(text, "x", "new"); err == nil {
			t.Errorf("%s: no error, but %q", name, got)
		}
	}
}

func TestFence(t *testing.T) {
	if got, want := fence("text", "a\n```\nb\n\n"), "````text\na\n```\nb\n````\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
