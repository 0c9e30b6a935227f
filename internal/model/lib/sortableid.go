package lib

import (
	"slices"

	"github.com/sessionlint/sessionlint/internal/model"
)

// sortableIDs order by time. Most are time, machine and counter, and so no
// secrets; ksuid and, with a good reader, ulid have random bits beside the time.
func sortableIDs() []*model.Library {
	return []*model.Library{
		ingredient("github.com/rs/xid", "v1.6", "id.go at v1.6.0: time, machine, process, counter",
			weak("github.com/rs/xid.", "New NewWithTime")),
		ksuid(),
		ulid("github.com/oklog/ulid", "v1.3", ""),
		// ulid.go, init, at v2.1.2: the default entropy is math/rand, seeded with the time.
		ulid("github.com/oklog/ulid/v2", "v2.1", "Make MustNewDefault"),
		ingredient("github.com/sony/sonyflake", "v1.3", "sonyflake.go at v1.3.0: time, counter, machine",
			weak("(*github.com/sony/sonyflake.Sonyflake).", "NextID")),
		ingredient("github.com/sony/sonyflake/v2", "v2.2", "sonyflake.go at v2.2.0: time, counter, machine",
			weak("(*github.com/sony/sonyflake/v2.Sonyflake).", "NextID")),
		ingredient("github.com/bwmarrin/snowflake", "v0.3", "snowflake.go at v0.3.0: time, node, counter",
			weak("(*github.com/bwmarrin/snowflake.Node).", "Generate")),
		// nuid.go at v1.0.1: a random prefix that many IDs share, then a
		// sequence in steps of math/rand: one ID gives its neighbours away.
		ingredient("github.com/nats-io/nuid", "v1.0", "nuid.go at v1.0.1",
			weak("github.com/nats-io/nuid.", "Next"), weak("(*github.com/nats-io/nuid.NUID).", "Next")),
		ingredient("github.com/lucsky/cuid", "v1.2", "cuid.go at v1.2.1: time, counter, math/rand",
			weak("github.com/lucsky/cuid.", "New Slug"),
			each(model.Func{Role: model.RandReader, Args: slots(model.ArgReader, 0)}, "github.com/lucsky/cuid.", "NewCrypto")),
		ingredient("github.com/teris-io/shortid", "v0.0", "shortid.go: time and worker in an alphabet shuffled with a constant seed",
			weak("github.com/teris-io/shortid.", "Generate MustGenerate"),
			weak("(*github.com/teris-io/shortid.Shortid).", "Generate MustGenerate")),
	}
}

// ksuid: 32 bits of time and 128 random ones.
func ksuid() *model.Library {
	const pkg = "github.com/segmentio/ksuid"
	lib := ingredient(pkg, "v1.0", "ksuid.go, rand.go at v1.0.4",
		strong(128, pkg+".", "New NewRandom NewRandomWithTime"),
		weak("("+pkg+".KSUID).", "Next Prev"), // neighbours of an ID
		weak("(*"+pkg+".Sequence).", "Next"),
	)
	lib.Vars = []model.Var{{Symbol: pkg + ".FastRander", Role: model.WeakSource}}
	return lib
}

// ulid: 48 bits of time and 80 of the reader. IDs that Monotonic makes within
// one millisecond are increments of the first.
func ulid(pkg, major, made string) *model.Library {
	sources := "Monotonic"
	if made != "" {
		sources += " DefaultEntropy"
	}
	return ingredient(pkg, major, "ulid.go", slices.Concat(
		weak(pkg+".", made),
		each(model.Func{Role: model.WeakSource}, pkg+".", sources),
		each(model.Func{Role: model.RandReader, Bits: 80, Args: slots(model.ArgReader, 1)}, pkg+".", "MustNew New"),
	))
}
