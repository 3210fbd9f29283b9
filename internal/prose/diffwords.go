package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxEdits bounds the edits that the comparison of two blocks looks for. Two
// texts that differ in more are shown as one deletion and one insertion.
const maxEdits = 800

// diffWords compares two texts word by word.
func diffWords(before, after string) []WordChange {
	a, b := tokens(before), tokens(after)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	g := &wordGatherer{}
	g.add(Same, a[:head]...)
	g.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	g.add(Same, a[len(a)-tail:]...)
	return g.words()
}

// tokens divides a text into words, runs of white space and single signs.
func tokens(s string) (out []string) {
	for len(s) > 0 {
		n := tokenLen(s)
		out = append(out, s[:n])
		s = s[n:]
	}
	return out
}

func tokenLen(s string) int {
	first, n := utf8.DecodeRuneInString(s)
	var same func(rune) bool
	switch {
	case unicode.IsSpace(first):
		same = unicode.IsSpace
	case isIdeograph(first) || !unicode.IsLetter(first) && !unicode.IsDigit(first):
		same = unicode.IsMark
	default:
		same = func(r rune) bool {
			return !isIdeograph(r) && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u200c' || r == '\u200d')
		}
	}
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !same(r) {
			break
		}
		n += size
	}
	return n
}

// wordGatherer joins neighbouring tokens that share their fate. Between two
// tokens that are the same, what was deleted comes before what was inserted.
type wordGatherer struct {
	out                     []WordChange
	same, deleted, inserted strings.Builder
}

func (g *wordGatherer) add(op Op, tokens ...string) {
	for _, t := range tokens {
		switch op {
		case Deleted:
			g.end(Same, &g.same)
			g.deleted.WriteString(t)
		case Inserted:
			g.end(Same, &g.same)
			g.inserted.WriteString(t)
		default:
			g.end(Deleted, &g.deleted)
			g.end(Inserted, &g.inserted)
			g.same.WriteString(t)
		}
	}
}

// end closes the piece that was being gathered, if there is one.
func (g *wordGatherer) end(op Op, text *strings.Builder) {
	if text.Len() > 0 {
		g.out = append(g.out, WordChange{Op: op, Text: text.String()})
		text.Reset()
	}
}

func (g *wordGatherer) words() []WordChange {
	g.end(Same, &g.same)
	g.end(Deleted, &g.deleted)
	g.end(Inserted, &g.inserted)
	return g.out
}

// middle compares what differs at both ends by the greedy algorithm of Myers,
// "An O(ND) Difference Algorithm and Its Variations" (1986).
func (g *wordGatherer) middle(a, b []string) {
	trace, ok := furthest(a, b)
	if !ok {
		g.add(Deleted, a...)
		g.add(Inserted, b...)
		return
	}
	var back []WordChange // from the end to the beginning
	x, y := len(a), len(b)
	for d := len(trace); d > 0; d-- {
		before := trace[d-1]
		k := x - y
		down := before.insertsAt(k, d)
		startX := before.start(k, down)
		for x > startX { // the diagonal after the edit
			x, y = x-1, y-1
			back = append(back, WordChange{Same, a[x]})
		}
		if down {
			y--
			back = append(back, WordChange{Inserted, b[y]})
		} else {
			x--
			back = append(back, WordChange{Deleted, a[x]})
		}
	}
	for x > 0 {
		x--
		back = append(back, WordChange{Same, a[x]})
	}
	for _, w := range slices.Backward(back) {
		g.add(w.Op, w.Text)
	}
}

// frontier holds, for one number of edits, how far in a each diagonal k = x-y
// was reached; k = -len/2 is at 0.
type frontier []int32

func (f frontier) at(k int) int { return int(f[k+len(f)/2]) }

// insertsAt says whether the d-th edit on diagonal k was an insertion, when f
// is the frontier before it.
func (f frontier) insertsAt(k, d int) bool {
	return k == -d || k != d && f.at(k-1) < f.at(k+1)
}

// start returns where in a the diagonal k begins right after the edit.
func (f frontier) start(k int, inserts bool) int {
	if inserts {
		return f.at(k + 1)
	}
	return f.at(k-1) + 1
}

// furthest runs the greedy algorithm. It returns the frontier before each
// edit, or false where there are more than maxEdits.
func furthest(a, b []string) (trace []frontier, ok bool) {
	now := frontier{0, int32(slide(a, b, 0, 0)), 0}
	for d := 0; ; d++ {
		if k := len(a) - len(b); -d <= k && k <= d && now.at(k) >= len(a) {
			return trace, true
		}
		if d == maxEdits {
			return nil, false
		}
		trace = append(trace, now)
		next := make(frontier, 2*(d+2)+1)
		for k := -d - 1; k <= d+1; k += 2 {
			x := now.start(k, now.insertsAt(k, d+1))
			next[k+len(next)/2] = int32(slide(a, b, x, x-k))
		}
		now = next
	}
}

// slide goes along a diagonal while the tokens are the same.
func slide(a, b []string, x, y int) int {
	for x < len(a) && y >= 0 && y < len(b) && a[x] == b[y] {
		x, y = x+1, y+1
	}
	return x
}
