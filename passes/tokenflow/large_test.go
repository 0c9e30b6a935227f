package tokenflow

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// large is a generated file of some megabytes whose functions all use the same
// globals, fields and channels.
func large(megabytes int) string {
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
	for i := 0; b.Len() < megabytes<<20; i++ {
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
	files := map[string]string{"p/p.go": large(5)}
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

// BenchmarkLargeFile says what a megabyte costs. Twice as much should take
// twice as long.
func BenchmarkLargeFile(b *testing.B) {
	for _, megabytes := range []int{1, 2} {
		b.Run(fmt.Sprintf("%dMB", megabytes), func(b *testing.B) {
			files := map[string]string{"p/p.go": large(megabytes)}
			for b.Loop() {
				b.ReportMetric(float64(flowsOf(b, files, "p").Steps), "steps/op")
			}
		})
	}
}
