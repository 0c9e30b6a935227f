package lib

import "github.com/sessionlint/sessionlint/internal/model"

// Random bits of a UUID: version 4 has 6 fixed bits, version 7 a time of 48,
// and where the 12 bits after it count up, 62 random ones are left. Versions
// 1, 2 and 6 are time and address, 3 and 5 a hash of the caller's data.
const (
	bitsUUID4 = 122
	bitsUUID7 = 62
)

// uuids are the makers of UUIDs.
func uuids() []*model.Library {
	return []*model.Library{
		googleUUID(),
		gofrsUUID("github.com/gofrs/uuid", "v4.4"),
		gofrsUUID("github.com/gofrs/uuid/v5", "v5.5"),
		ingredient("github.com/satori/go.uuid", "v1.2", "generator.go at v1.2.0",
			strong(bitsUUID4, "github.com/satori/go.uuid.", "NewV4"),
			weak("github.com/satori/go.uuid.", "NewV1 NewV2 NewV3 NewV5"),
		),
		ingredient("github.com/pborman/uuid", "v1.2", "version1.go, version4.go, hash.go at v1.2.1",
			strong(bitsUUID4, "github.com/pborman/uuid.", "New NewRandom"),
			weak("github.com/pborman/uuid.", "NewDCEGroup NewDCEPerson NewDCESecurity NewHash NewMD5 NewSHA1 NewUUID"),
		),
		hashicorpUUID(),
	}
}

// googleUUID: NewUUID is version 1, in spite of its name.
func googleUUID() *model.Library {
	const pkg = "github.com/google/uuid"
	reader := slots(model.ArgReader, 0)
	return ingredient(pkg, "v1.6", "version1.go, version4.go, version7.go, hash.go at v1.6.0",
		strong(bitsUUID4, pkg+".", "New NewRandom NewString"),
		strong(bitsUUID7, pkg+".", "NewV7"), // version7.go, makeV7: time and sequence in 12 bits of the rest
		weak(pkg+".", "NewDCEGroup NewDCEPerson NewDCESecurity NewHash NewMD5 NewSHA1 NewUUID NewV6"),
		each(model.Func{Role: model.RandReader, Bits: bitsUUID4, Args: reader}, pkg+".", "NewRandomFromReader"),
		each(model.Func{Role: model.RandReader, Bits: bitsUUID7, Args: reader}, pkg+".", "NewV7FromReader"),
	)
}

// gofrsUUID: package functions, the generator behind them, and its interface.
// A generator made WithRandomReader is as good as its reader.
func gofrsUUID(pkg, major string) *model.Library {
	lib := ingredient(pkg, major, "generator.go")
	for _, receiver := range []string{pkg + ".", "(*" + pkg + ".Gen).", "(" + pkg + ".Generator)."} {
		lib.Funcs = append(lib.Funcs, strong(bitsUUID4, receiver, "NewV4")...)
		lib.Funcs = append(lib.Funcs, strong(bitsUUID7, receiver, "NewV7")...)
		lib.Funcs = append(lib.Funcs, weak(receiver, "NewV1 NewV3 NewV5 NewV6")...)
	}
	return lib
}

// hashicorpUUID has the form of a UUID but no version: all bits are random.
func hashicorpUUID() *model.Library {
	const pkg = "github.com/hashicorp/go-uuid"
	return ingredient(pkg, "v1.0", "uuid.go at v1.0.4",
		strong(128, pkg+".", "GenerateUUID"),
		perUnit(8, 0, pkg+".", "GenerateRandomBytes"),
		[]model.Func{
			{Symbol: pkg + ".GenerateUUIDWithReader", Role: model.RandReader, Bits: 128, Args: slots(model.ArgReader, 0)},
			{Symbol: pkg + ".GenerateRandomBytesWithReader", Role: model.RandReader, PerUnit: 8, Args: []model.Arg{
				{Slot: model.ArgLength, Index: 0}, {Slot: model.ArgReader, Index: 1},
			}},
		},
	)
}
