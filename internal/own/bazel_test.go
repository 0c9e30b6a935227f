package own

import "testing"

func TestInBazelRepository(t *testing.T) {
	for dir, foreign := range map[string]bool{
		"external/gazelle++go_deps+com_github_gorilla_sessions": true,
		"external/com_github_labstack_echo_v4/middleware":       true,
		"bazel-out/k8-fastbuild/bin/external/com_github_x_y/z":  true,
		"bazel-out/k8-fastbuild/bin/web/login":                  false,
		"bazel-out":                                             false,
		"web/login":                                             false,
		"web/external":                                          false,
		"externals/x":                                           false,
		".":                                                     false,
		"/home/me/external/app":                                 false,
		"/external/app":                                         false,
	} {
		if have := Dir(dir); have == foreign {
			t.Errorf("Dir(%s) = %v, want %v", dir, have, !foreign)
		}
	}
}
