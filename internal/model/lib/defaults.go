package lib

import (
	"go/token"
	"go/types"

	"golang.org/x/mod/semver"

	"github.com/sessionlint/sessionlint/internal/model"
)

// Defaults returns what holds when the caller of f says nothing, in the given
// version of the library that decides (see Decider). Where the version is not
// known, a setting whose default changed over the versions is Elsewhere.
func (x *Index) Defaults(f *model.Func, version string, known bool) []model.Default {
	all := f.Defaults
	if like := x.FuncNamed(f.Like); like != nil {
		all = append(all[:len(all):len(all)], like.Defaults...)
	}
	var out []model.Default
	for _, d := range all {
		switch {
		case known && holds(d, version):
			out = append(out, d)
		case !known:
			out = merge(out, d)
		}
	}
	return out
}

// DefaultsIn is Defaults for a call of f, which from declares, in the program
// under analysis.
func (x *Index) DefaultsIn(f *model.Func, fset *token.FileSet, from *types.Package) []model.Default {
	decider := x.Decider(f)
	if decider == nil || from == nil {
		return x.Defaults(f, "", false)
	}
	version, known := moduleVersion(fset, from, decider.Module)
	return x.Defaults(f, version, known)
}

func holds(d model.Default, version string) bool {
	return (d.Since == "" || semver.Compare(version, d.Since) >= 0) &&
		(d.Until == "" || semver.Compare(version, d.Until) < 0)
}

// merge adds a default of some versions. What holds in some only, or differs
// between them, is decided by the version.
func merge(list []model.Default, d model.Default) []model.Default {
	versioned := d.Since != "" || d.Until != ""
	d.Since, d.Until = "", ""
	for i, have := range list {
		if have.Setting != d.Setting {
			continue
		}
		if have != d {
			list[i] = byVersion(d.Setting)
		}
		return list
	}
	if versioned {
		d = byVersion(d.Setting)
	}
	return append(list, d)
}

func byVersion(s model.Setting) model.Default {
	return model.Default{Setting: s, Is: model.Elsewhere, Note: "depends on the version of the library"}
}
