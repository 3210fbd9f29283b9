package prose

// Conflict is a block over which two edits of the same text disagree. Ours is
// what stands in the merged text, unless we deleted it: then theirs stands,
// so that no words are lost before somebody has decided.
type Conflict struct {
	Kind   ConflictKind
	Block  string // id; "" where the order of blocks is disputed
	Base   Block  // before both edits; nil where both added it
	Ours   Block  // nil where we deleted it
	Theirs Block  // nil where they deleted it
}

// ConflictKind says over what two edits disagree.
type ConflictKind string

// The kinds of conflict.
const (
	BothAmended       ConflictKind = "both amended"
	AmendedAndDeleted ConflictKind = "amended and deleted"
	BothMoved         ConflictKind = "both moved" // ours is the order that stands
)

// Merge joins two edits of the same base, block by block. What only one side
// changed is taken from it; what both changed alike is taken once; where they
// disagree there is a Conflict and the text keeps one of them, as said there.
// Blocks that both sides added at the same place stand ours first.
//
// Merge(b, b, x), Merge(b, x, b) and Merge(b, x, x) are x, without conflict.
func Merge(base, ours, theirs Doc) (Doc, []Conflict) {
	m := &merger{base: index(base), ours: index(ours), theirs: index(theirs), kept: map[string]Block{}}
	for _, id := range append(append([]string{}, m.ours.order...), m.theirs.order...) {
		if _, done := m.kept[id]; !done {
			m.decide(id)
		}
	}
	doc := Doc{Version: Version}
	for _, id := range m.order() {
		doc.Blocks = append(doc.Blocks, m.kept[id])
	}
	return uniqueIDs(doc), m.conflicts
}

// indexed is a document by the ids of its blocks.
type indexed struct {
	order  []string
	blocks map[string]Block
	keys   map[string]string // canonical form of each block, "" for none
}

func index(d Doc) indexed {
	in := indexed{blocks: map[string]Block{}, keys: map[string]string{}}
	for _, b := range Normalise(d).Blocks {
		id := b.Common().ID
		in.order = append(in.order, id)
		in.blocks[id], in.keys[id] = b, blockKey(b)
	}
	return in
}

type merger struct {
	base, ours, theirs indexed
	kept               map[string]Block // nil for a block that goes
	conflicts          []Conflict
}

// decide chooses what stands under an id.
func (m *merger) decide(id string) {
	base, ours, theirs := m.base.keys[id], m.ours.keys[id], m.theirs.keys[id]
	switch {
	case ours == theirs || theirs == base:
		m.kept[id] = m.ours.blocks[id]
	case ours == base:
		m.kept[id] = m.theirs.blocks[id]
	default:
		m.dispute(id)
	}
}

func (m *merger) dispute(id string) {
	c := Conflict{Kind: BothAmended, Block: id, Base: m.base.blocks[id], Ours: m.ours.blocks[id], Theirs: m.theirs.blocks[id]}
	m.kept[id] = c.Ours
	if c.Ours == nil || c.Theirs == nil {
		c.Kind = AmendedAndDeleted
	}
	if c.Ours == nil {
		m.kept[id] = c.Theirs
	}
	m.conflicts = append(m.conflicts, c)
}

// order returns the ids of the blocks that are kept, in the order of the side
// that moved blocks, with those that only the other side has after the block
// that they follow there.
func (m *merger) order() []string {
	first, second := m.stands(m.ours.order), m.stands(m.theirs.order)
	oursInTheirs, theirsInOurs := only(first, second), only(second, first)
	if !equal(oursInTheirs, theirsInOurs) {
		switch base := m.base.order; {
		case equal(only(oursInTheirs, base), only(base, oursInTheirs)):
			first, second = second, first
		case !equal(only(theirsInOurs, base), only(base, theirsInOurs)):
			m.conflicts = append(m.conflicts, Conflict{Kind: BothMoved})
		}
	}
	return interleave(first, second)
}

// stands returns those ids whose blocks are kept.
func (m *merger) stands(ids []string) (out []string) {
	for _, id := range ids {
		if m.kept[id] != nil {
			out = append(out, id)
		}
	}
	return out
}

// only returns those of ids that also stand in others, in their order.
func only(ids, others []string) (out []string) {
	in := setOf(others)
	for _, id := range ids {
		if in[id] {
			out = append(out, id)
		}
	}
	return out
}

func setOf(ids []string) map[string]bool {
	set := make(map[string]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// interleave returns first with those that only second has put in: each after
// the nearest block before it that both have.
func interleave(first, second []string) (out []string) {
	inFirst, inSecond := setOf(first), setOf(second)
	after := map[string][]string{} // "" stands for the beginning
	anchor := ""
	for _, id := range second {
		if inFirst[id] {
			anchor = id
			continue
		}
		after[anchor] = append(after[anchor], id)
	}
	anchor = ""
	for _, id := range first {
		if inSecond[id] {
			out = append(out, after[anchor]...)
			anchor = id
		}
		out = append(out, id)
	}
	return append(out, after[anchor]...)
}

// uniqueIDs gives a new id to what stands in a document under an id that was
// there before: a block may come into a list on one side and stay outside on
// the other.
func uniqueIDs(d Doc) Doc {
	if Check(d) == nil {
		return d
	}
	seen := map[string]bool{}
	for _, b := range d.Blocks {
		seen[b.Common().ID] = true
	}
	fresh := func(id string) string {
		for seen[id] {
			id = NewBlockID()
		}
		seen[id] = true
		return id
	}
	top := Rewriter{Line: func(line []Inline) []Inline { return renamed(line, fresh) }, Block: func(b Block) Block {
		base := b.Common()
		base.ID = fresh(base.ID)
		return b.withBase(base)
	}}
	blocks := make([]Block, len(d.Blocks))
	for i, b := range d.Blocks {
		blocks[i] = top.parts(b)
	}
	d.Blocks = blocks
	return d
}

// renamed gives the notes of a line new ids.
func renamed(line []Inline, fresh func(string) string) []Inline {
	if !hasNote(line) {
		return line
	}
	out := make([]Inline, len(line))
	for i, in := range line {
		if note, ok := in.(Footnote); ok {
			note.ID = fresh(note.ID)
			in = note
		}
		out[i] = in
	}
	return out
}
