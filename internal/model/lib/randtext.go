package lib

import "github.com/sessionlint/sessionlint/internal/model"

// randomTexts are helpers that return random texts and numbers.
func randomTexts() []*model.Library {
	return []*model.Library{
		uniuri(),
		randstr(),
		goPassword(),
		// bytes/rand.go: letters; the revisions of 2021 were math/rand.
		ingredient("github.com/savsgio/gotils", "v0.0", "bytes/rand.go at 2025-09-24", each(
			model.Func{Role: model.RandStrong, PerUnit: bitsLetters, Args: slots(model.ArgBuffer, 0)}, "github.com/savsgio/gotils/bytes.", "Rand")),
		gommonRandom(),
		goutils(),
		// UUID is a random start, then a counter: one gives the next.
		ingredient("github.com/gofiber/utils", "v1.2", "common.go at v1.2.0", weak("github.com/gofiber/utils.", "UUID")),
		ingredient("github.com/gofiber/fiber/v2/utils", "v2.52", "utils/common.go at v2.52.15",
			weak("github.com/gofiber/fiber/v2/utils.", "UUID"), strong(bitsUUID4, "github.com/gofiber/fiber/v2/utils.", "UUIDv4")),
		fiberUtils2(),
	}
}

func uniuri() *model.Library {
	const pkg = "github.com/dchest/uniuri"
	return ingredient(pkg, "v1.2", "uniuri.go at v1.2.0",
		strong(95, pkg+".", "New"), // 16 characters of 62
		perUnit(bitsBase62, 0, pkg+".", "NewLen"),
		fromAlphabet(1, 0, pkg+".", "NewLenChars NewLenCharsBytes"),
	)
}

// randstr counts characters, except in Bytes: Hex(16) has 64 bits.
func randstr() *model.Library {
	const pkg = "github.com/thanhpk/randstr"
	return ingredient(pkg, "v1.0", "randstr.go at v1.0.7",
		perUnit(8, 0, pkg+".", "Bytes"),
		perUnit(4, 0, pkg+".", "Hex"),
		perUnit(6, 0, pkg+".", "Base64"),
		perUnit(bitsBase62, 0, pkg+".", "Base62 String"),
		perUnit(bitsDecimal, 0, pkg+".", "Dec"),
	)
}

// goPassword: length, digits, symbols, …; at most as much as letters give,
// less with many digits.
func goPassword() *model.Library {
	const pkg = "github.com/sethvargo/go-password/password"
	return ingredient("github.com/sethvargo/go-password", "v0.4", "password/generate.go at v0.4.0",
		perUnit(bitsLetters, 0, pkg+".", "Generate MustGenerate"),
		perUnit(bitsLetters, 0, "(*"+pkg+".Generator).", "Generate MustGenerate"), // unless GeneratorInput.Reader is set
	)
}

// gommonRandom: random/random.go, crypto/rand since v0.4.2, before math/rand.
func gommonRandom() *model.Library {
	const pkg = "github.com/labstack/gommon/random"
	return ingredient("github.com/labstack/gommon", "v0.5", "random/random.go at v0.5.0",
		perUnit(bitsBase62, 0, pkg+".", "String"),
		perUnit(bitsBase62, 0, "(*"+pkg+".Random).", "String"),
	)
}

// goutils has each function twice: of math/rand, and of crypto/rand.
func goutils() *model.Library {
	const pkg = "github.com/Masterminds/goutils."
	return ingredient("github.com/Masterminds/goutils", "v1.1", "randomstringutils.go, cryptorandomstringutils.go at v1.1.1",
		weak(pkg, "Random RandomAlphaNumeric RandomAlphaNumericCustom RandomAlphabetic RandomAscii RandomNonAlphaNumeric RandomNumeric RandomSeed"),
		perUnit(bitsBase62, 0, pkg, "CryptoRandomAlphaNumeric"),
		perUnit(bitsLetters, 0, pkg, "CryptoRandomAlphabetic"),
		perUnit(6.5698556083309478, 0, pkg, "CryptoRandomAscii"), // 95 printable characters
		perUnit(bitsDecimal, 0, pkg, "CryptoRandomNumeric"),
		strong(0, pkg, "CryptoRandom CryptoRandomAlphaNumericCustom CryptoRandomNonAlphaNumeric"), // the arguments decide
	)
}

// fiberUtils2: here UUID is version 4.
func fiberUtils2() *model.Library {
	const pkg = "github.com/gofiber/utils/v2"
	return ingredient(pkg, "v2.4", "common.go at v2.4.1",
		strong(256, pkg+".", "SecureToken"),
		perUnit(8, 0, pkg+".", "GenerateSecureToken"), // bytes; 0 means 32
		strong(bitsUUID4, pkg+".", "UUID UUIDv4"),
	)
}
