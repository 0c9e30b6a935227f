package lib

import "github.com/sessionlint/sessionlint/internal/model"

// A page is what the libraries say about the symbols of one import path.
type page struct {
	funcs    map[string]*model.Func
	life     map[string]*model.Func
	types    map[string]*model.Type
	vars     map[string]*model.Var
	keys     map[string]*model.KeyField
	looks    map[string]*model.LookupField
	parts    map[string]*model.LifeField
	carriers map[string]*model.Carrier
	login    map[string]*model.LoginFunc
	logins   map[string]*model.LoginField
	times    map[string]*model.AuthTime
	bears    map[string]*model.Bearer
	marks    map[string]*model.BearerField
	owner    map[string]*model.Library // by symbol
	anchor   *model.Library            // whose anchor the path is
}

// blank stands for the import paths of which nothing is known.
func blank() *page { return new(page) }

// newPage collects what libraries say about an import path.
func newPage(path string, libs []*model.Library) *page {
	p := &page{
		funcs: map[string]*model.Func{}, life: map[string]*model.Func{}, types: map[string]*model.Type{}, vars: map[string]*model.Var{},
		keys: map[string]*model.KeyField{}, looks: map[string]*model.LookupField{}, parts: map[string]*model.LifeField{},
		carriers: map[string]*model.Carrier{}, login: map[string]*model.LoginFunc{}, logins: map[string]*model.LoginField{},
		times: map[string]*model.AuthTime{}, bears: map[string]*model.Bearer{}, marks: map[string]*model.BearerField{}, owner: map[string]*model.Library{},
	}
	for _, l := range libs {
		for _, anchor := range l.Anchors {
			if anchor == path {
				p.anchor = l
			}
		}
		note := func(symbol string) { p.owner[symbol] = l }
		collect(p.funcs, l.Funcs, path, func(f *model.Func) string { return f.Symbol }, PackageOf, note)
		collect(p.life, l.Life, path, func(f *model.Func) string { return f.Symbol }, PackageOf, note)
		collect(p.types, l.Types, path, func(t *model.Type) string { return t.Symbol }, PackageOf, note)
		collect(p.vars, l.Vars, path, func(v *model.Var) string { return v.Symbol }, PackageOf, note)
		collect(p.carriers, l.Carriers, path, func(c *model.Carrier) string { return c.Symbol }, PackageOf, note)
		collect(p.login, l.Login, path, func(f *model.LoginFunc) string { return f.Symbol }, PackageOf, note)
		collect(p.logins, l.LoginFields, path, func(f *model.LoginField) string { return f.Symbol }, packageOfField, note)
		collect(p.times, l.AuthTimes, path, func(a *model.AuthTime) string { return a.Symbol }, packageOfField, note)
		collect(p.bears, l.Bearers, path, func(b *model.Bearer) string { return b.Symbol }, PackageOf, note)
		collect(p.marks, l.BearerFields, path, func(f *model.BearerField) string { return f.Symbol }, packageOfField, note)
		collect(p.keys, l.Keys, path, func(k *model.KeyField) string { return k.Symbol }, packageOfField, note)
		collect(p.looks, l.Lookups, path, func(f *model.LookupField) string { return f.Symbol }, packageOfField, note)
		collect(p.parts, l.Fields, path, func(f *model.LifeField) string { return f.Symbol }, packageOfField, note)
	}
	return p
}

// collect puts the elements that belong to an import path into a table, by
// symbol, and notes each symbol.
func collect[T any](into map[string]*T, list []T, path string, symbol func(*T) string, packageOf func(string) string, note func(string)) {
	for i := range list {
		if s := symbol(&list[i]); packageOf(s) == path {
			into[s] = &list[i]
			note(s)
		}
	}
}

// packageOfField returns the import path of "pkg.Type.Field".
func packageOfField(symbol string) string {
	for i := len(symbol) - 1; i > 0; i-- {
		if symbol[i] == '.' {
			return PackageOf(symbol[:i])
		}
	}
	return ""
}
