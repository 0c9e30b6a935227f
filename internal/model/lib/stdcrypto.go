package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// stdCrypto hashes, spells and compares.
func stdCrypto() *model.Library {
	return &model.Library{
		Module: "std",
		Name:   "Go crypto and encoding",
		Majors: []string{"go1.25", "go1.26"},
		Doc:    "https://pkg.go.dev/crypto, https://pkg.go.dev/encoding, https://pkg.go.dev/crypto/subtle; $GOROOT/src at go1.26.8",
		Funcs:  slices.Concat(digests(), keyed(), encoders(), comparisons()),
	}
}

// digests: the result of New takes its value by Write.
func digests() []model.Func {
	sum := func(bits int, pkg, names string) []model.Func {
		return each(model.Func{Role: model.Digest, Bits: bits, Args: values(0)}, pkg, names)
	}
	maker := func(bits int, pkg, names string) []model.Func {
		return each(model.Func{Role: model.Digest, Bits: bits}, pkg, names)
	}
	return slices.Concat(
		sum(128, "crypto/md5.", "Sum"), maker(128, "crypto/md5.", "New"),
		sum(160, "crypto/sha1.", "Sum"), maker(160, "crypto/sha1.", "New"),
		sum(256, "crypto/sha256.", "Sum256"), maker(256, "crypto/sha256.", "New"),
		sum(224, "crypto/sha256.", "Sum224"), maker(224, "crypto/sha256.", "New224"),
		sum(512, "crypto/sha512.", "Sum512"), maker(512, "crypto/sha512.", "New"),
		sum(384, "crypto/sha512.", "Sum384"), maker(384, "crypto/sha512.", "New384"),
		sum(256, "crypto/sha512.", "Sum512_256"), maker(256, "crypto/sha512.", "New512_256"),
		sum(224, "crypto/sha512.", "Sum512_224"), maker(224, "crypto/sha512.", "New512_224"),
		sum(224, "crypto/sha3.", "Sum224"), maker(224, "crypto/sha3.", "New224"),
		sum(256, "crypto/sha3.", "Sum256"), maker(256, "crypto/sha3.", "New256"),
		sum(384, "crypto/sha3.", "Sum384"), maker(384, "crypto/sha3.", "New384"),
		sum(512, "crypto/sha3.", "Sum512"), maker(512, "crypto/sha3.", "New512"),
		sum(32, "hash/crc32.", "ChecksumIEEE Checksum"), maker(32, "hash/crc32.", "New NewIEEE"),
		sum(64, "hash/crc64.", "Checksum"), maker(64, "hash/crc64.", "New"),
		sum(32, "hash/adler32.", "Checksum"), maker(32, "hash/adler32.", "New"),
		maker(32, "hash/fnv.", "New32 New32a"), maker(64, "hash/fnv.", "New64 New64a"), maker(128, "hash/fnv.", "New128 New128a"),
	)
}

func keyed() []model.Func {
	return []model.Func{
		{Symbol: "crypto/hmac.New", Role: model.Mac, Args: secrets(1)},
		{Symbol: "os.Getenv", Role: model.KeySource, Args: name(0)},
		{Symbol: "os.LookupEnv", Role: model.KeySource, Args: name(0)},
		{Symbol: "os.ReadFile", Role: model.KeySource, Args: name(0)},
		{Symbol: "io/ioutil.ReadFile", Role: model.KeySource, Args: name(0)},
	}
}

// encoders say the same in other characters. Encode(dst, src) and
// AppendEncode(dst, src) put it into their buffer.
func encoders() []model.Func {
	spell := func(prefix, names string) []model.Func {
		return each(model.Func{Role: model.Encode, Args: values(0)}, prefix, names)
	}
	into := func(prefix, names string) []model.Func {
		return each(model.Func{Role: model.Encode, Args: []model.Arg{{Slot: model.ArgBuffer, Index: 0}, {Slot: model.ArgValue, Index: 1}}}, prefix, names)
	}
	return slices.Concat(
		spell("encoding/hex.", "EncodeToString DecodeString Dump"),
		into("encoding/hex.", "Encode Decode AppendEncode AppendDecode"),
		spell("(*encoding/base64.Encoding).", "EncodeToString DecodeString"),
		into("(*encoding/base64.Encoding).", "Encode Decode AppendEncode AppendDecode"),
		spell("(*encoding/base32.Encoding).", "EncodeToString DecodeString"),
		into("(*encoding/base32.Encoding).", "Encode Decode AppendEncode AppendDecode"),
	)
}

func comparisons() []model.Func {
	compare := func(role model.Role, prefix, names string) []model.Func {
		return each(model.Func{Role: role, Args: []model.Arg{{Slot: model.ArgLeft, Index: 0}, {Slot: model.ArgRight, Index: 1}}}, prefix, names)
	}
	return slices.Concat(
		compare(model.PlainCompare, "bytes.", "Compare Equal EqualFold"),
		compare(model.PlainCompare, "strings.", "Compare EqualFold"),
		compare(model.PlainCompare, "slices.", "Compare Equal"),
		compare(model.PlainCompare, "cmp.", "Compare"),
		compare(model.PlainCompare, "reflect.", "DeepEqual"),
		compare(model.SafeCompare, "crypto/subtle.", "ConstantTimeByteEq ConstantTimeCompare ConstantTimeEq"),
		compare(model.SafeCompare, "crypto/hmac.", "Equal"),
	)
}
