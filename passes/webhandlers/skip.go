package webhandlers

import "golang.org/x/tools/go/ssa"

// A skip looks for a path through a logout on which the browser forgets and the
// server does not.
//
// Only what the client asks for decides such a path: a parameter, a header or the
// method of the request.
// Where the code looks at anything else, at an error or whether there is a
// session, the branch without an end may be the one that has nothing to end; it
// counts only if the other branch ends nothing either.
type skip struct {
	e    *engine
	fn   *ssa.Function
	busy map[place]bool
	cut  ssa.Instruction // the condition that leads past the end
	drop ssa.Instruction // where the cookie is dropped on that path
}

// A place is the start of a block, and whether the cookie was dropped before.
type place struct {
	block   *ssa.BasicBlock
	dropped bool
}

// skips returns where the cookie is dropped on a path on which the session goes
// on, and the condition that leads there, or nil.
func (e *engine) skips(fn *ssa.Function) (drop, cut ssa.Instruction) {
	if len(fn.Blocks) == 0 || fn.Recover != nil {
		return nil, nil // deferred functions may do the rest
	}
	s := skip{e: e, fn: fn, busy: map[place]bool{}}
	if s.avoids(place{fn.Blocks[0], false}) && s.cut != nil {
		return s.drop, s.cut
	}
	return nil, nil
}

// avoids reports whether the rest of the function drops the cookie and ends
// nothing, if the client wants that.
func (s *skip) avoids(at place) bool {
	if s.busy[at] {
		return false // around a loop: the way out of it decides
	}
	s.busy[at] = true
	defer delete(s.busy, at)
	if s.e.steps++; s.e.steps > maxSteps {
		return false
	}
	for _, instr := range at.block.Instrs {
		does := s.e.instruction(s.fn, instr)
		if does == nil {
			continue
		}
		if does.May&(Ends|Deletes|Empties) != 0 {
			return false
		}
		if does.Must&ExpiresCookie != 0 {
			at.dropped, s.drop = true, instr
		}
	}
	switch last := at.block.Instrs[len(at.block.Instrs)-1].(type) {
	case *ssa.Return:
		return at.dropped
	case *ssa.If:
		yes, no := place{at.block.Succs[0], at.dropped}, place{at.block.Succs[1], at.dropped}
		if !s.e.asked(last.Cond) {
			return s.avoids(yes) && s.avoids(no)
		}
		if s.avoids(yes) != s.avoids(no) {
			s.cut = last.Cond.(ssa.Instruction)
			return true
		}
		return s.avoids(yes)
	case *ssa.Jump:
		return s.avoids(place{at.block.Succs[0], at.dropped})
	}
	return false
}
