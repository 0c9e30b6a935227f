package evidence

// Keep drops the sites for which keep is false, as if they had never been
// added.
func (s *Sites) Keep(keep func(*Site) bool) {
	kept := s.list[:0]
	for _, site := range s.list {
		if keep(site) {
			kept = append(kept, site)
		}
	}
	clear(s.list[len(kept):])
	s.list = kept
}

// Last returns the site that was added last, nil if there is none.
func (s *Sites) Last() *Site {
	if len(s.list) == 0 {
		return nil
	}
	return s.list[len(s.list)-1]
}
