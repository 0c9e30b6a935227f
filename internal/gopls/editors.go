package gopls

import (
	"fmt"
	"strconv"
	"strings"
)

// Settings says how to make each editor start the program at path.
func Settings(path string) string {
	quoted := strconv.Quote(path)
	lua := strings.ReplaceAll(quoted, `"`, "'")
	var text strings.Builder
	for _, editor := range []struct{ name, where, setting string }{
		{"VS Code", "settings.json", `"go.alternateTools": {"gopls": ` + quoted + `}`},
		{"Neovim 0.11", "init.lua", `vim.lsp.config('gopls', {cmd = {` + lua + `}})`},
		{"Helix", "languages.toml", "[language-server.gopls]\ncommand = " + quoted},
		{"Zed", "settings.json", `"lsp": {"gopls": {"binary": {"path": ` + quoted + `}}}`},
		{"Emacs, eglot", "init.el", "(with-eval-after-load 'eglot\n" +
			"  (add-to-list 'eglot-server-programs '((go-mode go-ts-mode) " + quoted + ")))"},
		{"Emacs, lsp-mode", "init.el", "(setq lsp-go-gopls-server-path " + quoted + ")"},
	} {
		fmt.Fprintf(&text, "%s (%s):\n", editor.name, editor.where)
		for line := range strings.Lines(editor.setting) {
			fmt.Fprintf(&text, "  %s", line)
		}
		text.WriteString("\n\n")
	}
	return strings.TrimSuffix(text.String(), "\n")
}
