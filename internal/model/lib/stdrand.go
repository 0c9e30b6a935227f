package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// stdRandom is where random values come from, good and bad.
func stdRandom() *model.Library {
	return &model.Library{
		Module: "std",
		Name:   "Go random",
		Majors: []string{"go1.25", "go1.26"},
		Doc:    "https://pkg.go.dev/crypto/rand; https://pkg.go.dev/math/rand/v2: \"not suitable for security-sensitive work\"; $GOROOT/src at go1.26.8",
		Vars:   []model.Var{{Symbol: "crypto/rand.Reader", Role: model.RandStrong}},
		Funcs:  slices.Concat(cryptoRand(), readers(), mathRand(), mathRand2(), guessable()),
	}
}

func cryptoRand() []model.Func {
	reader := model.Arg{Slot: model.ArgReader, Index: 0}
	return []model.Func{
		{Symbol: "crypto/rand.Read", Role: model.RandStrong, PerUnit: 8, Args: slots(model.ArgBuffer, 0)},
		{Symbol: "crypto/rand.Text", Role: model.RandStrong, Bits: 130}, // text.go: 26 characters of base32
		// Int(reader, max) is below max: its logarithm are the bits.
		{Symbol: "crypto/rand.Int", Role: model.RandReader, Args: []model.Arg{reader, {Slot: model.ArgLength, Index: 1}}},
		{Symbol: "crypto/rand.Prime", Role: model.RandReader, PerUnit: 1, Args: []model.Arg{reader, {Slot: model.ArgLength, Index: 1}}},
	}
}

// readers fill a buffer from a reader, and are as good as it is.
func readers() []model.Func {
	fill := func(symbol string, reader, buffer int) model.Func {
		return model.Func{Symbol: symbol, Role: model.RandReader, PerUnit: 8, Args: []model.Arg{
			{Slot: model.ArgReader, Index: reader}, {Slot: model.ArgBuffer, Index: buffer},
		}}
	}
	return []model.Func{
		fill("io.ReadFull", 0, 1),
		fill("io.ReadAtLeast", 0, 1),
		fill("(io.Reader).Read", model.Receiver, 0),
		fill("encoding/binary.Read", 0, 2), // binary.Read(reader, order, &n): 8 bits for each byte of n
	}
}

// mathRand: math/rand documents that its values must not be secrets.
func mathRand() []model.Func {
	const calls = "ExpFloat64 Float32 Float64 Int Int31 Int31n Int63 Int63n Intn NormFloat64 Perm Uint32 Uint64"
	read := model.Func{Role: model.RandWeak, Args: slots(model.ArgBuffer, 0)}
	return slices.Concat(
		weak("math/rand.", calls),
		weak("(*math/rand.Rand).", calls),
		weak("(math/rand.Source).", "Int63"),
		weak("(math/rand.Source64).", "Uint64"),
		weak("(*math/rand.Zipf).", "Uint64"),
		each(read, "math/rand.", "Read"),
		each(read, "(*math/rand.Rand).", "Read"),
		each(model.Func{Role: model.WeakSource}, "math/rand.", "New NewSource NewZipf"),
	)
}

// mathRand2: the same is said of math/rand/v2, whatever the source: ChaCha8 is
// only as secret as the seed that the program gives it.
func mathRand2() []model.Func {
	const calls = "ExpFloat64 Float32 Float64 Int Int32 Int32N Int64 Int64N IntN NormFloat64 Perm Uint Uint32 Uint32N Uint64 Uint64N UintN"
	return slices.Concat(
		weak("math/rand/v2.", calls+" N"),
		weak("(*math/rand/v2.Rand).", calls),
		weak("(*math/rand/v2.PCG).", "Uint64"),
		weak("(*math/rand/v2.ChaCha8).", "Uint64"),
		weak("(math/rand/v2.Source).", "Uint64"),
		weak("(*math/rand/v2.Zipf).", "Uint64"),
		each(model.Func{Role: model.RandWeak, Args: slots(model.ArgBuffer, 0)}, "(*math/rand/v2.ChaCha8).", "Read"),
		each(model.Func{Role: model.WeakSource}, "math/rand/v2.", "New NewChaCha8 NewPCG NewZipf"),
	)
}

// guessable are numbers that anybody can guess: the time, the process, and
// seeded hashes that do not resist whoever sees their results.
func guessable() []model.Func {
	return slices.Concat(
		weak("(time.Time).", "Nanosecond Unix UnixMicro UnixMilli UnixNano"),
		weak("os.", "Getpid Getppid"),
		weak("hash/maphash.", "Bytes String"),
		weak("(*hash/maphash.Hash).", "Sum Sum64"),
		each(model.Func{Role: model.WeakSource}, "hash/maphash.", "MakeSeed"),
	)
}
