package tokenflow

import (
	"fmt"
	"math"
	"testing"
)

// entropyCases are bodies of a function newToken with the bits that a pencil
// gives: 8 for each byte, log2 of the alphabet for each letter.
var entropyCases = []struct {
	name, body string
	bits       float64
}{
	{"16 bytes", `b := make([]byte, 16); rand.Read(b); return hex.EncodeToString(b)`, 128},
	{"array", `var b [20]byte; rand.Read(b[:]); return string(b[:])`, 160},
	{"ReadFull", `b := make([]byte, 24); io.ReadFull(rand.Reader, b); return string(b)`, 192},
	{"Text", `return rand.Text()`, 130},
	{"half of the hex digits", `b := make([]byte, 16); rand.Read(b); return hex.EncodeToString(b)[:16]`, 64},
	{"base64 cut", `b := make([]byte, 30); rand.Read(b); return base64.URLEncoding.EncodeToString(b)[:10]`, 60},
	{"base32 cut", `b := make([]byte, 30); rand.Read(b); return base32.StdEncoding.EncodeToString(b)[:10]`, 50},
	{"buffer cut", `b := make([]byte, 30); rand.Read(b); return string(b[:5])`, 40},
	{"bound", `n, _ := rand.Int(rand.Reader, big.NewInt(1000000)); return n.String()`, 19.931568569324174},
	{"power of two", `n, _ := rand.Int(rand.Reader, big.NewInt(1<<48)); return n.String()`, 48},
	{"letters", `b := make([]byte, 20); for i := range b { n, _ := rand.Int(rand.Reader, big.NewInt(26)); b[i] = letters[n.Int64()] }; return string(b)`, 94.00879436282185},
	{"mapped", `b := make([]byte, 10); rand.Read(b); for i := range b { b[i] = letters[int(b[i])%len(letters)] }; return string(b)`, 47.004397181410924},
	{"sha1 of 32 bytes", `b := make([]byte, 32); rand.Read(b); s := sha1.Sum(b); return hex.EncodeToString(s[:])`, 160},
	{"md5 of 4 bytes", `b := make([]byte, 4); rand.Read(b); s := md5.Sum(b); return hex.EncodeToString(s[:])`, 32},
	{"joined", `b := make([]byte, 8); rand.Read(b); c := make([]byte, 4); rand.Read(c); return hex.EncodeToString(b) + hex.EncodeToString(c)`, 96},
	{"formatted", `b := make([]byte, 7); rand.Read(b); return fmt.Sprintf("tok_%x", b)`, 56},
	{"uint32", `var b [8]byte; rand.Read(b[:]); return strconv.FormatUint(uint64(binary.BigEndian.Uint32(b[:])), 16)`, 32},
	{"helper", `return random(9)`, 72},
	{"helper of a helper", `return random(2 * 5)`, 80},
}

const entropyHead = `package p

import (
	"crypto/md5"
	"crypto/rand"
	"crypto/sha1"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"math/big"
	"strconv"
)

const letters = "abcdefghijklmnopqrstuvwxyz"

var _ = []any{md5.Sum, sha1.Sum, base32.StdEncoding, base64.URLEncoding, binary.BigEndian, hex.EncodeToString, fmt.Sprint, io.ReadFull, big.NewInt, strconv.Itoa}

func random(n int) string { b := make([]byte, n); rand.Read(b); return hex.EncodeToString(b) }

`

func TestEntropy(t *testing.T) {
	for _, test := range entropyCases {
		t.Run(test.name, func(t *testing.T) {
			text := entropyHead + fmt.Sprintf("func newToken() string { %s }\n", test.body)
			uses := flowsOf(t, map[string]string{"p/p.go": text}, "p").At(Made)
			if len(uses) != 1 || len(uses[0].Origins) != 1 {
				t.Fatalf("uses: %+v", uses)
			}
			o := uses[0].Origins[0]
			if o.Kind != Strong || !o.Bits.Known() || math.Abs(o.Bits.Base-test.bits) > 1e-9 {
				t.Errorf("kind %d with %v bits, want %v", o.Kind, o.Bits, test.bits)
			}
		})
	}
}
