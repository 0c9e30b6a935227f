package live

import (
	"sync"
	"testing"
	"time"
)

// A recorder remembers what is written to it.
type recorder struct {
	mu   sync.Mutex
	text string
}

func (r *recorder) Write(data []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.text += string(data)
	return len(data), nil
}

// take returns what was written since it was called before.
func (r *recorder) take() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	text := r.text
	r.text = ""
	return text
}

// next waits until something is written, and returns it.
func (r *recorder) next(t *testing.T) string {
	t.Helper()
	for range 1000 {
		if text := r.take(); text != "" {
			return text
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("nothing is written")
	return ""
}
