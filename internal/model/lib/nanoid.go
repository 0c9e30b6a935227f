package lib

import "github.com/sessionlint/sessionlint/internal/model"

// nanoIDs are short random texts, and UUIDs in a short spelling.
func nanoIDs() []*model.Library {
	return []*model.Library{
		jaevorNanoID(),
		matoousNanoID("github.com/matoous/go-nanoid", "v1.5", "ID MustID Nanoid"), // Nanoid without length: 21 characters
		matoousNanoID("github.com/matoous/go-nanoid/v2", "v2.1", "Must New"),      // without length: 21 characters
		shortUUID("github.com/lithammer/shortuuid/v3", "v3.0"),
		shortUUID("github.com/lithammer/shortuuid/v4", "v4.3"),
		// cuid2.go at v1.1.0: 24 characters, the first of 26, the others of 36.
		ingredient("github.com/nrednav/cuid2", "v1.1", "cuid2.go at v1.1.0", strong(123, "github.com/nrednav/cuid2.", "Generate")),
	}
}

// jaevorNanoID returns generators of a fixed length.
func jaevorNanoID() *model.Library {
	const pkg = "github.com/jaevor/go-nanoid"
	return ingredient(pkg, "v1.4", "nanoid.go at v1.4.0",
		perUnit(6, 0, pkg+".", "Standard"),
		strong(126, pkg+".", "Canonic"), // 21 characters
		perUnit(4, 0, pkg+".", "ASCII"), // the mask leaves 16 of the 90 characters
		fromAlphabet(0, 1, pkg+".", "CustomASCII CustomUnicode"),
	)
}

func matoousNanoID(pkg, major, standard string) *model.Library {
	return ingredient(pkg, major, "gonanoid.go: 64 characters",
		perUnit(6, 0, pkg+".", standard),
		fromAlphabet(0, 1, pkg+".", "Generate MustGenerate"),
	)
}

// shortUUID is version 4 of google/uuid, or version 5 of a name.
func shortUUID(pkg, major string) *model.Library {
	return ingredient(pkg, major, "shortuuid.go",
		strong(bitsUUID4, pkg+".", "New NewWithAlphabet"),
		weak(pkg+".", "NewWithNamespace"),
	)
}
