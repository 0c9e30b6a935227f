package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// weakHelpers are fast generators and makers of test data: never for secrets.
func weakHelpers() []*model.Library {
	return []*model.Library{
		ingredient("github.com/samber/lo", "v1.53", "string.go, find.go, mutable at v1.53.0: math/rand/v2",
			weak("github.com/samber/lo.", "RandomString Sample Samples Shuffle")),
		gofakeit(),
		ingredient("k8s.io/apimachinery", "v0.37", "pkg/util/rand/rand.go at v0.37.2: math/rand, for names of objects",
			weak("k8s.io/apimachinery/pkg/util/rand.", "Int Int63nRange Intn IntnRange Perm String")),
		xExpRand(),
		ingredient("github.com/valyala/fastrand", "v1.1", "fastrand.go at v1.1.0: xorshift",
			weak("github.com/valyala/fastrand.", "Uint32 Uint32n"), weak("(*github.com/valyala/fastrand.RNG).", "Uint32 Uint32n")),
	}
}

// gofakeit: PCG, for test data.
func gofakeit() *model.Library {
	const pkg = "github.com/brianvoe/gofakeit/v7"
	const calls = "DigitN HexUint Int Int64 IntN LetterN Lexify Number Numerify Password Regex UUID Uint64 UintN"
	return ingredient(pkg, "v7.18", "faker.go at v7.18.1", weak(pkg+".", calls), weak("(*"+pkg+".Faker).", calls))
}

// xExpRand: PCG; the global source starts with a constant seed.
func xExpRand() *model.Library {
	const pkg = "golang.org/x/exp/rand"
	const calls = "ExpFloat64 Float32 Float64 Int Int31 Int31n Int63 Int63n Intn NormFloat64 Perm Uint32 Uint64"
	read := model.Func{Role: model.RandWeak, Args: slots(model.ArgBuffer, 0)}
	return ingredient("golang.org/x/exp", "v0.0", "rand/rand.go at 2026-09-08", slices.Concat(
		weak(pkg+".", calls),
		weak("(*"+pkg+".Rand).", calls+" Uint64n"),
		each(read, pkg+".", "Read"),
		each(read, "(*"+pkg+".Rand).", "Read"),
		each(model.Func{Role: model.WeakSource}, pkg+".", "New NewSource"),
	))
}
