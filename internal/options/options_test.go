package options

import (
	"reflect"
	"testing"
	"time"

	"github.com/sessionlint/sessionlint/internal/evidence"
)

func TestLimits(t *testing.T) {
	const day = 24 * time.Hour
	tests := []struct {
		asvs           Edition
		level          int
		maxAbs         time.Duration
		maxIdle        time.Duration
		absolute, idle time.Duration
	}{
		{ASVS403, 1, 0, 0, 30 * day, 0},
		{ASVS403, 2, 0, 0, 12 * time.Hour, 30 * time.Minute},
		{ASVS403, 3, 0, 0, 12 * time.Hour, 15 * time.Minute},
		{ASVS401, 2, 0, 0, 12 * time.Hour, 30 * time.Minute},
		{ASVS50, 2, 0, 0, 0, 0},
		{ASVS50, 2, 8 * time.Hour, time.Hour, 8 * time.Hour, time.Hour},
		{ASVS403, 1, 60 * day, time.Hour, 60 * day, time.Hour},
		{ASVS403, 3, 0, 5 * time.Minute, 12 * time.Hour, 5 * time.Minute},
	}
	for _, test := range tests {
		o := &Options{ASVS: test.asvs, Level: test.level, MaxAbsolute: test.maxAbs, MaxIdle: test.maxIdle}
		if absolute, idle := o.Limits(); absolute != test.absolute || idle != test.idle {
			t.Errorf("%+v: limits %v and %v", test, absolute, idle)
		}
	}
}

func TestOn(t *testing.T) {
	yes, no := true, false
	tests := []struct {
		name         string
		options      Options
		from4, from5 int
		on           bool
	}{
		{"level reached", Options{ASVS: ASVS403, Level: 2}, 2, 0, true},
		{"level not reached", Options{ASVS: ASVS403, Level: 1}, 2, 1, false},
		{"edition 5.0", Options{ASVS: ASVS50, Level: 1}, 2, 1, true},
		{"never by itself", Options{ASVS: ASVS403, Level: 3}, 0, 1, false},
		{"named", Options{ASVS: ASVS403, Level: 1, Named: []string{"a", "r"}}, 0, 0, true},
		{"another named", Options{ASVS: ASVS403, Level: 1, Named: []string{"a"}}, 0, 0, false},
		{"on in the file", Options{ASVS: ASVS403, Level: 1, Rules: map[string]Rule{"r": {On: &yes}}}, 3, 3, true},
		{"off in the file", Options{ASVS: ASVS403, Level: 1, Rules: map[string]Rule{"r": {On: &no}}}, 1, 1, false},
		{"off in the file, but named", Options{ASVS: ASVS403, Level: 1, Named: []string{"r"}, Rules: map[string]Rule{"r": {On: &no}}}, 1, 1, true},
		{"only flags in the file", Options{ASVS: ASVS403, Level: 1, Rules: map[string]Rule{"r": {Flags: map[string]Setting{}}}}, 1, 1, true},
	}
	for _, test := range tests {
		if on := test.options.On("r", test.from4, test.from5); on != test.on {
			t.Errorf("%s: on = %v", test.name, on)
		}
	}
}

// TestFlags sets every flag of a fresh analyzer to a good and to a bad value.
func TestFlags(t *testing.T) {
	tests := []struct {
		name, good, bad string // "": any text is good
		want            Options
	}{
		{"asvs", "5.0", "6.0", Options{ASVS: ASVS50}},
		{"level", "3", "4", Options{Level: 3}},
		{"confidence", "possible", "sure", Options{Confidence: evidence.Possible}},
		{"severity", "error", "fatal", Options{Severity: evidence.Error}},
		{"max-absolute", "30d", "forever", Options{MaxAbsolute: 720 * time.Hour}},
		{"max-idle", "20m", "-1m", Options{MaxIdle: 20 * time.Minute}},
		{"max-access", "15m", "soon", Options{MaxAccess: 15 * time.Minute}},
		{"names", "ticket, badge,", "", Options{Names: []string{"ticket", "badge"}}},
		{"notnames", "lex", "", Options{NotNames: []string{"lex"}}},
		{"cookies", "a", "", Options{Cookies: []string{"a"}}},
		{"ignorecookies", "b", "", Options{IgnoreCookies: []string{"b"}}},
		{"modules", "corp.example/*", "[", Options{Modules: []string{"corp.example/*"}}},
		{"tests", "true", "often", Options{Tests: true}},
		{"generated", "true", "2", Options{Generated: true}},
		{"shared-host", "1", "yes", Options{SharedHost: true}},
		{"allow-none", "true", "-", Options{AllowNone: true}},
		{"all-cookies", "true", "-", Options{AllCookies: true}},
		{"strict", "true", "-", Options{Strict: true}},
		{"require-prefix", "true", "-", Options{RequirePrefix: true}},
		{"enable", "cookiesecure,tokenrand", "cookiesecur", Options{Named: []string{"cookiesecure", "tokenrand"}}},
	}
	if have := len(keys()); have != len(tests) {
		t.Errorf("%d options, %d of them tested", have, len(tests))
	}
	for _, test := range tests {
		flags := newFlags()
		a := newAnalyzer(flags)
		if err := a.Flags.Set(test.name, test.good); err != nil {
			t.Errorf("-%s=%s: %v", test.name, test.good, err)
			continue
		}
		o := &Options{}
		if err := apply(o, flags); err != nil || !reflect.DeepEqual(*o, test.want) {
			t.Errorf("-%s=%s gives %+v, %v, want %+v", test.name, test.good, *o, err, test.want)
		}
		if test.bad != "" && a.Flags.Set(test.name, test.bad) == nil {
			t.Errorf("-%s=%s is accepted", test.name, test.bad)
		}
	}
}

// TestDefaults compares the defaults that flags show with those in force.
func TestDefaults(t *testing.T) {
	o := &Options{}
	for _, f := range newFlags() {
		if f.key.kind == list {
			continue
		}
		if err := f.key.set(o, f.text); err != nil {
			t.Errorf("default of -%s: %v", f.key.name, err)
		}
	}
	if want := Default(); !reflect.DeepEqual(o, want) {
		t.Errorf("flags say %+v, Default says %+v", o, want)
	}
}
