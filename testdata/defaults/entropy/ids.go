package main

import (
	"encoding/hex"
	"strings"

	crand "crypto/rand"

	gofrs4 "github.com/gofrs/uuid"
	gofrs5 "github.com/gofrs/uuid/v5"
	google "github.com/google/uuid"
	hashicorp "github.com/hashicorp/go-uuid"
	ulid1 "github.com/oklog/ulid"
	"github.com/oklog/ulid/v2"
	pborman "github.com/pborman/uuid"
	satori "github.com/satori/go.uuid"
	"github.com/segmentio/ksuid"

	paseto "aidanwoods.dev/go-paseto"
	fiberutils "github.com/gofiber/fiber/v2/utils"
	utils2 "github.com/gofiber/utils/v2"
)

func spelled(s string) []byte { return must(hex.DecodeString(strings.ReplaceAll(s, "-", ""))) }

func ids() {
	id("github.com/google/uuid.New", func() []byte { u := google.New(); return u[:] })
	id("github.com/google/uuid.NewRandom", func() []byte { u := must(google.NewRandom()); return u[:] })
	id("github.com/google/uuid.NewString", func() []byte { return spelled(google.NewString()) })
	id("github.com/google/uuid.NewRandomFromReader", func() []byte { u := must(google.NewRandomFromReader(crand.Reader)); return u[:] })
	// The first half of version 7 is time and counter.
	id("github.com/google/uuid.NewV7", func() []byte { u := must(google.NewV7()); return u[8:] })
	id("github.com/gofrs/uuid.NewV4", func() []byte { u := must(gofrs4.NewV4()); return u[:] })
	id("github.com/gofrs/uuid.NewV7", func() []byte { u := must(gofrs4.NewV7()); return u[8:] })
	id("github.com/gofrs/uuid/v5.NewV4", func() []byte { u := must(gofrs5.NewV4()); return u[:] })
	id("github.com/gofrs/uuid/v5.NewV7", func() []byte { u := must(gofrs5.NewV7()); return u[8:] })
	id("github.com/satori/go.uuid.NewV4", func() []byte { u := satori.NewV4(); return u[:] })
	id("github.com/pborman/uuid.New", func() []byte { return spelled(pborman.New()) })
	id("github.com/pborman/uuid.NewRandom", func() []byte { return pborman.NewRandom() })
	id("github.com/hashicorp/go-uuid.GenerateUUID", func() []byte { return spelled(must(hashicorp.GenerateUUID())) })
	id("github.com/segmentio/ksuid.New", func() []byte { return ksuid.New().Payload() })
	id("github.com/segmentio/ksuid.NewRandom", func() []byte { return must(ksuid.NewRandom()).Payload() })
	id("github.com/oklog/ulid.New", func() []byte { u := must(ulid1.New(1, crand.Reader)); return u[:] })
	id("github.com/oklog/ulid/v2.New", func() []byte { u := must(ulid.New(1, crand.Reader)); return u[:] })
	id("github.com/gofiber/fiber/v2/utils.UUIDv4", func() []byte { return spelled(fiberutils.UUIDv4()) })
	id("github.com/gofiber/utils/v2.UUID", func() []byte { return spelled(utils2.UUID()) })
	id("github.com/gofiber/utils/v2.UUIDv4", func() []byte { return spelled(utils2.UUIDv4()) })
	id("aidanwoods.dev/go-paseto.NewV4SymmetricKey", func() []byte { k := paseto.NewV4SymmetricKey(); return k.ExportBytes() })
}
