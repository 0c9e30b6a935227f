package main

import (
	crand "crypto/rand"
	"encoding/base64"

	"github.com/Masterminds/goutils"
	beego "github.com/beego/beego/v2/core/utils"
	"github.com/dchest/uniuri"
	utils2 "github.com/gofiber/utils/v2"
	"github.com/gorilla/securecookie"
	hashicorp "github.com/hashicorp/go-uuid"
	jaevor "github.com/jaevor/go-nanoid"
	gommon "github.com/labstack/gommon/random"
	matoous "github.com/matoous/go-nanoid"
	matoous2 "github.com/matoous/go-nanoid/v2"
	"github.com/nrednav/cuid2"
	gotils "github.com/savsgio/gotils/bytes"
	"github.com/thanhpk/randstr"
)

const length = 100

func texts() {
	fixed("crypto/rand.Text", crand.Text)
	fixed("github.com/dchest/uniuri.New", uniuri.New)
	fixed("github.com/jaevor/go-nanoid.Canonic", must(jaevor.Canonic()))
	fixed("github.com/nrednav/cuid2.Generate", cuid2.Generate)

	alphabet("github.com/gorilla/securecookie.GenerateRandomKey", length, func(n int) string { return string(securecookie.GenerateRandomKey(n)) })
	alphabet("github.com/hashicorp/go-uuid.GenerateRandomBytes", length, func(n int) string { return string(must(hashicorp.GenerateRandomBytes(n))) })
	alphabet("github.com/gofiber/utils/v2.GenerateSecureToken", length, func(n int) string {
		return string(must(base64.RawURLEncoding.DecodeString(utils2.GenerateSecureToken(n))))
	})
	alphabet("github.com/thanhpk/randstr.Bytes", length, func(n int) string { return string(randstr.Bytes(n)) })
	alphabet("github.com/thanhpk/randstr.Hex", length, func(n int) string { return randstr.Hex(n) })
	alphabet("github.com/thanhpk/randstr.Base62", length, randstr.Base62)
	alphabet("github.com/thanhpk/randstr.Base64", length, randstr.Base64)
	alphabet("github.com/thanhpk/randstr.Dec", length, randstr.Dec)
	alphabet("github.com/thanhpk/randstr.String", length, func(n int) string { return randstr.String(n) })
	alphabet("github.com/dchest/uniuri.NewLen", length, uniuri.NewLen)
	alphabet("github.com/labstack/gommon/random.String", length, func(n int) string { return gommon.String(uint8(n)) })
	alphabet("github.com/savsgio/gotils/bytes.Rand", length, func(n int) string { return string(gotils.Rand(make([]byte, n))) })
	alphabet("github.com/beego/beego/v2/core/utils.RandomCreateBytes", length, func(n int) string { return string(beego.RandomCreateBytes(n)) })
	alphabet("github.com/jaevor/go-nanoid.Standard", length, func(n int) string { return must(jaevor.Standard(n))() })
	alphabet("github.com/jaevor/go-nanoid.ASCII", length, func(n int) string { return must(jaevor.ASCII(n))() })
	alphabet("github.com/matoous/go-nanoid.ID", length, func(n int) string { return must(matoous.ID(n)) })
	alphabet("github.com/matoous/go-nanoid.MustID", length, matoous.MustID)
	alphabet("github.com/matoous/go-nanoid.Nanoid", length, func(n int) string { return must(matoous.Nanoid(n)) })
	alphabet("github.com/matoous/go-nanoid/v2.New", length, func(n int) string { return must(matoous2.New(n)) })
	alphabet("github.com/matoous/go-nanoid/v2.Must", length, func(n int) string { return matoous2.Must(n) })
	alphabet("github.com/Masterminds/goutils.CryptoRandomAlphaNumeric", length, func(n int) string { return must(goutils.CryptoRandomAlphaNumeric(n)) })
	alphabet("github.com/Masterminds/goutils.CryptoRandomAlphabetic", length, func(n int) string { return must(goutils.CryptoRandomAlphabetic(n)) })
	alphabet("github.com/Masterminds/goutils.CryptoRandomAscii", length, func(n int) string { return must(goutils.CryptoRandomAscii(n)) })
	alphabet("github.com/Masterminds/goutils.CryptoRandomNumeric", length, func(n int) string { return must(goutils.CryptoRandomNumeric(n)) })
}
