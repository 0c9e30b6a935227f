package lib

import (
	"math"
	"slices"
	"testing"

	"github.com/sessionlint/sessionlint/internal/model"
)

// TestEntropy runs testdata/defaults/entropy and compares the bits that makers
// of texts and IDs show with the data.
func TestEntropy(t *testing.T) {
	if testing.Short() {
		t.Skip("a second program of all libraries takes long to link")
	}
	var measures []measure
	output(t, &measures, "run", "./defaults/entropy")
	x := NewIndex()
	seen := map[string]bool{}
	for _, m := range measures {
		seen[m.Symbol] = true
		f := x.FuncNamed(m.Symbol)
		if f == nil {
			t.Errorf("%s: measured but not listed", m.Symbol)
			continue
		}
		if !m.agrees(f) {
			t.Errorf("%s: the model says %d bits, %g for each unit, the library shows %g and %g", m.Symbol, f.Bits, f.PerUnit, m.Bits, m.PerUnit)
		}
		if other := (measure{Bits: m.Bits + 1, PerUnit: m.PerUnit + 0.5}); other.agrees(f) {
			t.Errorf("%s: is not compared", m.Symbol)
		}
	}
	for _, l := range All() {
		for _, f := range l.Funcs {
			needed := f.Role == model.RandStrong && (f.Bits > 0 || f.PerUnit > 0)
			if read := slices.Contains(notMeasured(), f.Symbol); needed && !seen[f.Symbol] != read {
				t.Errorf("%s: measured %t, listed as not measured %t", f.Symbol, seen[f.Symbol], read)
			}
		}
	}
}

type measure struct {
	Symbol        string
	Bits, PerUnit float64
}

// agrees: the model has whole bits.
func (m measure) agrees(f *model.Func) bool {
	return f.Bits == int(m.Bits) && math.Abs(f.PerUnit-m.PerUnit) < 1e-9
}

// notMeasured lists what calls, or is called by, something that is measured,
// and what was only read.
func notMeasured() []string {
	return []string{
		"aidanwoods.dev/go-paseto.NewV2SymmetricKey",
		"aidanwoods.dev/go-paseto.NewV3SymmetricKey",
		"crypto/rand.Read",
		"(*github.com/gofrs/uuid.Gen).NewV4",
		"(*github.com/gofrs/uuid.Gen).NewV7",
		"(github.com/gofrs/uuid.Generator).NewV4",
		"(github.com/gofrs/uuid.Generator).NewV7",
		"(*github.com/gofrs/uuid/v5.Gen).NewV4",
		"(*github.com/gofrs/uuid/v5.Gen).NewV7",
		"(github.com/gofrs/uuid/v5.Generator).NewV4",
		"(github.com/gofrs/uuid/v5.Generator).NewV7",
		"github.com/segmentio/ksuid.NewRandomWithTime",
		"github.com/lithammer/shortuuid/v3.New",
		"github.com/lithammer/shortuuid/v3.NewWithAlphabet",
		"github.com/lithammer/shortuuid/v4.New",
		"github.com/lithammer/shortuuid/v4.NewWithAlphabet",
		"golang.org/x/oauth2.GenerateVerifier", // pkce.go: 32 bytes, in base64
		"github.com/sethvargo/go-password/password.Generate",
		"github.com/sethvargo/go-password/password.MustGenerate",
		"(*github.com/sethvargo/go-password/password.Generator).Generate",
		"(*github.com/sethvargo/go-password/password.Generator).MustGenerate",
		"(*github.com/labstack/gommon/random.Random).String",
		"github.com/gofiber/utils/v2.SecureToken",
		// Of testdata/wide, read in their sources.
		"github.com/swithek/sessionup.DefaultGenID",        // manager.go: 40 of 62 characters
		"gitea.com/go-chi/session.NewSecret",               // secret.go: 32 bytes
		"github.com/gogf/gf/v2/util/grand.B",               // grand.go: bytes
		"github.com/gogf/gf/v2/util/grand.Digits",          // 10 characters
		"github.com/gogf/gf/v2/util/grand.Letters",         // 52 characters
		"github.com/gogf/gf/v2/util/grand.S",               // 62 characters
		"github.com/zeromicro/go-zero/core/stringx.RandId", // random.go: 8 bytes
	}
}
