package prose

import (
	"slices"
	"strconv"
	"strings"
)

func (im *importer) list(e *element, sc scope) []Block {
	sc = im.enter(e, sc)
	inside, ok := im.deeper(e, sc)
	l := List{Base: im.base(sc), Ordered: e.tag == "ol"}
	l.Start = im.startOf(e)
	for _, blocks := range im.items(e, inside) {
		l.Items = append(l.Items, Item{Blocks: blocks})
	}
	if !ok {
		return itemBlocks(l)
	}
	return splitList(im, l)
}

// splitList makes several lists of one over the limit.
func splitList(im *importer, l List) (blocks []Block) {
	if len(l.Items) == 0 {
		return nil
	}
	for part := range slices.Chunk(l.Items, MaxItems) {
		list := l
		list.Items = part
		if len(blocks) > 0 {
			list.ID = im.newID()
		}
		blocks = append(blocks, list)
	}
	return blocks
}

func itemBlocks(l List) (blocks []Block) {
	for _, item := range l.Items {
		blocks = append(blocks, item.Blocks...)
	}
	return blocks
}

func (im *importer) startOf(e *element) int {
	value := e.attr("start")
	if value == "" || e.tag != "ol" {
		return 0
	}
	n, err := strconv.Atoi(strings.TrimSpace(value))
	if err != nil || n < 0 || n > MaxStart {
		im.note(Changed, e, "A list now starts at 1", value)
		return 0
	}
	return n
}

// items reads the items of a list. A list right inside a list belongs to the
// item before it; anything else there is an item of its own.
func (im *importer) items(e *element, sc scope) (items [][]Block) {
	for _, kid := range itemElements(e) {
		if im.used[kid] {
			continue
		}
		inside := sc
		if kid.tag == "li" {
			inside = im.enter(kid, sc)
		}
		blocks := im.children(kid, inside)
		switch {
		case len(blocks) == 0:
		case kid.tag == tagNested && len(items) > 0:
			items[len(items)-1] = append(items[len(items)-1], blocks...)
		default:
			items = append(items, blocks)
		}
	}
	return items
}

// itemElements returns the li of a list, and elements around what stands
// between them.
func itemElements(e *element) (items []*element) {
	for _, kid := range e.kids {
		switch last := len(items) - 1; {
		case kid.tag == "li":
			items = append(items, kid)
		case kid.tag == "ul" || kid.tag == "ol":
			items = append(items, &element{tag: tagNested, kids: []*element{kid}, line: kid.line})
		case last >= 0 && items[last].tag == tagLoose:
			items[last].kids = append(items[last].kids, kid)
		default:
			items = append(items, &element{tag: tagLoose, kids: []*element{kid}, line: kid.line})
		}
	}
	return items
}

// definitions reads a dl as a list in which each term is strong.
func (im *importer) definitions(e *element, sc scope) []Block {
	sc = im.enter(e, sc)
	inside, ok := im.deeper(e, sc)
	l := List{Base: im.base(sc)}
	im.note(Changed, e, "A list of definitions became a list with its terms in bold", "")
	term := false // the last item has only terms so far
	im.terms(e, inside, func(kid *element, blocks []Block) {
		if n := len(l.Items); n > 0 && (kid.tag == "dd" || term) {
			l.Items[n-1].Blocks = append(l.Items[n-1].Blocks, blocks...)
		} else {
			l.Items = append(l.Items, Item{Blocks: blocks})
		}
		term = kid.tag == "dt"
	})
	if !ok {
		return itemBlocks(l)
	}
	return splitList(im, l)
}

// terms calls each for the dt and dd of a dl, also where a div groups them.
func (im *importer) terms(e *element, sc scope, each func(kid *element, blocks []Block)) {
	for _, kid := range e.kids {
		if im.used[kid] {
			continue
		}
		if kid.tag == "div" {
			im.terms(kid, sc, each)
			continue
		}
		inside := im.enter(kid, sc)
		inside.marks.Strong = inside.marks.Strong || kid.tag == "dt"
		one := kid
		if kid.tag != "dt" && kid.tag != "dd" {
			one = &element{tag: "dd", kids: []*element{kid}, line: kid.line}
		}
		if blocks := im.children(one, inside); len(blocks) > 0 {
			each(one, blocks)
		}
	}
}

// tagNested stands for what holds a list right inside a list, tagLoose for
// what holds anything else there.
const (
	tagNested = "#nested"
	tagLoose  = "#loose"
)
