// Command entropy runs the makers of random texts and IDs and prints, as JSON,
// how many bits they show. TestEntropy of internal/model/lib compares it with
// the model.
package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
)

// A Measure is what a function showed: bits of a result, or bits for each unit.
type Measure struct {
	Symbol  string
	Bits    float64
	PerUnit float64
}

const samples = 4000

var measures []Measure

func main() {
	ids()
	texts()
	if err := json.NewEncoder(os.Stdout).Encode(measures); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

// id counts the bits that are 1 about as often as 0: those of a time or of a
// version are not.
func id(symbol string, next func() []byte) {
	var ones []int
	for range samples {
		b := next()
		if ones == nil {
			ones = make([]int, 8*len(b))
		}
		for i := range ones {
			ones[i] += int(b[i/8] >> (7 - i%8) & 1)
		}
	}
	balanced := 0
	for _, n := range ones {
		if share := float64(n) / samples; share > 0.45 && share < 0.55 {
			balanced++
		}
	}
	measures = append(measures, Measure{Symbol: symbol, Bits: float64(balanced)})
}

// fixed adds up the logarithm of how many characters occur at each position.
func fixed(symbol string, next func() string) {
	var seen []map[byte]bool
	for range samples {
		s := next()
		for i := range len(s) {
			if i == len(seen) {
				seen = append(seen, map[byte]bool{})
			}
			seen[i][s[i]] = true
		}
	}
	total := 0.0
	for _, chars := range seen {
		total += math.Log2(float64(len(chars)))
	}
	measures = append(measures, Measure{Symbol: symbol, Bits: total})
}

// alphabet counts the bytes that occur in texts of a length.
func alphabet(symbol string, length int, next func(int) string) {
	seen := map[byte]bool{}
	for range samples {
		s := next(length)
		if len(s) != length {
			panic(fmt.Sprintf("%s(%d) has %d characters", symbol, length, len(s)))
		}
		for i := range length {
			seen[s[i]] = true
		}
	}
	measures = append(measures, Measure{Symbol: symbol, PerUnit: math.Log2(float64(len(seen)))})
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
