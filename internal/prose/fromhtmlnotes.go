package prose

import (
	"slices"
	"strings"
	"unicode"
)

// Footnotes in HTML are links to and fro: a link in the text leads to the
// element of the note, and a link in the note leads back to the first one.
// Where both are there, the note is taken into the text.

// noteTags are the elements that may hold a note.
const noteTags = " li p div dd aside section "

// findNotes looks for notes in the whole tree before it is read.
func (im *importer) findNotes(tree *element) {
	byID := map[string]*element{}
	eachElement(tree, nil, func(e, _ *element) bool {
		if id := e.attr("id"); id != "" && byID[id] == nil {
			byID[id] = e
		}
		return true
	})
	backs := map[*element][]string{} // fragments that each note leads to
	candidates := map[string]*element{}
	eachReference(tree, func(e, parent *element, fragment string) {
		note := byID[fragment]
		if note == nil || !strings.Contains(noteTags, " "+note.tag+" ") {
			return
		}
		if _, ok := backs[note]; !ok {
			backs[note] = fragmentsIn(note)
		}
		if leadsTo(backs[note], e, parent) {
			candidates[fragment] = note
		}
	})
	im.takeNotes(tree, candidates)
}

// takeNotes keeps those notes that are referred to from outside of notes.
func (im *importer) takeNotes(tree *element, candidates map[string]*element) {
	if len(candidates) == 0 {
		return
	}
	isNote := map[*element]bool{}
	for _, note := range candidates {
		isNote[note] = true
	}
	eachElement(tree, nil, func(e, _ *element) bool {
		if isNote[e] {
			return false
		}
		fragment := fragmentOf(e)
		if note := candidates[fragment]; note != nil {
			im.footnotes[fragment], im.used[note] = note, true
		}
		return !e.trait.is(dropped) && !hidden(e)
	})
}

// eachElement calls visit for every element with its parent; where visit
// returns false it does not go inside.
func eachElement(e, parent *element, visit func(e, parent *element) bool) {
	if e.tag == tagText || e.tag == tagComment || !visit(e, parent) {
		return
	}
	for _, kid := range e.kids {
		eachElement(kid, e, visit)
	}
}

// eachReference calls visit for every link to a place in the page.
func eachReference(tree *element, visit func(e, parent *element, fragment string)) {
	eachElement(tree, nil, func(e, parent *element) bool {
		if fragment := fragmentOf(e); fragment != "" {
			visit(e, parent, fragment)
		}
		return true
	})
}

// fragmentOf returns where in the page a link leads that is a mark, such as
// 1, [a], * or ↩. A link of whole words leads somewhere else.
func fragmentOf(e *element) string {
	if e.tag != "a" {
		return ""
	}
	fragment, ok := strings.CutPrefix(e.attr("href"), "#")
	if !ok || !isMark(e.allText()) {
		return ""
	}
	return fragment
}

// isMark says whether s is a footnote's mark: at most two letters, and no
// number of more than four digits.
func isMark(s string) bool {
	letters, others := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		} else if !unicode.IsSpace(r) {
			others++
		}
	}
	return letters <= 2 && others <= 6
}

func fragmentsIn(e *element) (fragments []string) {
	eachReference(e, func(_, _ *element, fragment string) { fragments = append(fragments, fragment) })
	return fragments
}

// leadsTo says whether one of the fragments names a reference or what stands
// right around it.
func leadsTo(fragments []string, e, parent *element) bool {
	for _, id := range []string{e.attr("id"), e.attr("name"), parent.attr("id")} {
		if id != "" && slices.Contains(fragments, id) {
			return true
		}
	}
	return false
}

// footnoteAt returns the footnote to which a link in the text leads. A second
// reference to a note is left as its number, since a note stands once.
func (im *importer) footnoteAt(e *element) (Footnote, bool) {
	fragment := fragmentOf(e)
	note := im.footnotes[fragment]
	if fragment == "" || note == nil {
		return Footnote{}, false
	}
	delete(im.footnotes, fragment)
	line := im.lineOf(withoutBacks(note), scope{depth: 1})
	if len(line) == 0 || hasNote(line) {
		return Footnote{}, false
	}
	return Footnote{ID: im.newID(), Note: line}, true
}

// withoutBacks returns the element without its ways back into the text.
func withoutBacks(e *element) *element {
	rest := *e
	rest.tag, rest.kids = "div", nil
	for _, kid := range e.kids {
		if fragmentOf(kid) != "" {
			continue
		}
		if kid.tag == "sup" && len(kid.kids) == 1 && fragmentOf(kid.kids[0]) != "" {
			continue
		}
		if kid.tag != tagText && kid.tag != tagComment {
			tag := kid.tag
			kid = withoutBacks(kid)
			kid.tag = tag
		}
		rest.kids = append(rest.kids, kid)
	}
	return &rest
}
