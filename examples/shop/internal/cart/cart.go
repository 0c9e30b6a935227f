// Package cart knows what the shop sells and what its visitors want to buy.
package cart

import (
	"crypto/rand"
	"sort"
	"sync"
)

// An Article is something to buy.
type Article struct {
	ID    string
	Title string
	Cents int
}

// Catalogue returns everything the shop sells.
func Catalogue() []Article {
	return []Article{
		{ID: "mug", Title: "Mug with a gopher", Cents: 1200},
		{ID: "lens", Title: "Magnifying glass", Cents: 2450},
		{ID: "lock", Title: "Padlock", Cents: 990},
	}
}

// Find returns the article with that ID.
func Find(id string) (Article, bool) {
	for _, article := range Catalogue() {
		if article.ID == id {
			return article, true
		}
	}
	return Article{}, false
}

// A Line is a number of one article.
type Line struct {
	Article
	Count int
}

// Carts keeps the carts of all visitors in memory.
type Carts struct {
	mu   sync.Mutex
	byID map[string]map[string]int
}

// NewCarts returns a store without carts.
func NewCarts() *Carts { return &Carts{byID: map[string]map[string]int{}} }

// New returns the ID of a new, empty cart.
func (c *Carts) New() string {
	id := rand.Text()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.byID[id] = map[string]int{}
	return id
}

// Add puts one of the article into the cart. It reports whether both exist.
func (c *Carts) Add(id, article string) bool {
	if _, ok := Find(article); !ok {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	counts, ok := c.byID[id]
	if ok {
		counts[article]++
	}
	return ok
}

// Lines returns what is in the cart, ordered by article.
func (c *Carts) Lines(id string) []Line {
	c.mu.Lock()
	defer c.mu.Unlock()
	var lines []Line
	for articleID, count := range c.byID[id] {
		if article, ok := Find(articleID); ok {
			lines = append(lines, Line{Article: article, Count: count})
		}
	}
	sort.Slice(lines, func(i, j int) bool { return lines[i].ID < lines[j].ID })
	return lines
}

// Orders counts the carts that are not empty.
func (c *Carts) Orders() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	orders := 0
	for _, counts := range c.byID {
		if len(counts) > 0 {
			orders++
		}
	}
	return orders
}
