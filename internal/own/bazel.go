package own

import (
	"path/filepath"
	"strings"
)

// inBazelRepository reports whether dir belongs to another repository of a
// Bazel build, be it source or generated. Bazel starts tools in a directory of
// its own and names files relative to it; nobody else does.
func inBazelRepository(dir string) bool {
	elements := strings.Split(filepath.ToSlash(filepath.Clean(dir)), "/")
	if elements[0] == "bazel-out" && len(elements) > 3 {
		elements = elements[3:] // bazel-out/k8-fastbuild/bin/…
	}
	return elements[0] == "external"
}
