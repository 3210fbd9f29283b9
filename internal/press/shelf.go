package press

// shelf bounds a set of sheets by bytes and by number. What goes first is
// decided by SIEVE (Zhang et al., "SIEVE is Simpler than LRU", NSDI 2024): a hit
// only sets a mark, and a hand that moves from the oldest sheet to the newest
// takes marks away and throws out what has none. One crawler that visits every
// page once therefore does not push out the pages that people read.
type shelf struct {
	maxBytes int64
	maxCount int

	bytes  int64
	count  int
	newest *sheet
	oldest *sheet
	hand   *sheet // where the next search begins; nil: at the oldest
}

// fits tells whether a sheet of this cost could be kept at all.
func (f *shelf) fits(cost int64) bool { return cost <= f.maxBytes && f.maxCount > 0 }

// full tells whether a sheet of this cost needs room made for it.
func (f *shelf) full(cost int64) bool { return f.bytes+cost > f.maxBytes || f.count >= f.maxCount }

func (f *shelf) add(s *sheet) {
	s.shelf = f
	s.older, s.newer = f.newest, nil
	if f.newest != nil {
		f.newest.newer = s
	} else {
		f.oldest = s
	}
	f.newest = s
	f.count++
	f.bytes += s.cost
}

func (f *shelf) take(s *sheet) {
	if f.hand == s {
		f.hand = s.newer
	}
	if s.older != nil {
		s.older.newer = s.newer
	} else {
		f.oldest = s.newer
	}
	if s.newer != nil {
		s.newer.older = s.older
	} else {
		f.newest = s.older
	}
	s.older, s.newer, s.shelf = nil, nil, nil
	f.count--
	f.bytes -= s.cost
}

// victim finds the sheet to throw out; the shelf must not be empty. It ends
// within two rounds unless hits keep marking sheets, and then takes any.
func (f *shelf) victim() *sheet {
	s := f.hand
	for range 2*f.count + 1 {
		if s == nil {
			s = f.oldest
		}
		if !s.marked.Swap(false) {
			break
		}
		s = s.newer
	}
	if s == nil {
		s = f.oldest
	}
	f.hand = s
	return s
}
