package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// patience is how long nothing is said about what takes its time.
const patience = time.Second

// A progress is a line on the terminal that says what is going on.
type progress struct {
	out   io.Writer // nil: nobody is watching
	mu    sync.Mutex
	step  string
	shown bool
	timer *time.Timer
}

func newProgress(out io.Writer) *progress {
	if !isTerminal(out) {
		out = nil
	}
	return &progress{out: out}
}

// show says what happens next, once the wait has become noticeable.
func (p *progress) show(step string) {
	if p.out == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.step = step
	if p.timer == nil {
		p.timer = time.AfterFunc(patience, p.print)
	} else if p.shown {
		fmt.Fprintf(p.out, "\r\033[K%s…", step)
	}
}

func (p *progress) print() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.step != "" {
		p.shown = true
		fmt.Fprintf(p.out, "\r\033[K%s…", p.step)
	}
}

// stop removes the line.
func (p *progress) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.timer != nil {
		p.timer.Stop()
	}
	if p.shown {
		fmt.Fprint(p.out, "\r\033[K")
	}
	p.step, p.shown = "", false
}
