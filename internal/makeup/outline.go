package makeup

import "dateline/internal/prose"

// topHeading is the level of a text's own headings: 1 is the story's headline.
const topHeading = 2

// outlined returns a text whose headings leave out no level, as a page's
// outline wants it: many texts, imported ones above all, begin with level 3.
// Headings that were equal stay equal. The stored text is not touched.
func outlined(doc prose.Doc) prose.Doc {
	var open []int // levels, as written, of the headings that the next one stands under
	blocks := make([]prose.Block, len(doc.Blocks))
	for i, b := range doc.Blocks {
		blocks[i] = b
		h, ok := b.(prose.Heading)
		if !ok {
			continue
		}
		for len(open) > 0 && open[len(open)-1] >= h.Level {
			open = open[:len(open)-1]
		}
		written := h.Level
		h.Level = topHeading + len(open)
		open = append(open, written)
		blocks[i] = h
	}
	doc.Blocks = blocks
	return doc
}
