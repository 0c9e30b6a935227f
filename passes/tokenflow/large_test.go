package tokenflow

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// large is a generated file of so many kilobytes whose functions all use the same
// globals, fields and channels.
func large(kilobytes int) string {
	var b strings.Builder
	b.WriteString(`package p

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"log"
	"net/http"
)

var key = []byte("of the whole package")
var queue = make(chan string)
var sessions = map[string]*session{}

type session struct{ token string }

`)
	for i := 0; b.Len() < kilobytes<<10; i++ {
		fmt.Fprintf(&b, `func newToken%[1]d() string {
	b := make([]byte, 16)
	rand.Read(b)
	return hex.EncodeToString(b) + <-queue
}

func serve%[1]d(w http.ResponseWriter, r *http.Request) {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(r.Header.Get("X-Name")))
	s := &session{token: newToken%[1]d()}
	queue <- s.token
	sessions[s.token] = s
	http.SetCookie(w, &http.Cookie{Name: "session", Value: s.token})
	log.Println("served", r.URL.Path, %[1]d)
}

`, i)
	}
	return b.String()
}

// TestLargeFile: a generated file of 5 MB takes a bounded number of steps, a
// bounded amount of memory and seconds, not minutes.
func TestLargeFile(t *testing.T) {
	if testing.Short() {
		t.Skip("5 MB")
	}
	files := map[string]string{"p/p.go": large(5 << 10)}
	begin := time.Now()
	flows := flowsOf(t, files, "p")
	if took := time.Since(begin); took > 10*time.Minute { // a busy machine
		t.Errorf("took %v", took)
	}
	if flows.Steps == 0 || flows.Steps > 2*maxSteps {
		t.Errorf("%d steps", flows.Steps)
	}
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	if mem.Sys > 6<<30 {
		t.Errorf("%d MB", mem.Sys>>20)
	}
	for _, use := range flows.At(InCookie) {
		for _, o := range use.Origins {
			if o.Kind == Weak || o.Kind == Fixed {
				t.Fatalf("a verdict past the budget: %+v", o)
			}
		}
	}
}

// BenchmarkGrowth says how much more time and how many more steps twice the
// size takes, in one run: about 2 where the cost grows with the code. Half of
// each hostile shape stays within the budget of steps or runs into it as the
// whole does. (Recursion: n functions have n² calls.)
func BenchmarkGrowth(b *testing.B) {
	for name, shape := range map[string]struct {
		source func(n int) string
		half   int
	}{
		"20,000 instructions": {long, 2500},
		"200 functions":       {recursive, 100},
		"5 MB":                {large, 2560},
	} {
		b.Run(name, func(b *testing.B) {
			half := map[string]string{"p/p.go": shape.source(shape.half)}
			whole := map[string]string{"p/p.go": shape.source(2 * shape.half)}
			var took [2]time.Duration
			var steps [2]int
			for b.Loop() {
				for i, files := range []map[string]string{half, whole} {
					begin := time.Now()
					steps[i] = flowsOf(b, files, "p").Steps
					took[i] += time.Since(begin)
				}
			}
			b.ReportMetric(float64(took[1])/float64(took[0]), "time-ratio")
			b.ReportMetric(float64(steps[1])/float64(steps[0]), "steps-ratio")
		})
	}
}
