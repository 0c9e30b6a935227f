// Package useragent stands in for xojoc.pw/useragent, which no module proxy
// serves any more: just enough for sessionup to compile. No test asks it.
package useragent

// A UserAgent is a browser and what it runs on.
type UserAgent struct{ Name, OS string }

// Parse knows no browser.
func Parse(string) *UserAgent { return nil }
