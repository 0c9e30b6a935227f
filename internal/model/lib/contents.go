package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// Contents returns the import paths about which something is known, each with
// the numbers of the shelves that hold it. It makes every library: package gen
// turns it into packages.go.
func Contents() map[string][]uint8 {
	all := map[string][]uint8{}
	for i, shelf := range shelves() {
		for _, l := range shelf() {
			for _, path := range importsOf(l) {
				if !slices.Contains(all[path], uint8(i)) {
					all[path] = append(all[path], uint8(i))
				}
			}
		}
	}
	return all
}

// importsOf returns the import paths that a library speaks of.
func importsOf(l *model.Library) []string {
	paths := slices.Clone(l.Anchors)
	for i := range l.Funcs {
		paths = append(paths, PackageOf(l.Funcs[i].Symbol))
	}
	for i := range l.Life {
		paths = append(paths, PackageOf(l.Life[i].Symbol))
	}
	for i := range l.Types {
		paths = append(paths, PackageOf(l.Types[i].Symbol))
	}
	for i := range l.Vars {
		paths = append(paths, PackageOf(l.Vars[i].Symbol))
	}
	for i := range l.Carriers {
		paths = append(paths, PackageOf(l.Carriers[i].Symbol))
	}
	for i := range l.Keys {
		paths = append(paths, packageOfField(l.Keys[i].Symbol))
	}
	for i := range l.Lookups {
		paths = append(paths, packageOfField(l.Lookups[i].Symbol))
	}
	for i := range l.Fields {
		paths = append(paths, packageOfField(l.Fields[i].Symbol))
	}
	for i := range l.Login {
		paths = append(paths, PackageOf(l.Login[i].Symbol))
	}
	for i := range l.LoginFields {
		paths = append(paths, packageOfField(l.LoginFields[i].Symbol))
	}
	for i := range l.AuthTimes {
		paths = append(paths, packageOfField(l.AuthTimes[i].Symbol))
	}
	for i := range l.Bearers {
		paths = append(paths, PackageOf(l.Bearers[i].Symbol))
	}
	for i := range l.BearerFields {
		paths = append(paths, packageOfField(l.BearerFields[i].Symbol))
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}
