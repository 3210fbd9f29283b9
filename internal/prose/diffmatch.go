package prose

// matchBlocks returns, for each block of now, the index in old of what it was,
// -1 for a new one.
func matchBlocks(old, now []Block) []int {
	from := make([]int, len(now))
	byID := make(map[string]int, len(old))
	for i, b := range old {
		byID[b.Common().ID] = i
	}
	taken := make([]bool, len(old))
	var lost []int
	for j, b := range now {
		i, ok := byID[b.Common().ID]
		if !ok || taken[i] {
			from[j], lost = -1, append(lost, j)
			continue
		}
		from[j], taken[i] = i, true
	}
	if len(lost) > 0 {
		matchContent(old, now, from, taken, lost)
	}
	return from
}

// matchContent matches the blocks at lost, whose ids are new, to blocks of old
// that nobody took and that hold the same.
func matchContent(old, now []Block, from []int, taken []bool, lost []int) {
	byContent := map[string][]int{}
	for i, b := range old {
		if !taken[i] {
			key := contentKey(b)
			byContent[key] = append(byContent[key], i)
		}
	}
	for _, j := range lost {
		key := contentKey(now[j])
		if free := byContent[key]; len(free) > 0 {
			from[j], byContent[key] = free[0], free[1:]
		}
	}
}

// contentKey is the canonical form of a block without ids.
func contentKey(b Block) string {
	plain := Rewriter{
		Block: func(b Block) Block {
			base := b.Common()
			base.ID = ""
			return b.withBase(base)
		},
		Line: withoutNoteIDs,
	}.blocks([]Block{b})
	w := &writer{}
	w.block(plain[0])
	return string(w.b)
}

func withoutNoteIDs(line []Inline) []Inline {
	if !hasNote(line) {
		return line
	}
	out := make([]Inline, len(line))
	for i, in := range line {
		if note, ok := in.(Footnote); ok {
			note.ID = ""
			in = note
		}
		out[i] = in
	}
	return out
}

// increasing marks a longest increasing run of the indexes that are not -1:
// the blocks that stayed in order, so that all others were moved.
func increasing(from []int) []bool {
	var tails []int // for each length, where the run with the smallest end ends
	before := make([]int, len(from))
	for j, i := range from {
		if i < 0 {
			continue
		}
		low, high := 0, len(tails)
		for low < high {
			if mid := (low + high) / 2; from[tails[mid]] < i {
				low = mid + 1
			} else {
				high = mid
			}
		}
		if before[j] = -1; low > 0 {
			before[j] = tails[low-1]
		}
		tails = append(tails[:low], append([]int{j}, tails[min(low+1, len(tails)):]...)...)
	}
	in := make([]bool, len(from))
	if len(tails) > 0 {
		for j := tails[len(tails)-1]; j >= 0; j = before[j] {
			in[j] = true
		}
	}
	return in
}
