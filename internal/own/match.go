package own

import (
	"path"
	"strings"
)

// Match reports whether a pattern matches importPath or one of its parents, as
// in GOPRIVATE: "corp.example", "*.corp.example/auth", "corp.example/lib/...".
func Match(patterns []string, importPath string) bool {
	for _, pattern := range patterns {
		pattern = strings.TrimSuffix(strings.TrimSuffix(pattern, "..."), "/")
		if pattern == "" {
			continue
		}
		if ok, err := path.Match(pattern, parent(importPath, pattern)); err == nil && ok {
			return true
		}
	}
	return false
}

// parent cuts importPath to as many elements as pattern has.
func parent(importPath, pattern string) string {
	elements := strings.Split(importPath, "/")
	return strings.Join(elements[:min(len(elements), 1+strings.Count(pattern, "/"))], "/")
}
