package assess_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/internal/assess"
	"github.com/sessionlint/sessionlint/internal/catalogue"
	"github.com/sessionlint/sessionlint/internal/options"
)

// A state is how an item may stand in a program.
type state string

const (
	isMet      state = "met"
	isViolated state = "violated"
	isUnknown  state = "unknown: the program has what the item is about, and shows neither"
	isAbsent   state = "absent: the program has nothing that the item is about"
)

// TestEachStatus shows for each item of both editions, and each further
// demand, a program in which it is met, one in which it is violated, one in
// which it is unknown and one that it does not concern: the code of the
// catalogue, variants of it in which something cannot be known, and a package
// with nothing in it. What cannot be is listed, with the reason.
func TestEachStatus(t *testing.T) {
	if testing.Short() {
		t.Skip("downloads and compiles libraries")
	}
	items, err := catalogue.Items()
	if err != nil {
		t.Fatal(err)
	}
	found := map[*catalogue.Item]map[state]string{}
	for n, edition := range []catalogue.Edition{catalogue.ASVS4, catalogue.ASVS5} {
		set(t, "level", "3")
		set(t, "asvs", string(edition))
		list := slices.Concat(catalogue.Of(items, edition, 3), catalogue.Of(items, catalogue.Further, 3))
		programs := programsFor(t, list, n)
		holdProofs(t, programs)
		for _, item := range list {
			if found[item] == nil {
				found[item] = map[state]string{}
			}
			states(programs, item, found[item])
		}
	}
	for _, item := range items {
		holdStates(t, item, found[item])
		if found[item][isMet] == packageOf(item.Ref())+"_bad" {
			t.Errorf("%s is met by its bad code", item.Ref())
		}
	}
}

func set(t *testing.T, flag, value string) {
	before := options.Analyzer.Flags.Lookup(flag).Value.String()
	t.Cleanup(func() { options.Analyzer.Flags.Set(flag, before) })
	if err := options.Analyzer.Flags.Set(flag, value); err != nil {
		t.Fatal(err)
	}
}

// programsFor assesses programs in which items stand in each way.
func programsFor(t *testing.T, items []*catalogue.Item, edition int) map[string]*assess.Assessment {
	code := further()
	code["nothing"] = ""
	byID := map[string]*catalogue.Item{}
	for _, i := range items {
		byID[i.ID] = i
		code[packageOf(i.Ref())], code[packageOf(i.Ref())+"_bad"] = i.Good, i.Bad
	}
	if edition == 1 { // OAuth beside what breaks it
		code["refreshed_for_ever"] = byID["V8"].Bad + byID["V7"].Good
		code["meant_for_others"] = byID["9.2.3"].Bad + byID["10.5.1"].Good
	}
	programs := map[string]*assess.Assessment{}
	dim, known := map[string]string{}, map[string]bool{}
	for name, list := range run(t, code) {
		programs[name] = list[edition]
		another := edition == 1 && !strings.HasPrefix(name, packageName("5.0")) // dimmed under the first edition
		if another || strings.HasSuffix(name, "_bad") || known[code[name]] {    // some borrow the code of others
			continue
		}
		known[code[name]] = true
		for n, text := range dimmed(code[name], proofs(list[edition])) {
			dim[fmt.Sprintf("%s_dim%d", name, n)] = text
		}
	}
	for name, list := range run(t, dim) {
		if len(list[edition].Problems) == 0 { // what is a constant for the compiler stays one
			programs[name] = list[edition]
		}
	}
	return programs
}

// holdProofs: whatever is met in a program is not met in one of the variants in
// which what proves it cannot be known.
func holdProofs(t *testing.T, programs map[string]*assess.Assessment) {
	for name, a := range programs {
		if strings.Contains(name, "_dim") || programs[name+"_dim0"] == nil {
			continue
		}
		for _, i := range metIn(a) {
			lost := false
			for n := 0; n < 50; n++ {
				if dim := programs[fmt.Sprintf("%s_dim%d", name, n)]; dim != nil {
					lost = lost || !slices.ContainsFunc(metIn(dim), func(o *assess.Item) bool { return o.ID == i.ID && o.Edition == i.Edition })
				}
			}
			if !lost && !provenBySilence(i) {
				t.Errorf("%s %s is met in %s whatever is unknown", i.Edition, i.ID, name)
			}
		}
	}
}

// provenBySilence reports whether what proves an item is that something is not
// there, or a return: nothing that could be unknown.
func provenBySilence(i *assess.Item) bool {
	return slices.Contains(i.Rules, "cookiescope") || slices.Contains(i.Rules, "authabort")
}

func metIn(a *assess.Assessment) (list []*assess.Item) {
	for _, s := range a.Sections {
		for _, i := range s.Items {
			if i.Status == assess.Met {
				list = append(list, i)
			}
		}
	}
	return list
}

// proofs are the lines of code that prove something.
func proofs(a *assess.Assessment) (lines []int) {
	for _, s := range a.Sections {
		for _, i := range s.Items {
			for _, site := range a.At(i.Proof) {
				for _, line := range site.Code {
					if filepath.Base(line.File) == "code.go" {
						lines = append(lines, line.Line)
					}
				}
			}
		}
	}
	return lines
}

// states says how an item stands in programs, with one program for each way:
// its own code, if it is one of them.
func states(programs map[string]*assess.Assessment, item *catalogue.Item, found map[state]string) {
	for _, name := range slices.Sorted(maps.Keys(programs)) {
		for _, s := range programs[name].Sections {
			for _, i := range s.Items {
				if i.Edition == string(item.Edition) && i.ID == item.ID && (found[stateOf(i)] == "" || strings.HasPrefix(name, packageOf(item.Ref()))) {
					found[stateOf(i)] = name
				}
			}
		}
	}
}

func stateOf(i *assess.Item) state {
	switch {
	case i.Status == assess.Met:
		return isMet
	case i.Status == assess.Violated:
		return isViolated
	case i.Status == assess.Unknown && i.Applicable.Answer == "yes":
		return isUnknown
	case i.Applicable.Answer == "no":
		return isAbsent
	}
	return state(i.Status)
}

func holdStates(t *testing.T, item *catalogue.Item, found map[state]string) {
	for _, s := range []state{isMet, isViolated, isUnknown, isAbsent} {
		why, never := neverIs()[s][item.Ref().String()]
		switch {
		case found[s] == "" && !never:
			t.Errorf("%s: no program in which it is %s", item.Ref(), s)
		case found[s] != "" && never:
			t.Errorf("%s is %s in %s; strike it from the list (%s)", item.Ref(), s, found[s], why)
		}
	}
	if testing.Verbose() {
		t.Log(item.Ref(), found)
	}
}

// neverIs lists the items that cannot stand in a way, with the reason.
func neverIs() map[state]map[string]string {
	const document, question = "what it asks for is a document", "a question about the whole program: places may answer it, somebody has to look"
	const breaks, nothing = "rules find what breaks it, none finds what proves it", "what is not done leaves no trace: sites are violations only"
	const optional, private = "a program may do without it", "what claims are private, nobody but their owner knows"
	documents := map[string]string{"5.0 7.1.1": document, "5.0 7.1.2": document, "5.0 7.1.3": document}
	neither := map[string]string{"further S8": optional, "further V11": private}
	for _, id := range []string{"further S10", "further S18", "further S19", "further S20", "5.0 7.4.4", "5.0 7.4.5", "5.0 14.3.1", "5.0 16.3.1"} {
		neither[id] = question
	}
	maps.Copy(neither, documents)
	neverMet, neverViolated := maps.Clone(neither), maps.Clone(neither)
	for _, id := range []string{"further V8", "5.0 7.5.3", "5.0 9.2.2", "5.0 10.4.8"} {
		neverMet[id] = breaks
	}
	delete(neverViolated, "5.0 16.3.1") // who acts as another without a trace breaks it
	neverMet["further S21"], neverMet["further V1"] = nothing, nothing
	neverViolated["5.0 10.7.3"] = "a list that is missing has no place"
	return map[state]map[string]string{isMet: neverMet, isViolated: neverViolated, isUnknown: documents}
}
