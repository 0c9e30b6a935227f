package linttest

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// assetWants reads the expectations in the templates and scripts below the
// directory of a package.
func assetWants(dir string) (map[place][]*want, error) {
	found := map[place][]*want{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if ext := filepath.Ext(path); err != nil || ext != ".html" && ext != ".js" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for i, line := range strings.Split(string(data), "\n") {
			at := wantComment.FindStringIndex(line)
			if at == nil {
				continue
			}
			list, err := parseWants(strings.TrimSuffix(strings.TrimSpace(line[at[1]:]), "-->"))
			if err != nil {
				return fmt.Errorf("%s:%d: %w", path, i+1, err)
			}
			found[place{path, i + 1}] = list
		}
		return nil
	})
	return found, err
}
