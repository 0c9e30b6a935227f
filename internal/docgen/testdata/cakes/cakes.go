// Package cakes is a made-up rule.
package cakes

import "github.com/sessionlint/sessionlint/internal/evidence"

const burnt = "burnt"

func run(at evidence.Ranger, sites *evidence.Sites, hot bool) {
	if hot {
		sites.Violation(at, burnt, "cake is burnt")
	}
	sites.Violation(at, "half-"+"baked", "cake is half-baked").Fix("Bake: true")
	sites.Satisfied(at, "baked", "cake is baked")
	sites.Unknown(at, burnt, "cake is in the oven")
	spoilt := func(category, why string) { sites.Violation(at, category, "cake is spoilt (%s)", why) }
	spoilt("mouldy", "it is green")
}

type other struct{}

func (other) Violation(at evidence.Ranger, text string) {}

func unrelated(at evidence.Ranger) { other{}.Violation(at, "not-ours") }
