package prose

import (
	"strings"

	"dateline/internal/news"
)

// Op says what became of a block or of some words between two texts.
type Op string

// What may become of a block. Words are never Amended: they are deleted and
// inserted.
const (
	Same     Op = "same"
	Inserted Op = "inserted"
	Deleted  Op = "deleted"
	Amended  Op = "amended"
)

// Change is what became of one block.
type Change struct {
	Op     Op
	Moved  bool         // it stands at another place among the blocks that stayed
	Before Block        // nil where Inserted
	After  Block        // nil where Deleted
	Words  []WordChange // the words of the block; none where Same
}

// WordChange is a piece of text and what became of it.
type WordChange struct {
	Op   Op // Same, Inserted or Deleted
	Text string
}

// WordsSame says whether an amended block still has the same words, so that
// only its marks, its picture or its form changed.
func (c Change) WordsSame() bool {
	for _, w := range c.Words {
		if w.Op != Same {
			return false
		}
	}
	return c.Op == Amended
}

// Diff compares two texts block by block, and word by word inside a block that
// was amended. Blocks are the same by their id, and where ids were lost, by
// their content. The changes stand in the order of the later text, deleted
// blocks after the block that they followed.
func Diff(before, after Doc) []Change {
	old, now := Normalise(before).Blocks, Normalise(after).Blocks
	from := matchBlocks(old, now)
	stays := increasing(from)
	var changes []Change
	next := 0 // first block of old that has not been passed
	kept := keptIn(old, from)
	pass := func(until int) {
		for ; next < until; next++ {
			if !kept[next] {
				changes = append(changes, Change{Op: Deleted, Before: old[next], Words: wordsOf(Deleted, blockWords(old[next]))})
			}
		}
	}
	for j, b := range now {
		i := from[j]
		if i < 0 {
			changes = append(changes, Change{Op: Inserted, After: b, Words: wordsOf(Inserted, blockWords(b))})
			continue
		}
		if stays[j] {
			pass(i)
			next = i + 1
		}
		changes = append(changes, compare(old[i], b, !stays[j]))
	}
	pass(len(old))
	return changes
}

func keptIn(old []Block, from []int) []bool {
	kept := make([]bool, len(old))
	for _, i := range from {
		if i >= 0 {
			kept[i] = true
		}
	}
	return kept
}

func wordsOf(op Op, text string) []WordChange {
	if text == "" {
		return nil
	}
	return []WordChange{{Op: op, Text: text}}
}

func compare(before, after Block, moved bool) Change {
	c := Change{Op: Same, Moved: moved, Before: before, After: after}
	if contentKey(before) != contentKey(after) {
		c.Op = Amended
		c.Words = diffWords(blockWords(before), blockWords(after))
	}
	return c
}

// blockWords returns every word of a block for comparing, its lines divided
// by line ends.
func blockWords(b Block) string {
	var parts []string
	walk([]Block{b}, func(b Block) bool {
		switch b := b.(type) {
		case Picture:
			parts = append(parts, b.Alt)
		case Code:
			parts = append(parts, b.Code)
		case Embed:
			parts = append(parts, b.URL)
		}
		for _, line := range linesOf(b) {
			walkLine(b, line, func(_ Block, line []Inline) { parts = append(parts, lineText(line)) })
		}
		return true
	})
	return strings.Join(parts, "\n")
}

// Patch makes the later text of the earlier one and the changes from it.
// It is a Conflict if the changes were made from another text.
func Patch(before Doc, changes []Change) (Doc, error) {
	left := map[string]int{}
	for _, b := range Normalise(before).Blocks {
		left[blockKey(b)]++
	}
	doc := Doc{Version: Version}
	for _, c := range changes {
		if c.Before != nil {
			key := blockKey(c.Before)
			if left[key] == 0 {
				return Doc{}, news.Errorf(news.Conflict, root.String(), "The changes were made to another text.")
			}
			left[key]--
		}
		if c.After != nil {
			doc.Blocks = append(doc.Blocks, c.After)
		}
	}
	for _, n := range left {
		if n > 0 {
			return Doc{}, news.Errorf(news.Conflict, root.String(), "The changes were made to another text.")
		}
	}
	return doc, nil
}

// blockKey is the canonical form of a block with its ids.
func blockKey(b Block) string {
	w := &writer{}
	w.block(b)
	return string(w.b)
}
